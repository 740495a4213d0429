"""Listing pages: every way to browse, every term of it, in pages of the configured size."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from archiver.model.site import Page, SiteConfig, Taxonomy, Term
from archiver.render.views import Link
from archiver.render.words import month_name

MANY_TERMS = 40
"""From this many on, an index of terms is parted by first letter."""

_SHADES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One listing page: which template, where, with which values, and whose cards."""

    template: str
    path: str
    """Below the site's root, ending in a slash."""
    values: Mapping[str, Any]
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A cell of the table of years and months."""

    name: str
    link: Link | None
    """None where the month has no article."""
    shade: int
    """0 for none to 4 for as many as the fullest month has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """A row of the table of years and months."""

    link: Link
    months: tuple[Month, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Terms with the same first letter."""

    letter: str
    """Empty where the terms are too few to part."""
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
        years, undated = _calendar(config, taxonomy)
        yield Listing(template="dates.html", path="dates/", values={"years": years, "undated": undated})
    else:
        values = {"taxonomy": taxonomy.name, "groups": _groups(config, taxonomy)}
        yield Listing(template="terms.html", path=f"{taxonomy.name}/", values=values)
    for term in taxonomy.terms:
        yield from _term_pages(config, taxonomy, term)


def _term_pages(config: SiteConfig, taxonomy: Taxonomy, term: Term) -> Iterator[Listing]:
    base = f"{taxonomy.name}/{term.slug}/"
    size = max(config.page_size, 1)
    count = max(-(-len(term.pages) // size), 1)
    shared = {
        "taxonomy": taxonomy.name,
        "title": _title(taxonomy, term),
        "total": len(term.pages),
        "up": _up(config, taxonomy, term),
        "narrower": _narrower(config, taxonomy, term),
    }
    for number in range(1, count + 1):
        yield Listing(
            template="list.html",
            path=_page_path(base, number),
            values={**shared, "pager": _pager(config, base, number, count)},
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


def _title(taxonomy: Taxonomy, term: Term) -> str:
    if taxonomy.name != "dates":
        return term.name
    year, _, month = term.name.partition("/")
    return f"{month_name(month)} {year}" if month else year.capitalize()


def _up(config: SiteConfig, taxonomy: Taxonomy, term: Term) -> tuple[Link, ...]:
    """The wider lists, widest first."""
    links = [Link(text=taxonomy.name.capitalize(), url=config.url(f"{taxonomy.name}/"))]
    year, _, month = term.slug.partition("/")
    if taxonomy.name == "dates" and month:
        links.append(Link(text=year, url=config.url(f"dates/{year}/")))
    return tuple(links)


def _narrower(config: SiteConfig, taxonomy: Taxonomy, term: Term) -> tuple[Link, ...]:
    """A year's months, oldest first."""
    if taxonomy.name != "dates" or "/" in term.slug:
        return ()
    months = [each for each in taxonomy.terms if each.slug.startswith(f"{term.slug}/")]
    return tuple(
        Link(
            text=month_name(each.slug.partition("/")[2]),
            url=config.url(f"dates/{each.slug}/"),
            count=len(each.pages),
        )
        for each in reversed(months)
    )


def _groups(config: SiteConfig, taxonomy: Taxonomy) -> tuple[Group, ...]:
    links = [
        Link(text=term.name, url=config.url(f"{taxonomy.name}/{term.slug}/"), count=len(term.pages))
        for term in taxonomy.terms
    ]
    if len(links) < MANY_TERMS:
        return (Group(letter="", terms=tuple(links)),) if links else ()
    letters: dict[str, list[Link]] = {}
    for link in links:
        first = link.text[0].upper()
        letters.setdefault(first if first.isalpha() else "0–9 and signs", []).append(link)
    return tuple(Group(letter=letter, terms=tuple(terms)) for letter, terms in letters.items())


def _calendar(config: SiteConfig, taxonomy: Taxonomy) -> tuple[tuple[Year, ...], Link | None]:
    terms = {term.slug: term for term in taxonomy.terms}
    fullest = max((len(term.pages) for slug, term in terms.items() if "/" in slug), default=1)

    def link(slug: str, text: str) -> Link:
        return Link(text=text, url=config.url(f"dates/{slug}/"), count=len(terms[slug].pages))

    def month(slug: str) -> Month:
        name = month_name(slug[-2:])
        if slug not in terms:
            return Month(name=name, link=None, shade=0)
        return Month(name=name, link=link(slug, name), shade=-(-len(terms[slug].pages) * _SHADES // fullest))

    years = tuple(
        Year(link=link(slug, slug), months=tuple(month(f"{slug}/{number:02}") for number in range(1, 13)))
        for slug in terms
        if slug.isdigit()
    )
    return years, link("undated", "Undated") if "undated" in terms else None
