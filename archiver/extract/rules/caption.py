"""Alt texts and captions of pictures.

Claims: the caption's words but for its credits, which `photo_credit` has claimed before; a line that is a
picture's alt text. An alt text that is the headline as well stays the headline.

    "Old mill" / "The old mill on the Eld, seen from the bridge. (Ann Lee/Harrowmere Post)"

Known misses: an alt text that shares no word with its caption; a caption without alt text or credit.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.findings import FigurePart, Pictured
from archiver.extract.reading import Reading
from archiver.extract.recognise.figures import figures
from archiver.model.ledger import Role


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield the claims of each figure's alt text and caption."""
    text = reading.document.text
    for figure in reading.once(figures):
        alt = text[slice(*figure.alt)] if figure.alt else figure.alt_words
        if figure.alt:
            part = Pictured(figure=figure.at, part=FigurePart.ALT, url=figure.url)
            yield Claim(
                start=figure.alt[0],
                end=figure.alt[1],
                role=Role.CAPTION,
                finding=part,
                reason="alt text before a caption",
            )
        if figure.caption:
            yield Claim(
                start=figure.caption[0],
                end=figure.caption[1],
                role=Role.CAPTION,
                finding=Pictured(figure=figure.at, part=FigurePart.CAPTION, url=figure.url, alt=alt),
                reason="caption of a picture",
            )
