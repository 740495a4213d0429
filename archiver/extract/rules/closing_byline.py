"""Who wrote the story or whom it is from, as an HTML page prints it below the text.

Claims: short lines of the story's region below its last prose that begin as a byline does and name somebody,
that repeat the name of an author whom the page's source names, or that name an agency and nothing else, as
bylines; lines that begin with "Source:", as metadata; and the last paragraphs where they begin with the name
of such an author.

    <p>Written by Ada Thorne</p>  ·  <p>ath/dpa</p>  ·  <p>Source: Eld Board</p>

They sign the story, or tell of the author's life.

Known misses: signatures followed by further prose, as in a diary of several hands.
"""

import re
from collections.abc import Iterator, Sequence

from archiver.extract.about.writers import choose_writers
from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.column import free_blocks
from archiver.extract.layout.measure import measure
from archiver.extract.reading import Reading
from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.names import is_agency, names, without_label
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind
from archiver.model.ledger import Role
from archiver.text import squash

LONGEST = 90
LONGEST_AGENCY = 40
_INITIALS = re.compile(r"[a-zäöüß]{2,5}")
_BETWEEN = re.compile(r"[/,+&\s]+")
_GOES_ON = (
    "He ",
    "She ",
    "They ",
    "His ",
    "Her ",
    "Their ",
    "He’s ",
    "She’s ",
    "Er ",
    "Sie ",
    "Il ",
    "Elle ",
    "Él ",
    "Ella ",
)
"""How the next paragraph about somebody begins."""
_KINDS = frozenset([BlockKind.PARAGRAPH, BlockKind.HEADING])


def _is_agencies(words: str) -> bool:
    """Whether the line names agencies, with the initials of those who wrote for them or without."""
    parts = [part for part in _BETWEEN.split(words.strip("()[] ")) if part]
    named = [part for part in parts if is_agency(part)]
    return bool(named) and all(part in named or _INITIALS.fullmatch(part) for part in parts)


def _signature(words: str, authors: Sequence[str]) -> Role | None:
    """What the line says, if it signs the story."""
    if words in authors or (len(words) <= LONGEST_AGENCY and _is_agencies(words)):
        return Role.BYLINE
    if vocabulary("source_label").begins(words):
        return Role.METADATA
    bare, is_labelled = without_label(words)
    date = find_date(bare) if is_labelled else None
    told = names(bare[: date.start].rstrip(" ,|at") if date and date.iso and date.start else bare)
    return Role.BYLINE if is_labelled and told and told.understood else None


def _about(reading: Reading, free: Sequence[int], authors: Sequence[str]) -> list[int]:
    """The places in `free` of the closing paragraphs about an author, where no others are prose below."""
    told = reading.once(measure)
    full = tuple(name for name in authors if " " in name)
    known = (*full, *(f"{part} " for name in full for part in (name.split()[0], name.split()[-1])), *_GOES_ON)
    whole, above = sum(told.prose[index] for index in free), 0
    for place, index in enumerate(free):
        if full and above * 4 >= whole * 3 and reading.texts[index].startswith(full):
            after = [at for at in range(place, len(free)) if told.prose[free[at]]]
            if after and all(reading.texts[free[at]].startswith(known) for at in after):
                return sorted({place, *after})
        above += told.prose[index]
    return []


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield a claim for each line that signs the story or tells of who wrote it."""
    if reading.document.plain:
        return
    told, free = reading.once(measure), free_blocks(reading, settled)
    authors = choose_writers(reading.document.facts).authors
    about = _about(reading, free, authors)
    prose = [place for place, index in enumerate(free) if told.prose[index] and place not in about]
    for place in range(prose[-1] + 1 if prose else len(free), len(free)):
        index = free[place]
        words, block = squash(reading.texts[index]).strip(" –—-"), reading.document.blocks[index]
        role = _signature(words, authors) if 0 < len(words) <= LONGEST and block.kind in _KINDS else None
        if role:
            yield Claim(start=block.start, end=block.end, role=role, reason="signs the story")
        elif place in about:
            yield Claim(start=block.start, end=block.end, role=Role.REMOVED, reason="about the author")
