"""Lines outside a picture's box that are its caption or its credit all the same."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache

from archiver.extract.about.outlet import place
from archiver.extract.figures.label import names_a_picture
from archiver.extract.figures.marked import is_credit_box
from archiver.extract.figures.parts import LONGEST
from archiver.extract.figures.printed import credit_spans
from archiver.extract.reading import Reading
from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.names import is_person, without_label
from archiver.extract.words import fold, vocabulary
from archiver.model.document import BlockKind, Container, MarkKind
from archiver.text import squash

LONGEST_TOLD = 450
"""Longest caption, in characters, that its credit alone gives away."""
LONGEST_BELOW = 1500
LONGEST_ITALIC = 160
LONGEST_BOLD = 60
LONGEST_ALONE = 900
LONGEST_BYLINE = 90
BESIDE_DATE = 20
"""Most characters beside the date of a line that is one."""
SHORTEST_ALT = 25
"""Shortest alt text, in characters, by which a longer caption is known that begins with it."""
SHORTEST_REPEATED = 8
"""Shortest alt text by which a caption is known that says the same."""
MOST_WORDS = 9
"""A line with a label and more words than this is prose where it ends as a sentence does."""
LEAST_MAKERS = 3
_OPEN_END = (":", "?", "!", "…", ",", "...")
_SENTENCE = re.compile(r"[.!?…]\s+\S")
_WORD = re.compile(r"[^\W\d_]{4,}")
_ROLE = re.compile(r"(?:^|[\n;|])\s*([^\n:;|]{2,40}?)\s*:\s*(?=[^\W\d_])")
_CELLS = frozenset(["td", "th", "li", "dt", "dd"])


@lru_cache(maxsize=4096)
def stem(url: str | None) -> str:
    """What two sizes of one picture have in common in their addresses: the file's name without numbers."""
    name = place(url or "")[1].rstrip("/").rpartition("/")[2]
    return name.partition(".")[0].lower() if len(name) > 8 else ""


def is_caption_box(container: Container) -> bool:
    """Whether the element's names say that it holds a caption."""
    concept = vocabulary("picture_caption")
    return container.tag == "figcaption" or bool(
        container.words & concept.words or container.tokens & concept.tokens
    )


def tells_its_maker(reading: Reading, index: int) -> bool:
    """Whether the block is short and ends with a credit, as captions alone do."""
    text = reading.texts[index].rstrip()
    found = credit_spans(text) if len(text) <= LONGEST_TOLD else ()
    return bool(found) and found[-1][1] >= len(text)


def begins_as_alt(reading: Reading, index: int, pictures: list[int]) -> bool:
    """Whether the block begins with what the alt text of one of the pictures says."""
    words = squash(reading.texts[index])
    return any(
        len(alt) > SHORTEST_ALT and words.startswith(alt)
        for at in pictures
        if (alt := squash(reading.texts[at]))
    )


def names_makers(text: str) -> bool:
    """Whether the line says who made a picture, with a label that names one, and nothing else.

    So do the lines of a photo shoot's team: "Photos: …", "Styling: …", "Hair: …".
    """
    words = text.strip()
    if not words or not names_a_picture(words):
        return False
    if len(words) <= LONGEST and credit_spans(words) == ((0, len(words)),):
        is_prose = words.endswith((".", "!", "?")) and len(words.split()) > MOST_WORDS
        return not is_prose and "\n" not in words
    return sum(1 for _ in _roles(words)) >= LEAST_MAKERS


def _roles(words: str) -> Iterator[str]:
    """The roles of a photo shoot's team that stand before colons."""
    roles = vocabulary("photo_shoot").words
    for match in _ROLE.finditer(words):
        role = fold(match[1])
        if names_a_picture(match[0].strip(" \n;|")) or any(
            part in roles for part in re.split(r"[\s/&-]+", role)
        ):
            yield role


def is_caption_below(reading: Reading, index: int, pictures: list[int]) -> bool:
    """Whether the block right below a picture without caption is its caption or credit."""
    text = reading.texts[index]
    if (
        reading.document.blocks[index].kind is not BlockKind.PARAGRAPH
        or not text.strip()
        or len(text) > LONGEST_BELOW
    ):
        return False
    return (
        _is_called_caption(reading, index)
        or tells_its_maker(reading, index)
        or _repeats_alt(reading, index, pictures)
        or _is_set_apart(reading, index, pictures)
    )


def is_byline(text: str) -> bool:
    """Whether the line says who wrote the story: "By", a name, and perhaps what the writer is."""
    if len(text) > LONGEST_BYLINE:
        return False
    names, had_label = without_label(text)
    return had_label and (not names or is_person(re.split(r"\s*[,|•·(]\s*", names)[0]))


def is_dated(text: str) -> bool:
    """Whether the line is a date and little else."""
    found = find_date(text) if len(text) <= LONGEST_BYLINE else None
    return found is not None and len(text) - (found.end - found.start) <= BESIDE_DATE


def _is_called_caption(reading: Reading, index: int) -> bool:
    block, size = reading.document.blocks[index], len(reading.texts[index])
    whole = [one for one in reading.inside(block.start, block.end) if one.end - one.start >= size - 2]
    around = [one for one in reading.around(index)[:2] if one.end - one.start <= size + 2]
    named = [one for one in (*whole, *around) if is_caption_box(one) or one.tag == "small"]
    credited = size <= LONGEST and any(is_credit_box(one) for one in (*whole, *around))
    return bool(named) or credited


def _is_in_cell(reading: Reading, index: int) -> bool:
    return any(one.tag in _CELLS for one in reading.around(index)[:4])


def _repeats_alt(reading: Reading, index: int, pictures: list[int]) -> bool:
    """Whether the block says what the picture's alt text says, and links nowhere."""
    block, words = reading.document.blocks[index], fold(reading.texts[index])
    alts = {fold(reading.texts[at]) for at in pictures}
    return (
        len(words) >= SHORTEST_REPEATED
        and words in alts
        and not reading.linked(block.start, block.end)
        and not _is_in_cell(reading, index)
    )


def _is_set_apart(reading: Reading, index: int, pictures: list[int]) -> bool:
    """Whether a short line is all in italics, or a shorter one in bold type that ends as a sentence does."""
    block, text = reading.document.blocks[index], reading.texts[index].strip()
    if text.endswith(_OPEN_END) or _is_in_cell(reading, index) or reading.linked(block.start, block.end):
        return False
    first = bisect_left(reading.mark_starts, block.start)
    last = bisect_right(reading.mark_starts, block.start)
    kinds = {mark.kind for mark in reading.document.marks[first:last] if mark.end >= block.end - 1}
    if MarkKind.EMPHASIS in kinds and len(text) <= LONGEST_ITALIC:
        return not text.endswith(".") or _shows(reading, text, pictures)
    is_bold = MarkKind.STRONG in kinds and len(text) <= LONGEST_BOLD
    return is_bold and text.endswith(".") and not _SENTENCE.search(text)


def _shows(reading: Reading, text: str, pictures: list[int]) -> bool:
    """Whether the text shares a word with the picture's alt text or with the name of its file."""
    told = set(_WORD.findall(text.casefold()))
    blocks = reading.document.blocks
    shown = " ".join(f"{reading.texts[at]} {(blocks[at].url or '').rpartition('/')[2]}" for at in pictures)
    return not told.isdisjoint(_WORD.findall(shown.casefold()))
