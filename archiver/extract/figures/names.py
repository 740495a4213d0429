"""The names in a credit: people, outlets, agencies, and words that name nobody."""

import re
import unicodedata
from functools import lru_cache

from archiver.extract.recognise.names import is_agency as is_news_agency
from archiver.extract.recognise.names import is_person as has_shape_of_name
from archiver.extract.words import fold, vocabulary

_ASIDE = re.compile(r"\s*[(\[（][^()\[\]（）]*[)\]）]\s*\Z")
_AROUND = re.compile(r"^(?:file|archive|archiv|via|from|courtesy)\s*:\s*|\s+for\s+.*\Z", re.IGNORECASE)
_HANDLE = re.compile(r"@[\w.]+\Z")
_ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}\Z", re.IGNORECASE)
_SMALL = frozenset(
    [
        "of",
        "the",
        "and",
        "for",
        "de",
        "del",
        "la",
        "le",
        "les",
        "des",
        "du",
        "di",
        "da",
        "do",
        "das",
        "dos",
        "von",
        "van",
        "der",
        "den",
        "und",
        "y",
        "e",
        "et",
        "en",
        "el",
        "al",
        "für",
        "im",
        "am",
        "zu",
        "à",
        "i",
        "og",
        "och",
        "ja",
        "in",
        "on",
    ]
)
LONGEST_UNSPACED = 14
"""Longest name in a script without spaces, in characters."""
_STOP = re.compile(r",|\w{3,}[.!?]\s|\d\.\s|\s\w*[a-z]{3,}[A-Z][a-z]{2,}\s")
_BYLINES = re.compile(r"[A-ZÀ-ÞА-ЯЁŁŚŻČŠŽ][^\W\d_]*\.")


def _trimmed(words: str) -> str:
    return _ASIDE.sub("", words.strip(" .,;:|")).strip(" .,;:|")


@lru_cache(maxsize=4096)
def agency(words: str) -> str | None:
    """The agency that one part of a credit names, as printed, without "photo" or "file" beside it."""
    name = _AROUND.sub("", _trimmed(words)).strip(" .,;:|")
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name)
    known, noise = vocabulary("picture_agency").lines, vocabulary("credit_label").words
    parts = name.split()
    while parts:
        kept = " ".join(parts)
        if fold(kept) in known or is_news_agency(kept):
            return _plain(kept, noise)
        if parts[-1].strip(".,()").casefold() not in noise:
            return None
        parts.pop()
    return None


def _plain(name: str, noise: frozenset[str]) -> str:
    """The shortest form of the agency's printed name that is still known: "AP Photo" is AP."""
    first, _, rest = name.partition(" ")
    is_noise = rest.casefold() in ("photo", "photos", "foto")
    return (
        first if is_noise and rest.casefold() in noise and fold(first) in vocabulary("agency").lines else name
    )


def is_noise(words: str) -> bool:
    """Whether the part names nobody: "File", "Pool", "Symbolbild"."""
    return fold(_trimmed(words)) in vocabulary("credit_label").words or not fold(words)


def is_handle(words: str) -> bool:
    """Whether the part is an account or a web address."""
    name = _trimmed(words)
    return bool(_HANDLE.match(name) or _ADDRESS.match(name))


@lru_cache(maxsize=4096)
def is_person(words: str) -> bool:
    """Whether the part has the shape of a person's name and none of an outlet's words."""
    name = _trimmed(words)
    parts = name.split()
    if any(part.casefold() in vocabulary("outlet_word").lines for part in parts):
        return False
    if _STOP.search(name) or (len(parts) > 1 and agency(parts[-1])):
        return False
    if has_shape_of_name(name):
        return True
    return len(parts) == 2 and _BYLINES.fullmatch(parts[0]) is not None and parts[1][:1].isupper()


def is_outlet(words: str) -> bool:
    """Whether the part can be an outlet's name: few words, the first and last with capitals, no prose."""
    name = _trimmed(words)
    parts = name.split()
    if not 1 <= len(parts) <= 7 or len(name) > 60:
        return False
    if is_handle(name):
        return True
    if any(part[0] > "\u2e80" and len(part) > LONGEST_UNSPACED for part in parts):
        return False
    if _STOP.search(name) or (len(parts) > 1 and agency(parts[-1])):
        return False
    if parts[0].casefold() in _SMALL - {"the", "la", "le", "el", "les", "der", "die", "das"}:
        return False
    return all(part[:1].isupper() or not part[:1].islower() or part in _SMALL for part in parts) and any(
        character.isalpha() for character in name
    )
