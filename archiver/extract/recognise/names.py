"""The words of a byline as people and news agencies."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from archiver.extract.findings import Byline
from archiver.extract.recognise.dates import find_date
from archiver.extract.words import fold, vocabulary
from archiver.text import squash

_PARTS = re.compile(
    r"\s*(?:[,;/|•·()]|\s[-–—]\s|\b(?:and|und|et|y|e|og|och|en|i|ja|ve|with|mit|avec|con|com|"
    r"для|и)\b|&|\+)\s+|\s*[;/|•·()]\s*",
)
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[.'’\-])*\Z")
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "do",
        "dos",
        "das",
        "du",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "ben",
        "ter",
        "ten",
        "zu",
        "zur",
        "zum",
        "y",
        "e",
        "af",
        "av",
        "st",
    ]
)
_STAMP = re.compile(r"\s*[,|•·\-–—(]*\s*(?:\d{1,2}[:.]\d\d|\d{4}|\d{1,2}[./]\d{1,2}[./]).*\Z")
_TAIL = re.compile(
    r"(?:\.\s|\s*[|–—-]\s*)?\s*\b(?:(?:last )?updated|published|posted|aktualisiert|"
    r"veröffentlicht|publié|mis à jour|publicado|"
    r"actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|bijgewerkt|\d+ ?min\b).*\Z|"
    r"\s+(?:on|am|le|el|il|em|op|den)\s*\Z",
    re.IGNORECASE,
)
_AT = re.compile(r"\s+(?:at|um|à|a las|alle|às|kl|o)\Z", re.IGNORECASE)
_GLUED = re.compile(
    r"(?<=[a-zß-ÿ])(?=[A-Z][a-z]{2,8}\.? \d{1,2}, (?:19|20)\d\d)|"
    r"(?<=[a-zß-ÿ])(?=(?:Updated|Published|Posted|Aktualisiert|Veröffentlicht|Publié|Publicado|Actualizado|"
    r"Pubblicato|Aggiornato|Atualizado)\b)"
)
"""Where a name and what the page says next stand without a space between them."""
_GLUED_LABEL = re.compile(r"\A(By|Von|Par|Por)(?=[A-Z][a-zß-ÿ])")
LONGEST_AGENCY = 50
_WITH = re.compile(r"\A(?:and|with|und|mit|et|avec|con|com|y|e|i|og|och|en|met|med)\s+", re.IGNORECASE)
LONGEST = 200
"""Longest byline, in characters; a longer line is prose."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """People and the agency that a byline names, and whether all of it was understood."""

    byline: Byline
    understood: bool
    stamped: bool = False
    """A date, or a word such as "published", stands on the same line."""


@lru_cache(maxsize=4096)
def is_agency(words: str) -> bool:
    """Whether the words are the name of a news or picture agency."""
    concept = vocabulary("agency")
    if concept.is_line(words):
        return True
    named, terms = fold(words), tuple(concept.words)
    return (
        not words[:1].islower()
        and len(words) <= LONGEST_AGENCY
        and (named.endswith(terms) or named.startswith(terms))
    )


@lru_cache(maxsize=4096)
def is_person(words: str) -> bool:
    """Whether the words have the shape of a person's name: two to five words, each with a capital.

    Names in scripts without capitals pass by their shortness.
    """
    parts = words.split()
    if not 2 <= len(parts) <= 5 or len(words) > 60:
        return len(parts) == 1 and 2 <= len(words) <= 5 and words.isalpha() and not words.isascii()
    if any(not _NAME_WORD.match(part) for part in parts):
        return False
    small = [part for part in parts if part[0].islower() and part[1:2] not in ("'", "’")]
    return len(parts) - len(small) >= 2 and _PARTICLES.issuperset(small) and not is_position(words)


@lru_cache(maxsize=4096)
def is_position(words: str) -> bool:
    """Whether the words are somebody's post rather than a name."""
    concept = vocabulary("position")
    return concept.is_line(words) or any(
        word.strip(".,").casefold() in concept.words for word in words.split()
    )


def is_nobody(words: str) -> bool:
    """Whether the words stand where names stand and name nobody: a button, a badge, an empty field."""
    return vocabulary("no_author").is_line(words) or not any(letter.isalpha() for letter in words)


def without_label(text: str) -> tuple[str, bool]:
    """The byline without its "By", and whether it had one."""
    label = vocabulary("byline_label")
    folded = text.casefold()
    if not folded.startswith(label.starts):
        return text, False
    for start in sorted(label.starts, key=len, reverse=True):
        if folded.startswith(start):
            rest = text[len(start) :]
            if rest[:1] in (" ", ":", "\u00a0", "：") or not start[-1].isalpha():
                return rest.lstrip(" :\u00a0："), True
    return text, False


def _before_date(words: str) -> str:
    date = find_date(words)
    return words[: date.start] if date and date.iso else words


@lru_cache(maxsize=4096)
def names(text: str) -> Names | None:
    """The people and the agency that the byline's text names; None where it names nobody."""
    spaced = _GLUED_LABEL.sub(r"\1 ", _GLUED.sub(" ", squash(text)[:LONGEST]))
    printed, labelled = without_label(spaced)
    undated = _before_date(printed)
    unlabelled = _TAIL.sub("", undated)
    words = _AT.sub("", _STAMP.sub("", unlabelled))
    people: list[str] = []
    agency = None
    understood = True
    for separator, part in _parts(words):
        name = _WITH.sub("", part.strip(" .,;:()[]|"))
        if is_position(name):
            name = "" if people and separator == "," else _before_position(name)
        if not name or is_position(name) or is_nobody(name):
            continue
        if is_agency(name):
            agency = agency or name
        elif is_person(name) or (labelled and not people and understood and _is_single(name)):
            people.append(name)
        else:
            understood = False
    if not people and not agency:
        return None
    byline = Byline(authors=tuple(dict.fromkeys(people)), agency=agency)
    return Names(byline=byline, understood=understood, stamped=unlabelled != printed)


def _parts(words: str) -> Iterator[tuple[str, str]]:
    """The parts of the byline, each with what parts it from the one before."""
    start, separator = 0, ""
    for found in _PARTS.finditer(words):
        yield separator, words[start : found.start()]
        start, separator = found.end(), found[0].strip()
    yield separator, words[start:]


def _before_position(name: str) -> str:
    """The name before somebody's post, as in "Ann Lee Senior Reporter"; empty for a post alone."""
    parts = name.split()
    length = next((at for at in range(len(parts)) if is_position(parts[at])), 0)
    beats = vocabulary("position").tokens
    while length > 2 and parts[length - 1].casefold() in beats:
        length -= 1
    return " ".join(parts[:length]) if length >= 2 else ""


def _is_single(name: str) -> bool:
    """Whether a byline may name somebody by this one word."""
    return name.isalpha() and 2 < len(name) < 20 and name[0].isupper()
