"""The stretch of a text capture that holds the story: where paragraphs outweigh the short lines."""

from collections.abc import Iterable, Sequence
from math import inf

from archiver.extract.recognise.lines import Line, width

PROSE = 100
"""Fewest columns of a paragraph."""
MOST = 400
"""Columns of a paragraph beyond which it weighs no more."""
SENTENCE = 30
ENDS = frozenset('.!?…”"»。！？」』)')
ENOUGH = 6.0
"""Weight of a stretch that is a story on its own, as three paragraphs are."""
_NOTICE = -1.0
_SHORT = -0.8
_ITEM = -0.6


def weight(line: Line) -> float:
    """How much the line speaks for a story: paragraphs for it, headlines, menus and buttons against it."""
    length, ends = width(line.text), line.text[-1] in ENDS
    if "cookie" in line.text.casefold():
        return _NOTICE
    if length >= PROSE:
        return min(length, MOST) / 100 if ends else 0.3
    if ends and length >= SENTENCE:
        return 0.1
    return _ITEM if line.level else _SHORT


def stretch(weights: Iterable[float], *, enough: float = inf, nearly: float = 1.0) -> tuple[int, int]:
    """First index and the one past the last of the run whose weights sum to most; (0, 0) where none does.

    `enough`: a run of that weight is it, once what follows outweighs it.
    `nearly`: a later paragraph belongs to the run while this share of its most is left.
    """
    best, found, total, first = 0.0, (0, 0), 0.0, 0
    for index, one in enumerate(weights):
        if total <= 0:
            if best >= enough:
                break
            total, first = 0.0, index
        total += one
        if total > best or (one >= 1 and first == found[0] and total >= nearly * best):
            best, found = max(best, total), (first, index + 1)
    return found


def story_stretch(printed: Sequence[Line]) -> tuple[int, int]:
    """The stretch of the lines."""
    return stretch(weight(line) for line in printed)
