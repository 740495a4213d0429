"""The stretches of a text capture that hold comments: under a header, or by what they repeat."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archiver.extract.recognise.comment_head import is_control, is_placeholder, told_by
from archiver.extract.recognise.lines import Line
from archiver.extract.words import fold, vocabulary
from archiver.model.document import Block

CONTROLS_BETWEEN = 14
"""Most lines that may stand between the header and the first comment."""
_EDGES = re.compile(r"\A(?:#|all|alle|tous les|view|\W)+\s|[\s:(]*#?\)?\s*\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """Lines that hold comments."""

    header: Line | None
    controls: tuple[Line, ...]
    lines: tuple[Line, ...]
    is_list: bool


def is_header(line: Line) -> bool:
    """Whether the line can head a list of comments."""
    if len(line.text) > 200:
        return False
    concept = vocabulary("comment_header")
    folded = fold(line.text)
    return folded in concept.lines or folded.startswith(concept.starts) or _noun(folded)


def _noun(folded: str) -> bool:
    """Whether the line is the comments' name alone, with or without their number."""
    words = folded
    for _ in range(3):
        words = _EDGES.sub("", words).strip()
    return words in vocabulary("comment_header").words


def has_count(line: Line) -> bool:
    """Whether the header says how many comments there are."""
    return any(character.isdigit() for character in line.text)


def is_form(line: Line) -> bool:
    """Whether the line belongs to the form for a new comment."""
    concept = vocabulary("comment_form")
    return len(line.text) <= 300 and (concept.is_line(line.text) or concept.begins(line.text))


def is_end(line: Line) -> bool:
    """Whether the line ends a list of comments: the form's heading, or that of another box."""
    return is_form(line) or (line.is_short and vocabulary("related_list").is_line(line.text))


def is_between(line: Line) -> bool:
    """Whether the line may stand between the header and the first comment."""
    return (
        is_header(line)
        or is_form(line)
        or (line.is_short and (vocabulary("comment_sorting").is_line(line.text) or is_control(line.text)))
    )


def _list_run(printed: Sequence[Line], first: int) -> int:
    """Index past the last line of the comment list that begins at `first`."""
    end = first
    number = 0
    while end < len(printed):
        line = printed[end]
        if line.level == 0:
            after = next((at for at in range(end + 1, min(end + 40, len(printed))) if printed[at].level), None)
            if after is None or is_end(line):
                break
            between = printed[end:after]
            goes_on = all(is_control(other.text) for other in between)
            counts_on = number and printed[after].text and _number(printed[after]) == number + 1
            if not (goes_on or counts_on):
                break
            end = after
            continue
        if line.level and end > first and is_form(line) and not line.begins_item:
            break
        number = _number(line) or number
        end += 1
    return end


def _number(line: Line) -> int:
    """The number of an outermost numbered item; 0 for every other line."""
    return line.number or 0 if line.begins_item and line.level == 1 else 0


def _has_heads(printed: Sequence[Line]) -> bool:
    """Whether most items of a list end in a reply button or begin with a commenter's head."""
    begins = [index for index, line in enumerate(printed) if line.begins_item]
    headed = replied = 0
    for at, index in enumerate(begins):
        own = printed[index : begins[at + 1] if at + 1 < len(begins) else len(printed)]
        if len(own) < 2:
            continue
        told = [told_by(line.text) for line in own[:3] if line.is_short]
        headed += any(one and (one.author or one.iso) for one in told)
        replied += any(is_control(line.text) and not is_placeholder(line.text) for line in own[1:])
    return len(begins) > 0 and max(headed, replied) >= max(1, 0.6 * len(begins))


def _flat_end(printed: Sequence[Line], first: int) -> int:
    """Index past the last line of a flat run of comments."""
    end = first
    while end < len(printed) and not (is_end(printed[end]) and end > first):
        end += 1
    return end


def _flat_heads(printed: Sequence[Line]) -> int:
    return sum(line.is_short and told_by(line.text) is not None for line in printed)


def zones(printed: Sequence[Line], blocks: Sequence[Block]) -> Iterator[Zone]:
    """The zones of the capture, in page order."""
    index = 0
    while index < len(printed):
        line = printed[index]
        zone_end = index + 1
        if is_header(line) or (is_form(line) and not line.level):
            zone, zone_end = _under(printed, index)
            if zone:
                yield zone
        elif line.begins_item and (index == 0 or not printed[index - 1].level):
            zone_end = _list_run(printed, index)
            run = printed[index:zone_end]
            if _has_heads(run):
                yield Zone(header=None, controls=(), lines=tuple(run), is_list=True)
            else:
                zone_end = next((at for at in range(index, zone_end) if is_header(printed[at])), zone_end)
        index = max(index + 1, zone_end)


def _under(printed: Sequence[Line], index: int) -> tuple[Zone | None, int]:
    """The zone under the header or form at `index`, and where to go on."""
    header = printed[index] if is_header(printed[index]) else None
    first = index + 1
    while first < len(printed) and first - index <= CONTROLS_BETWEEN and is_between(printed[first]):
        if header is None and is_header(printed[first]):
            return None, first
        if header and is_header(printed[first]) and has_count(printed[first]) and not has_count(header):
            header = printed[first]
        first += 1
    if first >= len(printed):
        return None, index + 1
    controls = tuple(line for line in printed[index:first] if line is not header)
    if printed[first].level:
        end = _list_run(printed, first)
        run = printed[first:end]
        long = sum(len(line.text) > 60 for line in run)
        if (header is None and not (_has_heads(run) or long >= 3)) or not run:
            return None, index + 1
        return Zone(header=header, controls=controls, lines=tuple(run), is_list=True), end
    if header is None:
        return None, index + 1
    end = _flat_end(printed, first)
    run = printed[first:end]
    if _flat_heads(run[:12]) and _flat_heads(run) >= 1:
        return Zone(header=header, controls=controls, lines=tuple(run), is_list=False), end
    return None, index + 1
