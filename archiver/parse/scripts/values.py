"""The JSON of a page's scripts, assignments and attributes."""

import html
import json
import re
from collections.abc import Iterator
from typing import Any

from archiver.parse.scripts.story import scripts

MOST_SOURCES = 200
"""Places of a page that are tried as JSON."""
_OPENS = re.compile(r"[=(]\s{0,9}(?=[\[{]\s{0,9}[\"\[{])")
_ATTRIBUTE = re.compile(r"=\s?(?:\"(\s{0,9}[\[{][^\"]{100,})\"|'(\s{0,9}[\[{][^']{100,})')")


def json_values(page: str) -> Iterator[Any]:
    """What of the page's scripts and attributes is JSON."""
    tries = MOST_SOURCES
    for script in scripts(page):
        at = 0 if script.lstrip()[:1] in ("{", "[") else _opening_at(script, 0)
        while at >= 0 and tries:
            tries -= 1
            value, end = decode(script, at)
            yield value
            at = _opening_at(script, max(end, at + 1))
    for found in _ATTRIBUTE.finditer(page):
        if not tries:
            return
        tries -= 1
        yield decode(html.unescape(found[1] or found[2]), 0)[0]


def _opening_at(script: str, start: int) -> int:
    found = _OPENS.search(script, start)
    return found.end() if found else -1


def decode(source: str, start: int) -> tuple[Any, int]:
    """The JSON value that begins there, an empty one where none does, and where reading it ended."""
    while start < len(source) and source[start].isspace():
        start += 1
    try:
        value, end = json.JSONDecoder(strict=False).raw_decode(source, start)
    except json.JSONDecodeError as error:
        return [], error.pos
    except (ValueError, RecursionError):
        return [], len(source)
    return value, end
