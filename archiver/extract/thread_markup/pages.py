"""How many further pages a thread has that the capture does not hold: what its pager says."""

import re
from collections import Counter
from collections.abc import Iterator

from archiver.extract.reading import Reading
from archiver.extract.thread_markup.area import area
from archiver.extract.thread_markup.read import threads
from archiver.model.document import Container

MOST_PAGES = 5000
"""A larger number in an address counts something else."""
LONGEST_PAGER = 600
"""Characters of a pager."""
_ADDRESS = re.compile(
    r"(?:/comment-page-|[?&](?:cpage|commentpage|comment_page|comments-page)=)(\d{1,4})", re.I
)
_OWN = re.compile(r"#(?:[a-z-]*comment|c)[-_]?\d+$", re.IGNORECASE)
_PAGERS = frozenset(["pager", "pagination", "pagenav", "pages", "paging", "paginator", "pagelinks"])


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
