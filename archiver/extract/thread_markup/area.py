"""What stands around a thread of comments: its heading with the count, its controls, its pager, the form."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from archiver.extract.reading import Reading
from archiver.extract.recognise.comment_zones import is_header
from archiver.extract.recognise.lines import Line, lines
from archiver.extract.thread_markup.candidates import banned_elements
from archiver.extract.thread_markup.parts import Span
from archiver.extract.thread_markup.read import Thread, threads
from archiver.extract.words import fold, vocabulary
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
_NUMBER = r"(\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d{1,7})"
_COUNT = re.compile(
    rf"(?:there (?:are|is)|es gibt|hay|ci sono|il y a|há)?\W*{_NUMBER}(?![\d/:])", re.IGNORECASE
)
_COUNT_LAST = re.compile(rf"^[^\d“„«\"]{{0,40}}?[\s(:]+{_NUMBER}\W*$")
_ONE = re.compile(r"(?:one|ein|eine|un|une|una|uma|um|één|een|ett|en|et|jeden|jedna|один)\s", re.IGNORECASE)
MOST_PAGES = 5000
"""A larger number in an address counts something else."""
LONGEST_PAGER = 600
"""Characters of a pager."""
_ADDRESS = re.compile(
    r"(?:/comment-page-|[?&](?:cpage|commentpage|comment_page|comments-page)=)(\d{1,4})", re.I
)
_OWN = re.compile(r"#(?:[a-z-]*comment|c)[-_]?\d+$", re.IGNORECASE)
_PAGERS = frozenset(["pager", "pagination", "pagenav", "pages", "paging", "paginator", "pagelinks"])

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
    text = _THOUSANDS.sub("", line.text)
    return is_header(line) or (line.is_short and is_header(line._replace(text=text, folded=fold(text))))


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
    for index in reading.once(banned_elements):
        container = reading.document.containers[index]
        if container.end - container.start > LONGEST_FORM:
            continue
        if found and container.end <= found[-1][1]:
            continue
        if not any(container.start <= post.box[0] < container.end for post in thread.posts):
            found.append((container.start, container.end))
    return found


def pages_missing(reading: Reading) -> int:
    """The pages of comments or posts beside this one; 0 where no pager tells of any."""
    if reading.document.plain:
        return 0
    linked, current = set[int](), Counter[int]()
    for mark in reading.links:
        match = _ADDRESS.search(mark.href)
        if match and _OWN.search(mark.href):
            current[int(match[1])] += 1
        elif match:
            linked.add(int(match[1]))
    linked = linked or set(_printed(reading))
    linked = {number for number in linked if 0 < number <= MOST_PAGES}
    if not linked:
        return 0
    total = max(linked)
    if current:
        return max(total, current.most_common(1)[0][0]) - 1
    # The page itself is not linked: it fills a gap in the numbers or stands after them.
    return total - 1 if len(linked) < total else total


def _printed(reading: Reading) -> Iterator[int]:
    """The numbers that the thread's own pagers link to; those of a forum's page are all the thread's."""
    thread = reading.once(threads)
    start, end = reading.once(area).box
    if not (thread.posts or thread.opening):
        return
    for box in reading.document.containers:
        is_own = bool(thread.opening) or start <= box.start < end
        if not is_own or not _is_pager(box):
            continue
        for mark in reading.links_in(box.start, box.end):
            words = reading.document.text[mark.start : mark.end].strip()
            if words.isascii() and words.isdigit() and len(words) < 5:
                yield int(words)


def _is_pager(box: Container) -> bool:
    return box.end - box.start <= LONGEST_PAGER and not _PAGERS.isdisjoint(box.words | box.tokens)
