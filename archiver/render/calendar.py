"""Dates as tables: years of months, a year's days, a month's weeks, and the days of every year together.

Each is a heat map that is a table: the count stands in words in every cell, the colour only repeats it.
"""

import calendar
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from archiver.model.site import Page, SiteConfig, Taxonomy
from archiver.render.values import Link
from archiver.render.words import MONTHS, date_words, month_name
from archiver.text import plural

SHADES = 4
UNDATED = "undated"
ON_THIS_DAY = "on-this-day/"
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One month or day."""

    text: str
    """What stands in it: a count; empty where there is nothing to say."""
    label: str
    """In full: `14 April 2022: 3 articles`."""
    url: str
    """Empty where no article is of that day."""
    shade: int
    """0 for none to 4 for as many as the fullest has."""
    day: str = ""
    """The day of the month, in the table of one month."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatRow:
    """A row of a heat table."""

    head: str
    url: str
    """Empty where the head leads nowhere."""
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatTable:
    """A table whose cells are shaded by how many articles they have."""

    caption: str
    corner: str
    """What the rows are."""
    columns: tuple[tuple[str, str], ...]
    """(short, in full) of each column."""
    rows: tuple[HeatRow, ...]


_EMPTY = Cell(text="", label="", url="", shade=0)


def date_title(slug: str) -> str:
    """A date's slug in words: `2022`, `April 2022`, `14 April 2022`, `Undated`."""
    return "Undated" if slug == UNDATED else date_words(slug.replace("/", "-"))


def index_values(config: SiteConfig, taxonomy: Taxonomy) -> dict[str, Any]:
    """What the page of all dates shows: years of months, and what has no date."""
    counts = _counts(taxonomy)
    months = {slug: count for slug, count in counts.items() if slug.count("/") == 1}
    cell = _cells(config, months)
    years = [slug for slug in counts if slug.isdigit()]
    rows = tuple(
        HeatRow(
            head=year,
            url=config.url(f"dates/{year}/"),
            cells=tuple(cell(f"{year}/{month:02}") for month in range(1, 13)),
        )
        for year in years
    )
    undated = counts.get(UNDATED)
    return {
        "calendar": HeatTable(
            caption="Articles by year and month",
            corner="Year",
            columns=tuple((name[:3], name) for name in MONTHS),
            rows=rows,
        )
        if rows
        else None,
        "undated": Link(text="Undated", url=config.url(f"dates/{UNDATED}/"), count=undated)
        if undated
        else None,
    }


def heat_tables(config: SiteConfig, taxonomy: Taxonomy) -> Mapping[str, HeatTable]:
    """The table of each year and month that has days or months, by slug."""
    counts = _counts(taxonomy)
    of: dict[str, dict[str, int]] = {}
    for slug, count in counts.items():
        if slug.count("/") == 2:
            of.setdefault(slug[:4], {})[slug] = count
            of.setdefault(slug[:7], {})[slug] = count
    found = {}
    for slug, days in of.items():
        cell = _cells(config, days)
        found[slug] = _month(slug, cell) if "/" in slug else _year(config, slug, counts, cell)
    return found


def on_this_day(config: SiteConfig, pages: tuple[Page, ...]) -> tuple[HeatTable, dict[str, tuple[Page, ...]]]:
    """The days of all years together: their table, and the pages of each `04-14`, newest first."""
    days: dict[str, list[Page]] = {}
    for page in pages:
        published = page.article.published or ""
        if len(published) >= 10 and published[5:7].isdigit() and published[8:10].isdigit():
            days.setdefault(published[5:10], []).append(page)
    days = {day: found for day, found in days.items() if _is_day(day)}
    cell = _cells(config, {day: len(found) for day, found in days.items()}, ON_THIS_DAY)
    rows = tuple(
        HeatRow(
            head=name,
            url="",
            cells=tuple(cell(f"{month:02}-{day:02}") for day in range(1, 32)),
        )
        for month, name in enumerate(MONTHS, start=1)
    )
    table = HeatTable(caption="Articles by day, all years together", corner="Month", columns=_DAYS, rows=rows)
    return table, {day: tuple(found) for day, found in sorted(days.items())}


def day_name(day: str) -> str:
    """`14 April` of `04-14`."""
    return f"{int(day[3:])} {month_name(day[:2])}"


_DAYS = tuple((str(day), str(day)) for day in range(1, 32))


def _is_day(day: str) -> bool:
    month, number = int(day[:2]), int(day[3:])
    return 1 <= month <= 12 and 1 <= number <= calendar.monthrange(2024, month)[1]


def _counts(taxonomy: Taxonomy) -> dict[str, int]:
    return {term.slug: len(term.pages) for term in taxonomy.terms}


def _cells(config: SiteConfig, counts: Mapping[str, int], base: str = "dates/") -> Callable[[str], Cell]:
    fullest = max(counts.values(), default=1)

    def cell(slug: str) -> Cell:
        count = counts.get(slug)
        if not count:
            return _EMPTY
        name = day_name(slug) if base == ON_THIS_DAY else date_title(slug)
        return Cell(
            text=f"{count:,}",
            label=f"{name}: {plural(count, 'article')}",
            url=config.url(f"{base}{slug}/"),
            shade=-(-count * SHADES // fullest),
        )

    return cell


def _year(config: SiteConfig, year: str, counts: Mapping[str, int], cell: Callable[[str], Cell]) -> HeatTable:
    rows = tuple(
        HeatRow(
            head=name,
            url=config.url(f"dates/{year}/{month:02}/") if f"{year}/{month:02}" in counts else "",
            cells=tuple(cell(f"{year}/{month:02}/{day:02}") for day in range(1, 32)),
        )
        for month, name in enumerate(MONTHS, start=1)
    )
    return HeatTable(caption=f"Articles of {year} by day", corner="Month", columns=_DAYS, rows=rows)


def _month(slug: str, cell: Callable[[str], Cell]) -> HeatTable:
    year, month = int(slug[:4]), int(slug[5:7])
    weeks = calendar.monthcalendar(max(year, 1), month)
    rows = tuple(
        HeatRow(
            head="–".join(dict.fromkeys(str(day) for day in (next(filter(None, week)), max(week)))),
            url="",
            cells=tuple(replace(cell(f"{slug}/{day:02}"), day=str(day)) if day else _EMPTY for day in week),
        )
        for week in weeks
    )
    return HeatTable(
        caption=f"Articles of {date_title(slug)} by day",
        corner="Days",
        columns=tuple((name[:3], name) for name in _WEEKDAYS),
        rows=rows,
    )
