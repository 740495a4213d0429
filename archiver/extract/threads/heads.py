"""Reads a comment's head: author, time, address, marks and votes, as the page shows them."""

import re
from dataclasses import dataclass

from archiver.extract import times
from archiver.extract.reading import Reading
from archiver.extract.threads import slots
from archiver.extract.threads.items import Item
from archiver.extract.words import vocabulary
from archiver.text import squash

Span = tuple[int, int]
_NAME_ENDS = " \t\n,:;|·•–—-/()[]"
_SAYS = re.compile(
    r"\s*(?:\bsays|\bsaid|\bsagt|\bsagte|\bdit|\ba dit|\bdice|\bdijo|\bha detto|\bscrive|\bschreibt|\bschrieb|\bmeint|\bwrites|\bwrote|\bpisze|\bpíše|\bskriver|\bsäger|\bsier|\bsiger|\bzegt|\bdiz|\bdisse|\bспоказва|\bговорит|\bсказал\S*|\bпишет|\bπγράφει|\bλέει|\bdiyor ki|\bspune)?(?: on| am| le| el| il)?\s*[:：,]?\s*$",
    re.IGNORECASE,
)
_BY = re.compile(
    r"^(?:(?:posted|written|comment(?:ed)?|submitted)\s+)?(?:by|von|par|por|door|av|af)\s*:?\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Author and time of one comment, with the words that say them."""

    author: str | None = None
    author_url: str | None = None
    author_span: Span | None = None
    date_container: int = -1
    date_span: Span | None = None
    printed: str = ""

    @property
    def spans(self) -> list[Span]:
        """The words of the head, in order."""
        return sorted(span for span in (self.author_span, self.date_span) if span)


def told(reading: Reading, item: Item, own: list[Span]) -> Told:
    """What the item's own elements say about author and time."""
    date = _date_container(reading, item, own)
    box = reading.document.containers[date] if date >= 0 else None
    date_span = (box.start, box.end) if box else None
    author, url, span = _author(reading, item, date_span)
    if box and span and date_span and date_span[0] <= span[0] < span[1] <= date_span[1]:
        date_span = (span[1], date_span[1])
    printed = squash(reading.document.text[slice(*date_span)]) if date_span else ""
    return Told(
        author=author,
        author_url=url,
        author_span=span,
        date_container=date,
        date_span=date_span,
        printed=printed.strip(_NAME_ENDS) if not printed.endswith(")") else printed,
    )


def _author(reading: Reading, item: Item, date: Span | None) -> tuple[str | None, str | None, Span | None]:
    """Name, link and words of the best element that names an author."""
    containers = reading.document.containers
    ranked = sorted(item.authors, key=lambda index: (-slots.author_score(containers[index]), index))
    for index in ranked:
        box = containers[index]
        start, end = box.start, box.end
        link = next((mark for mark in reading.links_in(start, end) if mark.end - mark.start > 0), None)
        name = _name(reading, index)
        if link and box.tag != "a":
            linked = squash(reading.document.text[link.start : link.end])
            if linked and (name.startswith(linked) or not name):
                name = linked
        name = _clean(name)
        if name and len(name) <= 80 and not (date and date[0] <= start and end <= date[1]):
            return name, link.href or None if link else _href(reading, index), (start, end)
    return None, None, None


def _href(reading: Reading, index: int) -> str | None:
    mark = next(iter(reading.links_over(*_span(reading, index))), None)
    return mark.href if mark and mark.href else None


def _span(reading: Reading, index: int) -> Span:
    box = reading.document.containers[index]
    return box.start, box.end


def _name(reading: Reading, index: int) -> str:
    """The first line of the element without what its badges and helping verbs say."""
    text, box = reading.document.text, reading.document.containers[index]
    holes, at, words = [], box.start, []
    for child in _inside(reading, index):
        inner = reading.document.containers[child]
        said = inner.words & vocabulary("comment_portrait").words
        if (said and not slots.author_score(inner)) or slots.date_score(inner) > 1 or inner.tag == "small":
            holes.append((inner.start, inner.end))
    for start, end in sorted(holes):
        if start > at:
            words.append(text[at:start])
        at = max(at, end)
    words.append(text[at : box.end])
    title = box.attribute("title")
    whole = next((line for line in " ".join(words).split("\n") if line.strip(_NAME_ENDS)), "")
    return title if title and whole.startswith(title) else squash(whole)


def _inside(reading: Reading, index: int) -> list[int]:
    found, rest = [], list(reading.children[index])
    while rest:
        child = rest.pop()
        found.append(child)
        rest.extend(reading.children[child])
    return found


def _clean(name: str) -> str:
    return _BY.sub("", _SAYS.sub("", name)).strip(" \t\n,:;|·•–—-/")


def _date_container(reading: Reading, item: Item, own: list[Span]) -> int:
    """The element that tells the comment's time; -1 for none."""
    containers = reading.document.containers
    names = [containers[index].start for index in item.authors]
    best, rank = -1, (False, False, 0, 0)
    for index in item.dates:
        box = containers[index]
        if not any(start <= box.start and box.end <= end for start, end in own):
            continue
        words = reading.document.text[box.start : box.end]
        is_read = slots.is_date(words, reading.document.language) or any(
            times.machine(box.attribute(name)) for name in slots.MACHINE_DATES
        )
        mine = (
            is_read,
            not any(box.start <= name < box.end for name in names),
            min(slots.date_score(box), 3),
            box.start - box.end,
        )
        if words.strip() and (best < 0 or mine > rank):
            best, rank = index, mine
    return best


def date_of(reading: Reading, told: Told, order: times.Order | None) -> str | None:
    """The comment's time as ISO 8601, from what markup tells programs, else from print."""
    if told.date_container < 0:
        return None
    box, language = reading.document.containers[told.date_container], reading.document.language
    printed = times.read(told.printed, order=order, language=language)
    for name in slots.MACHINE_DATES:
        value = box.attribute(name)
        found = value and (times.machine(value) or times.read(value, order=order, language=language))
        if found:
            return printed if printed and printed.startswith(found) else found
    return printed
