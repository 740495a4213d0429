"""Who wrote the story, as a text capture prints it above the text.

Claims: a short line that begins with "By" and names people or an agency; the line under a lone "By"; a line
of names alone under the headline that has a date beside it.

    "By Morgan Lee, AP"  →  author Morgan Lee, agency AP

Known misses: a bare name without "By" or date.
"""

from collections.abc import Iterator, Sequence

from archiver.extract.claims import Claim
from archiver.extract.reading import Reading
from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.headlines import headline
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.recognise.names import Names, names, without_label
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role

BELOW = 12
"""Lines below the headline among which a byline is looked for."""
ABOVE = 4
LONGEST = 100


def _labelled(line: Line) -> Names | None:
    if len(line.text) > LONGEST or not without_label(line.text)[1] or line.text.endswith((".", "?", "!")):
        return None
    return names(line.text)


def _is_label(line: Line) -> bool:
    return line.folded in vocabulary("byline_label").starts


def _bare(head: Sequence[Line], index: int) -> Names | None:
    """Names on a line of their own with a date on it or next to it."""
    line = head[index]
    near = [line, *head[max(0, index - 1) : index], *head[index + 1 : index + 3]]
    dated = any(len(other.text) < 80 and (date := find_date(other.text)) and date.iso for other in near)
    named = names(line.text) if dated and len(line.text) <= LONGEST and not line.level else None
    people = named.byline.authors if named and named.understood else ()
    return named if people and all(len(name.split()) <= 3 for name in people) else None


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claim of each byline near the headline."""
    top = reading.once(headline)
    if top is None:
        return
    printed = reading.once(lines)
    at = next(index for index, line in enumerate(printed) if line.start == top.start)
    head = printed[max(0, at - ABOVE) : at + 1 + BELOW]
    for index, line in enumerate(head):
        if line.start == top.start:
            continue
        after = head[index + 1] if index + 1 < len(head) else None
        named = _labelled(line)
        if (
            named is None
            and _is_label(line)
            and after
            and after.start != top.start
            and (named := names(after.text))
        ):
            yield Claim(start=line.start, end=line.end, role=Role.BYLINE, reason="label of a byline")
            line = after  # noqa: PLW2901 the name stands below its label
        named = named or (_bare(head, index) if line.start > top.start else None)
        if named:
            yield Claim(
                start=line.start,
                end=line.end,
                role=Role.BYLINE,
                finding=named.byline,
                reason="names who wrote it",
            )
