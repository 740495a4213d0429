"""A document with the look-ups that rules share, each computed once."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Set
from functools import cached_property
from typing import Any, TypeVar

from archiver.model.document import Block, Container, Document, Mark, MarkKind

T = TypeVar("T")
NONE: frozenset[str] = frozenset()


class Reading:
    """Read-only view of one document; rules ask it and never change it."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._found: dict[Callable[[Reading], Any], Any] = {}
        self._remembered: dict[str, Any] = {}

    def once(self, find: Callable[["Reading"], T]) -> T:
        """What the recogniser finds in this document; it runs the first time that a rule asks."""
        if find not in self._found:
            self._found[find] = find(self)
        return self._found[find]  # type: ignore[no-any-return]

    def remembered(self, name: str, find: Callable[[], T]) -> T:
        """What `find` found the first time that a rule asked under this name."""
        if name not in self._remembered:
            self._remembered[name] = find()
        return self._remembered[name]  # type: ignore[no-any-return]

    @cached_property
    def starts(self) -> list[int]:
        """Where each block begins."""
        return [block.start for block in self.document.blocks]

    @cached_property
    def texts(self) -> list[str]:
        """The words of each block, without its closing newline."""
        return [self.document.text_of(block) for block in self.document.blocks]

    def blocks_in(self, start: int, end: int) -> range:
        """Indexes of the blocks that touch the span."""
        if end <= start:
            return range(0)
        return range(max(0, bisect_right(self.starts, start) - 1), bisect_left(self.starts, end))

    def block_at(self, offset: int) -> Block:
        """The block that holds the character."""
        return self.document.blocks[bisect_right(self.starts, offset) - 1]

    @cached_property
    def children(self) -> list[list[int]]:
        """For each container, the indexes of the containers directly inside it."""
        inside: list[list[int]] = [[] for _ in self.document.containers]
        for index, container in enumerate(self.document.containers):
            if container.parent >= 0:
                inside[container.parent].append(index)
        return inside

    @cached_property
    def innermost(self) -> list[int]:
        """For each block, the index of the smallest container that holds all of it, or -1."""
        containers = self.document.containers
        found, opened, coming = [], list[int](), 0
        for block in self.document.blocks:
            while coming < len(containers) and containers[coming].start <= block.start:
                opened.append(coming)
                coming += 1
            while opened and containers[opened[-1]].end <= block.start:
                opened.pop()
            index = opened[-1] if opened else -1
            while index >= 0 and containers[index].end < block.end:
                index = containers[index].parent
            found.append(index)
        return found

    @cached_property
    def _tags(self) -> dict[str, list[int]]:
        """The indexes of the containers of each tag."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, container in enumerate(self.document.containers):
            found[container.tag].append(index)
        return found

    @cached_property
    def _attributes(self) -> dict[str, list[int]]:
        """The indexes of the containers that have each attribute."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for index, container in enumerate(self.document.containers):
            for name, _ in container.attributes:
                found[name].append(index)
        return found

    @cached_property
    def _classed(self) -> dict[tuple[frozenset[str], frozenset[str]], list[int]]:
        """The indexes of the containers that have each set of class tokens, and words in them."""
        found: defaultdict[tuple[frozenset[str], frozenset[str]], list[int]] = defaultdict(list)
        for index, container in enumerate(self.document.containers):
            if container.tokens:
                found[container.tokens, container.words].append(index)
        return found

    @cached_property
    def tokens(self) -> frozenset[str]:
        """All class tokens of the page."""
        return NONE.union(*(tokens for tokens, _ in self._classed))

    @cached_property
    def _words(self) -> frozenset[str]:
        return NONE.union(*(words for _, words in self._classed))

    def where(
        self,
        *,
        tags: Set[str] = NONE,
        attributes: Set[str] = NONE,
        tokens: Set[str] = NONE,
        words: Set[str] = NONE,
    ) -> list[int]:
        """The indexes of the containers that have one of the tags, attributes, tokens or words, in order.

        It finds in one look what a rule would else ask every element of the page.
        """
        found: set[int] = set()
        for tag in self._tags.keys() & tags:
            found.update(self._tags[tag])
        for name in self._attributes.keys() & attributes:
            found.update(self._attributes[name])
        tokens, words = self.tokens & tokens, self._words & words
        if tokens or words:
            for (own_tokens, own_words), indexes in self._classed.items():
                if not (own_tokens.isdisjoint(tokens) and own_words.isdisjoint(words)):
                    found.update(indexes)
        return sorted(found)

    @cached_property
    def _container_starts(self) -> list[int]:
        return [container.start for container in self.document.containers]

    def inside(self, start: int, end: int) -> tuple[Container, ...]:
        """The containers that begin inside the span, in order of opening."""
        first = bisect_left(self._container_starts, start)
        return self.document.containers[first : bisect_left(self._container_starts, end)]

    def around(self, block: int) -> list[Container]:
        """The containers that hold the block, innermost first."""
        found, index = [], self.innermost[block]
        while index >= 0:
            found.append(self.document.containers[index])
            index = self.document.containers[index].parent
        return found

    @cached_property
    def mark_starts(self) -> list[int]:
        """Where each mark begins."""
        return [mark.start for mark in self.document.marks]

    @cached_property
    def links(self) -> tuple[Mark, ...]:
        """The link marks, in order."""
        return tuple(mark for mark in self.document.marks if mark.kind is MarkKind.LINK)

    @cached_property
    def _link_starts(self) -> list[int]:
        return [mark.start for mark in self.links]

    def linked(self, start: int, end: int) -> int:
        """How many characters of the span stand in links."""
        first = max(0, bisect_right(self._link_starts, start) - 1)
        last = bisect_left(self._link_starts, end)
        return sum(max(0, min(end, mark.end) - max(start, mark.start)) for mark in self.links[first:last])

    def links_in(self, start: int, end: int) -> tuple[Mark, ...]:
        """The links that begin inside the span, in order."""
        return self.links[bisect_left(self._link_starts, start) : bisect_left(self._link_starts, end)]

    def links_over(self, start: int, end: int) -> tuple[Mark, ...]:
        """The links that hold the whole span but for white space at its ends, in order."""
        text = self.document.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        index = bisect_right(self._link_starts, start)
        return tuple(mark for mark in self.links[max(0, index - 1) : index] if mark.end >= end > start)
