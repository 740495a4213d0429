"""Finds the elements that hold one reader's comment each, and which of them stand inside others."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from archiver.extract.reading import Reading
from archiver.extract.thread_markup import slots
from archiver.extract.words import vocabulary
from archiver.model.document import Container

_STEMS = (
    "comment|cmt|kommentar|commento|comentario|commentaire|reactie|komentarz|koment|yorum|reply|answer|response"
    "|respuesta|opinion"
)
_STEM = re.compile(_STEMS)
_KINDS = "item|node|card|box|entry|single|row|block|wrap|wrapper|container|inner|unit|list-?item|article|root|main|panel"
_ITEM = re.compile(
    rf"(?:[a-z]+[-_]{{1,2}}){{0,3}}(?:(?:{_STEMS})(?:[-_]{{1,2}}(?:{_KINDS})|item|box|node)?"
    rf"|comments[-_]{{1,2}}(?:item|node|card|entry|single|list-?item|row))(?:[-_]*\d[\da-f_-]*)?"
)
_NUMBERED = re.compile(
    r"(?:(?:[a-z]+[-_]{0,2}){0,3}(?:comment|comm|cmt|kommentar|komentarz|koment|reply|post|msg|message|pid|answer|entry|dsq-comment|isso|tid|t1)"
    r"|c|p)[-_:]*(?P<number>\d+(?:-[\da-f]{4,})*)(?:_(?P<parent>\d+))?(?:[-_](?:wrap|body|container|content))?"
)
_NOT_ITEM = frozenset(["respond", "hentry", "type-post", "comment-form", "commentform", "comment-respond"])
_BANNED = frozenset(
    ["respond", "comment-form", "commentform", "comment-respond", "recentcomments", "recent-comments"]
)
_NOT_WORDS = frozenset(
    [
        "form",
        "respond",
        "recent",
        "latest",
        "widget",
        "related",
        "teaser",
        "count",
        "link",
        "links",
        "children",
    ]
)
_DIGEST = re.compile(
    "(?:recent|latest|newest|last|popular|top)[-_]?(?:disqus[-_]?)?(?:comment|kommentar|commentaire|comentario)s?"
)
_NEVER = frozenset(["a", "form", "label", "button", "input", "time", "span", "h1", "h2", "body", "main"])
"""Elements that never hold a whole comment."""
_POST = re.compile(r"post[-_]?\d{2,}")
_DIGITS = re.compile(r"\d+")
FIRST_LINES = 6
"""How many lines of a comment without telling markup are read for its head."""
_HEADS = frozenset(["dt", "h3", "h4", "h5", "p", "header"])
"""Elements that hold a comment's head and never its words."""
_SCHEMA = ("/comment", "/usercomments", "/answer")


@dataclass(slots=True, kw_only=True)
class Item:
    """One comment's element, widened to its wrapper; changes only while items are being found."""

    container: int
    start: int = -1
    """Where the comment begins if not with its element: its head stands in the element before it."""
    end: int = -1
    """Where it ends if not with its element: its words stand in the elements after it."""
    number: str = ""
    """What the markup calls it: the number in its id."""
    told_parent: str = ""
    """The number of the comment it answers, where its own markup says so."""
    around: int = -1
    """Index of the item whose element holds this one's, or -1."""
    tokens: frozenset[str] = frozenset()
    """The class tokens of all elements that were found to be this comment's."""
    is_forum: bool = False
    is_weak: bool = False
    """Only the word "post" and a number speak for it."""
    is_sure: bool = False
    """Its markup names it a comment by number or type."""
    opens_with_date: bool = False
    """No element of its own tells author or time, but a line at its beginning does."""
    authors: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    controls: list[int] = field(default_factory=list)


def _is_post(container: Container, name: str) -> bool:
    """Whether the element is numbered as posts of a thread are; a weblog's list of stories is as well."""
    if container.tag == "article":
        return False
    named = not container.tokens.isdisjoint(["post", "message", "reply", "windowbg"])
    return named or bool(_POST.fullmatch(name.casefold()))


@lru_cache(maxsize=8192)
def _class_of(tokens: frozenset[str], words: frozenset[str]) -> tuple[bool, bool, str, str]:
    """Whether class and id name a comment, or a forum's post; the number in them, and its parent's."""
    is_forum = bool(tokens & vocabulary("comment_forum").tokens)
    if (tokens & _NOT_ITEM and not is_forum and "comment" not in tokens) or any(
        token.endswith(("-form", "_form", "-respond")) for token in tokens
    ):
        return False, False, "", ""
    found = tokens & vocabulary("comment_item").tokens
    number, parent = "", ""
    for token in sorted(tokens):
        match = _NUMBERED.fullmatch(token) if _DIGITS.search(token) else None
        if (match and match["number"] not in ("1", "0")) or (match and is_forum):
            number, parent = match["number"], match["parent"] or ""
            if not token.startswith(("post", "p", "msg", "message")) or words & {"postbit", "postbody"}:
                break
    named = bool(found) or (
        not words & _NOT_WORDS and any(_STEM.search(token) and _ITEM.fullmatch(token) for token in tokens)
    )
    return named, is_forum, number, parent


def _told(container: Container) -> Item | None:
    """The item that this element alone announces."""
    if not container.tokens and not container.attributes:
        return None
    named, is_forum, number, parent = _class_of(container.tokens, container.words)
    told = dict(container.attributes)
    schema = told.get("itemtype", "").casefold()
    typed = schema.endswith(_SCHEMA) or told.get("itemprop") == "comment"
    if container.tag in _NEVER and not typed:
        return None
    post = told.get("data-pid", "")
    is_weak = not (named or is_forum) and bool(number) and _is_post(container, told.get("id", ""))
    is_forum = is_forum or is_weak or bool(post and typed)
    number = told.get("data-comment-id") or told.get("data-commentid") or number or post
    if not number and (named or is_forum) and told.get("id", "").isdigit():
        number = told["id"]
    has_number = bool(number) and bool(named or is_forum or "comment" in container.words)
    if not (named or is_forum or typed or has_number):
        return None
    return Item(
        container=-1,
        number=number,
        told_parent=parent or told.get("data-parent-id") or told.get("data-parent", ""),
        tokens=container.tokens,
        is_forum=is_forum,
        is_weak=is_weak,
        is_sure=(typed and not schema.endswith("/answer")) or has_number,
    )


@lru_cache(maxsize=4096)
def _is_digest(tokens: frozenset[str]) -> bool:
    """Whether the class names speak of a list of the newest or best comments of other pages."""
    return any(_DIGEST.search(token) for token in tokens)


def is_banned(container: Container) -> bool:
    """Whether the element is a form for comments, or a list of other pages' comments."""
    return bool(container.tokens & _BANNED) or _is_digest(container.tokens)


def candidates(reading: Reading, rows: frozenset[int]) -> tuple[list[Item], list[int]]:
    """Every element that may be a comment, and for each container the innermost of them that holds it.

    `rows` are elements that repetition alone shows to be comments; where there are some, no others count.
    """
    items: list[Item] = []
    owner: list[int] = []
    banned: list[bool] = []
    for index, container in enumerate(reading.document.containers):
        up = container.parent
        around = owner[up] if up >= 0 else -1
        ban = banned[up] if up >= 0 else False
        ban = ban or is_banned(container)
        banned.append(ban)
        item = None if ban else Item(container=index) if index in rows else None if rows else _told(container)
        if item:
            item.container, item.around = index, around
            items.append(item)
            owner.append(len(items) - 1)
        else:
            owner.append(around)
    return items, owner


def fill(reading: Reading, items: list[Item], owner: list[int]) -> None:
    """Give each item the elements of its own that may be author, time and text."""
    containers = reading.document.containers
    quoted = _quoted(reading)
    for index, container in enumerate(containers):
        if owner[index] < 0 or container.end <= container.start:
            continue
        item = items[owner[index]]
        if item.container == index:
            if item.around >= 0 and slots.text_score(container):
                items[item.around].texts.append(index)
            continue
        if not quoted[index]:
            if slots.author_score(container):
                item.authors.append(index)
            if slots.date_score(container) and slots.tells_time(container, reading.document):
                item.dates.append(index)
        if slots.text_score(container):
            item.texts.append(index)
        if slots.is_control(container):
            item.controls.append(index)
    first_inside = {item.around: containers[item.container].start for item in reversed(items)}
    for index, item in enumerate(items):
        if not item.dates:
            box = containers[item.container]
            item.opens_with_date = _opens_with_date(reading, box.start, first_inside.get(index, box.end))


def _opens_with_date(reading: Reading, start: int, end: int) -> bool:
    """Whether one of the first printed lines of the span holds a whole date."""
    text = reading.document.text[start : min(end, start + 400)]
    lines = [line for line in text.split("\n") if line.strip()][:FIRST_LINES]
    return any(slots.is_date(line, reading.document.language) for line in lines)


def _quoted(reading: Reading) -> list[bool]:
    """For each container, whether it stands in a quotation or in a form."""
    found: list[bool] = []
    for container in reading.document.containers:
        inside = container.parent >= 0 and found[container.parent]
        found.append(
            inside
            or "ipsquote" in container.tokens
            or "bbcodeblock" in container.tokens
            or bool(container.words & {"quote", "respond"})
            or "comment-form" in container.tokens
        )
    return found


def has_head(item: Item) -> bool:
    """Whether an author or a time of its own was found."""
    return bool(item.authors or item.dates or item.opens_with_date)


def merged(reading: Reading, items: list[Item]) -> dict[int, int]:
    """For each candidate the candidate that it is a part of, itself where it is a comment; -1 for none."""
    containers = reading.document.containers
    below: dict[int, list[int]] = {}
    for index, item in enumerate(items):
        below.setdefault(item.around, []).append(index)
    target = {index: index for index in range(len(items))}
    for index in reversed(range(len(items))):
        item = items[index]
        inner = [child for child in below.get(index, []) if target[child] == child]
        if has_head(item) or index not in below:
            continue
        heads = [child for child in inner if has_head(items[child])]
        if not heads:
            target[index] = -1 if any(target[child] < 0 for child in below.get(index, [])) else index
            continue
        first = heads[0]
        alone = not any(
            containers[items[child].container].parent == containers[items[first].container].parent
            and _alike(containers[items[child].container], containers[items[first].container])
            for child in heads[1:]
        )
        if alone and _same(item, items[first]):
            _absorb(item, items[first])
            target[first] = index
        else:
            target[index] = -1
    for index, item in enumerate(items):
        if target[index] != index or item.around < 0:
            continue
        outer = _real(target, item.around)
        if outer < 0:
            continue
        if (has_head(items[outer]) and not has_head(item) and not _differ(items[outer], item)) or (
            item.number and item.number == items[outer].number
        ):
            _absorb(items[outer], item)
            target[index] = outer
    return target


def _alike(one: Container, other: Container) -> bool:
    """Whether two neighbours are of one kind: same tag, and a class or a numbered id in common."""
    return one.tag == other.tag and not _kinds(one.tokens).isdisjoint(_kinds(other.tokens))


@lru_cache(maxsize=8192)
def _kinds(tokens: frozenset[str]) -> frozenset[str]:
    named = (_DIGITS.sub("#", token) for token in tokens)
    return frozenset(
        name for name in named if _ITEM.fullmatch(name.replace("#", "")) or "#" in name
    ) or frozenset([""])


def _same(outer: Item, inner: Item) -> bool:
    return not (outer.number and inner.number and outer.number != inner.number)


def _differ(outer: Item, inner: Item) -> bool:
    return bool(inner.is_sure and inner.number and inner.number != outer.number)


def _real(target: dict[int, int], index: int) -> int:
    while index >= 0 and target[index] != index:
        index = target[index]
    return index


def _absorb(item: Item, part: Item) -> None:
    item.number = item.number or part.number
    item.told_parent = item.told_parent or part.told_parent
    item.tokens |= part.tokens
    item.is_forum |= part.is_forum
    item.is_weak &= part.is_weak
    item.is_sure |= part.is_sure
    item.opens_with_date |= part.opens_with_date
    for mine, its in (
        (item.authors, part.authors),
        (item.dates, part.dates),
        (item.texts, part.texts),
        (item.controls, part.controls),
    ):
        mine.extend(its)
        mine.sort()


def items_of(reading: Reading, rows: frozenset[int] = frozenset()) -> list[Item]:
    """The comments' elements in page order, each with the item around it."""
    found, owner = candidates(reading, rows)
    if not found:
        return []
    fill(reading, found, owner)
    target = merged(reading, found)
    kept = [
        index for index in range(len(found)) if target[index] == index and _is_comment(reading, found[index])
    ]
    kept = [kept[index] for index in _without_strays([found[index] for index in kept])]
    place = {index: position for position, index in enumerate(kept)}
    for index in kept:
        outer = found[index].around
        while outer >= 0 and (_real(target, outer) not in place):
            outer = found[outer].around
        found[index].around = place[_real(target, outer)] if outer >= 0 else -1
    items = [found[index] for index in kept]
    _extend(reading, items)
    _reach_back(reading, items)
    return items


def _reach_back(reading: Reading, items: list[Item]) -> None:
    """Give items the element before theirs that has the same number: their head."""
    containers = reading.document.containers
    taken = {item.container for item in items}
    for item in items:
        box = containers[item.container]
        beside = reading.children[box.parent] if box.parent >= 0 else []
        place = bisect_left(beside, item.container)
        before = beside[place - 1] if place else -1
        if before < 0 or not item.number or before in taken:
            continue
        if any(token.endswith((f"-{item.number}", f"_{item.number}")) for token in containers[before].tokens):
            item.start = containers[before].start
            for inner in range(before, item.container):
                _note(reading, item, inner)


def _extend(reading: Reading, items: list[Item]) -> None:
    """Let items that hold a head alone, each beside the next, reach to the next one (a `dl`, flat rows)."""
    containers = reading.document.containers
    for index, item in enumerate(items):
        box = containers[item.container]
        head = [*item.authors, *item.dates]
        if box.tag not in _HEADS or item.texts or not (head or item.is_sure):
            continue
        follower = next(
            (
                containers[other.container].start
                for other in items[index + 1 :]
                if containers[other.container].parent == box.parent
            ),
            containers[box.parent].end if box.parent >= 0 else box.end,
        )
        item.end = follower
        if not item.authors:
            item.authors.append(item.container)
        for inner in range(item.container + 1, len(containers)):
            if containers[inner].start >= follower:
                break
            if containers[inner].start >= box.end:
                _note(reading, item, inner)


def _note(reading: Reading, item: Item, index: int) -> None:
    """Give the item one more element that may be author, time, text or control."""
    container = reading.document.containers[index]
    if slots.author_score(container):
        item.authors.append(index)
    if slots.date_score(container) and slots.tells_time(container, reading.document):
        item.dates.append(index)
    if slots.text_score(container):
        item.texts.append(index)
    if slots.is_control(container):
        item.controls.append(index)


def span_of(reading: Reading, item: Item) -> tuple[int, int]:
    """Where the comment begins and ends."""
    box = reading.document.containers[item.container]
    return item.start if item.start >= 0 else box.start, max(box.end, item.end)


def _is_comment(reading: Reading, item: Item) -> bool:
    container = reading.document.containers[item.container]
    has_words = bool(reading.document.text[container.start : container.end].strip())
    is_story = item.is_weak and _has_title(reading, item.container)
    return has_words and not is_story and (has_head(item) or item.is_sure)


def _has_title(reading: Reading, index: int) -> bool:
    """Whether a headline stands inside the element."""
    containers = reading.document.containers
    end = containers[index].end
    while index < len(containers) and containers[index].start < end:
        if containers[index].tag in ("h1", "h2"):
            return True
        index += 1
    return False


def _without_strays(items: list[Item]) -> list[int]:
    """Indexes of the items that stand the test of the others.

    A forum's advertisement has no number where its posts have one; a lone name without time or number is
    the box of the story's author.
    """
    numbered = sum(bool(item.number) for item in items)
    weak = sum(item.is_weak for item in items)
    lone = sum(not item.is_sure and not item.dates and not item.opens_with_date for item in items) < 2
    return [
        index
        for index, item in enumerate(items)
        if not (item.is_forum and not item.number and numbered > 0.7 * len(items))
        and not (item.is_weak and (weak < 2 or not (item.authors and (item.dates or item.opens_with_date))))
        and not (lone and not item.is_sure and not item.dates and not item.opens_with_date)
    ]


def own_spans(reading: Reading, items: list[Item]) -> Iterator[list[tuple[int, int]]]:
    """For each item the spans of its element that no item inside it holds."""
    inside: dict[int, list[tuple[int, int]]] = {}
    for item in items:
        inside.setdefault(item.around, []).append(span_of(reading, item))
    for index, item in enumerate(items):
        at, last = span_of(reading, item)
        spans = []
        for start, end in inside.get(index, []):
            if start > at:
                spans.append((at, start))
            at = max(at, end)
        if at < last:
            spans.append((at, last))
        yield spans
