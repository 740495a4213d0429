"""The head of an HTML story: from its main heading to its first prose."""

from archiver.extract.claims import Settled
from archiver.extract.facts import choose_title
from archiver.extract.layout.measure import measure
from archiver.extract.layout.region import Region, region
from archiver.extract.reading import Reading
from archiver.model.document import BlockKind
from archiver.text import squash

LONGEST = 40
"""Most blocks that a head has."""


def main_headings(reading: Reading) -> list[int]:
    """The indexes of the blocks that are first-level headings."""
    return [
        index
        for index, block in enumerate(reading.document.blocks)
        if block.kind is BlockKind.HEADING and block.level == 1
    ]


def _key(words: str) -> str:
    return "".join(letter for letter in squash(words).casefold() if letter.isalnum())


def headline(reading: Reading) -> int:
    """Index of the heading that is the story's headline; -1 where none is printed."""
    headings = main_headings(reading)
    told = choose_title(reading.document.facts, (reading.texts[index] for index in headings))
    title = _key(told.value) if told else ""
    others = [
        index
        for index, block in enumerate(reading.document.blocks)
        if block.kind is BlockKind.HEADING and block.level > 1
    ]
    for index in headings + others:
        key = _key(reading.texts[index])
        if title and len(key) > 5 and (key in title or title in key):
            return index
    return headings[0] if len(headings) == 1 else -1


def titles(reading: Reading) -> tuple[str, ...]:
    """The page's title as it is told and as it is printed, letters and digits alone."""
    at = headline(reading)
    told = choose_title(reading.document.facts, ())
    printed = [reading.texts[at]] if at >= 0 else []
    return tuple(key for words in [*printed, *([told.value] if told else [])] if len(key := _key(words)) > 5)


def repeats_title(reading: Reading, index: int) -> bool:
    """Whether the block says the page's title again, with a kicker or without."""
    key = _key(reading.texts[index])
    return any(key in title or (title in key and len(title) * 2 > len(key)) for title in reading.once(titles))


def head(reading: Reading, settled: Settled, found: Region | None = None) -> range:
    """The blocks of the head, without the headline; empty where there is no headline above the prose."""
    found = found or region(reading, settled)
    title = reading.once(headline)
    if found is None or title < 0:
        return range(0)
    told = reading.once(measure)
    first = next((index for index in found.blocks if index > title and told.prose[index]), found.blocks.start)
    return range(title + 1, min(first, title + LONGEST) if first > title else title + 1)
