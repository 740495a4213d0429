"""Who wrote the story, as an HTML page prints it in the story's head.

Claims: short lines between headline and text that begin with "By", or whose element is named for the author,
and that name people or an agency; "by" and a name after a date; a line right above the text that is nothing
but names; anywhere in the story, a line that is nothing but the names that the page's facts give as writers.

    <span class="author">Ann Lee</span>  ·  <p>Posted on 4 May by Ann Lee</p>

Known misses: names in no element of their own among other words.
"""

from collections.abc import Iterable, Iterator

from archiver.extract.about.outlet import letters
from archiver.extract.about.writers import choose_writers
from archiver.extract.claims import Claim, Settled
from archiver.extract.layout.head import head
from archiver.extract.layout.measure import measure
from archiver.extract.layout.region import region
from archiver.extract.reading import Reading
from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.names import names, without_label
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind
from archiver.model.ledger import Role

LONGEST = 150
LONGEST_LONE = 60
"""Longest line that nothing but its own words says to be a byline, in characters."""
_SHOWN = frozenset([BlockKind.PICTURE, BlockKind.CAPTION, BlockKind.HEADING])


def _is_named(reading: Reading, index: int) -> bool:
    """Whether the block's element, or the only one inside it, is named for the author."""
    block = reading.document.blocks[index]
    words = vocabulary("author_name").words
    around = reading.around(index)[:3]
    near = [*around, *reading.inside(block.start, block.end)]
    return any(
        container.words & words
        or container.attribute("itemprop") in ("author", "name")
        or container.attribute("rel") == "author"
        for container in near
        if container.end - container.start <= LONGEST
    )


def _after_date(text: str) -> int:
    """Where a byline begins behind a date, as in "Posted on May 4, 2021 by Ada Thorne"; 0 for nowhere."""
    date = find_date(text)
    if not date or not date.iso:
        return 0
    rest = text[date.end :]
    start = date.end + len(rest) - len(rest.lstrip(" ,|·•–—-"))
    return start if without_label(text[start:])[1] else 0


def _end(reading: Reading, index: int) -> int:
    """Where the names of a line end: before a date that stands behind them."""
    block, date = reading.document.blocks[index], find_date(reading.texts[index])
    return block.start + date.start if date and date.iso and date.start else block.end


def _claim(reading: Reading, index: int) -> Claim | None:
    text, block = reading.texts[index], reading.document.blocks[index]
    start = _after_date(text)
    has_label = start > 0 or without_label(text)[1]
    if not has_label and not _is_named(reading, index):
        return None
    named = names(text[start:])
    if not named or not (named.understood or has_label):
        return None
    return Claim(
        start=block.start + start,
        end=block.end if start else _end(reading, index),
        role=Role.BYLINE,
        finding=named.byline,
        reason="names who wrote it",
    )


def _lone(reading: Reading, index: int) -> Claim | None:
    """The claim of a line that is nothing but names; only asked of the line right above the text."""
    text, block = reading.texts[index], reading.document.blocks[index]
    named = names(text) if len(text) <= LONGEST_LONE and " " in text else None
    is_whole = named is not None and named.understood and text[-1:].isalpha() and not named.byline.agency
    if not named or not is_whole or reading.linked(block.start, block.end):
        return None
    reason = "nothing but names above the text"
    return Claim(start=block.start, end=block.end, role=Role.BYLINE, finding=named.byline, reason=reason)


def _known(reading: Reading, index: int, writers: frozenset[str]) -> Claim | None:
    """The claim of a line that is nothing but names of those who wrote; nobody quotes or heads with these."""
    text, block = reading.texts[index], reading.document.blocks[index]
    if len(text) > LONGEST_LONE or block.kind in _SHOWN or not any(map(letters(text).__contains__, writers)):
        return None
    named = names(text)
    if not named or not named.understood or text[-1:] in ".:!?":
        return None
    told = [*named.byline.authors, *([named.byline.agency] if named.byline.agency else [])]
    if not named.byline.authors or not all(letters(name) in writers for name in told):
        return None
    reason = "nothing but the writers' names"
    return Claim(
        start=block.start, end=_end(reading, index), role=Role.BYLINE, finding=named.byline, reason=reason
    )


def claims(reading: Reading, settled: Settled) -> Iterator[Claim]:
    """Yield the claim of each byline in the head, and of those elsewhere that repeat the page's facts."""
    if reading.document.plain:
        return
    writers = choose_writers(reading.document.facts)
    found = region(reading, settled)
    if found is None:
        return
    blocks = head(reading, settled, found)
    yield from _in_head(reading, blocks, is_told=bool(writers.authors))
    known = frozenset(letters(name) for name in (*writers.authors, writers.agency or "") if name)
    for index in (*blocks, *found.blocks) if known else ():
        claim = _known(reading, index, known)
        if claim:
            yield claim


def _in_head(reading: Reading, blocks: Iterable[int], *, is_told: bool) -> Iterator[Claim]:
    """The claims of the story's head; names alone are claimed where nothing else tells who wrote."""
    found = is_told
    told = reading.once(measure)
    for index in blocks:
        text, block = reading.texts[index], reading.document.blocks[index]
        if not text or len(text) > LONGEST or block.kind in _SHOWN:
            continue
        claim = _claim(reading, index)
        if claim is None and not found and index + 1 < len(told.prose) and told.prose[index + 1]:
            claim = _lone(reading, index)
        if claim:
            found = True
            yield claim
