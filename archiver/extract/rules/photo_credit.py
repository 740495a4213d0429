"""The credits of pictures, cut out of captions.

Claims: who made the picture, as data in parts. Told by the names of elements ("credit", "copyright"), by
labels ("Photo:", "©", "写真＝"), by brackets, and by agencies and names at the end of a caption.

    "(Jim Weber/Santa Fe New Mexican via AP)"  →  photographer, outlet, agency

Known misses: a bare name at the end of a caption's own words.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.figures.found import Span
from archiver.extract.figures.of_story import of_story
from archiver.extract.figures.parts import credit
from archiver.extract.findings import FigurePart, Pictured
from archiver.extract.reading import Reading
from archiver.extract.recognise.figures import figures
from archiver.model.ledger import Role


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each credit."""
    for figure in reading.once(figures) if reading.document.plain else of_story(reading, settled):
        for span in figure.credits:
            yield _claim(reading, span, figure.at, figure.url)


def _claim(reading: Reading, span: Span, at: int, url: str | None) -> Claim:
    printed = credit(reading.document.text[slice(*span)])
    return Claim(
        start=span[0],
        end=span[1],
        role=Role.CREDIT,
        finding=Pictured(figure=at, part=FigurePart.CREDIT, url=url, credit=printed),
        reason="credit of a picture",
    )
