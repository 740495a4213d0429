"""Which articles share one of Pagefind's bundles: all of a small site, each year's of a large one.

A year's bundle is made again only where its own articles changed, and indexing it takes little memory. A
browser loads the bundles that can hold an answer and merges them.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archiver.model.site import Page, Site
from archiver.search.documents import day
from archiver.search.facets import CATALOGUE

FOLDER = "pagefind"
"""Where the index stands below the site's root."""
LINE = "bundle.json"
"""In each bundle's folder: its line of the catalogue."""
WHOLE_ARTICLES = 1000
"""A site of at most so many articles has one bundle: it is fewer requests, and quickly made."""
_SHARED = ("pagefind.js",)
UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """Articles that are indexed together."""

    path: str
    """Its folder below the search's, empty or ending in a slash."""
    pages: tuple[Page, ...]
    """In the site's order."""


def parted(site: Site) -> tuple[Bundle, ...]:
    """The site's bundles, newest first; never none."""
    if len(site.pages) <= WHOLE_ARTICLES:
        return (Bundle(path="", pages=site.pages),)
    years: dict[str, list[Page]] = {}
    for page in site.pages:
        years.setdefault(day(page.article.published)[:4] or UNDATED, []).append(page)
    return tuple(Bundle(path=f"{year}/", pages=tuple(years[year])) for year in sorted(years, reverse=True))


def shared_files(folder: Path, made: Iterable[Bundle]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of the files that stand once above all bundles, which are made in `folder` already."""
    paths = [bundle.path for bundle in made]
    lines = (json.loads((folder / path / LINE).read_bytes()) for path in paths)
    yield CATALOGUE, f"{json.dumps(list(lines), ensure_ascii=False)}\n".encode()
    if paths != [""]:
        for name in _SHARED:
            yield name, (folder / paths[0] / name).read_bytes()
