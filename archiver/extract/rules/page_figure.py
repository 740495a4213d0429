"""The story's pictures with their captions and credits.

Claims: pictures in the story's region or between its headline and its text, their captions as captions, and
the credits inside those as data. They are not prose: they tell of the pictures.

    <figure><img alt="Mill"> <figcaption>The old mill. <i class="credit">Ann Lee</i></figcaption></figure>

Known misses: captions that are plain paragraphs after a picture.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.findings import FigurePart, Pictured
from archiver.extract.layout.head import head
from archiver.extract.layout.region import opening, region
from archiver.extract.reading import Reading
from archiver.extract.recognise.credits import credit
from archiver.extract.recognise.page_figures import PageFigure, page_figures
from archiver.model.ledger import Role

ABOVE = 3
"""Blocks above the headline where the story's first picture may stand."""


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield the claims of each figure of the story."""
    found = None if reading.document.plain else region(reading, settled)
    if found is None:
        return
    blocks = reading.document.blocks
    lead = head(reading, settled, found)
    begin = min(opening(reading, found), lead.start - 1 - ABOVE if lead else len(blocks))
    first, last = blocks[max(0, begin)].start, blocks[found.blocks.stop - 1].end
    for figure in page_figures(reading):
        is_free = all(
            next(settled.free(*span), None) for span in figure.captions or (figure.picture,) if span
        )
        if first <= figure.at < last and is_free:
            yield from _claims(reading, figure)


def _claims(reading: Reading, figure: PageFigure) -> Iterator[Claim]:
    def pictured(part: FigurePart, span: tuple[int, int] | None = None) -> Pictured:
        made = credit(reading.document.text[slice(*span)]) if span else None
        return Pictured(figure=figure.at, part=part, url=figure.url, alt=figure.alt, credit=made)

    for start, end in figure.credits:
        told = pictured(FigurePart.CREDIT, (start, end))
        yield Claim(start=start, end=end, role=Role.CREDIT, finding=told, reason="credit of a picture")
    if figure.picture:
        start, end = figure.picture
        told = pictured(FigurePart.ALT)
        yield Claim(start=start, end=end, role=Role.CAPTION, finding=told, reason="picture of the story")
    for start, end in figure.captions:
        told = pictured(FigurePart.CAPTION)
        yield Claim(start=start, end=end, role=Role.CAPTION, finding=told, reason="caption of a picture")
    for start, end in figure.repeats:
        yield Claim(start=start, end=end, role=Role.REMOVED, reason="the same caption again")
