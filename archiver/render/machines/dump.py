"""The whole archive for programs: one JSON object a line, one file a year, and a list of the files."""

import json
from collections import Counter
from typing import Any

from archiver.model.site import Page, Site
from archiver.render.parts import Place, Placed, one_file

FOLDER = "data/"
_UNDATED = "undated"


class Dump:
    """Gathers the articles' JSON by year; a year's file is made as soon as its last article is there."""

    def __init__(self, site: Site, place: Place) -> None:
        self._config = site.config
        self._place = place
        self._waiting = Counter(_year(page) for page in site.pages)
        self._lines: dict[str, list[Placed]] = {}
        self._files: list[dict[str, Any]] = []

    def add(self, page: Page, line: Placed) -> None:
        """Take an article's JSON, one line with its line end; places the year's file where it is complete."""
        year = _year(page)
        self._lines.setdefault(year, []).append(line)
        self._waiting[year] -= 1
        if self._waiting[year]:
            return
        lines = self._lines.pop(year)
        path = f"{FOLDER}articles-{year}.jsonl"
        reads = tuple(each.sha256 for each in lines)
        (placed,) = self._place(one_file(path, lambda: b"".join(each.read() for each in lines), reads))
        self._files.append(
            {
                "year": None if year == _UNDATED else year,
                "url": self._config.canonical(path) or self._config.url(path),
                "articles": len(lines),
                "bytes": placed.size_bytes,
                "sha256": placed.sha256,
            }
        )

    def finish(self) -> None:
        """Place the list of the files that were made."""
        told = {
            "title": self._config.title,
            "files": sorted(self._files, key=lambda file: file["year"] or ""),
        }
        data = f"{json.dumps(told, ensure_ascii=False, indent=1)}\n".encode()
        self._place(one_file(f"{FOLDER}index.json", lambda: data))


def _year(page: Page) -> str:
    published = page.article.published or ""
    return published[:4] if published[:4].isascii() and published[:4].isdigit() else _UNDATED
