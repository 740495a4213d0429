"""The labels that print before a picture's credit: "Photo:", "Foto von", "©", "写真＝"."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from archiver.extract.words import fold, vocabulary

_SENTENCE_END = ".!?…。！？»”\"’')]）】|/–—-•·(（[【,;"
_SIGN = re.compile(r"[:：=＝©]|\(c|copyright", re.IGNORECASE)
_NAMES = r"(?-i:[^\W\da-zß-ÿа-яёα-ω_]|@|iStock|dpa|imago|epa\b|unsplash|getty|pixabay|pexels)"
"""How the words after a label without a colon begin: a capital, a script without case, or a brand."""


def _any(words: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first; what several begin with is tried once for all."""
    rests: dict[str, list[str]] = {}
    for word in words:
        if word:
            rests.setdefault(word[0], []).append(word[1:])
    parts = [
        (r"\s+" if first == " " else re.escape(first)) + _any(rest) for first, rest in sorted(rests.items())
    ]
    return f"(?:{'|'.join(parts)}){'?' if '' in words else ''}" if parts else ""


@cache
def pattern() -> re.Pattern[str]:
    """Matches one label or several in a row, from where it is asked."""
    concept = vocabulary("credit_label")
    nouns, phrases = _any(concept.lines), _any(frozenset(concept.starts))
    colon = rf"(?:{nouns})(?:\s+(?:credits?|source|courtesy|by))?\s*(?:[:：=＝]|(?=©))"
    dotted = _any(frozenset(start for start in concept.starts if start.endswith(".")))
    phrase = rf"(?:(?:{phrases})\.?:?\s+|{dotted}\s*)(?={_NAMES})"
    sign = r"©(?:\s*copyright)?|\(c\)|\bcopyright\s*©|copyright\s+(?=[(©\d]|(?-i:[A-Z]))"
    return re.compile(rf"(?:(?:{colon}|{phrase}|{sign})\s*(?:[|:]\s*)?)+", re.IGNORECASE)


@cache
def bare() -> re.Pattern[str]:
    """Matches a label without colon before the name of an agency, as in "Photo iStock"."""
    return re.compile(rf"(?:{_any(vocabulary('credit_label').lines)})\s+(?=\S)", re.IGNORECASE)


def names_a_picture(text: str) -> bool:
    """Whether the text begins, in brackets or not, with a label of a picture: "Photo:", not "Source:"."""
    match = pattern().match(text.lstrip("([（【 "))
    return bool(match and _nouns().search(match[0]))


@cache
def _nouns() -> re.Pattern[str]:
    """Matches a picture's noun in a label, alone or joined with others, as in "Titelfoto"."""
    return re.compile(_any(vocabulary("picture_noun").lines), re.IGNORECASE)


def is_signed(words: str) -> bool:
    """Whether the words are a label with its sign and nothing else: "Photo:", "©"."""
    match = pattern().match(words)
    return bool(match and match.end() == len(words))


def is_label(words: str) -> bool:
    """Whether the words are a label and nothing else."""
    match = pattern().match(words)
    return bool(match and match.end() == len(words)) or fold(words) in vocabulary("credit_label").lines


def _is_boundary(text: str, start: int) -> bool:
    """Whether a label may begin there: at a word's beginning, or glued to the word before with a capital."""
    if start == 0 or text[start] in "©(":
        return True
    before, first = text[start - 1], text[start]
    if before in _SENTENCE_END or before == "\n":
        return True
    if before.isspace():
        if not first.islower():
            return True
        told = text[:start].rstrip()
        return bool(told) and told[-1] in _SENTENCE_END
    return first.isupper() and (before.islower() or before.isdigit())


@cache
def _phrases() -> tuple[str, ...]:
    return tuple({phrase.casefold().partition(" ")[0] for phrase in vocabulary("credit_label").starts})


def _may_hold(text: str) -> bool:
    """Whether the text has a sign or a word without which there is no label."""
    if _SIGN.search(text):
        return True
    folded = text.casefold()
    return any(map(folded.__contains__, _phrases()))


def labels(text: str, first: int = 0) -> Iterator[tuple[int, int]]:
    """Where labels stand in the text, as spans that include what stands between label and name."""
    if not _may_hold(text):
        return
    position = first
    for match in pattern().finditer(text, first):
        if match.start() >= position and _is_boundary(text, match.start()):
            position = match.end()
            yield match.start(), match.end()
