"""Buttons and screen readers' labels beside captions of the story's pictures; captions printed twice.

Claims: the words of the control alone; the second printing of a caption.

    "hide caption" / "Enlarge this image" / "Image source, Harrowmere Post"

Known misses: a control that no list of words names and that is no button.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.figures.of_story import of_story
from archiver.extract.reading import Reading
from archiver.model.ledger import Role


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each control and each repeated caption."""
    if reading.document.plain:
        return
    for figure in of_story(reading, settled):
        for start, end in figure.controls:
            yield Claim(start=start, end=end, role=Role.REMOVED, reason="button or label of a caption")
        for start, end in figure.repeats:
            yield Claim(start=start, end=end, role=Role.REMOVED, reason="the same caption again")
