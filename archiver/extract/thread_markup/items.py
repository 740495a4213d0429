"""Joins the elements of one comment, tells comments from lists, settles which stand inside others."""

from collections.abc import Iterator

from archiver.extract.reading import Reading
from archiver.extract.thread_markup.candidates import Item, alike, candidates, fill, has_head
from archiver.extract.thread_markup.reach import extend, reach_back, span_of

_PINGS = frozenset(["pingback", "trackback"])


def merged(reading: Reading, items: list[Item]) -> dict[int, int]:
    """For each candidate the candidate that it is a part of, itself where it is a comment; -1 for none."""
    containers = reading.document.containers
    below: dict[int, list[int]] = {}
    for index, item in enumerate(items):
        below.setdefault(item.around, []).append(index)
    target = {index: index for index in range(len(items))}
    for index in reversed(range(len(items))):
        item = items[index]
        inner = [child for child in below.get(index, []) if target[child] == child]
        if has_head(item) or index not in below:
            continue
        heads = [child for child in inner if has_head(items[child])]
        if not heads:
            target[index] = -1 if any(target[child] < 0 for child in below.get(index, [])) else index
            continue
        first = heads[0]
        alone = not any(
            containers[items[child].container].parent == containers[items[first].container].parent
            and alike(containers[items[child].container], containers[items[first].container])
            for child in heads[1:]
        )
        if alone and _same(item, items[first]):
            _absorb(item, items[first])
            target[first] = index
        else:
            target[index] = -1
    for index, item in enumerate(items):
        if target[index] != index or item.around < 0:
            continue
        outer = _real(target, item.around)
        if outer < 0:
            continue
        if (has_head(items[outer]) and not has_head(item) and not _differ(items[outer], item)) or (
            item.number and item.number == items[outer].number
        ):
            _absorb(items[outer], item)
            target[index] = outer
    return target


def _same(outer: Item, inner: Item) -> bool:
    return not (outer.number and inner.number and outer.number != inner.number)


def _differ(outer: Item, inner: Item) -> bool:
    return bool(inner.is_sure and inner.number and inner.number != outer.number)


def _real(target: dict[int, int], index: int) -> int:
    while index >= 0 and target[index] != index:
        index = target[index]
    return index


def _absorb(item: Item, part: Item) -> None:
    item.number = item.number or part.number
    item.told_parent = item.told_parent or part.told_parent
    item.tokens |= part.tokens
    item.is_forum |= part.is_forum
    item.is_weak &= part.is_weak
    item.is_sure |= part.is_sure
    item.opens_with_date |= part.opens_with_date
    for mine, its in (
        (item.authors, part.authors),
        (item.dates, part.dates),
        (item.texts, part.texts),
        (item.controls, part.controls),
    ):
        mine.extend(its)
        mine.sort()


def items_of(reading: Reading, rows: frozenset[int] = frozenset()) -> list[Item]:
    """The comments' elements in page order, each with the item around it."""
    found, owner = candidates(reading, rows)
    if not found:
        return []
    fill(reading, found, owner)
    target = merged(reading, found)
    kept = [
        index for index in range(len(found)) if target[index] == index and _is_comment(reading, found[index])
    ]
    kept = [kept[index] for index in _without_strays([found[index] for index in kept])]
    place = {index: position for position, index in enumerate(kept)}
    for index in kept:
        outer = found[index].around
        while outer >= 0 and (_real(target, outer) not in place):
            outer = found[outer].around
        found[index].around = place[_real(target, outer)] if outer >= 0 else -1
    items = [found[index] for index in kept]
    extend(reading, items)
    reach_back(reading, items)
    return items


def _is_comment(reading: Reading, item: Item) -> bool:
    container = reading.document.containers[item.container]
    has_words = bool(reading.document.text[container.start : container.end].strip())
    if not item.number:
        size = container.end - container.start
        is_page = 2 * size > len(reading.document.text) and not (item.is_forum or container.tag == "li")
        if is_page or _has_title(reading, item.container, ("h1",)):
            return False
    is_story = item.is_weak and _has_title(reading, item.container, ("h1", "h2"))
    return has_words and not is_story and (has_head(item) or item.is_sure)


def _has_title(reading: Reading, index: int, tags: tuple[str, ...]) -> bool:
    """Whether a headline stands inside the element."""
    containers = reading.document.containers
    end = containers[index].end
    while index < len(containers) and containers[index].start < end:
        if containers[index].tag in tags:
            return True
        index += 1
    return False


def _without_strays(items: list[Item]) -> list[int]:
    """Indexes of the items that stand the test of the others.

    A forum's advertisement has no number where its posts have one; a lone name without time or number is
    the box of the story's author.
    """
    numbered = sum(bool(item.number) for item in items)
    any_head = any(has_head(item) for item in items) or sum(item.is_sure for item in items) > 1
    weak = sum(item.is_weak for item in items)
    lone = sum(not item.is_sure and not item.dates and not item.opens_with_date for item in items) < 2
    return [
        index
        for index, item in enumerate(items)
        if (any_head or item.tokens & _PINGS)
        and not (item.is_forum and not item.number and numbered > 0.7 * len(items))
        and not (item.is_weak and (weak < 2 or not (item.authors and (item.dates or item.opens_with_date))))
        and not (lone and not item.is_sure and not item.dates and not item.opens_with_date)
    ]


def own_spans(reading: Reading, items: list[Item]) -> Iterator[list[tuple[int, int]]]:
    """For each item the spans of its element that no item inside it holds."""
    inside: dict[int, list[tuple[int, int]]] = {}
    for item in items:
        inside.setdefault(item.around, []).append(span_of(reading, item))
    for index, item in enumerate(items):
        at, last = span_of(reading, item)
        spans = []
        for start, end in inside.get(index, []):
            if start > at:
                spans.append((at, start))
            at = max(at, end)
        if at < last:
            spans.append((at, last))
        yield spans
