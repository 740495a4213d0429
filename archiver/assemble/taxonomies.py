"""The ways to browse: which terms each page has, and a slug of its own for every term."""

from collections.abc import Callable, Iterable

from archiver.assemble.order import date_parts
from archiver.errors import Diagnostic, Severity
from archiver.model.site import Page, Taxonomy, Term, term_name
from archiver.text import digest, slug

UNDATED = "undated"


TAXONOMIES: tuple[tuple[str, Callable[[Page], Iterable[str]]], ...] = (
    ("sources", lambda page: (page.source,)),
    ("authors", lambda page: page.article.authors),
    ("tags", lambda page: page.article.tags),
    ("sections", lambda page: (page.article.section or "",)),
    ("credits", lambda page: page.credits),
)
"""Each taxonomy's name, and the values that a page has in it."""


def taxonomies(pages: tuple[Page, ...]) -> tuple[tuple[Taxonomy, ...], tuple[Diagnostic, ...]]:
    """All taxonomies over pages that are newest first, and what is to be said about their slugs."""
    made: list[Taxonomy] = []
    notes: list[Diagnostic] = []
    for name, values in TAXONOMIES:
        members = _members(pages, values)
        slugs, told = _slugs(name, members)
        notes += told
        ordered = sorted(members, key=lambda term: (term.casefold(), term))
        terms = (Term(name=term, slug=slugs[term], pages=tuple(members[term])) for term in ordered)
        made.append(Taxonomy(name=name, terms=tuple(terms)))
    return (*made, _dates(pages)), tuple(notes)


def _members(pages: tuple[Page, ...], values: Callable[[Page], Iterable[str]]) -> dict[str, list[Page]]:
    members: dict[str, list[Page]] = {}
    for page in pages:
        # A page that names a term twice still has it once.
        for term in dict.fromkeys(term_name(value) for value in values(page)):
            if term:
                members.setdefault(term, []).append(page)
    return members


def _slugs(taxonomy: str, terms: Iterable[str]) -> tuple[dict[str, str], list[Diagnostic]]:
    """A slug for each term: terms that would share one stay apart, and that is reported."""
    wanted: dict[str, list[str]] = {}
    for term in terms:
        wanted.setdefault(slug(term), []).append(term)
    slugs: dict[str, str] = {}
    notes: list[Diagnostic] = []
    for base, group in sorted(wanted.items()):
        # The term that is spelled like the slug keeps it, so that a newcomer does not move its page.
        ordered = sorted(group, key=lambda term: (term != base, term.casefold() != base, term))
        slugs[ordered[0]] = base
        for term in ordered[1:]:
            slugs[term] = _apart(base, term, wanted)
        if len(ordered) > 1:
            notes.append(_collision(taxonomy, ordered, slugs))
    return slugs, notes


def _apart(base: str, term: str, taken: dict[str, list[str]]) -> str:
    return next(found for length in range(6, 65) if (found := f"{base}-{digest(term, length)}") not in taken)


def _collision(taxonomy: str, terms: list[str], slugs: dict[str, str]) -> Diagnostic:
    told = ", ".join(f"“{term}” at {taxonomy}/{slugs[term]}/" for term in terms)
    return Diagnostic(
        code="slug-collision",
        severity=Severity.NOTE,
        message=f"{len(terms)} different {taxonomy} have the same slug and are kept apart: {told}",
        hint="spell them alike in the page bundles if they are one",
    )


def _dates(pages: tuple[Page, ...]) -> Taxonomy:
    members: dict[str, list[Page]] = {}
    for page in pages:
        slug = ""
        parts = date_parts(page.article.published)
        for part in parts if parts[0] else (UNDATED,):
            if part is None:
                break
            slug = f"{slug}/{part}" if slug else part
            members.setdefault(slug, []).append(page)
    undated = members.pop(UNDATED, [])
    terms = [_date_term(slug, members[slug]) for slug in sorted(members, key=_newest_wider_first)]
    if undated:
        terms.append(_date_term(UNDATED, undated))
    return Taxonomy(name="dates", terms=tuple(terms))


def _newest_wider_first(slug: str) -> tuple[int, ...]:
    """A key that puts 2022 before 2022/04 before 2022/04/14 before 2022/03 before 2021."""
    return tuple(-int(part) for part in slug.split("/"))


def _date_term(name: str, pages: list[Page]) -> Term:
    return Term(name=name, slug=name, pages=tuple(pages))
