"""Printed credits as data, and whether words read as a credit at all."""

import re
from enum import IntEnum
from functools import lru_cache

from archiver.extract.figures import names
from archiver.extract.figures.label import bare, pattern
from archiver.model.article import Credit
from archiver.text import squash

LONGEST = 160
"""Longest credit, in characters."""
_VIA = re.compile(r"\s*[,/|]?\s*\b(?:via|on|auf|über|through)\s+(?=[^\W\d_])", re.IGNORECASE)
_FOR = re.compile(r"\s+(?:for|für|pour|para)\s+(?=(?-i:[A-Z]))")
_SPLIT = re.compile(r"\s*(?:/{1,2}|\||–|—|;|•|·|＝|=|\s-\s|,(?=\s))\s*")
_NO_COMMA = re.compile(r"\s*(?:/{1,2}|\||–|—|;|•|·|＝|=|\s-\s)\s*")
_COURTESY = re.compile(
    r"\b(?:courtesy(?:\s+of)?|cedida por|cortesía de|mit freundlicher genehmigung(?: von)?|"
    r"avec l'aimable autorisation de)\b:?\s*",
    re.IGNORECASE,
)
_ENDS = " |•–—-/,;"
_BRACKETS = {"(": ")", "[": "]", "（": "）", "【": "】", "［": "］", "〔": "〕"}
_MADE = re.compile(r"(?<=[^\s])\s*(?:撮影|写す|摄影|攝影|摄|攝|촬영|기자)\Z")


class Strength(IntEnum):
    """How surely words are a credit."""

    NONE = 0
    NAMES = 1
    """Names in the shape of a credit."""
    AGENCY = 2
    """An agency among them, or a label before them."""


def _unwrapped(words: str) -> str:
    """Without one pair of brackets around everything."""
    closing = _BRACKETS.get(words[:1])
    if closing and words.endswith(closing) and words.find(closing) == len(words) - 1:
        return words[1:-1].strip()
    return words


def without_label(text: str) -> str:
    """The credit without brackets and label, as printed otherwise."""
    words, before = squash(text.replace("\u200b", "")), ""
    if words.endswith(")") and "(" not in words:
        words = words[:-1]
    while words != before:
        before = words
        words = _unwrapped(words.strip(_ENDS + "＝= ").removesuffix(".") if words[-3:] != "..." else words)
        match = pattern().match(words)
        if (match and match.end() < len(words)) or (
            (match := bare().match(words)) and names.agency(words[match.end() :].split("/")[0])
        ):
            words = words[match.end() :]
    return _MADE.sub("", words).strip(_ENDS + "＝=")


def has_label(text: str) -> bool:
    """Whether the words begin with a label of a credit, inside brackets or not."""
    words = _unwrapped(squash(text).strip(_ENDS))
    match = pattern().match(words)
    return bool(match) or (
        (made := bare().match(words)) is not None
        and names.agency(words[made.end() :].split("/")[0]) is not None
    )


def _pieces(words: str, split: re.Pattern[str] = _SPLIT) -> list[str]:
    head, *via = _VIA.split(words)
    return [part.strip(" .") for side in (head, *via) for part in split.split(side) if part.strip(" .")]


def _each_once(parts: list[str]) -> list[str]:
    """The parts without those that say again what stands before them in other letters."""
    return list({part.casefold(): part for part in reversed(parts)}.values())[::-1]


def credit(text: str) -> Credit:
    """The printed credit in parts; what cannot be told apart stays in `text` alone."""
    words = without_label(text)
    photographer = outlet = None
    agencies: dict[str, None] = {}
    plain = _COURTESY.sub("", words)
    for part in _each_once(_pieces(pattern().sub(" | ", plain))):
        known = names.agency(part)
        if known:
            agencies[known] = None
        elif names.is_noise(part):
            continue
        elif photographer is None and names.is_person(maker := _FOR.split(part)[0]):
            photographer = maker
            outlet = outlet or next(iter(_FOR.split(part)[1:]), None)
        else:
            outlet = outlet or part
    return Credit(text=words, photographer=photographer, outlet=outlet, agency=" / ".join(agencies) or None)


@lru_cache(maxsize=4096)
def strength(words: str) -> Strength:
    """How surely the words, without label and brackets, are a credit and nothing else."""
    words = squash(words).strip(_ENDS)
    if not words or len(words) > LONGEST:
        return Strength.NONE
    pieces = [piece for part in _pieces(words, _NO_COMMA) for piece in _less_noise(part)]
    agencies = sum(names.agency(piece) is not None for piece in pieces)
    others = [piece for piece in pieces if names.agency(piece) is None and not names.is_noise(piece)]
    if not all(_can_be_named(piece) for piece in others):
        return Strength.NONE
    if agencies and len(others) <= 3:
        return Strength.AGENCY
    slashed = len(pieces) > 1 and ("/" in words or "|" in words)
    if slashed and (any(map(names.is_person, others)) or all(piece.isupper() for piece in others)):
        return Strength.NAMES
    return Strength.NAMES if _FOR.search(words) and names.is_person(_FOR.split(words)[0]) else Strength.NONE


def _less_noise(piece: str) -> list[str]:
    """The piece without words after a comma that name nobody."""
    head, comma, rest = piece.rpartition(",")
    if comma and (names.is_noise(rest) or names.agency(rest)):
        return [*_less_noise(head), rest.strip()]
    return [piece]


def _can_be_named(piece: str) -> bool:
    longest = 30 if piece[:1] < "\u2e80" else names.LONGEST_UNSPACED
    is_short = len(piece.split()) == 1 and len(piece) <= longest and piece[:1].isalnum()
    return is_short or names.is_person(piece) or names.is_outlet(piece) or names.is_handle(piece)
