"""Markup to a BeautifulSoup tree of what a reader or a rule can use, within bounds.

The builder hands BeautifulSoup no comments, no styles, no shapes and no scripts. It also sees to it that
neither depth nor number of elements can exhaust the machine: past the bounds an element is passed over and
its text goes to the element around it, so that the text is always whole.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder._lxml import LXMLTreeBuilder

from archiver.parse.html_names import READ, SHAPES, UNSEEN

DEEPEST = 400
"""Elements nested deeper than this are passed over, their text is kept."""
MOST_ELEMENTS = 200_000
"""Elements after this many are passed over, their text is kept."""
_DROPPED = UNSEEN - {"head", "title"}


class _Builder(LXMLTreeBuilder):
    """The lxml builder within bounds; libxml2's events are balanced."""

    def __init__(self) -> None:
        super().__init__(multi_valued_attributes=None, string_containers={})
        self._kept: list[bool | None] = []
        """For each open element: kept, passed over, or None where it says nothing about its text."""
        self._dropping = 0
        self._depth = 0
        self._count = 0

    def start(self, tag: Any, attrib: Any, nsmap: Any = None) -> None:
        """Open an element, unless it is unseen or past the bounds."""
        if self._dropping or (tag in _DROPPED and not self._holds_words(tag, attrib)):
            self._dropping += 1
            return
        soup: Any = self.soup
        if tag in SHAPES or (tag == "span" and not attrib):
            self._kept.append(None)
            return
        keep = self._depth < DEEPEST and self._count < MOST_ELEMENTS
        self._kept.append(keep)
        if not keep:
            soup.handle_data(" ")
            return
        self._depth += 1
        self._count += 1
        attributes = {name: attrib[name] for name in attrib if name in READ} if attrib else {}
        soup.handle_starttag(tag, None, None, attributes, namespaces={})

    def _holds_words(self, tag: str, attrib: Any) -> bool:
        """A template that makes a shadow root is shown where it stands."""
        return tag == "template" and "shadowrootmode" in attrib

    def end(self, tag: Any) -> None:
        """Close an element."""
        if self._dropping:
            self._dropping -= 1
            return
        soup: Any = self.soup
        kept = self._kept.pop()
        if kept:
            self._depth -= 1
            soup.handle_endtag(tag, None)
        elif kept is False:
            soup.handle_data(" ")

    def data(self, data: Any) -> None:
        """Text, unless of an unseen element."""
        if not self._dropping:
            soup: Any = self.soup
            soup.handle_data(data)

    def comment(self, text: Any) -> None:
        """A comment is not the page's text."""

    def pi(self, target: str, data: str) -> None:
        """A processing instruction is not the page's text."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep Python's collector of cycles from running meanwhile.

    It would look through the growing tree again and again, for a quarter of the time, and find nothing.
    """
    rested = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if rested:
            gc.enable()


def tree(text: str) -> BeautifulSoup:
    """The page as a tree; never raises, whatever the markup."""
    return BeautifulSoup(text.encode("utf-8", "replace").decode(), builder=_Builder())
