"""Reads a comment's head: author and time, as elements name them or as its first lines print them."""

from dataclasses import dataclass

from archiver.extract import times
from archiver.extract.prose import trim
from archiver.extract.reading import Reading
from archiver.extract.thread_markup import slots
from archiver.extract.thread_markup.authors import author, author_before, told_author
from archiver.extract.thread_markup.candidates import FIRST_LINES, Item
from archiver.extract.thread_markup.parts import Span, dated, lines_of, span_of_box
from archiver.text import squash

FAR_ENOUGH = 30
"""An element that begins within so many characters of a headless comment's own holds its head as well."""
SURE = 3
"""An element whose score is higher is named for the author alone."""
_NAME_ENDS = " \t\n,:;|·•–—-/()[]"


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
    """What the item's own elements, and failing them its first lines, say about author and time."""
    date = _date_container(reading, item, own)
    span = None if date < 0 else span_of_box(reading, date)
    lines = _first_lines(reading, item, own)
    span = span or _beside_name(reading, item, own)
    span = span or next((found for line in lines if (found := dated(reading, line))), None)
    name, url, name_span = author(reading, item, span)
    name = told_author(reading, item, own) or name
    if name is None and span:
        name, url, name_span = author_before(reading, lines, span)
    if span and name_span and span[0] <= name_span[0] < span[1]:
        found = dated(reading, span)
        span = found or (name_span[1], span[1])
    printed = squash(reading.document.text[slice(*span)]) if span else ""
    name_span = name_span and trim(reading.document.text, *name_span)
    span = span and trim(reading.document.text, *span)
    return Told(
        author=name,
        author_url=url,
        author_span=name_span,
        date_container=date,
        date_span=span,
        printed=printed.strip(_NAME_ENDS) if not printed.endswith(")") else printed,
    )


def _beside_name(reading: Reading, item: Item, own: list[Span]) -> Span | None:
    """A time on the line of the author's name, where the element named for it holds no other."""
    for index in item.authors:
        box = span_of_box(reading, index)
        is_own = any(start <= box[0] and box[1] <= end for start, end in own)
        if is_own and slots.author_score(reading.document.containers[index]) > SURE:
            lines = [line for line in lines_of(reading, box) if reading.document.text[slice(*line)].strip()]
            if len(lines) == 1 and (found := dated(reading, lines[0])):
                return found
    return None


def _first_lines(reading: Reading, item: Item, own: list[Span]) -> list[Span]:
    """The first printed lines of the comment, those in an element named for its text left out."""
    named = [span_of_box(reading, index) for index in item.texts]
    heads = [
        start
        for index in (*item.authors, *item.dates)
        for start in [reading.document.containers[index].start]
    ]
    begin = own[0][0] + FAR_ENOUGH if own and not heads else -1
    named = [box for box in named if box[0] > begin and not any(box[0] <= start < box[1] for start in heads)]
    found: list[Span] = []
    for span in own:
        for line in lines_of(reading, span):
            if any(start <= line[0] < end for start, end in named):
                return found
            if reading.document.text[slice(*line)].strip():
                found.append(line)
            if len(found) == FIRST_LINES:
                return found
    return found


def _date_container(reading: Reading, item: Item, own: list[Span]) -> int:
    """The element that tells the comment's time; -1 for none."""
    containers = reading.document.containers
    names = [containers[index].start for index in item.authors]
    best, rank = -1, (False, False, 0, 0, 0)
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
            -box.start,
            box.start - box.end,
        )
        if words.strip() and (best < 0 or mine > rank):
            best, rank = index, mine
    return best


def date_of(reading: Reading, item: Item, told: Told, order: times.Order | None) -> str | None:
    """The comment's time as ISO 8601, from what markup tells programs, else from print."""
    language = reading.document.language
    printed = times.read(told.printed, order=order, language=language)
    for index in (told.date_container, item.container):
        if index < 0:
            continue
        for name in slots.MACHINE_DATES:
            value = reading.document.containers[index].attribute(name)
            found = value and (times.machine(value) or times.read(value, order=order, language=language))
            if found:
                return printed if printed and printed.startswith(found) else found
    return printed
