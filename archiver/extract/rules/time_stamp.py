"""When the story was published or changed, as printed above or below it.

Claims: lines that are a date, a time of day alone, or a label such as
    "Published" with one, as metadata; the first date above the
text is the publication time, one with
    "Updated" the last change. A date that cannot be read is claimed only.

    "Last updated: 4 May 2022, 10:15"

Known misses: stamps inside a line with other words, but for bylines, which `byline` reads.
"""

import re
from collections.abc import Iterator
from functools import cache

from archiver.extract.claims import Claim
from archiver.extract.findings import Dated
from archiver.extract.reading import Reading
from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.lines import lines
from archiver.extract.times import weekday
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role

HEAD_LINES = 60
_EDGE = re.compile(
    r"[\W_]+|\b(?:uhr|am|um|at|on|le|à|el|a las|il|alle|em|às|den|kl|klo|dnia|в|г|h|"
    r"gmt|utc|est|edt|pst|pdt|ist|cet|cest|et|pt)\b"
)

_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?|\s?uhr)?(?:\s[A-Z]{2,4}T|\sUTC)?", re.IGNORECASE)


@cache
def _labels() -> list[str]:
    """The words before a date, longest first."""
    return sorted(vocabulary("time_stamp").words, key=len, reverse=True)


def _rest(text: str) -> str:
    """What is left of the line without its dates, labels and weekdays."""
    words = text
    for _ in range(3):
        date = find_date(words)
        if date is None:
            break
        words = f"{words[: date.start]} {words[date.end :]}"
    folded = words.casefold()
    for start in _labels():
        folded = folded.replace(start, " ")
    left = _EDGE.sub(" ", folded).split()
    return " ".join(word for word in left if not weekday(word) and not word.isdigit())


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each stamp."""
    label = vocabulary("time_stamp")
    for index, line in enumerate(reading.once(lines)):
        if reading.document.plain and _CLOCK.fullmatch(line.text):
            yield Claim(start=line.start, end=line.end, role=Role.METADATA, reason="printed time")
        if len(line.text) > 110 or line.level:
            continue
        date = find_date(line.text)
        if date is None:
            if label.is_line(line.text):
                yield Claim(start=line.start, end=line.end, role=Role.METADATA, reason="label of a date")
            continue
        if _rest(line.text):
            continue
        changed = any(word in line.text.casefold() for word in label.tokens)
        finding = None
        if index < HEAD_LINES and date.iso:
            finding = Dated(modified=date.iso) if changed else Dated(published=date.iso)
        yield Claim(
            start=line.start, end=line.end, role=Role.METADATA, finding=finding, reason="printed date"
        )
