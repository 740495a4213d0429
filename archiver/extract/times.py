"""Printed dates and times, in many languages and orders, as ISO 8601; what is not printed is not invented.

A date needs day, month and year in print. Whether `4/5/2019` is in April or in May is settled by the other
dates of the page (`settle_order`); where they do not settle it, the date is left as printed.
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise

LONGEST_PRINTED = 120
"""Characters of a line that is read for a date; a longer line is prose."""
_CALENDAR = "calendar"
_YEARS = range(1700, 2101)
_TOKEN = re.compile(r"\d+|[^\W\d_]+|\S")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_JOINERS = frozenset(".,-/–'’،")
_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})"
    r"(?:[t ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}\b)?)?"
)
_CJK = re.compile(r"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号일]?")
_THANG = re.compile(r"(\d{1,2})\s*thang\s*(\d{1,2})[,\s]*(?:nam\s*)?(\d{4})")
_YEAR_FIRST = re.compile(r"(?<![\d.])(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
_TWO_NUMBERS = re.compile(r"\d\D+\d")
_NUMERIC = re.compile(r"(?<![\d.:])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d:])")
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2})\s?([:.h]|uhr|時|시)\s?(\d{2})?(?:[:.](\d{2}))?(?!\d)\s*분?")
_WHOLE_HOUR = re.compile(r"(?<![\d:./])(\d{1,2})\s?(?=[ap]\.?\s?m\b)")
_ZONE = re.compile(r"\s*(?:(z)\b|(?:utc|gmt)\s*([+-]\d{1,2}):?(\d{2})?|(utc|gmt)\b|([+-]\d{2}):?(\d{2})\b)")


class Order(StrEnum):
    """Which number of a numeric date is the day."""

    DAY_FIRST = "day first"
    MONTH_FIRST = "month first"


@dataclass(frozen=True, slots=True)
class _Day:
    value: date
    start: int
    end: int


def _fold(text: str) -> str:
    """The text in lower case, without accents, all digits ASCII."""
    if text.isascii():
        return text.lower()
    bare = "".join(
        char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char)
    )
    joined = unicodedata.normalize("NFC", bare)
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in joined)


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    path = files("archiver.extract") / "vocabulary" / f"{_CALENDAR}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def _months() -> dict[str, dict[str, int]]:
    """For each folded month word, its number by language."""
    found: dict[str, dict[str, int]] = {}
    for language, names in _tables()["months"].items():
        for number, forms in enumerate(names, start=1):
            for form in forms.split():
                found.setdefault(_fold(form), {})[language] = number
    return found


@cache
def weekdays() -> dict[str, frozenset[int]]:
    """For each folded name of a weekday, the days that it names in some language; Monday is 0."""
    found: dict[str, set[int]] = {}
    for names in _tables()["weekdays"].values():
        for number, forms in enumerate(names):
            for form in forms.split():
                found.setdefault(_fold(form), set()).add(number)
    return {word: frozenset(days) for word, days in found.items()}


def weekday(word: str) -> frozenset[int]:
    """The days that the word names in some language, none for other words; Monday is 0."""
    return weekdays().get(_fold(word), frozenset())


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(_fold(word) for word in _tables()[table]["any"])


def _month(word: str, language: str) -> int | None:
    """The month that the word names; None where languages differ and the page does not decide."""
    by_language = _months().get(word)
    if not by_language:
        return None
    numbers = set(by_language.values())
    return numbers.pop() if len(numbers) == 1 else by_language.get(language)


def _day(year: int, month: int, day: int, start: int, end: int) -> _Day | None:
    if 2400 <= year <= 2643:  # years of the Buddhist calendar, as Thai pages print them
        year -= 543
    if year < 100:
        year += 2000 if year < 70 else 1900
    if year not in _YEARS or not 1 <= month <= 12:
        return None
    try:
        return _Day(date(year, month, day), start, end)
    except ValueError:
        return None


def _near(tokens: list[re.Match[str]], index: int, step: int) -> int:
    """The index of the next number in one direction, past fillers; -1 where something else stands there."""
    index += step
    for _ in range(6):
        if not 0 <= index < len(tokens):
            return -1
        word = tokens[index][0]
        if word.isdigit():
            return index
        if word not in _JOINERS and word not in _words("fillers"):
            return -1
        index += step
    return -1


def _named(text: str, language: str) -> Iterator[_Day]:
    """Dates whose month is a word."""
    tokens = list(_TOKEN.finditer(text))
    for index, token in enumerate(tokens):
        month = None if token[0].isdigit() else _month(token[0], language)
        if month is None:
            continue
        before, after = _near(tokens, index, -1), _near(tokens, index, 1)
        second = _near(tokens, after, 1) if after >= 0 else -1
        for day, year in ((before, after), (after, second), (after, before)):
            if day < 0 or year < 0 or len(tokens[day][0]) > 2 or not _is_year(tokens, year):
                continue
            ends = [tokens[at].span() for at in (index, day, year)]
            first, last = min(start for start, _ in ends), max(end for _, end in ends)
            found = _day(int(tokens[year][0]), month, int(tokens[day][0]), first, last)
            if found:
                yield found


def _is_year(tokens: list[re.Match[str]], index: int) -> bool:
    """Four digits, or two after an apostrophe or a hyphen."""
    digits = len(tokens[index][0])
    return digits == 4 or (digits == 2 and index > 0 and tokens[index - 1][0] in "'’-")


def _numeric(text: str, order: Order | None, language: str) -> Iterator[_Day]:
    """Dates that are three numbers."""
    for match in _NUMERIC.finditer(text):
        first, second, year = int(match[1]), int(match[3]), int(match[4])
        is_day_first = _is_day_first(text, match, order, language)
        if is_day_first is None:
            continue
        day, month = (first, second) if is_day_first else (second, first)
        found = _day(year, month, day, *match.span())
        if found:
            yield found


def _is_day_first(text: str, match: re.Match[str], order: Order | None, language: str) -> bool | None:
    first, second = int(match[1]), int(match[3])
    if first == second or first > 12 or second > 12:
        return first > 12 or first == second
    by_weekday = _by_weekday(text, match)
    if by_weekday is not None:
        return by_weekday
    if order:
        return order is Order.DAY_FIRST
    told = match[2] == "." or language in _words("day_first") or _stands_beside(text, match)
    return True if told else None


def _by_weekday(text: str, match: re.Match[str]) -> bool | None:
    """Whether the day stands first, where a weekday is printed that only one reading falls on."""
    named = {day for word in _WORD.findall(text[: match.start()])[-2:] for day in weekdays().get(word, ())}
    if not named:
        return None
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    days = {
        is_day_first: _day(year, month, day, 0, 0)
        for is_day_first, day, month in ((True, first, second), (False, second, first))
    }
    fits = [order for order, found in days.items() if found and found.value.weekday() in named]
    return fits[0] if len(fits) == 1 else None


def _stands_beside(text: str, match: re.Match[str]) -> bool:
    """Whether a word stands right before or after the date that only day-first languages print there."""
    table = _tables()["day_first_beside"]
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip(" ,")
    return any(re.search(rf"(?<!\w){word}\Z", before) for word in map(_fold, table["before"])) or any(
        re.match(rf"{word}(?![^\W\d])\W*\d", after) for word in map(_fold, table["after"])
    )


def _found_day(text: str, order: Order | None, language: str) -> _Day | None:
    for pattern, (year, month, day) in ((_CJK, (1, 2, 3)), (_YEAR_FIRST, (1, 3, 4)), (_THANG, (3, 2, 1))):
        match = pattern.search(text)
        found = match and _day(int(match[year]), int(match[month]), int(match[day]), *match.span())
        if found:
            return found
    named = next(_named(text, language), None)
    return named or next(_numeric(text, order, language), None)


def _clock(text: str) -> str:
    """The time of day in the text as ISO, with the zone's offset where one is printed as a number."""
    whole = _WHOLE_HOUR.search(text)
    match = next((m for m in _CLOCK.finditer(text) if m[3] or m[2] not in (".", ":")), None) or whole
    if not match:
        return ""
    groups = match.groups()
    hour, minute, second = (
        int(groups[0]),
        groups[2] if len(groups) > 2 else None,
        groups[3] if len(groups) > 3 else None,
    )
    after, before = text[match.end() :].strip(), text[: match.start()].strip()
    halves = [half for half in ("before_noon", "after_noon") if _touches(half, before, after)]
    if halves and 1 <= hour <= 12:
        hour = hour % 12 + 12 * (halves[-1] == "after_noon")
    if hour > 23 or int(minute or 0) > 59 or int(second or 0) > 59:
        return ""
    return f"T{hour:02}:{minute or '00'}{f':{second}' if second else ''}{_zone(text[match.end() :])}"


def _touches(half: str, before: str, after: str) -> bool:
    return before.endswith(tuple(_words(half))) or _opening(half).match(after) is not None


@cache
def _opening(table: str) -> re.Pattern[str]:
    """Matches a word of the table where a text begins with it."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, sorted(_words(table))))})(?![^\W\d_])")


def _zone(text: str) -> str:
    """The offset printed right after a time, as `+02:00`; zone names are ambiguous and left alone."""
    match = _ZONE.match(re.sub(r"^\s*[ap]\.?\s?m\.?", "", text))
    if not match:
        return ""
    hours, minutes = match[2] or match[5], match[3] or match[6] or "00"
    return "+00:00" if not hours else f"{hours[0]}{int(hours[1:]):02}:{minutes}"


@lru_cache(maxsize=4096)
def read(printed: str, *, order: Order | None = None, language: str | None = None) -> str | None:
    """The first date in a printed line, with its time of day where one stands beside it, as ISO 8601.

    None where day, month and year are not all printed, or where their order is open.
    """
    if len(printed) > LONGEST_PRINTED or not any(char.isdigit() for char in printed):
        return None
    text, tongue = _fold(printed), (language or "").partition("-")[0].casefold()
    if not _TWO_NUMBERS.search(text):
        return None
    found = _found_day(text, order, tongue)
    if not found:
        return None
    return found.value.isoformat() + (_clock(text[found.end :]) or _clock(text[: found.start]))


def window(line: str, *, language: str | None = None) -> tuple[int, int] | None:
    """Where in a printed line its date and time stand, as offsets; None where it holds no whole date."""
    words = list(re.finditer(r"\S+", line[: LONGEST_PRINTED + 1]))
    orders = tuple(Order) if _NUMERIC.search(_fold(line[: LONGEST_PRINTED + 1])) else (None,)

    def said(first: int, last: int) -> tuple[str | None, ...]:
        text = line[words[first].start() : words[last].end()]
        return tuple(read(text, order=order, language=language) for order in orders)

    if not words or not any(whole := said(0, len(words) - 1)):
        return None
    first, last = 0, len(words) - 1
    while first < last and said(first + 1, last) == whole:
        first += 1
    while first < last and said(first, last - 1) == whole:
        last -= 1
    return words[first].start(), words[last].end()


def machine(value: str) -> str | None:
    """A date that markup gives to programs, in any spelling or as seconds since 1970, as ISO 8601."""
    text = value.strip().casefold()
    match = _ISO.match(text)
    if match:
        return _of_iso(match)
    if re.fullmatch(r"1\d{9}|1\d{12}", text):
        return datetime.fromtimestamp(int(text[:10]), UTC).isoformat()
    return read(value, language="en")


def _of_iso(match: re.Match[str]) -> str | None:
    found = _day(int(match[1]), int(match[2]), int(match[3]), *match.span())
    if not found or not match[4]:
        return found.value.isoformat() if found else None
    hour, minute, second, zone = int(match[4]), int(match[5]), match[6], match[7] or ""
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        return found.value.isoformat()
    offset = "" if not zone else "+00:00" if zone[0] not in "+-" else f"{zone[:3]}:{zone[-2:]}"
    return f"{found.value.isoformat()}T{hour:02}:{minute:02}:{second or '00'}{offset}"


def settle_order(printed: Iterable[str]) -> Order | None:
    """Which number is the day in the numeric dates of one page.

    A number above 12 settles it; else their order in time, if they run one way under one reading only.
    """
    dates = [match for line in printed for match in [_NUMERIC.search(_fold(line[:LONGEST_PRINTED]))] if match]
    day_first = any(int(match[1]) > 12 >= int(match[3]) for match in dates)
    month_first = any(int(match[3]) > 12 >= int(match[1]) for match in dates)
    if day_first or month_first:
        return None if day_first and month_first else Order.DAY_FIRST if day_first else Order.MONTH_FIRST
    runs = {order: _runs_one_way(dates, order) for order in Order}
    return next((order for order in Order if runs[order]), None) if sum(runs.values()) == 1 else None


def _runs_one_way(dates: list[re.Match[str]], order: Order) -> bool:
    """Whether three or more different dates never turn back in time under this reading."""
    days = [(int(m[4]), int(m[3]), int(m[1])) for m in dates]
    if order is Order.MONTH_FIRST:
        days = [(year, second, first) for year, first, second in days]
    if len(set(days)) < 3:
        return False
    steps = list(pairwise(days))
    return all(a <= b for a, b in steps) or all(a >= b for a, b in steps)
