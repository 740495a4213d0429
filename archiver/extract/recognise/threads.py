"""Comment threads of a text capture: where they begin, which lines are comments, who answers whom."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from archiver.extract import times
from archiver.extract.findings import CommentHead
from archiver.extract.reading import Reading
from archiver.extract.recognise.comment_head import (
    Peeled,
    is_control,
    is_pingback,
    is_placeholder,
    peel,
    told_by,
)
from archiver.extract.recognise.comment_zones import Zone, zones
from archiver.extract.recognise.flat_comments import is_bare, pieces
from archiver.extract.recognise.lines import Line, lines
from archiver.model.document import Block

LONGEST_NAME_ALONE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundComment:
    """One comment as spans of the document."""

    head: CommentHead
    text: tuple[tuple[int, int], ...]
    printed: tuple[tuple[int, int], ...] = ()
    """Lines that tell about the comment: author, date."""
    controls: tuple[tuple[int, int], ...] = ()
    """Reply links and the like."""
    outer: int = 0
    """List nesting of the comment itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """The comments under one header."""

    header: Line | None
    comments: tuple[FoundComment, ...]
    controls: tuple[Line, ...]
    """Lines between header and comments, and list items that are buttons."""
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One comment before its parent is known."""

    level: int
    lines: tuple[Line, ...]


def _by_item(zone: Zone, blocks: Sequence[Block]) -> list[_Item]:
    """The zone's list items, each with its lines, those of lists inside its text included."""
    items: list[list[Line]] = []
    levels: list[int] = []
    inner = _inner_lists(zone, blocks)
    for line in zone.lines:
        if (line.begins_item and line.block not in inner) or not items:
            items.append([])
            levels.append(line.level)
        items[-1].append(line)
    found = [_Item(level=level, lines=tuple(own)) for level, own in zip(levels, items, strict=True)]
    return _without_headless(found)


def _without_headless(items: list[_Item]) -> list[_Item]:
    """Items without a head joined to the comment before, where nearly all comments have one."""
    headed = [_begins_with_head(item, after) for item, after in zip(items, [*items[1:], None], strict=True)]
    if sum(headed) < 0.7 * len(items) or not headed[0]:
        return items
    found: list[_Item] = []
    for item, has_head in zip(items, headed, strict=True):
        if not has_head and item.level > items[0].level and found:
            found[-1] = _Item(level=found[-1].level, lines=found[-1].lines + item.lines)
        else:
            found.append(item)
    return found


def _begins_with_head(item: _Item, after: _Item | None) -> bool:
    """Whether author or date stand in the item's first lines, or a name alone above its text."""
    first = item.lines[0]
    if is_pingback(first.text) or any(told_by(line.text) for line in item.lines[:3] if line.is_short):
        return True
    if len(first.text) > LONGEST_NAME_ALONE or is_control(first.text):
        return False
    if len(item.lines) == 1:  # a comment that is wholly a list
        return after is not None and after.level > item.level
    return item.lines[1].gap > 0 and any(not is_control(line.text) for line in item.lines[1:])


def _inner_lists(zone: Zone, blocks: Sequence[Block]) -> frozenset[int]:
    """Blocks of list items that are a list inside a comment, not answers to it.

    Answers are set apart like the comments around them: where blank lines part comments, items that follow
    without one are a list in somebody's text. Where comments have heads, items without one are.
    """
    begins = [line for line in zone.lines if line.begins_item]
    outer = min((line.level for line in begins), default=1)
    parted = [line.gap > 0 for line in begins if line.level == outer]
    if len(parted) < 2 or sum(parted[1:]) < 0.8 * (len(parted) - 1):
        return frozenset()
    found: set[int] = set()
    closed = {after.start for line, after in pairwise(zone.lines) if is_control(line.text)}
    for _, group in groupby(begins, key=lambda line: (line.level, blocks[line.block].ordered)):
        items = list(group)
        if (
            items[0].level > outer
            and items[0].start not in closed
            and all(line.gap == 0 for line in items[1:])
            and (items[0].gap == 0 or len(items) > 1)
        ):
            found.update(line.block for line in items)
    return frozenset(found)


def _headed(items: Sequence[_Item]) -> bool:
    """Whether the page's comments begin with the author's name on a line of its own."""
    several = [item.lines for item in items if len(item.lines) > 1]
    first = [own[1] if is_placeholder(own[0].text) else own[0] for own in several]
    bare = [line for line in first if is_bare(line)]
    worded = sum(not is_control(item.lines[0].text) for item in items)
    return len(several) > 0 and len(bare) >= max(0.7 * len(several), 0.5 * worded)


def _spans(found: Iterable[Line]) -> tuple[tuple[int, int], ...]:
    return tuple((line.start, line.end) for line in found)


def _text_spans(found: Sequence[Line]) -> tuple[tuple[int, int], ...]:
    """Runs of lines as spans, so that line breaks inside a block stay."""
    spans: list[tuple[int, int]] = []
    last: Line | None = None
    for line in found:
        if last and last.block == line.block:
            spans[-1] = (spans[-1][0], line.end)
        else:
            spans.append((line.start, line.end))
        last = line
    return tuple(spans)


def _from_items(items: Sequence[_Item], first_number: int) -> tuple[list[FoundComment], list[Line]]:
    """The comments of list items or of flat runs, and the lines that are only buttons."""
    named = _headed(items)
    stack: list[tuple[int, int | None]] = []
    comments: list[FoundComment] = []
    buttons: list[Line] = []
    for item in items:
        while stack and stack[-1][0] >= item.level:
            stack.pop()
        parent = stack[-1][1] if stack else None
        told = peel(item.lines, named=named)
        if not told.text:
            stack.append((item.level, parent))
            buttons += [*told.head, *told.controls]
            continue
        number = first_number + len(comments)
        stack.append((item.level, number))
        comments.append(_comment(told, number, parent, item.level))
    return comments, buttons


def _comment(told: Peeled, number: int, parent: int | None, level: int) -> FoundComment:
    head = CommentHead(
        number=number,
        parent=parent,
        author=told.author,
        date=told.iso,
        date_printed=None if told.iso else told.printed,
        marks=("pingback",) if is_pingback(" ".join(line.text for line in told.text)) else (),
    )
    return FoundComment(
        head=head,
        text=_text_spans(told.text),
        printed=_spans(told.head),
        controls=_spans(told.controls),
        outer=level if level < 100 else 0,
    )


def _depth(own: Sequence[Line]) -> int:
    """How far a flat comment is indented, in columns, or nested in lists."""
    return min(line.level or line.indent for line in own[:3])


def _repeated(zone: Zone) -> Thread:
    """A thread that the page prints a second time, for another screen."""
    return Thread(
        header=zone.header,
        comments=(),
        controls=(*zone.controls, *zone.lines),
        start=zone.lines[0].start,
        end=zone.lines[-1].end,
    )


def threads(reading: Reading) -> tuple[Thread, ...]:
    """The comment threads of a text capture, in page order; comments are numbered through."""
    if not reading.document.plain:
        return ()
    blocks = reading.document.blocks
    found: list[Thread] = []
    number = 0
    seen: set[str] = set()
    for zone in zones(reading.once(lines)):
        if zone.is_list:
            items = _by_item(zone, blocks)
        else:
            items = [_Item(level=_depth(own), lines=own) for own in pieces(zone.lines, zone.declared)]
        comments, buttons = _from_items(items, number)
        told = tuple(reading.document.text[slice(*comment.text[0])][:80] for comment in comments)
        if not comments:
            continue
        if seen & set(told) and len(seen & set(told)) >= 0.8 * len(told):
            found.append(_repeated(zone))
            continue
        seen |= set(told)
        number += len(comments)
        first = items[0].lines[0]
        buttons += [line for line in zone.lines if line.start < first.start]
        found.append(
            Thread(
                header=zone.header,
                comments=tuple(comments),
                controls=(*zone.controls, *buttons),
                start=zone.lines[0].start,
                end=zone.lines[-1].end,
            )
        )
    return _dated(reading, found)


def _dated(reading: Reading, found: Sequence[Thread]) -> tuple[Thread, ...]:
    """The threads with the dates read that only the page's other dates make readable."""
    own = [comment for thread in found for comment in thread.comments]
    if not any(comment.head.date_printed for comment in own):
        return tuple(found)
    heads = (reading.document.text[slice(*span)] for comment in own for span in comment.printed)
    order = times.settle_order(heads)
    if order is None:
        return tuple(found)
    return tuple(
        replace(thread, comments=tuple(_dated_comment(comment, order) for comment in thread.comments))
        for thread in found
    )


def _dated_comment(comment: FoundComment, order: times.Order) -> FoundComment:
    printed = comment.head.date_printed
    iso = times.read(printed, order=order) if printed else None
    return replace(comment, head=replace(comment.head, date=iso, date_printed=None)) if iso else comment


def last_word(found: Sequence[Thread]) -> int | None:
    """Where the last comment ends, its buttons included; None without any."""
    if not found:
        return None
    last = found[-1]
    if not last.comments:
        return last.end
    own = last.comments[-1]
    return max(end for _, end in (*own.text, *own.printed, *own.controls))


def inside(found: Iterable[Thread]) -> Iterator[tuple[int, int]]:
    """The spans of the threads."""
    for thread in found:
        yield thread.start, thread.end
