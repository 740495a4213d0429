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


def related(pages: tuple[Page, ...], taxonomies: Iterable[Taxonomy]) -> Mapping[str, tuple[Related, ...]]:
    """The related pages of each permalink that has any; best first, then by permalink.

    What counts is how many terms two pages share and how rare those are; articles of the same fortnight
    come before others.
    """
    shared: dict[str, dict[str, list[tuple[float, str]]]] = {}
    for taxonomy in taxonomies:
        if taxonomy.name in _KINDS:
            for term in taxonomy.terms:
                if 1 < len(term.pages) <= _COMMON:
                    _join(shared, term.name, term.pages)
    by_permalink = {page.permalink: page for page in pages}
    return {link: _best(by_permalink, link, others) for link, others in shared.items()}


def _join(shared: dict[str, dict[str, list[tuple[float, str]]]], name: str, pages: tuple[Page, ...]) -> None:
    weight = 1.0 / len(pages) ** 0.5
    for at, page in enumerate(pages):
        near = shared.setdefault(page.permalink, {})
        for other in (*pages[max(at - REACH, 0) : at], *pages[at + 1 : at + 1 + REACH]):
            near.setdefault(other.permalink, []).append((weight, name))


def _best(
    pages: Mapping[str, Page], link: str, others: dict[str, list[tuple[float, str]]]
) -> tuple[Related, ...]:
    here = moment(pages[link].article.published)

    def key(other: str) -> tuple[float, str]:
        there = moment(pages[other].article.published)
        near = here is not None and there is not None and abs(here - there) < _NEAR_SECONDS
        return (-sum(weight for weight, _ in others[other]) * (1.5 if near else 1.0), other)

    best = sorted(others, key=key)[:MOST]
    return tuple(
        Related(
            page=pages[other], shared=tuple(name for _, name in sorted(others[other], key=lambda w: -w[0]))
        )
        for other in best
    )
