"""Lines of a text capture that a printed credit shows to be a picture's caption, without any alt text."""

import re

from archiver.extract.figures import names
from archiver.extract.figures.parts import LONGEST as LONGEST_CREDIT
from archiver.extract.figures.parts import has_label
from archiver.extract.figures.printed import credit_spans
from archiver.extract.recognise.lines import Line

Spans = tuple[tuple[int, int], ...]
LONGEST = 700
"""Longest caption, in characters."""
TAIL = 240
"""Characters at a line's end within which its credits stand."""
_PICTURE = re.compile(
    r"photo|foto|bild|image|picture|getty|courtesy|illustration|handout|撮影|写真|摄|攝|사진", re.IGNORECASE
)
_LABEL = re.compile(
    rf"©|\(c\)|(?:{_PICTURE.pattern}|credit|crédit|quelle|source|fonte|fuente|kuva|kép|zdjęcie|fot\.|фото|grafik|"
    r"صور|תמונ|תצלום)[^:：.!?]{0,20}[:：]",
    re.IGNORECASE,
)
_CLOSING = (")", "]", ")", "】", "］", ").", "].")
_SIGNS = (":", "：", "©", "(c)")
_POINTS = re.compile(
    r"\b(?:pictured|from left|left to right|\(left\)|\(right\)|center|clockwise|above|below|front row|"
    r"im bild|von links|links|rechts|à gauche|à droite|izquierda|derecha|sinistra|destra)\b",
    re.IGNORECASE,
)


def is_credit(line: Line) -> bool:
    """Whether all of the line is a credit with its label, such as "Photo: Ann Lee"."""
    text = line.text
    if line.level or len(text) > LONGEST_CREDIT or not _may_end_in_credit(text):
        return False
    return has_label(text) and credit_spans(text) == ((0, len(text)),)


def points(text: str) -> bool:
    """Whether the words say where in a picture somebody stands."""
    return _POINTS.search(text) is not None


def sure_spans(line: Line) -> Spans:
    """The credits at the line's end, as offsets in the document, where prose would not print them."""
    text = line.text
    if line.level or len(text) > LONGEST or not _may_end_in_credit(text[-LONGEST_CREDIT:]):
        return ()
    first = max(0, len(text) - TAIL)
    spans = tuple((first + start, first + end) for start, end in credit_spans(text[first:]))
    if not spans or spans[0][0] == 0 or spans[-1][1] < len(text.rstrip(" .")):
        return ()
    if not all(_is_sure(text[start:end]) for start, end in spans):
        return ()
    return tuple((line.start + start, line.start + end) for start, end in spans)


def _may_end_in_credit(tail: str) -> bool:
    """Whether it is worth looking for a sure credit; nearly all lines of prose are not."""
    if tail.endswith(_CLOSING):
        return "/" in tail or _PICTURE.search(tail) is not None
    if any(sign in tail for sign in _SIGNS):
        return _LABEL.search(tail) is not None
    return len(tail) < LONGEST_CREDIT and _PICTURE.match(tail) is not None


def _is_sure(credit: str) -> bool:
    """Whether the credit is a picture's: agencies in brackets close reports as well."""
    words = credit.strip(" ()[]（）【】.|–—-")
    if has_label(credit):
        return ":" in credit or "：" in credit or "©" in credit or _PICTURE.search(credit) is not None
    named = "/" in words and any(names.is_person(part.strip()) for part in words.split("/"))
    return named or _PICTURE.search(words) is not None
