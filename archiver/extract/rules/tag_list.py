"""Tags and categories that the page prints above or below the text.

Claims: on a marked-up page, every box that its own class or id calls so, as metadata where it links the story
to its tags; in a text capture, a line that begins with "Tags:" and names them, as metadata, and the heading
of a list of tags, removed, with the short items right below it as metadata.

    "Tags: harbour, Eld, council"  →  three tags

Known misses: tags without a label.
"""

import re
from collections.abc import Iterator, Sequence

from archiver.extract.claims import Claim
from archiver.extract.findings import Tagged
from archiver.extract.layout.boxes import boxes
from archiver.extract.layout.entry import scope
from archiver.extract.reading import Reading
from archiver.extract.recognise.labels import labels
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.words import vocabulary
from archiver.model.ledger import Role
from archiver.text import squash

_LONGEST = 40
"""Longest tag, in characters."""
_MOST = 30
"""A list of more tags is no list of one story's."""
_MOST_BELOW = 12
"""Items below a heading; a longer list is all the site's tags."""
_SECTIONS = frozenset(["cat", "category", "categories"])
_PARTS = re.compile(r"\s*[,|;/•·、，]\s*|\s+#")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each list of tags."""
    if reading.document.plain:
        yield from _printed(reading)
    else:
        yield from _marked_up(reading)


def _marked_up(reading: Reading) -> Iterator[Claim]:
    """Claims of the boxes; those that link the entry to its tags, as `rel=tag` says, tell them."""
    span = reading.once(scope)
    for box, name in boxes(reading, "tag_list"):
        told = [one for one in reading.inside(box.start, box.end) if "tag" in one.attribute("rel").split()]
        is_own = span is None or span[0] <= box.start < span[1]
        words = tuple(squash(reading.document.text[one.start : one.end]) for one in told)
        tags = tuple(tag for tag in words if 1 < len(tag) <= _LONGEST)
        if not tags or not is_own or len(tags) > _MOST:
            reason = f"in a box named {name}"
            yield Claim(start=box.start, end=box.end, role=Role.REMOVED, reason=reason)
            continue
        is_section = bool(box.words & _SECTIONS)
        finding = Tagged(section=tags[0]) if is_section else Tagged(tags=tags)
        reason = "sections of the entry" if is_section else "tags of the entry"
        yield Claim(start=box.start, end=box.end, role=Role.METADATA, finding=finding, reason=reason)


def _printed(reading: Reading) -> Iterator[Claim]:
    printed = reading.once(lines)
    for index, line in labels(reading, "tag_list"):
        label, colon, rest = line.text.partition(":") if ":" in line.text else line.text.partition("：")
        tags = tuple(tag for part in _PARTS.split(rest) if 1 < len(tag := part.strip(" .#")) <= _LONGEST)
        named = bool(colon) and len(label) <= 30 and 0 < len(tags) <= _MOST
        if named:
            finding = Tagged(tags=tags)
            yield Claim(
                start=line.start, end=line.end, role=Role.METADATA, finding=finding, reason="list of tags"
            )
        else:
            yield Claim(start=line.start, end=line.end, role=Role.REMOVED, reason="heading of a list of tags")
            below = list(_below(printed[index + 1 :]))
            for item in below if len(below) <= _MOST_BELOW else ():
                finding = Tagged(tags=(item.text.strip(" .#"),))
                yield Claim(
                    start=item.start,
                    end=item.end,
                    role=Role.METADATA,
                    finding=finding,
                    reason="tag of a list",
                )


def _below(printed: Sequence[Line]) -> Iterator[Line]:
    """The items of the list right below the heading of a list of tags."""
    for index, line in enumerate(printed):
        is_tag = line.begins_item and line.level == 1 and len(line.text) <= _LONGEST and line.number is None
        if not is_tag or (line.gap and index) or vocabulary("comment_form").is_line(line.text):
            return
        yield line
