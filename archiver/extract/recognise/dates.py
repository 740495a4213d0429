"""Where a line prints a date: whole ones, which can be read, and relative ones, which stay as printed."""

import re
from dataclasses import dataclass
from functools import lru_cache

from archiver.extract.times import LONGEST_PRINTED, Order, read, window

LONGEST = 200
AT_END = 60
"""Characters at the end of a long line that are read for a date."""
_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(r"\d{4}|\d\D+\d\d")
"""The least that a whole date prints: a year of four digits, or one of two beside a day."""
_GLUED = re.compile(r"\b((?:19|20)\d\d)(?=\d\d?:\d\d)")
"""A year and a time without a space between them, as some themes print them."""
_NAME = re.compile(r"[^\W\d_]+\.?(?=\d)")
"""The end of a name to which a theme's template glued the date."""
_HALF = re.compile(r"[\s\u00a0]*(?:[ap]\.?\s?m\b\.?|uhr\b|h\b|[صم](?!\w)|[πμ]\.?\s?μ\b\.?)", re.IGNORECASE)
_UNITS = (
    "sec second seconds min mins minute minutes hour hours hr hrs day days week weeks month "
    "months mo year years yr yrs s m h d w y "
    "sekunde sekunden minuten stunde stunden std tag tage tagen woche wochen monat monate "
    "monaten jahr jahre jahren "
    "heure heures jour jours semaine semaines mois an ans minuto minutos hora horas día días "
    "dia dias semana semanas "
    "mes meses año años ano anos minuti ore ora giorno giorni settimana settimane mese mesi "
    "anno anni uur dag dagen weken "
    "maanden jaar godzin godziny godzinę dni lat timmar timme dagar år dakika saat gün минут "
    "минуты минуту час часа часов "
    "дня дней день 分 時間 日 週間 か月 年 분 시간 일 주 개월 년"
)
_UNIT = "|".join(sorted(map(re.escape, _UNITS.split()), key=len, reverse=True))
_SOME = r"(?:\d{1,3}\s?\+?|an?|one|eine[mrn]?|une?|un[ao]?|einigen)"
_RELATIVE = re.compile(
    rf"\b(?:(?:about|almost|over|vor|il y a|hace|há|fa|for|för|ca\.?|more than)\s+)*{_SOME}\s?(?:{_UNIT})"
    r"(?:\s(?:ago|atrás|fa|geleden|temu|sedan|siden|önce|назад)|前|전)"
    rf"|\b(?:vor|il y a|hace|há)\s{_SOME}\s(?:{_UNIT})\b"
    r"|\b\d{1,3}\s?(?:[smhdwy]|mo|min|yr)\b"
    r"|\b(?:just now|yesterday|gestern|heute|hier|ayer|ieri|ontem|gisteren|wczoraj|вчера|昨日)\b",
    re.IGNORECASE,
)
_NEEDED = (
    *("ago", "atrás", "fa", "geleden", "temu", "sedan", "siden", "önce", "назад", "前", "전"),
    *("vor", "il y a", "hace", "há"),
    *("just now", "yesterday", "gestern", "heute", "hier", "ayer", "ieri", "ontem", "gisteren", "wczoraj"),
    *("вчера", "昨日"),
)
"""Words of which each relative date without digits has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A date in a line: where it stands, and what it says where that is certain."""

    start: int
    end: int
    iso: str | None


@lru_cache(maxsize=4096)
def find_date(line: str, *, american: bool = False) -> Printed | None:
    """The first whole date in the line with its time of day, else the first relative one.

    `american` reads 3/4/2020 as the fourth of March where both readings are possible.
    """
    line = line[:LONGEST]
    if _NUMBERS.search(line):
        order = Order.MONTH_FIRST if american else None
        whole = (_at_end(line) if len(line) > LONGEST_PRINTED else None) or _whole(line, order)
        if whole:
            return whole
    told = _RELATIVE.search(line) if _may_be_relative(line) else None
    return Printed(start=told.start(), end=told.end(), iso=None) if told else None


def _at_end(line: str) -> Printed | None:
    """The date at the end of a line that is longer than is read for one."""
    first = len(line) - AT_END
    found = _whole(line[first:], None)
    if found is None:
        return None
    return Printed(start=first + found.start, end=first + found.end, iso=found.iso)


def _may_be_relative(line: str) -> bool:
    """Whether the line holds a number or a word without which no relative date is one."""
    folded = line.casefold()
    return _DIGIT.search(line) is not None or any(map(folded.__contains__, _NEEDED))


def _whole(line: str, order: Order | None) -> Printed | None:
    glued = _GLUED.search(line)
    at = glued.end(1) if glued else len(line)
    apart = f"{line[:at]} {line[at:]}" if glued else line
    span = window(apart)
    if span is None:
        return None
    start, end = span
    half = _HALF.match(apart, end)
    end = half.end() if half else end
    iso = read(apart[start:end], order=order)
    name = _NAME.match(apart, start, end)
    if name and iso and read(apart[name.end() : end], order=order) == iso:
        start = name.end()
    return Printed(start=start, end=end - 1 if glued and end > at else end, iso=iso)
