"""Figures in a document: which lines are alt text, which are caption, and which words of it are credits."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from archiver.extract.figures.printed import credit_spans
from archiver.extract.reading import Reading
from archiver.extract.recognise.credited import is_credit, points, sure_spans
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.words import fold, vocabulary

_WORD = re.compile(r"[^\W\d_]{2,}")
_TRAILING = re.compile(
    r"(?:\b(?:photos?|images?|pictures?|credit|fotos?|bild|quelle|crédit|crédits|kuva|foto di|zdjęcie|fot\.)"
    r"\s?[:：|]|©|\(c\)|"
    r"\b(?:photo|picture|image|foto)s? (?:by|von|de|di|por)\b).{2,80}\Z|"
    r"\(.{0,40}\b(?:left|right|links|rechts|l|r|gauche|droite)\b\.?\)",
    re.IGNORECASE,
)
"""What a caption ends with, or says of its picture, and prose does not."""
LONGEST_ALT = 160
LONGEST_CAPTION = 1200
LONGEST_UNCREDITED = 240
"""Longest caption without a credit; longer lines under a short one are prose."""
GAPLESS = 0.05
"""A capture that parts fewer of its lines by blank ones than this share shows no paragraphs by them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFigure:
    """One figure, as spans of the document."""

    at: int
    """Offset where it stands."""
    alt: tuple[int, int] | None
    caption: tuple[int, int] | None
    credits: tuple[tuple[int, int], ...] = ()
    """Inside the caption or beside it."""
    url: str | None = None
    alt_words: str = ""
    """Alt text that is not in the document's own text."""


def _is_alt(line: Line, after: Line) -> bool:
    """Whether the line can be the alt text of the picture whose caption is the line after it."""
    if line.level or after.level or len(line.text) > LONGEST_ALT or len(after.text) > LONGEST_CAPTION:
        return False
    if (
        line.text.endswith((":", "?", "!", ","))
        or after.text.endswith((">", "»"))
        or vocabulary("leftover").is_line(after.text)
    ):
        return False
    if len(after.text) > LONGEST_UNCREDITED and not _spans(after):
        return False
    return _tells_the_same(line, after)


def _tells_the_same(line: Line, after: Line) -> bool:
    has, told = set(_WORD.findall(line.text.casefold())), set(_WORD.findall(after.text.casefold()))
    if not has or not told:
        return False
    if fold(line.text) == fold(after.text):
        return True
    shared = len(has & told)
    if shared and (_spans(after) or _TRAILING.search(after.text)):
        return True
    return shared >= 2 and shared >= 0.4 * min(len(has), len(told))


def _spans(line: Line) -> tuple[tuple[int, int], ...]:
    return tuple((line.start + start, line.start + end) for start, end in credit_spans(line.text))


def _is_subtitled(printed: Sequence[Line]) -> bool:
    """Whether the second line is the caption of a picture whose alt text is the first, headline-like one.

    The tools that print alt texts print a blank line after every heading, so a line right below one is no
    heading's neighbour. One word in common is asked for, so that a section's name above a headline is no alt.
    """
    first, second, after = printed[0], printed[1], printed[2] if len(printed) > 2 else None
    if len(first.text) > LONGEST_ALT or not 8 <= len(second.text) <= LONGEST_UNCREDITED or first.level:
        return False
    navigation = after is not None and after.folded in vocabulary("post_navigation").lines
    apart = after is None or after.gap > 0 or navigation
    has = {word for word in _WORD.findall(first.text.casefold()) if len(word) > 3}
    told = set(_WORD.findall(second.text.casefold()))
    return apart and bool(has & told) and len(first.text.split()) >= 3


def in_text_capture(reading: Reading) -> tuple[FoundFigure, ...]:
    """The figures of a text capture: an alt line and a caption line without a blank line between them."""
    printed = reading.once(lines)
    is_gapless = sum(line.gap > 0 for line in printed) < GAPLESS * len(printed)
    found: list[FoundFigure] = []
    index = 0
    while index < len(printed):
        pair = _pair(printed, index, is_gapless=is_gapless)
        figure = pair or _credited(printed, index, found[-1] if found else None)
        if figure and found and figure.at == found[-1].at:
            found[-1] = figure
        elif figure:
            found.append(figure)
        index += 2 if pair else 1
    return tuple(found)


def _pair(printed: Sequence[Line], index: int, *, is_gapless: bool) -> FoundFigure | None:
    """The figure whose alt text and caption are the line and the one below it."""
    if index + 1 >= len(printed):
        return None
    line, after = printed[index], printed[index + 1]
    parted = line.gap or index == 0 or (is_gapless and bool(_spans(after)))
    if not parted or after.gap:
        return None
    alt, caption = (line.start, line.end), (after.start, after.end)
    if index == 0 and _is_subtitled(printed):
        return FoundFigure(at=line.start, alt=alt, caption=caption)
    if after.block != line.block and _is_alt(line, after):
        return FoundFigure(at=line.start, alt=alt, caption=caption, credits=_spans(after))
    return None


def _credited(printed: Sequence[Line], index: int, last: FoundFigure | None) -> FoundFigure | None:
    """The figure that a credit gives away: the line is one, or ends with one."""
    line = printed[index]
    before = printed[index - 1] if index else None
    if is_credit(line):
        own = ((line.start, line.end),)
        if before and last and last.caption == (before.start, before.end):
            return replace(last, credits=(*last.credits, *own))
        if (
            before
            and not before.level
            and len(before.text) <= LONGEST_CAPTION
            and _is_captioned(line, before)
        ):
            return FoundFigure(at=before.start, alt=None, caption=(before.start, before.end), credits=own)
        return FoundFigure(at=line.start, alt=None, caption=None, credits=own)
    spans = sure_spans(line)
    if not spans:
        return None
    return FoundFigure(at=line.start, alt=None, caption=(line.start, line.end), credits=spans)


def _is_captioned(credit: Line, before: Line) -> bool:
    """Whether the line before a credit is its caption: it stands right above, or tells who stands where."""
    return (credit.gap == 0 and len(before.text) <= LONGEST_UNCREDITED) or points(before.text)


def figures(reading: Reading) -> tuple[FoundFigure, ...]:
    """Every figure of the document, in page order."""
    if reading.document.plain:
        return in_text_capture(reading)
    return ()
