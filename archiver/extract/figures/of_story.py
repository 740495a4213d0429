"""Which figures of a page are the story's."""

import re
from collections.abc import Iterator
from dataclasses import replace

from archiver.extract.claims import Settled
from archiver.extract.facts import choose
from archiver.extract.figures.controls import is_icon
from archiver.extract.figures.found import PageFigure
from archiver.extract.figures.loose import stem
from archiver.extract.figures.on_page import on_page
from archiver.extract.figures.pieces import with_credits, without
from archiver.extract.figures.teasers import teasers
from archiver.extract.layout.region import Region, region
from archiver.extract.reading import Reading
from archiver.extract.words import fold
from archiver.model.document import BlockKind

LEAST_REPEATED = 15
"""Shortest caption, in characters, by which a figure printed twice is known."""
_PICTURE_FILE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)(?:$|[?#])|/(?:image|img|media|photo|attachment|galler)",
    re.IGNORECASE,
)


def of_story(reading: Reading, settled: Settled) -> tuple[PageFigure, ...]:
    """The figures in the story's region and those between its head and the region, in order."""
    return tuple(_joined(reading, list(_around(reading, settled))))


def _joined(reading: Reading, found: list[PageFigure]) -> list[PageFigure]:
    """The figures with the credits that stand alone given to a picture without one, or to the one before."""
    made = [figure for figure in found if figure.pictures or not _is_alone(figure)]
    for alone in (figure for figure in found if figure not in made):
        at = _owner(made, alone)
        if at < 0:
            made.append(alone)
        else:
            made[at] = with_credits(reading, made[at], alone)
    return list(_once(reading, sorted(made, key=lambda figure: figure.at)))


def _once(reading: Reading, found: list[PageFigure]) -> Iterator[PageFigure]:
    """The figures, of which one that is printed again for another size of screen repeats the first."""
    seen: dict[tuple[str, str], int] = {}
    made = list[PageFigure]()
    for figure in found:
        words, name = _words(reading, figure), stem(figure.url)
        at = seen.get((words, name), -1) if len(words) >= LEAST_REPEATED else -1
        if at < 0 or (figure.credits and not made[at].credits):
            seen |= {(words, name): len(made), (words, ""): len(made)}
            made.append(figure)
            continue
        again = (*figure.captions, *figure.pictures, *figure.repeats)
        made[at] = replace(made[at], repeats=(*made[at].repeats, *again))
    yield from made


def _words(reading: Reading, figure: PageFigure) -> str:
    """What the figure's caption says beside its credits and controls."""
    text, cut = reading.document.text, (*figure.credits, *figure.controls)
    return fold(" ".join(text[first:last] for span in figure.captions for first, last in without(cut, *span)))


def _is_alone(figure: PageFigure) -> bool:
    """Whether the figure is a line that says who made a picture, and nothing else."""
    return not figure.is_named and not figure.pictures and bool(figure.credits)


def _owner(made: list[PageFigure], alone: PageFigure) -> int:
    """Index of the figure whose maker the line names; -1 where there is none."""
    before = [at for at, figure in enumerate(made) if figure.pictures and figure.at < alone.at]
    behind = [at for at, figure in enumerate(made) if figure.pictures and figure.at > alone.at]
    for at in (*reversed(before), *behind):
        if not made[at].credits:
            return at
    return before[-1] if before else -1


def _around(reading: Reading, settled: Settled) -> Iterator[PageFigure]:
    found = region(reading, settled)
    if found is None:
        return
    blocks = reading.document.blocks
    low, high = _reach(reading, found)
    lead = stem(getattr(choose(reading.document.facts, "image"), "value", None))
    first = blocks[found.blocks.start].start
    last = blocks[found.blocks.stop - 1].end
    others = reading.once(teasers)
    for figure in on_page(reading, (first, last), (low, high)):
        if not _is_free(figure, settled) or any(start <= figure.at < end for start, end in others):
            continue
        told = bool(figure.captions) or bool(lead and stem(figure.url) == lead)
        if first <= figure.at < last:
            if told or _is_illustration(reading, figure):
                yield figure
        elif low <= figure.at < high and told and not (is_icon(figure.url) and not figure.captions):
            yield figure


def _reach(reading: Reading, found: Region) -> tuple[int, int]:
    """Where figures around the region are still the story's: from the head that shares an element with it."""
    blocks, containers = reading.document.blocks, reading.document.containers
    first, last = blocks[found.blocks.start].start, blocks[found.blocks.stop - 1].end
    heads = [
        block.start
        for block in blocks[: found.blocks.start]
        if block.kind is BlockKind.HEADING and block.level == 1
    ]
    index = found.container
    while index >= 0 and containers[index].start > (heads[-1] if heads else first - 1):
        if not heads and containers[index].tag in ("article", "main"):
            break
        index = containers[index].parent
    if index < 0 or containers[index].tag in ("html", "body"):
        return heads[-1] if heads else first, last
    return containers[index].start, last


def _is_free(figure: PageFigure, settled: Settled) -> bool:
    """Whether no earlier rule has claimed all of its caption, or its picture where it has no caption."""
    spans = figure.captions or figure.pictures
    return any(next(settled.free(*span), None) for span in spans)


def _is_illustration(reading: Reading, figure: PageFigure) -> bool:
    """Whether a picture without caption is an illustration: not an icon, not the face of a link elsewhere."""
    if is_icon(figure.url) or not figure.url:
        return False
    start, end = figure.pictures[0]
    links = reading.links_over(start, end - 1) if end - start > 1 else ()
    return not any(mark.href and not _PICTURE_FILE.search(mark.href) for mark in links)
