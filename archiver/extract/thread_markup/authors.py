"""Reads who wrote a comment: the name, its link, and the words that print it."""

import re
from functools import cache

from archiver.extract.reading import Reading
from archiver.extract.thread_markup import slots
from archiver.extract.thread_markup.candidates import Item
from archiver.extract.thread_markup.parts import Span, dated, span_of_box
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind
from archiver.text import squash

SEEN = 400
"""Characters of a comment among which its author's name is looked for."""
LONGEST_AUTHOR = 80
"""Characters of a name."""
_TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
_OPENS_DATE = re.compile(
    r"[\s,;:|·•–—-]+(?:on|am|le|el|il|at|um|vom|den|op|em|il giorno|dne|kl)\s*$", re.IGNORECASE
)
_SET_OFF = re.compile(r"\s+»\s.*$")
"""What a line of print sets off behind a name, before its time."""
_NAME_ENDS = " \t\n,:;|·•–—-/()[]"
_BY = re.compile(
    r"^(?:(?:posted|written|comment(?:ed)?|submitted)\s+)?(?:by|von|par|por|door|av|af)\s*:?\s+",
    re.IGNORECASE,
)


@cache
def _says() -> re.Pattern[str]:
    """A verb of speaking at the end of a name, in any language."""
    verbs = "|".join(sorted(map(re.escape, vocabulary("comment_head").words), key=len, reverse=True))
    return re.compile(
        rf"(?:\s+(?:{verbs}))?(?:\s+(?:on|am|le|el|il))?\s*(?:[:：,…]|\.{{2,3}}){{0,3}}\s*$", re.IGNORECASE
    )


def told_author(reading: Reading, item: Item, own: list[Span]) -> str | None:
    """The name that the comment's element tells programs, where readers see it as well."""
    box = reading.document.containers[item.container]
    seen = reading.document.text[own[0][0] : own[0][0] + SEEN] if own else ""
    names = (box.attribute(name) for name in ("data-author", "data-username", "data-comment-author"))
    return next((name for name in names if name and name in seen), None)


def author(reading: Reading, item: Item, date: Span | None) -> tuple[str | None, str | None, Span | None]:
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
            found = dated(reading, date)
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
        name = _clean(_TAGS.sub("", _SET_OFF.sub("", _OPENS_DATE.sub("", name)) if end < box.end else name))
        is_name = name.isdigit() or not slots.is_control_line(name)
        if name and len(name) <= LONGEST_AUTHOR and is_name:
            return name, link.href or None if link else _href(reading, index), (start, end)
    return None, None, None


def author_before(
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


def _may_be_name(line: str) -> bool:
    """Whether a line that no class names an author's can be one: short, no sentence, no subject."""
    return (
        len(line) <= 50
        and len(line.split()) <= 5
        and not re.search(r"[?!:…]|[a-z]{4}\.\s|^(?:re|aw)\b", line, re.IGNORECASE)
    )


def _href(reading: Reading, index: int) -> str | None:
    mark = next(iter(reading.links_over(*span_of_box(reading, index))), None)
    return mark.href if mark and mark.href else None


def _name(reading: Reading, index: int, stop: int) -> str:
    """The first line of the element without what its badges and helping verbs say."""
    text, box = reading.document.text, reading.document.containers[index]
    holes, at, words = [], box.start, []
    for child in _inside(reading, index):
        inner = reading.document.containers[child]
        said = inner.words & vocabulary("comment_portrait").words
        if (said and not slots.author_score(inner)) or slots.date_score(inner) > 2 or inner.tag == "small":
            holes.append((inner.start, inner.end))
    for block in (reading.document.blocks[one] for one in reading.blocks_in(box.start, stop)):
        if block.kind is BlockKind.PICTURE:
            holes.append((block.start, block.end))
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
    return _BY.sub("", _says().sub("", name)).strip(" \t\n,:;|·•–—-/")
