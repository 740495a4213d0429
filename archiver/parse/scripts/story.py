"""The story of a page that keeps its text in a script, for its own code to write: JSON of many shapes.

No shape is relied on: the longest string that reads as prose is the story, be it HTML or plain text, in
JSON-LD, in a script of type JSON, in an assignment, or in a string that holds JSON itself.
"""

import html
import json
import re
from collections.abc import Iterator, Sequence

from archiver.model.document import Block, BlockKind
from archiver.text import squash, visible

LEAST_CHARACTERS = 400
"""A shorter string is a teaser or a description, not a story."""
LARGEST_CHARACTERS = 5_000_000
"""Scripts are looked through up to this many characters of the page."""
DEEPEST = 3
"""Strings are looked for inside strings this many times."""
_ENOUGH = 600
"""Characters of paragraphs that show that the page itself prints its story."""
_LINE = 60
"""A shorter line is no paragraph of a story."""
_WORDS = frozenset(
    [BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE, BlockKind.QUOTE, BlockKind.PREFORMATTED]
)
_SCRIPT = re.compile(r"<script\b[^>]{0,1000}>", re.IGNORECASE)
_SCRIPT_END = re.compile(r"</script", re.IGNORECASE)
_STRING = re.compile(r'"((?:[^"\\]++|\\.)*+)"', re.DOTALL)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,2000}>")
_MARKUP = re.compile(r"<(?:p|br|div|h[2-6])\b", re.IGNORECASE)
_SENTENCE = re.compile(r"\w[.!?…][\"”’»)]*\s|[。！？]")
_CODE = re.compile(r"[{};=<>|\\]")
_DATA = re.compile(r'"\s?:\s?["{\[]')
_SLOT = re.compile(r"\$\$\w{1,40}\$\$|\{\{[^{}]{1,80}\}\}")


def is_without_story(blocks: Sequence[Block]) -> bool:
    """Whether the page's own paragraphs together are shorter than a story."""
    lengths = (block.end - block.start for block in blocks if block.kind in _WORDS)
    return sum(length for length in lengths if length >= _LINE) < _ENOUGH


def script_story(page: str, printed: str = "") -> str:
    """The story as HTML, from the script that holds it; empty where none does, or where it is printed."""
    best, most = "", 0
    for script in scripts(page[:LARGEST_CHARACTERS]):
        for words in _strings(script, DEEPEST):
            size = _prose(words)
            if size > most:
                best, most = words, size
    opening = visible(html.unescape(_TAG.sub(" ", best)))[:_LINE]
    return _as_html(best) if best and opening not in visible(printed) else ""


def scripts(page: str) -> Iterator[str]:
    """The contents of the page's scripts; one that never ends has none."""
    at = 0
    while (opened := _SCRIPT.search(page, at)) and (closed := _SCRIPT_END.search(page, opened.end())):
        yield page[opened.end() : closed.start()]
        at = closed.end()


def _strings(source: str, depth: int) -> Iterator[str]:
    """The long strings of the source, and those inside them."""
    for found in _STRING.finditer(source):
        if found.end() - found.start() < LEAST_CHARACTERS:
            continue
        try:
            words = json.loads(f'"{found[1]}"', strict=False)
        except ValueError:
            continue
        if not _DATA.search(words):
            yield words
        elif depth > 1:
            yield from _strings(words, depth - 1)


def _prose(words: str) -> int:
    """How many characters of prose the string holds; 0 where it is code, data or a list of names."""
    bare = _TAG.sub(" ", words)
    if len(bare) < LEAST_CHARACTERS or len(_CODE.findall(bare)) * 100 > len(bare):
        return 0
    sentences = len(_SENTENCE.findall(bare + " "))
    return len(squash(bare)) if sentences >= 3 and sentences * 600 > len(bare) else 0


def _as_html(words: str) -> str:
    words = _SLOT.sub(" ", words)
    if not _MARKUP.search(words):
        lines = (html.escape(html.unescape(line.strip())) for line in words.splitlines())
        words = "".join(f"<p>{line}</p>" for line in lines if line)
    return f'<article class="article-body">{words}</article>'
