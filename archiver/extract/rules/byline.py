"""Who wrote the story, as a text capture prints it above or below the text.

Claims: a short line that begins with "By" and names people or an agency; the line under a lone "By"; a line
of names alone under the headline that a date, an agency or a post stands beside; below the story, a line of
several names, and one that begins with "Written by".

    "By Morgan Lee, AP"  →  author Morgan Lee, agency AP
    "Ada Thorne" / "Senior reporter"

Known misses: a bare name with nothing beside it.
"""

from collections.abc import Iterator, Sequence

from archiver.extract.claims import Claim
from archiver.extract.findings import Dated
from archiver.extract.reading import Reading
from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.headlines import headline
from archiver.extract.recognise.labels import PROSE
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.recognise.names import Names, is_position, names, without_label
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role

BELOW = 12
"""Lines below the headline among which a byline is looked for."""
ABOVE = 4
LONGEST = 100
_WROTE = (
    "written by",
    "posted by",
    "eingestellt von",
    "gepostet von",
    "publicado por",
    "publié par",
    "pubblicato da",
    "geplaatst door",
    "geschrieben von",
    "verfasst von",
    "écrit par",
    "rédigé par",
    "escrito por",
    "scritto da",
)
"""Labels that mean a byline wherever they stand."""


def _labelled(line: Line) -> Names | None:
    if len(line.text) > LONGEST or not without_label(line.text)[1] or line.text.endswith((".", "?", "!")):
        return None
    return names(line.text)


def _is_label(line: Line) -> bool:
    return line.folded in vocabulary("byline_label").starts


def _bare(head: Sequence[Line], index: int) -> Names | None:
    """Names on a line of their own, where what stands beside them shows that they wrote."""
    line = head[index]
    if line.level or len(line.text) > LONGEST or line.text[-1] in ".:!?":
        return None
    named = names(line.text)
    people = named.byline.authors if named and named.understood else ()
    if not named or not people or not all(len(name.split()) <= 4 for name in people):
        return None
    near = [line, *head[max(0, index - 1) : index], *head[index + 1 : index + 3]]
    dated = any(len(other.text) < 80 and (date := find_date(other.text)) and date.iso for other in near)
    after = head[index + 1] if index + 1 < len(head) else None
    has_post = after is not None and after.is_short and after.gap == 0 and is_position(after.text)
    has_agency = named.byline.agency is not None and "/" not in line.text  # a slash parts a picture's credit
    return named if dated or named.stamped or has_agency or has_post else None


def _at_end(printed: Sequence[Line], index: int) -> Names | None:
    """Several names alone under the last paragraph, or a line that says who wrote."""
    line = printed[index]
    if line.level or len(line.text) > LONGEST:
        return None
    if line.folded.startswith(_WROTE):
        return names(line.text)
    prose_before = len(printed[index - 1].text) >= PROSE if index else False
    prose_after = any(len(other.text) >= PROSE for other in printed[index + 1 : index + 3])
    if not prose_before or prose_after or line.text[-1] in ".:!?" or not line.gap:
        return None
    named = names(line.text)
    return named if named and named.understood and len(named.byline.authors) > 1 else None


def _claims(line: Line, named: Names) -> Iterator[Claim]:
    """The claim of the names, and that of the date behind them."""
    date = find_date(line.text)
    split = date.start if date and date.iso and date.start > 1 else len(line.text)
    end = line.start + len(line.text[:split].rstrip())
    yield Claim(
        start=line.start, end=end, role=Role.BYLINE, finding=named.byline, reason="names who wrote it"
    )
    if date and end < line.end:
        changed = any(word in line.text.casefold() for word in vocabulary("time_stamp").tokens)
        dated = Dated(modified=date.iso) if changed else Dated(published=date.iso)
        yield Claim(
            start=line.start + split,
            end=line.end,
            role=Role.METADATA,
            finding=dated,
            reason="date of a byline",
        )


def _above(head: Sequence[Line], top: Line) -> Iterator[Claim]:
    """The bylines near the headline."""
    for index, line in enumerate(head):
        if line.start == top.start:
            continue
        after = head[index + 1] if index + 1 < len(head) else None
        named = _labelled(line)
        below = names(after.text) if after and len(after.text) <= LONGEST else None
        if named is None and after and below and below.understood and _is_label(line):
            if after.start != top.start:
                yield Claim(start=line.start, end=line.end, role=Role.BYLINE, reason="label of a byline")
                yield from _claims(after, below)
            continue
        named = named or (_bare(head, index) if line.start > top.start else None)
        if named:
            yield from _claims(line, named)


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claim of each byline near the headline, or of one below the story."""
    top = reading.once(headline)
    if top is None:
        return
    printed = reading.once(lines)
    at = next(index for index, line in enumerate(printed) if line.start == top.start)
    found = list(_above(printed[max(0, at - ABOVE) : at + 1 + BELOW], top))
    yield from found
    if not found:
        for index in range(at + 1 + BELOW, len(printed)):
            named = _at_end(printed, index)
            if named:
                yield from _claims(printed[index], named)
