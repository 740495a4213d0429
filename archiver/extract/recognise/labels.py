"""Lines that a concept's vocabulary names, told from the same words used as a heading of the story."""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

PROSE = 100
"""Fewest characters of a line that is a paragraph of the story."""
LONGEST = 300


def in_running_text(reading: Reading, index: int) -> bool:
    """Whether the line stands alone between two paragraphs, as a heading of the story does."""
    printed = reading.once(lines)
    if reading.document.blocks[printed[index].block].kind is BlockKind.HEADING:
        return True
    if not 0 < index < len(printed) - 1 or not printed[index].gap or not printed[index + 1].gap:
        return False
    return len(printed[index - 1].text) >= PROSE and len(printed[index + 1].text) >= PROSE


def _labelled(reading: Reading) -> list[tuple[int, Line, str]]:
    """The lines that are short enough for vocabulary, with their place among the lines, and folded."""
    return [
        (index, line, line.folded)
        for index, line in enumerate(reading.once(lines))
        if line.folded and len(line.text) <= LONGEST
    ]


def labels(reading: Reading, concept: str, *, ambiguous: bool = True) -> Iterator[tuple[int, Line]]:
    """The lines that the concept's vocabulary names, with their place among the lines.

    `ambiguous`: a line of one or two words between two paragraphs is taken for a heading.
    """
    words = vocabulary(concept)
    names, starts = words.lines, words.starts
    for index, line, folded in reading.once(_labelled):
        if not (folded in names or folded.startswith(starts)):
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
