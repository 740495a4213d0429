"""Parts a comment's element into head, words and the rest."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from archiver.extract import times
from archiver.extract.reading import Reading
from archiver.extract.thread_markup import slots
from archiver.extract.thread_markup.candidates import Item
from archiver.model.document import BlockKind

Span = tuple[int, int]
LONGEST_BESIDE = 60
"""Characters that may stand beside a date in a line that is a head."""
SHORT_LINE = 40
"""Characters of a line beside author or time that says nothing of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """Where the words of one comment stand, and under how many lists."""

    words: tuple[Span, ...]
    outer: int


def cut(spans: Iterable[Span], holes: Iterable[Span]) -> list[Span]:
    """The spans without the holes; both in order."""
    left = list(spans)
    for start, end in sorted(holes):
        if end <= start:
            continue
        kept: list[Span] = []
        for first, last in left:
            if last <= start or end <= first:
                kept.append((first, last))
                continue
            if first < start:
                kept.append((first, start))
            if end < last:
                kept.append((end, last))
        left = kept
    return left


def clip(spans: Iterable[Span], start: int, end: int) -> list[Span]:
    """The parts of the spans inside start and end."""
    return [(max(first, start), min(last, end)) for first, last in spans if first < end and last > start]


def parts(reading: Reading, item: Item, own: list[Span], head: list[Span]) -> Parts:
    """Where the comment's own words stand: in the element named for them, else in what is left over."""
    chosen = _named(reading, item, own, head)
    if chosen < 0 and len(head) > 1:
        chosen = _named(reading, item, own, [head[0]])
    box = reading.document.containers[max(chosen, 0)]
    controls = _controls(reading, item, [*head, (box.start, box.end)] if chosen >= 0 else head)
    controls += _same_times(reading, item, head)
    if chosen >= 0:
        free = cut(clip(own, box.start, box.end), [*controls, *_head_lines(reading, head)])
        return Parts(words=tuple(_trimmed(reading, free)), outer=_lists_around(reading, chosen))
    lines = [line for span in cut(own, controls) for line in lines_of(reading, span)]
    return Parts(
        words=tuple(_remaining(reading, lines, head)), outer=_lists_around(reading, item.container) + 1
    )


def _head_lines(reading: Reading, head: list[Span]) -> Iterator[Span]:
    """The head's words, with the line around them where it says nothing else."""
    text = reading.document.text
    for start, end in head:
        first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
        rest = f"{text[first:start]}{text[end:last]}".strip()
        yield (first, last) if len(rest) <= SHORT_LINE else (start, end)


def _controls(reading: Reading, item: Item, keep: list[Span]) -> list[Span]:
    """Elements of the item that are controls and hold nothing that is to be kept."""
    containers = reading.document.containers
    found = []
    for index in item.controls:
        box = containers[index]
        if not any(box.start <= start and end <= box.end for start, end in keep):
            found.append((box.start, box.end))
    return found


def _same_times(reading: Reading, item: Item, head: list[Span]) -> list[Span]:
    """Elements of time that print the head's time again, as pages do for narrow windows."""
    boxes = [reading.document.containers[index] for index in item.dates]
    told = {box.attribute("datetime") for box in boxes if (box.start, box.end) in head} - {""}
    return [(box.start, box.end) for box in boxes if box.tag == "time" and box.attribute("datetime") in told]


def _named(reading: Reading, item: Item, own: list[Span], head: list[Span]) -> int:
    """The element named for a comment's words that holds no head and the most words; -1 for none."""
    containers, text = reading.document.containers, reading.document.text
    best, most = -1, (0, -1)
    for index in item.texts:
        box = containers[index]
        if any(box.start < end and start < box.end for start, end in head):
            continue
        pieces = clip(own, box.start, box.end)
        size = sum(len(text[start:end].strip()) for start, end in pieces)
        score = slots.text_score(box)
        rank = (score, size if score == 1 else len(text) - box.start)
        if size and rank > most:
            best, most = index, rank
    return best


def _lists_around(reading: Reading, index: int) -> int:
    """How many lists stand around the container; a list item without a list counts as one."""
    containers = reading.document.containers
    lists = items = 0
    index = containers[index].parent
    while index >= 0:
        lists += containers[index].tag in ("ul", "ol", "menu", "dir")
        items += containers[index].tag == "li"
        index = containers[index].parent
    return max(lists, min(items, 1))


def lines_of(reading: Reading, span: Span) -> Iterator[Span]:
    """The printed lines of the span, pictures left out."""
    for index in reading.blocks_in(*span):
        block = reading.document.blocks[index]
        if block.kind is BlockKind.PICTURE:
            continue
        at, end = max(span[0], block.start), min(span[1], block.end)
        while at < end:
            stop = reading.document.text.find("\n", at, end)
            stop = end if stop < 0 else stop + 1
            yield at, stop
            at = stop


def _trimmed(reading: Reading, free: list[Span]) -> list[Span]:
    """The spans without control labels on lines of their own at both ends, unless nothing else is there."""
    text = reading.document.text
    lines = [line for span in free for line in lines_of(reading, span)]
    said = [line for line in lines if text[slice(*line)].strip()]
    labels = []
    for run in (said, said[::-1]):
        for line in run:
            if not slots.is_control_line(text[slice(*line)]):
                break
            labels.append(line)
    return free if len(set(labels)) == len(said) else cut(free, set(labels))


def head_touches(line: Span, head: list[Span]) -> bool:
    """Whether a part of the head stands in the line."""
    return any(start < line[1] and line[0] < end for start, end in head)


def _remaining(reading: Reading, lines: list[Span], head: list[Span]) -> Iterator[Span]:
    """The lines that are neither head nor beside it nor a control's label."""
    text = reading.document.text
    first = min((start for start, _ in head), default=0)
    after = [line for line in lines if line[1] > first]
    has_more = any(not head_touches(line, head) and text[slice(*line)].strip() for line in after)
    for line in after if has_more else lines:
        free = cut([line], head)
        size = sum(len(text[start:end].strip()) for start, end in free)
        if not size or slots.is_control_line(text[slice(*line)]):
            continue
        if size <= SHORT_LINE and (free != [line] or line[1] <= first):
            continue
        yield from free


def dated(reading: Reading, line: Span) -> Span | None:
    """Where in the line its date stands."""
    words = reading.document.text[slice(*line)]
    found = times.window(words, language=reading.document.language)
    is_prose = found and len(words.strip()) - (found[1] - found[0]) > LONGEST_BESIDE
    return (line[0] + found[0], line[0] + found[1]) if found and not is_prose else None


def span_of_box(reading: Reading, index: int) -> Span:
    """Where the container's words stand."""
    box = reading.document.containers[index]
    return box.start, box.end
