"""The room's verb: page bundles in any order become one site."""

from collections.abc import Iterable
from dataclasses import replace

from archiver.assemble.order import neighbours, newest_first
from archiver.assemble.permalinks import check_permalinks
from archiver.assemble.related import related
from archiver.assemble.taxonomies import taxonomies
from archiver.model.site import Page, RuleNote, Site, SiteConfig


def assemble(config: SiteConfig, pages: Iterable[Page], rules: tuple[RuleNote, ...] = ()) -> Site:
    """The site of these pages, the same whatever order they come in; what was taken down is not in it.

    `rules` is what the site tells of the extraction. Raises BuildError where two pages share a permalink.
    """
    gone = {entry.page: entry for entry in config.corrections if entry.takedown and entry.page}
    ordered = newest_first(pages)
    check_permalinks(ordered)
    shown = tuple(page for page in ordered if page.permalink not in gone)
    found, notes = taxonomies(shown)
    sources = next((taxonomy.terms for taxonomy in found if taxonomy.name == "sources"), ())
    alike = related(shown, found)
    beside = neighbours(shown, (term.pages for term in sources))
    return Site(
        config=config,
        pages=shown,
        taxonomies=found,
        neighbours=tuple(
            replace(each, related=alike.get(page.permalink, ()))
            for page, each in zip(shown, beside, strict=True)
        ),
        diagnostics=notes,
        gone=tuple(gone.values()),
        rules=rules,
    )
