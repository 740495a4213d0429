"""The whole archive for programs: one JSON object a line, one file a year, and a list of the files."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from archiver.model.site import OutputFile, Page, Site

FOLDER = "data/"
_UNDATED = "undated"


class Dump:
    """Gathers the articles' JSON by year; a year's file is made as soon as its last article is there."""

    def __init__(self, site: Site) -> None:
        self._config = site.config
        self._waiting = Counter(_year(page) for page in site.pages)
        self._lines: dict[str, list[bytes]] = {}
        self._files: list[dict[str, Any]] = []

    def add(self, page: Page, line: bytes) -> Iterator[OutputFile]:
        """Take an article's JSON, one line with its line end; gives the year's file where it is complete."""
        year = _year(page)
        self._lines.setdefault(year, []).append(line)
        self._waiting[year] -= 1
        if self._waiting[year]:
            return
        lines = self._lines.pop(year)
        data = b"".join(lines)
        path = f"{FOLDER}articles-{year}.jsonl"
        self._files.append(
            {
                "year": None if year == _UNDATED else year,
                "url": self._config.canonical(path) or self._config.url(path),
                "articles": len(lines),
                "bytes": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
        )
        yield OutputFile(path=path, data=data)

    def index(self) -> OutputFile:
        """The list of the files that were made."""
        told = {
            "title": self._config.title,
            "files": sorted(self._files, key=lambda file: file["year"] or ""),
        }
        data = f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()
        return OutputFile(path=f"{FOLDER}index.json", data=data)


def _year(page: Page) -> str:
    published = page.bundle.article.published or ""
    return published[:4] if published[:4].isascii() and published[:4].isdigit() else _UNDATED
