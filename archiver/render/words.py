"""Values as a reader sees them: dates, counts, languages. English, as the themes are."""

import re
from datetime import datetime, timedelta
from functools import lru_cache

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_PARTIAL = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?$")
_MACHINE = re.compile(
    r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})?)?)?)?$", re.ASCII
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$", re.ASCII)
_RIGHT_TO_LEFT = frozenset(
    ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "ps", "sd", "syr", "ug", "ur", "yi"]
)
_RIGHT_TO_LEFT_SCRIPTS = frozenset(("adlm", "arab", "hebr", "nkoo", "rohg", "syrc", "thaa"))


def month_name(month: str) -> str:
    """The English name of a month given as `01` to `12`."""
    return MONTHS[int(month) - 1]


def date_words(value: str | None) -> str:
    """An ISO 8601 date as exact as it is: `14 April 2022, 09:30 (UTC−06:00)`, `April 2022`, `undated`.

    What is no such date stays as it is.
    """
    if not value:
        return "undated"
    if partial := _PARTIAL.match(value):
        return f"{month_name(partial[2])} {partial[1]}" if partial[2] else partial[1]
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return value
    day = f"{at.day} {MONTHS[at.month - 1]} {at.year}"
    if len(value) == len("2022-04-14"):
        return day
    offset = at.utcoffset()
    zone = "" if offset is None else f" ({_zone(offset)})"
    return f"{day}, {at.hour:02}:{at.minute:02}{zone}"


def machine_date(value: str | None) -> str | None:
    """The date as HTML's `datetime` attribute takes it; None where it cannot be read as a date."""
    if not value or _MACHINE.match(value):
        return value or None
    try:
        return datetime.fromisoformat(value).isoformat(timespec="seconds")
    except ValueError:
        return None


@lru_cache(maxsize=65_536)
def instant(value: str | None) -> str | None:
    """The date as RFC 3339 asks for feeds; parts that the capture did not give are the earliest, in UTC."""
    if not value:
        return None
    if partial := _PARTIAL.match(value):
        return f"{partial[1]}-{partial[2] or '01'}-01T00:00:00Z"
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return None
    words = at.replace(microsecond=0).isoformat()
    return words.replace("+00:00", "Z") if at.tzinfo else f"{words}Z"


def language_tag(language: str | None) -> str | None:
    """The language where it has the shape of a BCP 47 tag, else None."""
    return language if language and _LANGUAGE.match(language) else None


def direction(language: str | None) -> str:
    """`rtl` or `ltr`, by the script or the language of a BCP 47 tag."""
    parts = (language or "").lower().replace("_", "-").split("-")
    if len(parts) > 1 and len(parts[1]) == 4:
        return "rtl" if parts[1] in _RIGHT_TO_LEFT_SCRIPTS else "ltr"
    return "rtl" if parts[0] in _RIGHT_TO_LEFT else "ltr"


def _zone(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    if not minutes:
        return "UTC"
    sign = "+" if minutes > 0 else "−"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
