"""Vocabulary by concept and language: the words and class names that give leftovers away.

Each concept is a TOML file in `vocabulary/` with any of the tables below; their keys are languages
(or `any`), their values lists. Lines are compared folded, so case, digits and punctuation at the ends do
not matter.

    [lines]    whole lines                    en = ["previous post", "leave a reply"]
    [starts]   how a line begins              en = ["read also", "see more:"]
    [tokens]   whole class names or ids       any = ["post-navigation"]
    [words]    parts of class names and ids   any = ["newsletter"]
"""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_DIGITS = re.compile(r"\d+")
_FRONT = re.compile(r"^[^\w#%]+")
_ENDS = re.compile(r"^[^\w#%]+|[^\w#%]+$")
LONGEST_START = 200
"""Characters of a line within which it shows how it begins; a longer one is no label."""


@lru_cache(maxsize=32_768)
def fold(line: str) -> str:
    """The line in lower case, digits as one `#`, white space as one space, no punctuation at its ends."""
    folded = _DIGITS.sub("#", " ".join(line.casefold().split()))
    return folded if folded[:1].isalnum() and folded[-1:].isalnum() else _ENDS.sub("", folded)


def _fold_start(line: str) -> str:
    """As `fold`, but the punctuation at the end stays: "more:" is not how "more people" begins."""
    return _FRONT.sub("", _DIGITS.sub("#", " ".join(line.casefold().split())))


def _ends_there(folded: str, start: str) -> bool:
    """Whether a word ends where the start does; scripts without spaces have no such place."""
    after = folded[len(start) : len(start) + 1]
    return not (start[-1].isalnum() and after.isalnum()) or start[-1] > "\u2e80"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What one concept is called, in all languages together."""

    lines: frozenset[str]
    starts: tuple[str, ...]
    tokens: frozenset[str]
    words: frozenset[str]

    def is_line(self, line: str) -> bool:
        """Whether the whole line is one of the concept's."""
        return len(line) <= LONGEST_START and fold(line) in self.lines

    def begins(self, line: str) -> bool:
        """Whether the line begins as the concept's lines do."""
        return self.opens(fold(line[:LONGEST_START]))

    def opens(self, folded: str) -> bool:
        """Whether the line, already folded, begins as the concept's lines do."""
        if not self.starts or not folded.startswith(self.starts):
            return False
        return any(folded.startswith(start) and _ends_there(folded, start) for start in self.starts)


def _gather(table: dict[str, list[str]]) -> list[str]:
    return [entry for language in table.values() for entry in language]


@cache
def vocabulary(concept: str) -> Vocabulary:
    """The vocabulary in `vocabulary/<concept>.toml`, read once."""
    path = files("archiver.extract") / "vocabulary" / f"{concept}.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return Vocabulary(
        lines=frozenset(fold(line) for line in _gather(tables.get("lines", {}))),
        starts=tuple(start for line in _gather(tables.get("starts", {})) if (start := _fold_start(line))),
        tokens=frozenset(_gather(tables.get("tokens", {}))),
        words=frozenset(_gather(tables.get("words", {}))),
    )
