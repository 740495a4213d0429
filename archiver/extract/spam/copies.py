"""Finds comments that say what another author said before, word for word or nearly so."""

import re
from collections.abc import Sequence

FEWEST_WORDS = 8
"""Shorter comments are alike by chance."""
SHINGLE = 3
"""Words in a row that are compared."""
MOST_SHINGLES = 200
"""Of one comment; the rest of a longer one is not compared."""
ALIKE = 0.8
"""Share of a comment's rows of words that a copy has as well."""
MOST_HOLDERS = 6
"""Comments remembered for one row of words; a phrase of more is a figure of speech."""
_WORD = re.compile(r"\w+")


def copied(authors: Sequence[str | None], texts: Sequence[str]) -> frozenset[int]:
    """Indexes of the comments that are near-copies of one before; whoever posts twice copies nobody."""
    held: dict[tuple[str, ...], list[int]] = {}
    rows: list[frozenset[tuple[str, ...]]] = []
    found: set[int] = set()
    for index, text in enumerate(texts):
        mine = _rows(text)
        rows.append(mine)
        shared: dict[int, int] = {}
        for row in mine:
            holders = held.setdefault(row, [])
            for other in holders:
                shared[other] = shared.get(other, 0) + 1
            if len(holders) < MOST_HOLDERS:
                holders.append(index)
        for other, count in shared.items():
            larger = max(len(mine), len(rows[other]))
            if (
                count >= ALIKE * larger
                and authors[index]
                and authors[other]
                and authors[index] != authors[other]
            ):
                found.add(index)
    return frozenset(found)


def _rows(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())[: MOST_SHINGLES + SHINGLE]
    if len(words) < FEWEST_WORDS:
        return frozenset()
    return frozenset(tuple(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
