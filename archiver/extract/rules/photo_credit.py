"""The credits of pictures, cut out of captions.

Claims: who made the picture, as data in parts.

    "(Jim Weber/Santa Fe New Mexican via AP)"  →  photographer, outlet, agency

Known misses: a bare name at the end of a caption.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.findings import FigurePart, Pictured
from archiver.extract.reading import Reading
from archiver.extract.recognise.credits import credit
from archiver.extract.recognise.figures import figures
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each credit."""
    for figure in reading.once(figures):
        for start, end in figure.credits:
            printed = credit(reading.document.text[start:end])
            yield Claim(
                start=start,
                end=end,
                role=Role.CREDIT,
                finding=Pictured(figure=figure.at, part=FigurePart.CREDIT, url=figure.url, credit=printed),
                reason="credit of a picture",
            )
