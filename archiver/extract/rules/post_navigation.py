"""Links to the neighbouring articles, printed above or below the text.

Claims: whole lines that name a neighbour, lines that name one and give its headline, and below the story the
headline alone that stands under such a name without a blank line between them.

The theme prints them on every page; they say nothing of this story.

    "Previous Post" / "Next Post"
    "← Older: The bandstand gets its second coat"
    "Previous article" / "Rowing eight finds its cox"
    "Previous articleRowing eight finds its cox"

Known misses: links that are the neighbours' headlines alone.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import PROSE, labels
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role

LONGEST = 160
"""Longest headline of a neighbour, in characters."""


def _named(printed: Sequence[Line], index: int) -> Line | None:
    """The neighbour's headline under its name, below the story."""
    after = printed[index + 1] if index + 1 < len(printed) else None
    if after is None or after.gap or after.level or len(after.text) > LONGEST:
        return None
    concept = vocabulary("post_navigation")
    others = printed[max(0, index - 3) : index + 4]
    in_pairs = sum(other.folded in concept.lines for other in others) > 1
    is_below = any(len(line.text) >= PROSE for line in printed[:index])
    is_other = after.folded in concept.lines or vocabulary("comment_form").is_line(after.text)
    return after if in_pairs and is_below and not is_other else None


@cache
def _names() -> tuple[str, ...]:
    """What neighbours are called in two words or more."""
    return tuple(name for name in vocabulary("post_navigation").lines if " " in name)


def _is_glued(line: Line) -> bool:
    """Whether a neighbour's name and its headline stand on the line without a space between them."""
    if not line.folded.startswith(_names()):
        return False
    rests = (line.text[len(name) :] for name in _names() if line.text[: len(name)].casefold() == name)
    return any(len(rest) > 2 and rest[0].isupper() for rest in rests)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each such line."""
    printed = reading.once(lines)
    for line in printed if reading.document.plain else ():
        if line.is_short and _is_glued(line):
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="link to a neighbour")
    for index, line in labels(reading, "post_navigation"):
        yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="link to a neighbour")
        neighbour = _named(printed, index) if reading.document.plain else None
        if neighbour and line.folded in vocabulary("post_navigation").lines:
            yield Claim(
                start=neighbour.start, end=neighbour.end, role=Role.REMOVED, reason="headline of a neighbour"
            )
