"""The order of pages: newest first, undated last, and who stands next to whom."""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from archiver.model.site import Neighbours, Page

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![0-9])")
_DAY_SECONDS = 86_400


def year_and_month(published: str | None) -> tuple[str | None, str | None]:
    """The year `2022` and month `04` of a date as the capture gave it, as far as it gives them."""
    return date_parts(published)[:2]


def date_parts(published: str | None) -> tuple[str | None, str | None, str | None]:
    """The year `2022`, month `04` and day `14` of a date as the capture gave it, as far as it gives them."""
    match = _DATE.match(published or "")
    return (match[1], match[2], match[3]) if match else (None, None, None)


@lru_cache(maxsize=65_536)
def moment(published: str | None) -> float | None:
    """Seconds on one time line for all zones, for comparing only; None is undated.

    A date without a time counts as its first second, a time without a zone as UTC.
    """
    year, month = year_and_month(published)
    if published is None or year is None:
        return None
    try:
        at = datetime.fromisoformat(published)
    except ValueError:
        # `2022-04` and `2022` are dates too, and a hand-edited one still has its month.
        at = datetime(max(int(year), 1), int(month or 1), 1)
    offset = at.utcoffset()
    clock_seconds = at.hour * 3600 + at.minute * 60 + at.second + at.microsecond / 1e6
    return at.toordinal() * _DAY_SECONDS + clock_seconds - (offset.total_seconds() if offset else 0.0)


def newest_first(pages: Iterable[Page]) -> tuple[Page, ...]:
    """The pages newest first, undated ones last, equals by permalink."""

    def key(page: Page) -> tuple[bool, float, str]:
        at = moment(page.article.published)
        return (at is None, -(at or 0.0), page.permalink)

    return tuple(sorted(pages, key=key))


def neighbours(pages: tuple[Page, ...], sources: Iterable[tuple[Page, ...]]) -> tuple[Neighbours, ...]:
    """Each page's neighbours in its source, in the order of `pages`; undated pages have none.

    `pages` and each of `sources` are newest first.
    """
    found: dict[str, Neighbours] = {}
    for source in sources:
        dated = [page for page in source if moment(page.article.published) is not None]
        older = [*dated[1:], None]
        newer = [None, *dated[:-1]]
        for page, previous, following in zip(dated, older, newer, strict=bool(dated)):
            found[page.permalink] = Neighbours(previous=previous, next=following)
    return tuple(found.get(page.permalink, Neighbours()) for page in pages)
