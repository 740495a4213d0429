"""Which articles have something in common: people and tags that both name, near in time."""

from collections.abc import Iterable, Mapping

from archiver.assemble.order import moment
from archiver.model.site import Page, Related, Taxonomy

MOST = 4
"""Related articles of one page."""
REACH = 8
"""Of a term's articles, how many before and after a page are looked at: the work for a page stays small
however large the archive grows."""
_KINDS = ("authors", "tags")
_COMMON = 400
"""A term of more articles than this joins nothing by itself."""
_NEAR_SECONDS = 14 * 86_400
_NEAR_FACTOR = 1.5


def related(pages: tuple[Page, ...], taxonomies: Iterable[Taxonomy]) -> Mapping[str, tuple[Related, ...]]:
    """The related pages of each permalink that has any; best first, then by permalink.

    What counts is how many terms two pages share and how rare those are; articles of the same fortnight
    come before others.
    """
    terms = [
        term
        for taxonomy in taxonomies
        if taxonomy.name in _KINDS
        for term in taxonomy.terms
        if 1 < len(term.pages) <= _COMMON
    ]
    numbers = {page.permalink: number for number, page in enumerate(pages)}
    members = [[numbers[page.permalink] for page in term.pages] for term in terms]
    scores: list[dict[int, float]] = [{} for _ in pages]
    places: list[dict[int, int]] = [{} for _ in pages]
    for term, ordered in enumerate(members):
        _join(scores, ordered)
        for place, number in enumerate(ordered):
            places[number][term] = place
    moments = [moment(page.article.published) for page in pages]
    found = {}
    for number, others in enumerate(scores):
        if others:
            best = _best(pages, moments, number, others)
            found[pages[number].permalink] = tuple(
                Related(
                    page=pages[other],
                    shared=tuple(
                        terms[term].name for term in _shared(places[number], places[other], members)
                    ),
                )
                for other in best
            )
    return found


def _join(scores: list[dict[int, float]], ordered: list[int]) -> None:
    """Add a term's weight to every two of its pages that stand near each other in it."""
    weight = 1.0 / len(ordered) ** 0.5
    for at, one in enumerate(ordered):
        mine = scores[one]
        for other in ordered[at + 1 : at + 1 + REACH]:
            mine[other] = mine.get(other, 0.0) + weight
            theirs = scores[other]
            theirs[one] = theirs.get(one, 0.0) + weight


def _best(
    pages: tuple[Page, ...], moments: list[float | None], number: int, others: dict[int, float]
) -> list[int]:
    here = moments[number]
    # Nearness makes less of a difference than this, so what scores lower needs no closer look.
    least = sorted(others.values(), reverse=True)[:MOST][-1] / _NEAR_FACTOR
    ranked = []
    for other, score in others.items():
        if score * (1.0 + 1e-9) >= least:
            there = moments[other]
            near = here is not None and there is not None and abs(here - there) < _NEAR_SECONDS
            ranked.append((-score * (_NEAR_FACTOR if near else 1.0), pages[other].permalink, other))
    return [other for _, _, other in sorted(ranked)[:MOST]]


def _shared(one: dict[int, int], other: dict[int, int], members: list[list[int]]) -> list[int]:
    """The terms that joined two pages, rarest first."""
    both = [term for term, place in one.items() if term in other and abs(place - other[term]) <= REACH]
    return sorted(both, key=lambda term: len(members[term]))
