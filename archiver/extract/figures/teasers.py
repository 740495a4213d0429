"""Boxes of a picture and a title that lead to other pages of the site."""

from collections.abc import Iterator

from archiver.extract.about.outlet import page_place, place
from archiver.extract.figures.found import Span
from archiver.extract.figures.loose import stem, tells_its_maker
from archiver.extract.layout.measure import measure
from archiver.extract.reading import Reading
from archiver.model.document import BlockKind, Container

Place = tuple[str, str]
LONGEST = 450
"""Longest teaser, in characters."""
LEAST_TITLE = 20
LONGEST_KICKER = 60
"""A longer line before the title is prose."""
MOST_BLOCKS = 7
FAR = 8
"""Elements around a picture that are looked at."""
MOST_PROSE = 0.35
"""Teasers that hold more than this share of the page's prose are what the page is about."""
_AROUND_ALL = frozenset(["html", "body", "main"])


def teasers(reading: Reading) -> tuple[Span, ...]:
    """The spans of the page's teasers, in order; none where nothing tells what site the page is of."""
    here = page_place(reading.document)
    if reading.document.plain or not here[0]:
        return ()
    found = tuple(_boxes(reading, here))
    told = reading.once(measure)
    held = sum(told.prose_of(reading.blocks_in(*span)) for span in found)
    return found if held <= MOST_PROSE * told.all_prose else ()


def _boxes(reading: Reading, here: Place) -> Iterator[Span]:
    past = -1
    for index, block in enumerate(reading.document.blocks):
        if block.kind is BlockKind.PICTURE and block.start >= past and (box := _box(reading, index, here)):
            past = box.end
            yield box.start, box.end


def _box(reading: Reading, index: int, here: Place) -> Container | None:
    """The largest element around the picture that is a teaser."""
    found, blocks = None, reading.document.blocks
    for container in reading.around(index)[:FAR]:
        if container.tag in _AROUND_ALL or container.end - container.start > LONGEST:
            break
        within = reading.blocks_in(container.start, container.end)
        pictures = {stem(blocks[at].url) for at in within if blocks[at].kind is BlockKind.PICTURE}
        if len(within) > MOST_BLOCKS or len(pictures) > 1:
            break
        if _is_teaser(reading, within, here):
            found = container
    return found


def _is_teaser(reading: Reading, within: range, here: Place) -> bool:
    """Whether a title that leads on stands before all prose and other headings, and none is the page's.

    Where a line tells who made the picture, the picture has to lead to the same page.
    """
    blocks = reading.document.blocks
    pictures = [at for at in within if blocks[at].kind is BlockKind.PICTURE]
    words = [at for at in within if at not in pictures and reading.texts[at].strip()]
    title = next((at for at in words if _leads_to(reading, at, here)), None)
    if title is None:
        return False
    is_shared = _shares_link(reading, pictures, _leads_to(reading, title, here))
    if not is_shared and any(_is_maker(reading, at) for at in words):
        return False
    if any(blocks[at].level == 1 and blocks[at].kind is BlockKind.HEADING for at in words):
        return False
    return not any(
        (len(reading.texts[at]) > LONGEST_KICKER or blocks[at].kind is BlockKind.HEADING)
        and not _is_maker(reading, at)
        for at in words
        if at < title
    )


def _is_maker(reading: Reading, index: int) -> bool:
    """Whether the block is a caption or tells who made the picture."""
    return reading.document.blocks[index].kind is BlockKind.CAPTION or tells_its_maker(reading, index)


def _is_link(reading: Reading, index: int) -> bool:
    block, size = reading.document.blocks[index], len(reading.texts[index].strip())
    return reading.linked(block.start, block.end) * 10 >= size * 9


def _leads_to(reading: Reading, index: int, here: Place) -> Place | None:
    """The other page of the site that all of the block is one link to."""
    block = reading.document.blocks[index]
    if len(reading.texts[index].strip()) < LEAST_TITLE or not _is_link(reading, index):
        return None
    hrefs = {mark.href for mark in reading.links_in(block.start, block.end) if mark.href}
    there = place(hrefs.pop()) if len(hrefs) == 1 else ("", "")
    return there if there[0] == here[0] and there[1] not in ("", here[1]) else None


def _shares_link(reading: Reading, pictures: list[int], there: Place | None) -> bool:
    blocks = reading.document.blocks
    links = (
        mark
        for at in pictures
        if blocks[at].end - blocks[at].start > 1
        for mark in reading.links_over(blocks[at].start, blocks[at].end - 1)
    )
    return any(place(mark.href) == there for mark in links)
