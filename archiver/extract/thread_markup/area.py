"""What stands around a thread of comments: its heading with the count, its controls, the form for a new one."""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from archiver.extract.reading import Reading
from archiver.extract.recognise.comment_zones import is_header
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.thread_markup.items import is_banned
from archiver.extract.thread_markup.parts import Span
from archiver.extract.thread_markup.read import Thread, threads
from archiver.extract.words import vocabulary
from archiver.model.document import Container

FAR_BEFORE = 1500
"""Characters of controls that may stand in the thread's element before its first comment."""
FAR_AFTER = 4000
"""Characters of forms and rules that may stand in it after its last comment."""
LINES_ABOVE = 14
"""Most lines between a thread's heading and its first comment."""
LONGEST_FORM = 3000
"""Characters of a form's element."""
_THOUSANDS = re.compile(r"(?<=\d)[.,\u00a0\u202f](?=\d{3}(?!\d))")
_COUNT = re.compile(
    r"(?:there (?:are|is)|es gibt|hay|ci sono|il y a|há)?\W*(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d{1,7})(?![\d/:])",
    re.IGNORECASE,
)
_COUNT_LAST = re.compile(r"^[^\d“„«\"]{0,40}?[\s(:]+(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+|\d{1,7})\W*$")
_ONE = re.compile(r"(?:one|ein|eine|un|une|una|uma|um|één|een|ett|en|et|jeden|jedna|один)\s", re.IGNORECASE)
_NEVER = frozenset(["body", "html", "main", "article", "table"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """The surroundings of a page's thread."""

    header: Line | None = None
    declared: int | None = None
    box: Span = (0, 0)
    """The element that is the thread's alone; empty without one."""
    forms: tuple[Span, ...] = ()


def area(reading: Reading) -> Area:
    """What surrounds the page's comments; empty for a page without any."""
    thread = reading.once(threads)
    forms = tuple(_forms(reading, thread))
    if not thread.posts or thread.opening:
        return Area(forms=forms)
    header = _header(reading, thread.posts[0].box[0])
    return Area(header=header, declared=_declared(header), box=_box(reading, thread), forms=forms)


def _header(reading: Reading, first: int) -> Line | None:
    """The nearest heading above the first comment."""
    printed = reading.once(lines)
    stop = bisect_right([line.end for line in printed], first)
    above = [line for line in printed[max(0, stop - LINES_ABOVE) : stop] if _is_heading(line)]
    counted = (line for line in reversed(above) if _declared(line) is not None)
    return next(counted, None) or next(reversed(above), None)


def _is_heading(line: Line) -> bool:
    """Whether the line heads comments; the marks between thousands are passed over."""
    return is_header(replace(line, text=_THOUSANDS.sub("", line.text)) if line.is_short else line)


def _declared(header: Line | None) -> int | None:
    """The number that the heading begins or ends with; a number in the story's title is none."""
    if header is None:
        return None
    match = _COUNT.match(header.text) or _COUNT_LAST.search(header.text)
    if match:
        return int(re.sub(r"\D", "", match[1]))
    return 1 if _ONE.match(header.text) else None


def _is_named(container: Container) -> bool:
    """Whether class or id call the element the place of comments."""
    names = vocabulary("comment_item").words
    return container.tag not in _NEVER and (
        not names.isdisjoint(container.words)
        or any("comment" in token or "disqus" in token for token in container.tokens)
    )


def _box(reading: Reading, thread: Thread) -> Span:
    """The widest element named for comments that holds the thread and little else."""
    first, last = thread.posts[0].box[0], max(post.box[1] for post in thread.posts)
    found = (0, 0)
    for container in reading.document.containers:
        if container.start > first:
            break
        holds = container.end >= last and first - container.start <= FAR_BEFORE
        if holds and container.end - last <= FAR_AFTER and _is_named(container):
            return container.start, container.end
    return found


def _forms(reading: Reading, thread: Thread) -> list[Span]:
    """Elements of forms for a new comment, and lists of other pages' comments."""
    found: list[Span] = []
    for container in reading.document.containers:
        if not is_banned(container) or container.end - container.start > LONGEST_FORM:
            continue
        if found and container.end <= found[-1][1]:
            continue
        if not any(container.start <= post.box[0] < container.end for post in thread.posts):
            found.append((container.start, container.end))
    return found
