"""What documents can be filtered, counted and sorted by, beside Pagefind's index of their words.

Pagefind names its results by digests of its own; asked for all documents by `place` it gives them in the
order of these columns. So the search page knows the facets of each result without a request of its own.
"""

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from archiver.model.site import Page, term_name
from archiver.search.documents import KINDS, day, kinds, place
from archiver.text import digest

FILE = "facets.bin"
"""Below a bundle of Pagefind's: gzipped JSON, under a name to which no server adds an encoding."""
_SUBTAGS = re.compile("[-_]")
CATALOGUE = "shards.json"
"""Below the search's folder: a list of bundles, as `entry` describes each."""


def facets(pages: Iterable[Page]) -> bytes:
    """The columns of the pages' documents, sorted by `place`.

    A JSON object: `date` (the day, month or year, or empty), `in` (0 article, 1 comments), and for `source`,
    `section`, `tag`, `author` and `language` lists of indexes into the list of that name in `names`.
    """
    rows = sorted(_rows(pages), key=lambda row: row[0].encode())
    names: dict[str, dict[str, int]] = {}
    columns: dict[str, list[Any]] = {"date": [], "in": []}
    for _, page, kind in rows:
        columns["date"].append(day(page.bundle.article.published))
        columns["in"].append(KINDS.index(kind))
        for facet, values in _values(page).items():
            known = names.setdefault(facet, {})
            indexes = [known.setdefault(value, len(known)) for value in values]
            columns.setdefault(facet, []).append(indexes)
    said = {"names": {facet: list(known) for facet, known in names.items()}, **columns}
    data = json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()
    return gzip.compress(data, mtime=0)


def entry(path: str, pages: Iterable[Page], columns: bytes) -> dict[str, Any]:
    """One bundle's line of the catalogue.

    `path` is its folder below the search's, empty or ending in a slash; `facets` its columns with their
    digest, `years` those of its articles (`undated` among them), `in` the kinds of documents it holds.
    """
    pages = tuple(pages)
    there = {kind for page in pages for kind in kinds(page)}
    years = sorted({day(page.bundle.article.published)[:4] or "undated" for page in pages})
    facets_path = f"{path}{FILE}?{digest(columns.hex())}"
    return {"path": path, "facets": facets_path, "years": years, "in": sorted(there)}


def _rows(pages: Iterable[Page]) -> Iterator[tuple[str, Page, str]]:
    for page in pages:
        for kind in kinds(page):
            yield place(page, kind), page, kind


def _values(page: Page) -> dict[str, list[str]]:
    article = page.bundle.article
    printed = {
        "source": (page.source,),
        "section": (article.section or "",),
        "tag": article.tags,
        "author": article.authors,
        "language": (_SUBTAGS.split(article.language or "")[0].lower(),),
    }
    terms = {facet: map(term_name, values) for facet, values in printed.items()}
    return {facet: list(filter(None, dict.fromkeys(values))) for facet, values in terms.items()}
