"""The stretch of a text capture that holds the story: where paragraphs outweigh the short lines."""

from collections.abc import Iterable, Sequence

from archiver.extract.recognise.lines import Line, width

PROSE = 100
"""Fewest columns of a paragraph."""
MOST = 400
"""Columns of a paragraph beyond which it weighs no more."""
SENTENCE = 30
ENDS = frozenset('.!?…”"»。！？」』)')
_SHORT = -0.8
_ITEM = -0.6


def weight(line: Line) -> float:
    """How much the line speaks for a story: paragraphs for it, headlines, menus and buttons against it."""
    length, ends = width(line.text), line.text[-1] in ENDS
    if length >= PROSE:
        return min(length, MOST) / 100 if ends else 0.3
    if ends and length >= SENTENCE:
        return 0.1
    return _ITEM if line.level else _SHORT


def stretch(weights: Iterable[float]) -> tuple[int, int]:
    """First index and the one past the last of the run whose weights sum to most; (0, 0) where none does."""
    best, found, total, first = 0.0, (0, 0), 0.0, 0
    for index, one in enumerate(weights):
        if total <= 0:
            total, first = 0.0, index
        total += one
        if total > best:
            best, found = total, (first, index + 1)
    return found


def story_stretch(printed: Sequence[Line]) -> tuple[int, int]:
    """The stretch of the lines."""
    return stretch(weight(line) for line in printed)
