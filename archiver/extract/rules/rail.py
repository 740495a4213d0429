"""What stands below a story's true end, inside its region: rails of other stories, the comment area, offers.

Claims: everything below the first line that heads such a rail, also one that another rule has claimed, where
less prose of the story's column stands below the line than a story would have; otherwise only the line, and
the short or linked ones under it. A heading that begins as such lines do and goes on in words of its own, as
in "More from Harrowmere", counts where the story is over.

    <h3>Read next</h3> <a>The fair returns</a> <a>A bridge for the Eld</a>

Known misses: rails that no line heads.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.column import column, free_blocks, holder
from archiver.extract.layout.measure import measure
from archiver.extract.reading import Reading
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind, Container
from archiver.model.ledger import Role

_NO_MARKS = frozenset(["call_to_action", "form", "consent_notice", "related_list", "aside", "site_menu"])
LONGEST_LABEL = 60
LONGEST_HEAD = 90
MOST_BELOW = 0.25
"""A line with more than this share of the region's prose below it does not end the story."""
MOST_IN_RAIL = 6
"""Blocks under a label in mid-story that are looked at."""


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield the claims of the rails."""
    if reading.document.plain:
        return
    told = reading.once(measure)
    free = free_blocks(reading, settled)
    whole = sum(told.prose[index] for index in free)
    found = column(reading, free)
    above, place = 0, 0
    for index in range(free[0], free[-1] + 1) if free else ():
        is_free = free[place] == index
        is_label = above > 0 and _is_label(reading.texts[index])
        if is_label or (above and _opens(reading, index)):
            is_told = is_free or _is_mark(reading, settled, index)
            if is_told and _is_end(
                reading, found, free[:place], free[place:], (whole - above) / max(1, whole)
            ):
                last = reading.document.blocks[free[-1]]
                yield _claim(reading.document.blocks[index].start, last.end, "below the story's end")
                return
            if is_free and is_label:
                yield from _rail(reading, free[place:])
        if is_free:
            above += told.prose[index]
            place += 1


def _is_label(text: str) -> bool:
    return 0 < len(text) <= LONGEST_LABEL and vocabulary("rail_label").is_line(text)


def _opens(reading: Reading, index: int) -> bool:
    """Whether a heading, or a line with a colon, begins as such labels do and goes on in words of its own."""
    text = reading.texts[index].strip()
    is_head = reading.document.blocks[index].kind is BlockKind.HEADING or text.endswith((":", "："))
    return is_head and len(text) <= LONGEST_HEAD and vocabulary("rail_label").begins(text)


def _is_mark(reading: Reading, settled: Settled, index: int) -> bool:
    """Whether a label that another rule has claimed still tells where the story ends; a button does not."""
    block = reading.document.blocks[index]
    return all(item.rule not in _NO_MARKS for item in settled.within(block.start, block.end))


def _is_end(
    reading: Reading, found: Container | None, above: list[int], below: list[int], share_below: float
) -> bool:
    """Whether no prose of the story's column stands below the line.

    Where no element is the column, prose in an element named as one that holds prose above is the story's.
    """
    told, containers = reading.once(measure), reading.document.containers
    if share_below > (MOST_BELOW if found else MOST_BELOW / 2):
        return False
    prose = [index for index in below if told.prose[index]]
    around = [containers[at] for index in prose if (at := holder(reading, index)) >= 0]
    if found:
        return all(one is not found for one in around)
    named = {
        containers[at].tokens for index in above if told.prose[index] and (at := holder(reading, index)) >= 0
    }
    return not any(one.tokens and one.tokens in named for one in around)


def _claim(start: int, end: int, reason: str) -> Claim:
    return Claim(start=start, end=end, role=Role.REMOVED, reason=reason)


def _rail(reading: Reading, free: list[int]) -> Iterator[Claim]:
    """The label and the linked lines right under it."""
    told = reading.once(measure)
    blocks = reading.document.blocks
    yield _claim(blocks[free[0]].start, blocks[free[0]].end, "heads a rail")
    for index in free[1:MOST_IN_RAIL]:
        if told.linked[index] * 10 < told.sizes[index] * 8 or not told.sizes[index]:
            return
        yield _claim(blocks[index].start, blocks[index].end, "link under a rail's head")
