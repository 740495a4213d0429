"""The claim model: rules claim words, the first claim wins, what is settled is a partition.

A rule is a pure function. One of the first table sees the page alone; one of the second also sees what
the first table settled, for rules whose evidence is what other rules found.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from archiver.extract.findings import Finding
from archiver.model.ledger import Role


class Claim(NamedTuple):
    """These characters of the document are this, because of that."""

    start: int
    end: int
    role: Role
    reason: str = ""
    """What the rule saw, in a few words."""
    finding: Finding | None = None
    """What the words say, as data, for the roles that carry some."""


class Settlement(NamedTuple):
    """A claim that won, cut to the characters that were still free, with the rule that made it."""

    start: int
    end: int
    claim: Claim
    rule: str


class Settled:
    """Disjoint settlements in order of position; grows while a table runs, then only read."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._items: list[Settlement] = []

    def __iter__(self) -> Iterator[Settlement]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def within(self, start: int, end: int) -> Iterator[Settlement]:
        """The settlements that touch the span, in order."""
        items, index = self._items, bisect_right(self._starts, start) - 1
        if index < 0 or items[index].end <= start:
            index += 1
        while index < len(items) and items[index].start < end:
            yield items[index]
            index += 1

    def free(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The parts of the span that nothing has claimed, in order."""
        items, found, index = self._items, [], bisect_right(self._starts, start) - 1
        if index >= 0 and items[index].end > start:
            start = items[index].end
        index += 1
        while start < end:
            if index == len(items) or (item := items[index]).start >= end:
                found.append((start, end))
                break
            if item.start > start:
                found.append((start, item.start))
            start = item.end
            index += 1
        return iter(found)

    def free_sizes(self, spans: Iterable[tuple[int, int]]) -> Iterator[int]:
        """How many characters of each span nothing has claimed; the spans are disjoint and in order."""
        items, first, count = self._items, 0, len(self._items)
        for start, end in spans:
            while first < count and items[first].end <= start:
                first += 1
            free, at = end - start, first
            while at < count and (item := items[at]).start < end:
                free -= min(item.end, end) - max(item.start, start)
                at += 1
            yield free

    def settle(self, rule: str, claims: Iterable[Claim]) -> None:
        """Give each claim, in turn, what is still free of its span."""
        for claim in claims:
            for start, end in self.free(claim.start, claim.end):
                at = bisect_right(self._starts, start)
                self._starts.insert(at, start)
                self._items.insert(at, Settlement(start=start, end=end, claim=claim, rule=rule))
