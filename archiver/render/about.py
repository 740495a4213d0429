"""What the archive says of itself: what it holds and lacks by source, what each rule of extraction did."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from archiver.model.site import Page, RuleNote, Site
from archiver.render.values import Link
from archiver.render.views import Views
from archiver.render.words import date_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """What the archive has of one source, or of all, and what it knows that it lacks."""

    source: Link | None
    """None for the sum of all."""
    articles: int
    first: str
    """The earliest date of publication in words; empty where none is known."""
    last: str
    comments: int
    comments_missing: int
    """Declared by the pages and not captured."""
    undated: int
    unsigned: int
    """Without author and agency."""
    embeds_missing: int
    paywalled: int
    edited: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleView:
    """A rule of extraction and what it did in this archive."""

    note: RuleNote
    passages: int
    articles: int


def holdings(site: Site, views: Views) -> tuple[tuple[Holdings, ...], Holdings]:
    """The holdings of each source by name, and their sum."""
    terms = site.taxonomy("sources").terms
    rows = tuple(_holding(term.pages, views.term("sources", term.name)) for term in terms)
    return rows, _holding(site.pages, None)


def rule_views(site: Site) -> tuple[RuleView, ...]:
    """Every rule in its order, with how many passages of how many articles it claimed."""
    passages: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    for page in site.pages:
        named = dict(page.passages)
        passages.update(named)
        articles.update(named.keys())
    return tuple(
        RuleView(note=rule, passages=passages[rule.name], articles=articles[rule.name]) for rule in site.rules
    )


def removed_share(pages: Iterable[Page]) -> tuple[int, int]:
    """(characters removed, characters of all captures), as the ledgers tell."""
    removed = whole = 0
    for page in pages:
        whole += page.characters
        removed += page.characters_removed
    return removed, whole


def _holding(pages: tuple[Page, ...], source: Link | None) -> Holdings:
    articles = [page.article for page in pages]
    dates = [article.published for article in articles if article.published]
    missing = (max((page.article.comments_declared or 0) - page.comments, 0) for page in pages)
    return Holdings(
        source=source,
        articles=len(pages),
        first=date_words(min(dates)[:10]) if dates else "",
        last=date_words(max(dates)[:10]) if dates else "",
        comments=sum(page.comments for page in pages),
        comments_missing=sum(missing),
        undated=sum(article.published is None for article in articles),
        unsigned=sum(not article.authors and not article.agency for article in articles),
        embeds_missing=sum(article.embeds_missing for article in articles),
        paywalled=sum(article.paywalled for article in articles),
        edited=sum(page.edited for page in pages),
    )
