"""Listing pages: every way to browse, every term of it, in pages of the configured size."""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from archiver.model.site import Page, SiteConfig, Taxonomy, Term
from archiver.render import calendar
from archiver.render.values import Link

MANY_TERMS = 40
"""From this many on, an index of terms is parted by first letter."""
MOST_TERMS = 800
"""With more, each letter has a page of its own."""
LARGEST = 60
"""Terms with most articles, shown where the letters have pages of their own."""
FEEDS = frozenset(("sources", "sections", "authors"))
"""The ways to browse whose terms have feeds."""
OTHER = "other"
_LARGE_SCRIPTS = {
    "CJK": "Han",
    "HANGUL": "Hangul",
    "HIRAGANA": "Kana",
    "KATAKANA": "Kana",
    "ETHIOPIC": "Ethiopic",
}
_ALONE: dict[str, Link | None] = {"before": None, "after": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One listing page: which template, where, with which values, and whose cards."""

    template: str
    path: str
    """Below the site's root, ending in a slash."""
    values: Mapping[str, Any]
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Terms with the same first letter."""

    letter: str
    """Empty where the terms are too few to part."""
    slug: str
    terms: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pager:
    """Where a page of a list stands among the others."""

    number: int
    count: int
    previous: str | None
    next: str | None
    links: tuple[tuple[int, str], ...]
    """(number, url) of the first, the last and the near pages, in order."""


def listings(config: SiteConfig, taxonomy: Taxonomy) -> Iterator[Listing]:
    """The index of a taxonomy, then each term's pages."""
    if taxonomy.name == "dates":
        yield Listing(template="dates.html", path="dates/", values=calendar.index_values(config, taxonomy))
    else:
        yield from index(config, taxonomy.name, f"{taxonomy.name}/", f"{taxonomy.name}/letter/", (taxonomy,))
    around = _levels(config, taxonomy)
    heats = calendar.heat_tables(config, taxonomy) if taxonomy.name == "dates" else {}
    for term in taxonomy.terms:
        yield from _term_pages(
            config, taxonomy, term, {**around.get(term.slug, _ALONE), "calendar": heats.get(term.slug)}
        )


def a_to_z(config: SiteConfig, taxonomies: Iterable[Taxonomy]) -> Iterator[Listing]:
    """One index of all sources, people, tags, sections and credits, a page for each letter."""
    named = tuple(taxonomy for taxonomy in taxonomies if taxonomy.name != "dates")
    yield from index(config, "a-z", "a-z/", "a-z/", named)


def index(
    config: SiteConfig,
    name: str,
    path: str,
    below: str,
    taxonomies: tuple[Taxonomy, ...],
) -> Iterator[Listing]:
    """An index of terms: one page parted by letters, or a page for each letter where they are many."""
    links = sorted(
        (
            Link(
                text=term.name,
                url=config.url(f"{taxonomy.name}/{term.slug}/"),
                count=len(term.pages),
                note="" if len(taxonomies) == 1 else taxonomy.name,
            )
            for taxonomy in taxonomies
            for term in taxonomy.terms
        ),
        key=lambda link: (link.text.casefold(), link.text, link.note),
    )
    groups = _groups(links)
    shared = {"taxonomy": name, "total": len(links), "up": ()}
    if len(links) <= MOST_TERMS:
        whole = (Group(letter="", slug="", terms=tuple(links)),) if 0 < len(links) < MANY_TERMS else groups
        yield Listing(template="terms.html", path=path, values={**shared, "groups": whole, "letters": ()})
        return
    letters = tuple(
        Link(text=group.letter, url=config.url(f"{below}{group.slug}/"), count=len(group.terms))
        for group in groups
    )
    largest = sorted(links, key=lambda link: -link.count)[:LARGEST]
    top = (Group(letter="", slug="", terms=tuple(sorted(largest, key=lambda link: link.text.casefold()))),)
    yield Listing(template="terms.html", path=path, values={**shared, "groups": top, "letters": letters})
    up = (Link(text=name, url=config.url(path)),)
    for group in groups:
        values = {**shared, "up": up, "groups": (group,), "letters": letters, "total": len(group.terms)}
        yield Listing(template="terms.html", path=f"{below}{group.slug}/", values=values)


def _term_pages(
    config: SiteConfig, taxonomy: Taxonomy, term: Term, more: Mapping[str, Any]
) -> Iterator[Listing]:
    base = f"{taxonomy.name}/{term.slug}/"
    size = max(config.page_size, 1)
    count = max(-(-len(term.pages) // size), 1)
    has_feeds = taxonomy.name in FEEDS
    shared = {
        "taxonomy": taxonomy.name,
        "title": calendar.date_title(term.name) if taxonomy.name == "dates" else term.name,
        "total": len(term.pages),
        "up": _up(config, taxonomy, term),
        "feed": config.url(f"{base}feed.xml") if has_feeds else None,
        "json_feed": config.url(f"{base}feed.json") if has_feeds else None,
    }
    for number in range(1, count + 1):
        first = {**more, "calendar": more["calendar"] if number == 1 else None}
        yield Listing(
            template="list.html",
            path=_page_path(base, number),
            values={**shared, **first, "pager": _pager(config, base, number, count)},
            pages=term.pages[(number - 1) * size : number * size],
        )


def _page_path(base: str, number: int) -> str:
    return base if number == 1 else f"{base}page/{number}/"


def _pager(config: SiteConfig, base: str, number: int, count: int) -> Pager:
    near = range(max(number - 2, 1), min(number + 2, count) + 1)
    shown = sorted({1, count, *near})
    return Pager(
        number=number,
        count=count,
        previous=config.url(_page_path(base, number - 1)) if number > 1 else None,
        next=config.url(_page_path(base, number + 1)) if number < count else None,
        links=tuple((each, config.url(_page_path(base, each))) for each in shown),
    )


def _up(config: SiteConfig, taxonomy: Taxonomy, term: Term) -> tuple[Link, ...]:
    """The wider lists, widest first."""
    links = [Link(text=taxonomy.name, url=config.url(f"{taxonomy.name}/"))]
    parts = term.slug.split("/") if taxonomy.name == "dates" else []
    for length in range(1, len(parts)):
        slug = "/".join(parts[:length])
        links.append(Link(text=calendar.date_title(slug), url=config.url(f"dates/{slug}/")))
    return tuple(links)


def _levels(config: SiteConfig, taxonomy: Taxonomy) -> dict[str, dict[str, Link | None]]:
    """For each date the one before and the one after among those as exact as it."""
    if taxonomy.name != "dates":
        return {}
    found: dict[str, dict[str, Link | None]] = {}
    for depth in range(3):
        terms = [term for term in taxonomy.terms if term.slug.count("/") == depth and term.slug[0].isdigit()]
        links: list[Link | None] = [
            Link(
                text=calendar.date_title(term.slug),
                url=config.url(f"dates/{term.slug}/"),
                count=len(term.pages),
            )
            for term in terms
        ]
        older, newer = [*links[1:], None], [None, *links[:-1]]
        for term, before, after in zip(terms, older, newer, strict=bool(terms)):
            found[term.slug] = {"before": before, "after": after}
    return found


def _groups(links: Iterable[Link]) -> tuple[Group, ...]:
    letters: dict[tuple[str, str], list[Link]] = {}
    for link in links:
        letters.setdefault(initial(link.text), []).append(link)
    ordered = sorted(letters.items(), key=lambda item: (item[0][1] == OTHER, item[0][1]))
    return tuple(Group(letter=letter, slug=slug, terms=tuple(terms)) for (letter, slug), terms in ordered)


def initial(text: str) -> tuple[str, str]:
    """The heading and the slug under which a name stands: its first letter without accents.

    Scripts whose first characters are too many to be headings stand under the script's name; digits and
    signs stand together.
    """
    first = unicodedata.normalize("NFD", text.strip())[:1]
    if not first.isalpha():
        return "0–9 and signs", OTHER
    script = unicodedata.name(first, "").split(" ")[0]
    if script in _LARGE_SCRIPTS or "HANGUL" in unicodedata.name(text.strip()[:1], ""):
        name = _LARGE_SCRIPTS.get(script, "Hangul")
        return name, name.lower()
    return first.upper(), first.lower()
