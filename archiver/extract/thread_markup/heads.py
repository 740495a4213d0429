"""Reads a comment's head: author, time, address, marks and votes, as the page shows them."""

import re
from dataclasses import dataclass

from archiver.extract import times
from archiver.extract.prose import trim
from archiver.extract.reading import Reading
from archiver.extract.thread_markup import slots
from archiver.extract.thread_markup.items import FIRST_LINES, Item
from archiver.extract.thread_markup.parts import lines_of
from archiver.extract.words import vocabulary
from archiver.text import squash

Span = tuple[int, int]
FAR_ENOUGH = 30
"""An element that begins within so many characters of a headless comment's own holds its head as well."""
SEEN = 400
"""Characters of a comment among which its author's name is looked for."""
LONGEST_BESIDE = 60
"""Characters that may stand beside a date in a line that is a head."""
LONGEST_AUTHOR = 80
"""Characters of a name."""
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_OPENS_DATE = re.compile(
    r"[\s,;:|·•–—-]+(?:on|am|le|el|il|at|um|vom|den|op|em|il giorno|dne|kl)\s*$", re.IGNORECASE
)
_NAME_ENDS = " \t\n,:;|·•–—-/()[]"
_SAYS = re.compile(
    r"\s*(?:\bsays|\bsaid|\bsagt|\bsagte|\bdit|\ba dit|\bdice|\bdijo|\bha detto|\bscrive|\bschreibt|\bschrieb|\bmeint|\bwrites|\bwrote|\bpisze|\bpíše|\bskriver|\bsäger|\bsier|\bsiger|\bzegt|\bdiz|\bdisse|\bспоказва|\bговорит|\bсказал\S*|\bпишет|\bπγράφει|\bλέει|\bdiyor ki|\bspune)?(?: on| am| le| el| il)?\s*[:：,.…]{0,3}\s*$",
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
    """What the item's own elements, and failing them its first lines, say about author and time."""
    date = _date_container(reading, item, own)
    span = None if date < 0 else _span(reading, date)
    lines = _first_lines(reading, item, own)
    span = span or next((found for line in lines if (found := _dated(reading, line))), None)
    author, url, name_span = _author(reading, item, span)
    author = _told_author(reading, item, own) or author
    if author is None and span:
        author, url, name_span = _author_before(reading, lines, span)
    if span and name_span and span[0] <= name_span[0] < span[1]:
        found = _dated(reading, span)
        span = found or (name_span[1], span[1])
    printed = squash(reading.document.text[slice(*span)]) if span else ""
    name_span = name_span and trim(reading.document.text, *name_span)
    span = span and trim(reading.document.text, *span)
    return Told(
        author=author,
        author_url=url,
        author_span=name_span,
        date_container=date,
        date_span=span,
        printed=printed.strip(_NAME_ENDS) if not printed.endswith(")") else printed,
    )


def _told_author(reading: Reading, item: Item, own: list[Span]) -> str | None:
    """The name that the comment's element tells programs, where readers see it as well."""
    box = reading.document.containers[item.container]
    seen = reading.document.text[own[0][0] : own[0][0] + SEEN] if own else ""
    names = (box.attribute(name) for name in ("data-author", "data-username", "data-comment-author"))
    return next((name for name in names if name and name in seen), None)


def _first_lines(reading: Reading, item: Item, own: list[Span]) -> list[Span]:
    """The first printed lines of the comment, those in an element named for its text left out."""
    named = [_span(reading, index) for index in item.texts]
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


def _dated(reading: Reading, line: Span) -> Span | None:
    """Where in the line its date stands."""
    words = reading.document.text[slice(*line)]
    found = times.window(words, language=reading.document.language)
    is_prose = found and len(words.strip()) - (found[1] - found[0]) > LONGEST_BESIDE
    return (line[0] + found[0], line[0] + found[1]) if found and not is_prose else None


def _author_before(
    reading: Reading, lines: list[Span], date: Span
) -> tuple[str | None, str | None, Span | None]:
    """A name that stands alone on a line before the time, or before it on its line, set off or linked."""
    text = reading.document.text
    for start, end in lines:
        if start > date[0]:
            break
        stop = min(end, date[0])
        name = _clean(_OPENS_DATE.sub("", text[start:stop]))
        if slots.is_control_line(name) or name.isdigit() or not _may_be_name(name):
            continue
        url = next((mark.href for mark in reading.links_in(start, stop)), None)
        return name, url or None, (start, stop)
    return None, None, None


def _author(reading: Reading, item: Item, date: Span | None) -> tuple[str | None, str | None, Span | None]:
    """Name, link and words of the best element that names an author."""
    containers = reading.document.containers
    late = date[1] if date else len(reading.document.text)
    ranked = sorted(
        item.authors,
        key=lambda index: (
            3 * (containers[index].start > late) - slots.author_score(containers[index]),
            index,
        ),
    )
    for index in ranked:
        box = containers[index]
        start, end = box.start, box.end
        link = next(
            (
                mark
                for mark in reading.links_in(start, end)
                if not date or mark.end <= date[0] or date[1] <= mark.start
            ),
            None,
        )
        if date and start < date[1] and date[0] < end:
            found = _dated(reading, date)
            cut_at = found[0] if found else date[0]
            if start >= cut_at:
                continue
            end = min(end, cut_at)
        name = _BY.sub("", _name(reading, index, end))
        if link and box.tag != "a":
            linked = squash(reading.document.text[link.start : link.end])
            apart = reading.document.text[start : link.start].endswith("\n")
            if linked and (
                name.startswith(linked) or not name or (apart and not slots.is_control_line(linked))
            ):
                name = linked
        name = _clean(_TAGS.sub("", _OPENS_DATE.sub("", name) if end < box.end else name))
        if name and len(name) <= LONGEST_AUTHOR:
            return name, link.href or None if link else _href(reading, index), (start, end)
    return None, None, None


def _may_be_name(line: str) -> bool:
    """Whether a line that no class names an author's can be one: short, no sentence, no subject."""
    return (
        len(line) <= 50
        and len(line.split()) <= 5
        and not re.search(r"[?!:…]|[a-z]{4}\.\s|^(?:re|aw)\b", line, re.IGNORECASE)
    )


def _href(reading: Reading, index: int) -> str | None:
    mark = next(iter(reading.links_over(*_span(reading, index))), None)
    return mark.href if mark and mark.href else None


def _span(reading: Reading, index: int) -> Span:
    box = reading.document.containers[index]
    return box.start, box.end


def _name(reading: Reading, index: int, stop: int) -> str:
    """The first line of the element without what its badges and helping verbs say."""
    text, box = reading.document.text, reading.document.containers[index]
    holes, at, words = [], box.start, []
    for child in _inside(reading, index):
        inner = reading.document.containers[child]
        said = inner.words & vocabulary("comment_portrait").words
        if (said and not slots.author_score(inner)) or slots.date_score(inner) > 2 or inner.tag == "small":
            holes.append((inner.start, inner.end))
    for start, end in sorted(holes):
        if start > at:
            words.append(text[at : min(start, stop)])
        at = max(at, end)
    words.append(text[at:stop])
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
