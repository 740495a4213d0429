"""Markup to a light tree of what a reader or a rule can use, within bounds.

lxml's parser calls us with balanced events and makes no tree of its own: libxml2's would lose text below its
greatest depth, and BeautifulSoup's is the same tree as this one at eight times the cost. The tree holds no
comments, styles, shapes or scripts. Neither depth nor number of elements can exhaust the machine: past the
bounds an element is passed over and its text goes to the element around it, so that the text is always whole.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from archiver.parse.html.names import BLOCKS, SHAPES, UNSEEN

DEEPEST = 3500
"""Elements nested deeper than this are passed over, their text is kept; a thread 1,000 deep needs 3,000."""
MOST_ELEMENTS = 200_000
"""Elements after this many are passed over, their text is kept."""
_DROPPED = UNSEEN - {"head", "title"}
_VERBATIM = frozenset(["pre", "textarea"])
_BLANK = " \n\t\f\r"


class Node:
    """An element: its name, its attributes, and the texts and elements in it.

    It does not know what is around it: a tree without cycles is freed at once.
    """

    __slots__ = ("attrs", "contents", "name")

    def __init__(self, name: str, attrs: Mapping[str, str]) -> None:
        self.name = name
        self.attrs = attrs
        self.contents: list[Node | str] = []

    def descendants(self) -> Iterator["Node | str"]:
        """The texts and elements inside, in page order."""
        stack, rest = [], iter(self.contents)
        while True:
            for one in rest:
                yield one
                if not isinstance(one, str) and one.contents:
                    stack.append(rest)
                    rest = iter(one.contents)
                    break
            else:
                if not stack:
                    return
                rest = stack.pop()

    def elements(self, name: str) -> Iterator["Node"]:
        """The elements of this name inside, in page order."""
        return (one for one in self.descendants() if not isinstance(one, str) and one.name == name)

    def first(self, name: str) -> "Node | None":
        """The first element of this name inside."""
        return next(self.elements(name), None)


class _Builder:
    """What lxml's parser calls; `data` is the bare method of a list, for it is called most."""

    def __init__(self) -> None:
        self._node = Node("", {})
        self._around: list[Node] = []
        self._words: list[str] = []
        self.data = self._words.append
        self._kept: list[bool | None] = []
        """For each open element: kept, passed over, or None where it says nothing about its text."""
        self._dropping = 0
        self._dropped_from = 0
        self._count = 0
        self._verbatim = 0

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:
        """Open an element, unless it is unseen or past the bounds."""
        if self._dropping:
            self._dropping += 1
        elif tag in _DROPPED and not (tag == "template" and "shadowrootmode" in attrib):
            self._dropping = 1
            self._dropped_from = len(self._words)
        elif tag in SHAPES or (tag == "span" and not attrib):
            self._kept.append(None)
        elif len(self._around) >= DEEPEST or self._count >= MOST_ELEMENTS:
            self._kept.append(False)
            self._words.append(" ")
        else:
            if self._words:
                self._text(at_edge=tag in BLOCKS)
            self._kept.append(True)
            self._count += 1
            self._verbatim += tag in _VERBATIM
            node = Node(tag, attrib)
            self._node.contents.append(node)
            self._around.append(self._node)
            self._node = node

    def end(self, tag: str) -> None:
        """Close an element; the words of one that is unseen are forgotten."""
        if self._dropping:
            self._dropping -= 1
            if not self._dropping:
                del self._words[self._dropped_from :]
            return
        kept = self._kept.pop()
        if kept:
            if self._words:
                self._text(at_edge=tag in BLOCKS)
            self._verbatim -= tag in _VERBATIM
            self._node = self._around.pop()
        elif kept is False:
            self._words.append(" ")

    def _text(self, *, at_edge: bool = False) -> None:
        """Add the words since the last tag; white space alone is one character, or none at a block's edge."""
        words = self._words
        text = words[0] if len(words) == 1 else "".join(words)
        words.clear()
        if not (self._verbatim or text.strip(_BLANK)):
            if at_edge:
                return
            text = "\n" if "\n" in text else " "
        self._node.contents.append(text)

    def close(self) -> Node:
        """The whole tree; it is let go here, for lxml's parser and this builder hold each other."""
        if self._dropping:
            del self._words[self._dropped_from :]
        if self._words:
            self._text()
        root = self._around[0] if self._around else self._node
        self._around, self._node = [], Node("", {})
        return root


def tree(text: str) -> Node:
    """The page as a tree; never raises, whatever the markup, and loads nothing that it refers to."""
    parser: Any = etree.HTMLParser(target=_Builder(), recover=True, no_network=True, huge_tree=True)
    parser.feed(text.encode("utf-8", "replace").decode())
    return parser.close()  # type: ignore[no-any-return]
