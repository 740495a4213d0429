"""Figures of an HTML page: each picture with the captions beside it, and the credits inside those."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from archiver.extract.reading import Reading
from archiver.extract.recognise.credits import credit_spans, without_label
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind, Container
from archiver.text import squash

_BREAK = re.compile(
    r"(?<=[.!?…»”\"')\]])\s*(?=\S)|\s+[|/–—•-]\s+|\n|\s+(?=[(\[©])|(?<=\w)(?=©)|\s{1,3}(?=\w+:)"
)
_LABELLED = re.compile(r"[(\[]?\w+[^:©]{0,40}[:©]|[(\[]?©|[(\[]?\w+(?: \w+)? by\b")
LONGEST_CREDIT = 130
"""Longest credit, in characters, read off the end of a caption."""
LONGEST_CAPTION = 700
"""Longest text, in characters, that a box around a picture may hold to be its caption."""
FAR = 3
"""Blocks between a picture and the caption that belongs to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFigure:
    """A picture of a page, as spans of the document."""

    at: int
    url: str | None
    alt: str
    picture: tuple[int, int] | None
    """The picture's own block."""
    captions: tuple[tuple[int, int], ...] = ()
    credits: tuple[tuple[int, int], ...] = ()
    repeats: tuple[tuple[int, int], ...] = ()
    """Captions of this picture that stand on the page again."""


def _named_credits(reading: Reading, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The elements inside a caption whose names say that they hold a credit."""
    names = vocabulary("picture_credit").words
    past = start
    for container in reading.inside(start, end):
        whole = container.start <= start and container.end >= end - 1
        if (
            container.start >= past
            and container.words & names
            and (not whole or end - start < LONGEST_CREDIT)
        ):
            past = container.end
            yield container.start, min(container.end, end)


def _printed_credit(text: str) -> Iterator[tuple[int, int]]:
    """The credit at the end of a caption's text, told by brackets and names or by its label."""
    found = list(credit_spans(text))
    yield from found
    if found:
        return
    for place in [0, *(match.end() for match in _BREAK.finditer(text))]:
        rest = text[place:]
        is_labelled = without_label(rest) != squash(rest).strip(" |•–—-/.,;")
        if len(rest) <= LONGEST_CREDIT and is_labelled and _LABELLED.match(rest):
            yield place, len(text)
            return


def credits_in(reading: Reading, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The credits inside a caption, in order and apart."""
    named = tuple(_named_credits(reading, start, end))
    if named:
        return named
    text = reading.document.text[start:end]
    return tuple((start + first, start + last) for first, last in _printed_credit(text))


def _is_picture_box(container: Container) -> bool:
    return container.tag == "figure" or bool(container.words & vocabulary("picture_box").words)


def _boxed(reading: Reading, index: int) -> range:
    """The blocks of the smallest element around the picture that is a figure by its tag or name."""
    for container in reading.around(index)[:8]:
        if container.end - container.start > LONGEST_CAPTION + 300:
            break
        if _is_picture_box(container):
            blocks = reading.blocks_in(container.start, container.end)
            kinds = [reading.document.blocks[at].kind for at in blocks]
            if BlockKind.HEADING not in kinds and kinds.count(BlockKind.PICTURE) <= 3 and len(kinds) > 1:
                return blocks
    return range(index, index + 1)


def _captions(reading: Reading, index: int, taken: set[int]) -> list[int]:
    """The blocks that are captions of the picture: those in its box, else those close below or above it."""
    blocks = reading.document.blocks
    boxed = [
        at for at in _boxed(reading, index) if blocks[at].kind is not BlockKind.PICTURE and at not in taken
    ]
    if boxed:
        return [at for at in boxed if blocks[at].kind is not BlockKind.EMBED]
    below = index + 1
    while (
        below < len(blocks)
        and below <= index + FAR
        and blocks[below].kind in (BlockKind.PICTURE, BlockKind.RULE)
    ):
        below += 1
    found = []
    while below < len(blocks) and blocks[below].kind is BlockKind.CAPTION and below not in taken:
        found.append(below)
        below += 1
    return found


def page_figures(reading: Reading) -> tuple[PageFigure, ...]:
    """Every picture of the page with what is printed about it, and captions whose picture is lost."""
    found: list[PageFigure] = []
    taken: set[int] = set()
    blocks, texts = reading.document.blocks, reading.texts
    for index, block in enumerate(blocks):
        if block.kind is BlockKind.PICTURE:
            own = _captions(reading, index, taken)
        elif block.kind is BlockKind.CAPTION and index not in taken and not _picture_follows(reading, index):
            own = [index]
        else:
            continue
        taken.update(own)
        found.append(_figure(reading, index, own, texts))
    return tuple(found)


def _picture_follows(reading: Reading, index: int) -> bool:
    """Whether the caption stands above a picture in one box with it."""
    return any(
        reading.document.blocks[at].kind is BlockKind.PICTURE for at in _boxed(reading, index) if at > index
    )


def _figure(reading: Reading, index: int, own: list[int], texts: list[str]) -> PageFigure:
    block = reading.document.blocks[index]
    is_picture = block.kind is BlockKind.PICTURE
    captions, printed, repeats, seen = [], list[tuple[int, int]](), [], set()
    for at in own:
        span = (reading.document.blocks[at].start, reading.document.blocks[at].end)
        if texts[at] in seen:
            repeats.append(span)
            continue
        seen.add(texts[at])
        captions.append(span)
        printed.extend(credits_in(reading, span[0], span[1] - 1))
    return PageFigure(
        at=block.start,
        url=block.url if is_picture else None,
        alt=texts[index] if is_picture else "",
        picture=(block.start, block.end) if is_picture else None,
        captions=tuple(captions),
        credits=tuple(printed),
        repeats=tuple(repeats),
    )
