"""Comments that stand in no list: told apart by the lines that name their author or date."""

import re
from collections.abc import Sequence

from archiver.extract.recognise.comment_head import (
    INITIAL,
    is_clock,
    is_control,
    is_placeholder,
    told_by,
)
from archiver.extract.recognise.lines import Line
from archiver.extract.words import vocabulary

_GLUED = re.compile(r"[.!?…)”\"’:]\s?([^\W\d_a-z]\w{2,20})\Z")
FEWEST_BUTTONS = 3
LONGEST_HEAD = 6
"""Most lines of a head that begins with a portrait."""
SENTENCE_ENDS = '.!?…)”"。！？」』'
SHORT_LINE = 80


def is_bare(line: Line) -> bool:
    """Whether the line can be a name and nothing else."""
    text = line.text
    ends = text[-1] not in ".!?…:,;" or bool(INITIAL.search(text))
    return len(text) <= 40 and len(text.split()) <= 5 and ends and not is_control(text)


def is_form(line: Line) -> bool:
    """Whether the line belongs to the form for a new comment."""
    concept = vocabulary("comment_form")
    return line.folded in concept.lines or concept.opens(line.folded)


def anchors(found: Sequence[Line]) -> list[int]:
    """Indexes of the lines that tell author or date."""
    return [index for index, line in enumerate(found) if line.is_short and told_by(line.text) is not None]


def dates_follow(found: Sequence[Line], at: Sequence[int]) -> bool:
    """Whether dates stand below the comments' texts: a button or nothing comes after most of them."""
    after = [found[index + 1].text for index in at if index + 1 < len(found)]
    bare = [index for index in at if (told := told_by(found[index].text)) and told.author is None]
    names = sum(is_bare(found[index - 1]) for index in at if index)
    if names >= 0.6 * len(at):
        return False
    buttons = sum(is_control(text) or is_clock(text) for text in after)
    return len(bare) == len(at) and len(at) > 0 and buttons >= 0.6 * len(at) and at[0] > 0


def _head_start(found: Sequence[Line], anchor: int) -> int:
    """Index where the head begins whose date stands at `anchor`."""
    begin = anchor
    told = told_by(found[anchor].text)
    while begin > 0 and anchor - begin < 3:
        before = found[begin - 1]
        near = found[begin].gap == 0 or (
            begin == anchor and found[begin].gap <= 1 and not (told and told.author)
        )
        if not near or not is_bare(before) or told_by(before.text) is not None:
            break
        begin -= 1
    portrait = _portrait_above(found, anchor)
    if portrait is not None:
        return portrait
    name = found[begin].text if begin < anchor else (told.author if told else None)
    while name and begin > 0 and anchor - begin < 7 and _is_portrait(found[begin - 1].text, name):
        begin -= 1
    return begin


def _portrait_above(found: Sequence[Line], anchor: int) -> int | None:
    """Index of the picture's alt text with which a head of several lines begins, its motto included."""
    for at in range(anchor - 1, max(-1, anchor - 1 - LONGEST_HEAD), -1):
        line = found[at]
        if found[at + 1].gap or len(line.text) > SHORT_LINE or told_by(line.text) is not None:
            return None
        if vocabulary("comment_head").is_line(line.text) and line.folded.isalpha():
            return at
    return None


def _is_portrait(text: str, name: str) -> bool:
    """Whether the line above a head is the author's name again, a picture's alt text, or a number."""
    return is_placeholder(text) or (name in text and len(text) <= len(name) + 20)


def _cut(piece: tuple[Line, ...], *, last: bool) -> tuple[Line, ...]:
    """The comment's lines up to the buttons under its text; the last one ends where short lines begin."""
    text_seen = False
    for index, line in enumerate(piece):
        told = told_by(line.text) if line.is_short else None
        if is_control(line.text):
            if text_seen:
                return piece if _is_all_buttons(piece[index:]) else piece[: index + 1]
        elif told is None and (not is_bare(line) or index > 2):
            if last and text_seen and line.gap and len(line.text) < 60 and line.text[-1] not in SENTENCE_ENDS:
                return piece[:index]
            text_seen = True
    return piece


def _is_all_buttons(found: Sequence[Line]) -> bool:
    return all(is_control(line.text) or told_by(line.text) is not None for line in found)


def pieces(found: Sequence[Line], declared: int | None) -> list[tuple[Line, ...]]:
    """The lines of each comment, in page order."""
    at = anchors(found)
    if not at:
        return _by_buttons(found, declared) or _named(found, declared) or _by_breaks(found, declared)
    if dates_follow(found, at):
        return _before_dates(found, at)
    starts: list[int] = []
    for index in at:
        begin = _head_start(found, index)
        if not starts or begin > starts[-1] + 1:
            starts.append(begin)
    ends = [*starts[1:], len(found)]
    own = [tuple(found[start:end]) for start, end in zip(starts, ends, strict=True)]
    return [_cut(piece, last=piece is own[-1]) for piece in own if piece]


def _before_dates(found: Sequence[Line], at: Sequence[int]) -> list[tuple[Line, ...]]:
    own = []
    begin = 0
    for index in at:
        end = index + 1
        while end < len(found) and _is_below(found[end]):
            end += 1
        own.append(tuple(line for line in found[begin:end] if not is_form(line) or is_control(line.text)))
        begin = end
    return [piece for piece in own if piece]


def _is_below(line: Line) -> bool:
    """Whether the line still belongs under the comment whose date was just read."""
    return is_control(line.text) or is_clock(line.text) or is_form(line)


def _parted(line: Line) -> tuple[Line, ...]:
    """The line, and the button apart that is glued to the end of its last sentence."""
    glued = _GLUED.search(line.text)
    if not glued or not vocabulary("comment_control").is_line(glued[1]):
        return (line,)
    cut = line.start + glued.start(1)
    text = line.text[: glued.start(1)].rstrip()
    return (
        line._replace(text=text, end=line.start + len(text)),
        line._replace(text=glued[1], start=cut, folded=glued[1].casefold(), gap=0, begins_item=False),
    )


def _by_buttons(found: Sequence[Line], declared: int | None) -> list[tuple[Line, ...]]:
    """Comments without heads that end in a button each, about as many as are counted."""
    if not declared or declared < FEWEST_BUTTONS:
        return []
    parted = [part for line in found for part in _parted(line)]
    ends = [at + 1 for at, line in enumerate(parted) if is_control(line.text)]
    if not 0.7 * declared <= len(ends) <= 1.3 * declared:
        return []
    own = [tuple(parted[start:end]) for start, end in zip([0, *ends], ends, strict=False)]
    return [piece for piece in own if len(piece) > 1]


def _by_breaks(found: Sequence[Line], declared: int | None) -> list[tuple[Line, ...]]:
    """Uncounted comments of several lines that blank lines part, where all heads were lost."""
    starts = [index for index, line in enumerate(found) if line.gap or index == 0]
    if declared or len(starts) == len(found):
        return []
    own = [tuple(found[start:end]) for start, end in zip(starts, [*starts[1:], len(found)], strict=True)]
    return [piece for piece in own if sum(len(line.text) for line in piece) >= SHORT_LINE // 2]


def _named(found: Sequence[Line], declared: int | None) -> list[tuple[Line, ...]]:
    """Comments whose heads are a name alone, as many as are counted; without any, each paragraph is one."""
    if not declared:
        return []
    names = [
        index
        for index, line in enumerate(found[:-1])
        if is_bare(line) and (line.gap or index == 0) and found[index + 1].gap
    ][:declared]
    if not names:
        first = found[:declared]
        return [(line,) for line in first] if all(len(line.text) > 40 for line in first) else []
    ends = [*names[1:], len(found)]
    own = [tuple(found[start:end]) for start, end in zip(names, ends, strict=True)]
    return [*own[:-1], _cut(own[-1], last=True)]
