"""The head of an HTML story: from its main heading to its first prose."""

from collections.abc import Iterator

from archiver.extract.about.outlet import letters
from archiver.extract.claims import Settled
from archiver.extract.layout.column import holder
from archiver.extract.layout.headline import headline, told_title
from archiver.extract.layout.measure import blocks_of, measure
from archiver.extract.layout.region import Region, region
from archiver.extract.reading import Reading
from archiver.model.document import BlockKind

LONGEST = 40
"""Most blocks that a head has."""
MOST_PROSE = 700
"""Most characters of prose in an element that holds the headline and is only the story's head."""


def titles(reading: Reading) -> tuple[str, ...]:
    """The page's title as it is told and as it is printed, letters and digits alone."""
    at, told = reading.once(headline), reading.once(told_title)
    heard = [*([reading.texts[at]] if at >= 0 else []), *([told.value] if told else [])]
    return tuple(key for words in heard if len(key := letters(words)) > 5)


def repeats_title(reading: Reading, index: int) -> bool:
    """Whether the block says the page's title again, with a kicker or without."""
    key = letters(reading.texts[index])
    return any(key in title or (title in key and len(title) * 2 > len(key)) for title in reading.once(titles))


def head_box(reading: Reading) -> range:
    """The blocks below the headline in the widest element that holds it and little of the page's prose."""
    title, told = reading.once(headline), reading.once(measure)
    held = range(0)
    for index in _outwards(reading, title):
        blocks = blocks_of(reading, index)
        prose = told.prose_of(blocks)
        if len(blocks) > LONGEST or prose > MOST_PROSE or prose * 3 > told.all_prose:
            break
        held = range(title + 1, blocks.stop)
    return held


def _outwards(reading: Reading, block: int) -> Iterator[int]:
    """The indexes of the containers that hold the block, innermost first."""
    index = reading.innermost[block] if block >= 0 else -1
    while index >= 0:
        yield index
        index = reading.document.containers[index].parent


def head(reading: Reading, settled: Settled, found: Region | None = None) -> range:
    """The blocks of the head, without the headline; empty where there is no headline above the prose."""
    found = found or region(reading, settled)
    title = reading.once(headline)
    if found is None or title < 0:
        return range(0)
    told = reading.once(measure)
    first = next((index for index in found.blocks if index > title and told.prose[index]), found.blocks.start)
    last = max(min(first, title + LONGEST), reading.once(head_box).stop)
    return range(title + 1, last) if first > title else range(title + 1, title + 1)


def opening(reading: Reading, found: Region) -> int:
    """Index of the story's first block: below a main heading in the region, unless prose of its own is above.

    A main heading over a later part of the story, or one that says the headline again below its first
    paragraphs, opens nothing.
    """
    told, blocks = reading.once(measure), reading.document.blocks
    if reading.once(headline) < found.blocks.start and reading.once(headline) >= 0:
        return found.blocks.start
    seen = list[int]()
    for index in found.blocks:
        if blocks[index].kind is BlockKind.HEADING and blocks[index].level == 1:
            return found.blocks.start if _holds_own(reading, found, seen) else index + 1
        if told.prose[index]:
            seen.append(index)
        if sum(told.prose[at] for at in seen) * 5 > told.all_prose:
            break
    return found.blocks.start


def _holds_own(reading: Reading, found: Region, above: list[int]) -> bool:
    """Whether some of the blocks stand in the element that holds most of the region's prose."""
    told, held = reading.once(measure), dict[int, int]()
    for index in found.blocks:
        if told.prose[index]:
            around = holder(reading, index)
            held[around] = held.get(around, 0) + told.prose[index]
    most = max(held, key=lambda around: held[around], default=-1)
    return any(holder(reading, index) == most for index in above)
