"""Chooses among the things that a page says about itself; each choice keeps its evidence."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from archiver.extract.recognise.dates import find_date
from archiver.model.document import Fact

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d|UTC|GMT)?)?"
)
_DAY_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/-]|\Z)|(?<!\d)(20\d\d)([01]\d)([0-3]\d)(?=\D|\d{6}|\Z)"
)
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}))?(?:[-_]([A-Za-z]{2}|\d{3}))?(?![A-Za-z])")
_NO_LANGUAGE = frozenset(["und", "mul", "zxx", "mis", "xx"])
_MISTAKEN = {"kr": "ko", "jp": "ja", "cn": "zh", "dk": "da", "ua": "uk", "gr": "el", "cz": "cs", "vn": "vi"}
"""Codes of countries that pages give for their languages; none but Kanuri's `kr` is a language's."""
_EARLIEST, _LATEST = 1600, 2200


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value and where it came from."""

    value: str
    evidence: str


def choose_all(facts: Iterable[Fact], field: str) -> tuple[Choice, ...]:
    """Every different value of the field from the source of the first one, in page order."""
    told = [fact for fact in facts if fact.field == field]
    if not told:
        return ()
    same_source = {fact.value: fact.evidence for fact in told if fact.evidence == told[0].evidence}
    return tuple(Choice(value=value, evidence=evidence) for value, evidence in same_source.items())


def choose(facts: Iterable[Fact], field: str) -> Choice | None:
    """The first value of the field: `parse` puts the more trusted sources first."""
    return next(iter(choose_all(facts, field)), None)


def read_date(value: str) -> str | None:
    """The date as ISO 8601, as exact as it was told; None where it is none or absurd."""
    found = _ISO.match(value.strip())
    if not found:
        printed = find_date(value)
        return printed.iso if printed else None
    year, month, day, hour, minute, second, zone = found.groups()
    if not (_EARLIEST <= int(year) <= _LATEST and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    stamp = f"{year}-{month}-{day}"
    if hour is None or int(hour) > 23 or int(minute) > 59:
        return stamp
    zone = {"UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00"}.get(zone, zone) if zone else ""
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    return f"{stamp}T{hour}:{minute}:{second or '00'}{zone}"


def choose_date(facts: Iterable[Fact], *fields: str) -> Choice | None:
    """The first readable date of the fields, in ISO 8601; a zone is kept where one is told."""
    told = list(facts)
    for field in fields:
        for fact in told:
            if fact.field == field and (iso := read_date(fact.value)):
                return Choice(value=iso, evidence=fact.evidence)
    return None


def not_before(modified: Choice | None, published: Choice | None) -> Choice | None:
    """The last change, unless it precedes publication: by the day where one of them has no zone."""
    if modified is None or published is None:
        return modified
    try:
        first, last = datetime.fromisoformat(published.value), datetime.fromisoformat(modified.value)
    except ValueError:  # no such day, which only a calendar knows
        return modified
    if first.tzinfo and last.tzinfo and "T" in modified.value:
        return modified if last >= first else None
    return modified if last.date() >= first.date() else None


def address_date(facts: Iterable[Fact]) -> Choice | None:
    """The day that the page's address names, as publishing systems put it there; None for a mere month."""
    for fact in facts:
        if fact.field == "url" and (found := _DAY_IN_ADDRESS.search(fact.value)):
            year, month, day = found[1] or found[4], found[2] or found[5], found[3] or found[6]
            if iso := read_date(f"{year}-{int(month):02}-{int(day):02}"):
                return Choice(value=iso, evidence="address")
    return None


def window_date(facts: Iterable[Fact]) -> Choice | None:
    """The date behind the headline in the title element, as in "Lock opens | Post | 28.04.2023"."""
    for fact in facts:
        if fact.field == "page-title":
            tail = re.split(r"\s[|–—·-]\s", fact.value)[-1]
            printed = find_date(tail)
            if printed and printed.iso and printed.end - printed.start >= len(tail) - 2:
                return Choice(value=printed.iso, evidence=fact.evidence)
    return None


def read_language(value: str) -> str | None:
    """The language as a BCP 47 tag (`en_gb.UTF-8` is `en-GB`); None where the words are none."""
    found = _LANGUAGE.match(value.strip())
    if not found or found[1].lower() in _NO_LANGUAGE:
        return None
    language, script, place = found.groups()
    parts = (
        _MISTAKEN.get(language.lower(), language.lower()),
        script and script.title(),
        place and place.upper(),
    )
    return "-".join(part for part in parts if part)


def choose_language(facts: Iterable[Fact]) -> Choice | None:
    """The first readable language that the page declares."""
    for fact in facts:
        if fact.field == "language" and (tag := read_language(fact.value)):
            return Choice(value=tag, evidence=fact.evidence)
    return None
