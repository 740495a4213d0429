"""The head of an HTML story: from its main heading to its first prose."""

from collections.abc import Iterator

from archiver.extract.about.outlet import letters
from archiver.extract.about.title import Printed, choose_title, headline_among
from archiver.extract.claims import Settled
from archiver.extract.facts import Choice
from archiver.extract.layout.measure import blocks_of, measure
from archiver.extract.layout.region import Region, region
from archiver.extract.reading import Reading
from archiver.model.document import BlockKind
from archiver.text import squash

LONGEST = 40
"""Most blocks that a head has."""
MOST_PROSE = 700
"""Most characters of prose in an element that holds the headline and is only the story's head."""


def main_headings(reading: Reading) -> list[int]:
    """The indexes of the blocks that are first-level headings."""
    return [
        index
        for index, block in enumerate(reading.document.blocks)
        if block.kind is BlockKind.HEADING and block.level == 1
    ]


def printed(reading: Reading) -> Printed:
    """The words of the headings that the page prints."""
    levels: tuple[list[str], list[str]] = ([], [])
    for index, block in enumerate(reading.document.blocks):
        if block.kind is BlockKind.HEADING:
            levels[block.level != 1].append(squash(reading.texts[index]))
    return Printed(main=tuple(levels[0]), lower=tuple(levels[1]))


def told_title(reading: Reading) -> Choice | None:
    """What the page's source and its headings together call the story."""
    return choose_title(reading.document.facts, reading.once(printed))


def headline(reading: Reading) -> int:
    """Index of the heading that is the story's headline; -1 where none is printed."""
    headings = main_headings(reading)
    told = reading.once(told_title)
    among = headline_among(reading.document.facts, reading.once(printed))
    others = [
        index
        for index, block in enumerate(reading.document.blocks)
        if block.kind is BlockKind.HEADING and block.level > 1
    ]
    for title in (among, told.value if told else ""):
        wanted = letters(title)
        for index in headings + others:
            found = letters(reading.texts[index])
            if wanted and len(found) > 5 and (found in wanted or wanted in found):
                return index
    return headings[0] if len(headings) == 1 else -1


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
