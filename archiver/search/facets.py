"""What documents can be filtered, counted and sorted by, beside Pagefind's index of their words.

The rows stand in the order in which Pagefind lists its documents, which are named by their number there. So
the search page knows the facets of each result without a request of its own.
"""

import gzip
import json
from collections.abc import Iterable, Sequence
from typing import Any

from archiver.model.site import Page
from archiver.search.documents import KINDS, day, facets_of, kinds, place
from archiver.search.listing import LETTERS, Listed
from archiver.text import digest

FILE = "facets.bin"
"""Below a bundle of Pagefind's: gzipped JSON, under a name to which no server adds an encoding."""
CATALOGUE = "shards.json"
"""Below the search's folder: a list of bundles, as `entry` describes each."""


Row = tuple[Page, str]
"""A document: a page, and the kind of its words that it holds."""


def ordered(pages: Iterable[Page]) -> list[Row]:
    """All documents of the pages in the archive's order."""
    rows = [(page, kind) for page in pages for kind in kinds(page)]
    return sorted(rows, key=lambda row: place(*row).encode())


def facets(rows: Iterable[Row]) -> bytes:
    """The columns of the documents.

    A JSON object: `date` (the day, month or year, or empty), `in` (a string, one letter for each kind), and
    for `source`, `section`, `tag`, `author` and `language` lists of indexes into `names` of that facet.
    """
    names: dict[str, dict[str, int]] = {}
    columns: dict[str, list[Any]] = {"date": []}
    letters = []
    for page, kind in rows:
        columns["date"].append(day(page.article.published))
        letters.append(LETTERS[kind])
        for facet, values in facets_of(page).items():
            known = names.setdefault(facet, {})
            indexes = [known.setdefault(value, len(known)) for value in values]
            columns.setdefault(facet, []).append(indexes)
    said = {
        "names": {facet: list(known) for facet, known in names.items()},
        "in": "".join(letters),
        **columns,
    }
    data = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return gzip.compress(data, 9, mtime=0)


def entry(path: str, listed: Listed, rows: Sequence[Row], columns: bytes) -> dict[str, Any]:
    """One bundle's line of the catalogue.

    `path` is its folder below the search's, empty or ending in a slash; `ids` what its documents' names
    begin with; `files` those in its folder that every search loads; `facets` its columns with their digest,
    `bytes` their weight, `years` those of its articles (`undated` among them), `in` its documents' kinds.
    """
    there = {kind for _, kind in rows}
    return {
        "path": path,
        "ids": listed.tag,
        "files": list(listed.files),
        "facets": f"{path}{FILE}?{digest(columns.hex())}",
        "bytes": len(columns),
        "years": sorted({day(page.article.published)[:4] or "undated" for page, _ in rows}),
        "in": [kind for kind in KINDS if kind in there],
    }
