"""Which articles share one of Pagefind's bundles: those of neighbouring years, up to a few thousand.

A bundle is made again only where its own articles changed. Each that a search opens costs its reader some
30 kB and a request more, and each article some half a megabyte of memory while it is indexed: so bundles are
few and large. They fill from the oldest year on, so that a new article touches the newest alone. A browser
loads the bundles that can hold an answer and merges them.
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
MOST_ARTICLES = 6000
"""Articles of one bundle, unless a single year has more."""
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
    years: dict[str, list[Page]] = {}
    for page in site.pages:
        years.setdefault(day(page.article.published)[:4], []).append(page)
    groups: list[list[str]] = [[]]
    for year in sorted(years):
        if groups[-1] and sum(len(years[one]) for one in (*groups[-1], year)) > MOST_ARTICLES:
            groups.append([])
        groups[-1].append(year)
    if len(groups) == 1:
        return (Bundle(path="", pages=site.pages),)
    chosen = [(_path(group), frozenset(group)) for group in reversed(groups)]
    return tuple(
        Bundle(
            path=path,
            pages=tuple(page for page in site.pages if day(page.article.published)[:4] in group),
        )
        for path, group in chosen
    )


def _path(years: list[str]) -> str:
    first, last = years[0] or UNDATED, years[-1] or UNDATED
    return f"{first}/" if first == last else f"{first}-{last}/"


def shared_files(folder: Path, made: Iterable[Bundle]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of the files that stand once above all bundles, which are made in `folder` already."""
    paths = [bundle.path for bundle in made]
    lines = (json.loads((folder / path / LINE).read_bytes()) for path in paths)
    yield CATALOGUE, f"{json.dumps(list(lines), ensure_ascii=False)}\n".encode()
    if paths != [""]:
        for name in _SHARED:
            yield name, (folder / paths[0] / name).read_bytes()
