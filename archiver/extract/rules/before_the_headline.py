"""What stands above the headline: menus, logos, sections.

Claims: lines above the headline of a text capture that are not prose; those as well where the story's stretch
begins below the headline.

    "Menu" / "  • Sport" / "Harrowmere Post" / headline

Known misses: a capture whose headline was not found.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.stretch import story_stretch
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import PROSE
from archiver.extract.recognise.lines import lines
from archiver.model.ledger import Role

FEWEST = 12
"""Lines of a page's top; of fewer, a paragraph among them is a lead printed above the headline."""
MOST_PROSE = 3
"""Paragraphs above a headline; with more of them it is a heading inside the story."""


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each free line above the headline."""
    if not reading.document.plain:
        return
    headline = next((item.start for item in settled if item.claim.role is Role.HEADLINE), 0)
    printed = reading.once(lines)
    above = [line for line in printed if line.start < headline]
    heads_story = FEWEST <= len(above) <= story_stretch(printed)[0] + 1
    if not heads_story and sum(len(line.text) >= PROSE and not line.level for line in above) > MOST_PROSE:
        return
    for line in above:
        if heads_story or len(line.text) < PROSE or line.level:
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="above the headline")
