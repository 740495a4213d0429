"""Comment threads of a text capture: where they begin, which list items are comments, who answers whom."""

from collections.abc import Iterator
from dataclasses import dataclass

from archiver.extract.findings import CommentHead
from archiver.extract.reading import Reading
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind

CONTROLS_BETWEEN = 8
"""Most lines that may stand between the header and the first comment."""


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
    start: int
    end: int


def is_header(line: Line) -> bool:
    """Whether the line can head a list of comments."""
    concept = vocabulary("comment_header")
    return line.is_short and (concept.is_line(line.text) or concept.begins(line.text))


def _zones(reading: Reading) -> Iterator[tuple[Line, range]]:
    """Each header that a list follows, and the blocks of that list."""
    printed = reading.once(lines)
    blocks = reading.document.blocks
    done = 0
    for index, line in enumerate(printed):
        if line.start < done or not is_header(line):
            continue
        following = printed[index + 1 : index + 2 + CONTROLS_BETWEEN]
        first = next((other for other in following if other.level), None)
        between = following[: following.index(first)] if first else following
        if first is None or not all(_is_control(other) for other in between):
            continue
        end = first.block
        while end < len(blocks) and blocks[end].kind is BlockKind.LIST_ITEM:
            end += 1
        done = blocks[end - 1].end
        yield line, range(first.block, end)


def _is_control(line: Line) -> bool:
    return is_header(line) or vocabulary("comment_form").is_line(line.text)


def _comments(reading: Reading, zone: range, first_number: int) -> Iterator[FoundComment]:
    """The zone's comments: each list item is one, an item inside another answers it."""
    blocks = reading.document.blocks
    stack: list[tuple[int, int]] = []
    number = first_number
    index = zone.start
    while index < zone.stop:
        block = blocks[index]
        last = index + 1
        while last < zone.stop and blocks[last].continued:
            last += 1
        while stack and stack[-1][0] >= block.level:
            stack.pop()
        head = CommentHead(number=number, parent=stack[-1][1] if stack else None)
        stack.append((block.level, number))
        yield FoundComment(head=head, text=((block.start, blocks[last - 1].end),), outer=block.level)
        number += 1
        index = last


def threads(reading: Reading) -> tuple[Thread, ...]:
    """The comment threads of a text capture, in page order; comments are numbered through."""
    if not reading.document.plain:
        return ()
    found: list[Thread] = []
    number = 0
    for header, zone in _zones(reading):
        comments = tuple(_comments(reading, zone, number))
        number += len(comments)
        blocks = reading.document.blocks
        found.append(
            Thread(
                header=header,
                comments=comments,
                start=blocks[zone.start].start,
                end=blocks[zone.stop - 1].end,
            )
        )
    return tuple(found)
