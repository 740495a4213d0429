"""Finds the elements that hold one reader's comment each, and which of them stand inside others."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from archiver.extract.reading import Reading
from archiver.extract.threads import slots
from archiver.extract.words import vocabulary
from archiver.model.document import Container

_STEMS = (
    "comment|cmt|kommentar|commento|comentario|commentaire|reactie|komentarz|koment|yorum|reply|answer|response"
    "|respuesta|opinion"
)
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
_BANNED = frozenset(["respond", "comment-form", "commentform", "comment-respond", "recentcomments", "recent-comments"])
_NOT_WORDS = frozenset(["form", "respond", "recent", "latest", "widget", "related", "teaser", "count", "link", "links", "children"])
_DIGEST = re.compile(
    "(?:recent|latest|newest|last|popular|top)[-_]?(?:disqus[-_]?)?(?:comment|kommentar|commentaire|comentario)s?"
)
_DIGITS = re.compile(r"\d+")
FIRST_LINES = 4
"""How many lines of a comment without telling markup are read for its head."""
_SCHEMA = ("/comment", "/usercomments", "/answer")


@dataclass(slots=True, kw_only=True)
class Item:
    """One comment's element, widened to its wrapper; changes only while items are being found."""

    container: int
    number: str = ""
    """What the markup calls it: the number in its id."""
    told_parent: str = ""
    """The number of the comment it answers, where its own markup says so."""
    around: int = -1
    """Index of the item whose element holds this one's, or -1."""
    tokens: frozenset[str] = frozenset()
    """The class tokens of all elements that were found to be this comment's."""
    is_forum: bool = False
    is_sure: bool = False
    """Its markup names it a comment by number or type."""
    opens_with_date: bool = False
    """No element of its own tells author or time, but a line at its beginning does."""
    authors: list[int] = field(default_factory=list)
    dates: list[int] = field(default_factory=list)
    texts: list[int] = field(default_factory=list)
    controls: list[int] = field(default_factory=list)


@lru_cache(maxsize=8192)
def _class_of(tokens: frozenset[str], words: frozenset[str]) -> tuple[bool, bool, str, str]:
    """Whether class and id name a comment, or a forum's post; the number in them, and its parent's."""
    if (tokens & _NOT_ITEM and "comment" not in tokens) or any(token.endswith(("-form", "_form", "-respond")) for token in tokens):
        return False, False, "", ""
    found = tokens & vocabulary("comment_item").tokens
    is_forum = bool(tokens & vocabulary("comment_forum").tokens)
    number, parent = "", ""
    for token in sorted(tokens):
        match = _NUMBERED.fullmatch(token)
        if match and match["number"] not in ("1", "0") or (match and is_forum):
            number, parent = match["number"], match["parent"] or ""
            if not token.startswith(("post", "p", "msg", "message")) or words & {"postbit", "postbody"}:
                break
    named = bool(found) or (not words & _NOT_WORDS and any(_ITEM.fullmatch(token) for token in tokens))
    return named, is_forum, number, parent


def _told(container: Container) -> Item | None:
    """The item that this element alone announces."""
    if not container.tokens and not container.attributes:
        return None
    named, is_forum, number, parent = _class_of(container.tokens, container.words)
    typed = container.attribute("itemtype").casefold().endswith(_SCHEMA) or container.attribute("itemprop") == "comment"
    number = container.attribute("data-comment-id") or container.attribute("data-commentid") or number
    has_number = bool(number) and bool(named or is_forum or "comment" in container.words)
    if container.tag in ("a", "form", "label", "button", "input", "time", "span", "h1", "h2", "h3", "body", "main") and not typed:
        return None
    if not (named or is_forum or typed or has_number):
        return None
    return Item(
        container=-1,
        number=number,
        told_parent=parent or container.attribute("data-parent-id") or container.attribute("data-parent"),
        tokens=container.tokens,
        is_forum=is_forum and not named,
        is_sure=typed or has_number,
    )


@lru_cache(maxsize=4096)
def _is_digest(tokens: frozenset[str]) -> bool:
    """Whether the class names speak of a list of the newest or best comments of other pages."""
    return any(_DIGEST.search(token) for token in tokens)


def candidates(reading: Reading) -> tuple[list[Item], list[int]]:
    """Every element that may be a comment, and for each container the innermost of them that holds it."""
    items: list[Item] = []
    owner: list[int] = []
    banned: list[bool] = []
    for index, container in enumerate(reading.document.containers):
        up = container.parent
        around = owner[up] if up >= 0 else -1
        ban = banned[up] if up >= 0 else False
        ban = ban or bool(container.tokens & _BANNED) or _is_digest(container.tokens)
        banned.append(ban)
        item = None if ban else _told(container)
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
    nested = {item.around for item in items}
    for index, item in enumerate(items):
        if index not in nested and not has_head(item):
            item.opens_with_date = _opens_with_date(reading, containers[item.container])


def _opens_with_date(reading: Reading, container: Container) -> bool:
    """Whether one of the element's first printed lines holds a whole date."""
    text = reading.document.text[container.start : min(container.end, container.start + 400)]
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
    return frozenset(name for name in named if _ITEM.fullmatch(name.replace("#", "")) or "#" in name) or frozenset([""])


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
    item.is_sure |= part.is_sure
    item.opens_with_date |= part.opens_with_date
    for mine, its in ((item.authors, part.authors), (item.dates, part.dates), (item.texts, part.texts), (item.controls, part.controls)):
        mine.extend(its)
        mine.sort()


def items_of(reading: Reading) -> list[Item]:
    """The comments' elements in page order, each with the item around it."""
    found, owner = candidates(reading)
    if not found:
        return []
    fill(reading, found, owner)
    target = merged(reading, found)
    kept = [index for index in range(len(found)) if target[index] == index and _is_comment(reading, found[index])]
    place = {index: position for position, index in enumerate(kept)}
    for index in kept:
        outer = found[index].around
        while outer >= 0 and (_real(target, outer) not in place):
            outer = found[outer].around
        found[index].around = place[_real(target, outer)] if outer >= 0 else -1
    return [found[index] for index in kept]


def _is_comment(reading: Reading, item: Item) -> bool:
    container = reading.document.containers[item.container]
    has_words = bool(reading.document.text[container.start : container.end].strip())
    return has_words and (has_head(item) or item.is_sure)


def own_spans(reading: Reading, items: list[Item]) -> Iterator[list[tuple[int, int]]]:
    """For each item the spans of its element that no item inside it holds."""
    containers = reading.document.containers
    inside: dict[int, list[tuple[int, int]]] = {}
    for item in items:
        box = containers[item.container]
        inside.setdefault(item.around, []).append((box.start, box.end))
    for index, item in enumerate(items):
        box = containers[item.container]
        at, spans = box.start, []
        for start, end in inside.get(index, []):
            if start > at:
                spans.append((at, start))
            at = max(at, end)
        if at < box.end:
            spans.append((at, box.end))
        yield spans
