"""Filler that a page's template left in: "Lorem ipsum" and the placeholders between its paragraphs.

Claims: lines that begin with the filler, and short lines between two of them. Nobody wrote it for the story;
readers of the page never see it.

    "Lorem ipsum dolor sit amet, consectetur adipiscing elit." / "Head line 1"

Known misses: filler in other words.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.lines import Line, lines
from archiver.model.ledger import Role

_FILLER = "lorem ipsum"
LONGEST = 40
"""Longest placeholder, in characters."""
MOST_BETWEEN = 3


def _is_filler(line: Line) -> bool:
    return line.text[: len(_FILLER)].casefold() == _FILLER


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each line of filler."""
    between: list[Line] = []
    is_after = False
    if _FILLER not in reading.document.text.casefold():
        return
    for line in reading.once(lines):
        if _is_filler(line):
            for other in [*between, line] if is_after else [line]:
                yield Claim(
                    start=other.start, end=other.end, role=Role.REMOVED, reason="filler of a template"
                )
            between, is_after = [], True
            continue
        between.append(line)
        if len(line.text) > LONGEST or len(between) > MOST_BETWEEN:
            is_after = False
