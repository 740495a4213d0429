"""Comments that reach beyond one element: a head beside its words in a `dl`, a header before its post."""

from bisect import bisect_left

from archiver.extract.reading import Reading
from archiver.extract.thread_markup.candidates import Item, note

_HEADS = frozenset(["dt", "h3", "h4", "h5", "p", "header"])
"""Elements that hold a comment's head and never its words."""


def span_of(reading: Reading, item: Item) -> tuple[int, int]:
    """Where the comment begins and ends."""
    box = reading.document.containers[item.container]
    return item.start if item.start >= 0 else box.start, max(box.end, item.end)


def reach_back(reading: Reading, items: list[Item]) -> None:
    """Give items the element before theirs that has the same number: their head."""
    containers = reading.document.containers
    taken = {item.container for item in items}
    for item in items:
        box = containers[item.container]
        beside = reading.children[box.parent] if box.parent >= 0 else []
        place = bisect_left(beside, item.container)
        before = beside[place - 1] if place else -1
        if before < 0 or not item.number or before in taken:
            continue
        if any(token.endswith((f"-{item.number}", f"_{item.number}")) for token in containers[before].tokens):
            item.start = containers[before].start
            for inner in range(before, item.container):
                note(reading, item, inner)


def extend(reading: Reading, items: list[Item]) -> None:
    """Let items that hold a head alone, each beside the next, reach to the next one (a `dl`, flat rows)."""
    containers = reading.document.containers
    next_in: dict[int, int] = {}
    for item in reversed(items):
        box = containers[item.container]
        end = containers[box.parent].end if box.parent >= 0 else box.end
        follower = next_in.get(box.parent, end)
        next_in[box.parent] = box.start
        head = [*item.authors, *item.dates]
        if box.tag not in _HEADS or item.texts or not (head or item.is_sure):
            continue
        item.end = follower
        if not item.authors:
            item.authors.append(item.container)
        for inner in range(item.container + 1, len(containers)):
            if containers[inner].start >= follower:
                break
            if containers[inner].start >= box.end:
                note(reading, item, inner)
