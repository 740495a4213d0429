"""Lines that a concept's vocabulary names, told from the same words used as a heading of the story."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from operator import itemgetter

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

PROSE = 100
"""Fewest characters of a line that is a paragraph of the story."""
LONGEST = 300
OPENING = 3
"""Characters by which lines and vocabulary are matched before they are compared."""


def in_running_text(reading: Reading, index: int) -> bool:
    """Whether the line stands alone between two paragraphs, as a heading of the story does."""
    printed = reading.once(lines)
    if reading.document.blocks[printed[index].block].kind is BlockKind.HEADING:
        return True
    if not 0 < index < len(printed) - 1 or not printed[index].gap or not printed[index + 1].gap:
        return False
    return len(printed[index - 1].text) >= PROSE and len(printed[index + 1].text) >= PROSE


def _by_opening(reading: Reading) -> dict[str, list[tuple[int, Line]]]:
    """The lines that are short enough for vocabulary, with their place among the lines, by how they open."""
    found: defaultdict[str, list[tuple[int, Line]]] = defaultdict(list)
    for index, line in enumerate(reading.once(lines)):
        if line.folded:
            found[line.folded[:OPENING]].append((index, line))
    return found


@cache
def _openings(concept: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """How the concept's lines open, and those of them that are shorter than an opening."""
    words = vocabulary(concept)
    openings = frozenset(line[:OPENING] for line in (*words.lines, *words.starts))
    return openings, tuple(start for start in openings if len(start) < OPENING)


def hopeful(reading: Reading, concept: str) -> list[tuple[int, Line]]:
    """The lines that open as one of the concept's does, in page order: only these can be its lines."""
    known = reading.once(_by_opening)
    openings, short = _openings(concept)
    found = {opening for opening in known if opening in openings or (short and opening.startswith(short))}
    return sorted((entry for opening in found for entry in known[opening]), key=itemgetter(0))


def labels(reading: Reading, concept: str, *, ambiguous: bool = True) -> Iterator[tuple[int, Line]]:
    """The lines that the concept's vocabulary names, with their place among the lines.

    `ambiguous`: a line of one or two words between two paragraphs is taken for a heading.
    """
    words = vocabulary(concept)
    names, starts = words.lines, words.starts
    for index, line in hopeful(reading, concept):
        folded = line.folded
        if len(line.text) > LONGEST or not (folded in names or folded.startswith(starts)):
            continue
        named = line.is_short and folded in names
        if named and ambiguous and len(line.text.split()) <= 2 and in_running_text(reading, index):
            continue
        if named or words.opens(folded):
            yield index, line


def removed(reading: Reading, concept: str, reason: str, *, ambiguous: bool = True) -> Iterator[Claim]:
    """A claim that removes each line that the concept's vocabulary names."""
    for _, line in labels(reading, concept, ambiguous=ambiguous):
        yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason=reason)
