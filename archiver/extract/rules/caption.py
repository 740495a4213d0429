"""Alt texts and captions of pictures.

Claims: the caption's words but for its credits, which `photo_credit` has claimed before; a picture and its
alt text. An alt text that is the headline as well stays the headline. On HTML pages, figures of the story
alone: those in its region, and those with a caption between its headline and its text.

    "Old mill" / "The old mill on the Eld, seen from the bridge. (Ann Lee/Harrowmere Post)"

Known misses: in text captures an alt text that shares no word with its caption, and a caption without alt
text or credit; in HTML a caption that is a plain paragraph.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.figures.found import PageFigure
from archiver.extract.figures.of_story import of_story
from archiver.extract.findings import FigurePart, Pictured
from archiver.extract.reading import Reading
from archiver.extract.recognise.figures import FoundFigure, figures
from archiver.model.ledger import Role


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield the claims of each figure's alt text and caption."""
    if reading.document.plain:
        for printed in reading.once(figures):
            yield from _in_text(reading, printed)
    else:
        for figure in of_story(reading, settled):
            yield from _on_page(figure)


def _in_text(reading: Reading, figure: FoundFigure) -> Iterator[Claim]:
    alt = reading.document.text[slice(*figure.alt)] if figure.alt else figure.alt_words
    if figure.alt:
        yield Claim(
            start=figure.alt[0],
            end=figure.alt[1],
            role=Role.CAPTION,
            finding=Pictured(figure=figure.at, part=FigurePart.ALT, url=figure.url),
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


def _on_page(figure: PageFigure) -> Iterator[Claim]:
    spans = [
        *((span, FigurePart.ALT, "picture of the story") for span in figure.pictures),
        *((span, FigurePart.CAPTION, "caption of a picture") for span in figure.captions),
    ]
    for (start, end), part, reason in spans:
        finding = Pictured(figure=figure.at, part=part, url=figure.url, alt=figure.alt)
        yield Claim(start=start, end=end, role=Role.CAPTION, finding=finding, reason=reason)
