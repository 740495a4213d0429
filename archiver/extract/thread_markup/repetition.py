"""Comments whose markup names nothing but their list: neighbours of one kind, each with a time and words."""

from collections import Counter
from collections.abc import Iterator

from archiver.extract.reading import Reading
from archiver.extract.thread_markup import slots
from archiver.extract.thread_markup.candidates import FIRST_LINES, banned_elements
from archiver.extract.words import vocabulary
from archiver.model.document import Container

FEWEST = 2
"""Neighbours that make a repetition."""
LONGEST = 20_000
"""Characters of one comment's element."""
_COMMON = frozenset(
    ["clearfix", "row", "group", "clear", "cf", "odd", "even", "first", "last", "item", "col"]
)
"""Class names that say nothing about what an element is."""
_SECTIONS = frozenset(["opinion", "opinions", "opinie", "discussion", "answer", "answers", "reply"])
"""Names of comments that are names of a newspaper's pages as well."""
_NO_ZONES = frozenset(["body", "html", "main", "form", "a", "span", "h1", "h2", "h3"])
_ROWS = frozenset(["li", "div", "article", "section", "tr", "dd", "p", "blockquote", "table", "details"])


def repeated(reading: Reading) -> list[int]:
    """The containers of comments in the first list of comments that names them nowhere; empty without one."""
    for zone in _zones(reading):
        best: list[int] = []
        for group in _groups(reading, zone):
            if len(group) > len(best):
                best = group
        if best:
            return _with_kin(reading, zone, best)
    return []


def _with_kin(reading: Reading, zone: int, rows: list[int]) -> list[int]:
    """The rows and, deeper in the zone, the elements with the class names that all of them have: answers."""
    containers = reading.document.containers
    common = frozenset.intersection(*(containers[row].tokens for row in rows)) - _COMMON
    if not common:
        return rows
    tag, end = containers[rows[0]].tag, containers[zone].end
    found = set(rows)
    for index in range(zone + 1, len(containers)):
        box = containers[index]
        if box.start >= end:
            break
        if box.tag == tag and common <= box.tokens and _is_dated(reading, box):
            found.add(index)
    return sorted(found)


def _zones(reading: Reading) -> Iterator[int]:
    """Elements that a class, an id or the heading at their beginning calls a list of comments."""
    names = vocabulary("comment_item").words - _SECTIONS
    containers = reading.document.containers
    titles = [container.start for container in containers if container.tag == "h1"]
    done, banned = 0, frozenset(reading.once(banned_elements))
    for index in reading.where(words=names):
        container = containers[index]
        if container.start < done or container.tag in _NO_ZONES:
            continue
        has_title = any(container.start <= title < container.end for title in titles)
        if not has_title and container.end - container.start > 100 and index not in banned:
            done = container.end
            yield index


def _groups(reading: Reading, zone: int) -> Iterator[list[int]]:
    """Children of one element in the zone, of one tag, most of which begin or end with a time."""
    rest = [zone]
    while rest:
        index = rest.pop()
        inner = reading.children[index]
        rest.extend(inner)
        tags = Counter(reading.document.containers[child].tag for child in inner)
        for tag, count in tags.items():
            if count < FEWEST or tag not in _ROWS:
                continue
            rows = [child for child in inner if reading.document.containers[child].tag == tag]
            dated = [row for row in rows if _is_dated(reading, reading.document.containers[row])]
            if len(dated) >= FEWEST and len(dated) >= 0.7 * len(rows):
                yield dated


def _is_dated(reading: Reading, container: Container) -> bool:
    """Whether a line at the element's beginning or end tells a time, and others say something."""
    if container.end - container.start > LONGEST:
        return False
    if 2 * reading.linked(container.start, container.end) > container.end - container.start:
        return False
    text = reading.document.text[container.start : container.end]
    said = [line for line in text.split("\n") if line.strip()]
    head = [*said[:FIRST_LINES], *said[-2:]]
    return len(said) > 1 and any(slots.is_date(line, reading.document.language) for line in head)
