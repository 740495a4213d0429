"""The heading that is an HTML page's headline, among those that it prints."""

from archiver.extract.about.outlet import letters
from archiver.extract.about.title import Printed, choose_title, headline_among
from archiver.extract.facts import Choice
from archiver.extract.reading import Reading
from archiver.model.document import BlockKind
from archiver.text import squash


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
