"""The room's verb: page bundles in any order become one site."""

from collections.abc import Iterable

from archiver.assemble.order import neighbours, newest_first
from archiver.assemble.permalinks import check_permalinks
from archiver.assemble.taxonomies import taxonomies
from archiver.model.site import Page, Site, SiteConfig


def assemble(config: SiteConfig, pages: Iterable[Page]) -> Site:
    """The site of these pages, the same whatever order they come in.

    Raises BuildError where two pages have the same permalink.
    """
    ordered = newest_first(pages)
    check_permalinks(ordered)
    found, notes = taxonomies(ordered)
    site = Site(config=config, pages=ordered, taxonomies=found, diagnostics=notes)
    by_source = (term.pages for term in site.taxonomy("sources").terms)
    return Site(
        config=config,
        pages=ordered,
        taxonomies=found,
        neighbours=neighbours(ordered, by_source),
        diagnostics=notes,
    )
