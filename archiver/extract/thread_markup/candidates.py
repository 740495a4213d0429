"""Finds the elements that may hold one reader's comment each, by class, id and type."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from archiver.extract.reading import Reading
from archiver.extract.thread_markup import slots
from archiver.extract.words import vocabulary
from archiver.model.document import Container

_STEMS = (
    "comment|cmt|kommentar|commento|comentario|commentaire|reactie|komentarz|koment|yorum|reply|answer|response"
    "|respuesta"
)
_STEM = re.compile(_STEMS)
_HINT = re.compile(rf"\d|{_STEMS}")
_KINDS = (
    "item|node|card|box|entry|single|row|block|wrap|wrapper|container|inner|unit|list-?item|article|root"
    "|main|panel"
)
_SECTIONS = "tone|type|section|pillar|category|channel|theme|template|format|layout|topic|kicker|vertical"
"""Before the word "comment" they name a newspaper's pages of opinion."""
_ITEM = re.compile(
    rf"(?!.*\b(?:{_SECTIONS})[-_])(?:[a-z]+[-_]{{1,2}}){{0,3}}(?:(?:{_STEMS})(?:[-_]{{1,2}}(?:{_KINDS})|item|box|node)?"
    rf"|comments[-_]{{1,2}}(?:item|node|card|entry|single|list-?item|row))(?:[-_]*\d[\da-f_-]*)?"
)
_GLUED = re.compile(
    r"(?!(?:no|add|post|write|leave|read|show|new|view|load|to|has|with|last|all)c)[a-z]{2,8}comment"
)
"""One word of a house's own name and "comment"."""
_NUMBERED = re.compile(
    r"(?:(?:[a-z]+[-_]{0,2}){0,3}(?:comment|comm|cmt|kommentar|komentarz|koment|reply|post|msg|message|pid|answer|entry|discussion|dsq-comment|isso|tid|t1)"
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
_IDS = ("data-comment-id", "data-commentid", "data-reply-id")
_TELLING = frozenset(["itemtype", "itemprop", "data-pid", *_IDS])
"""Attributes by which an element without a telling name may be a comment."""
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
    named = not container.tokens.isdisjoint(["post", "message", "msg", "reply", "windowbg"])
    is_message = container.tag == "li" and "message" in container.words
    return named or is_message or bool(_POST.fullmatch(name.casefold()))


@lru_cache(maxsize=8192)
def _number(token: str) -> tuple[str, str] | None:
    """The number in a name for one comment, and its parent's."""
    match = _NUMBERED.fullmatch(token) if _DIGITS.search(token) else None
    return (match["number"], match["parent"] or "") if match else None


@lru_cache(maxsize=8192)
def _is_item(token: str) -> bool:
    """Whether the class name is one for a comment's element."""
    return bool(_STEM.search(token) and (_ITEM.fullmatch(token) or _GLUED.fullmatch(token)))


@lru_cache(maxsize=8192)
def _class_of(tokens: frozenset[str], words: frozenset[str]) -> tuple[bool, bool, str, str]:
    """Whether class and id name a comment, or a forum's post; the number in them, and its parent's."""
    names, forum = vocabulary("comment_item").tokens, vocabulary("comment_forum").tokens
    is_forum = bool(tokens & forum)
    if (tokens & _NOT_ITEM and not is_forum and "comment" not in tokens) or any(
        token.endswith(("-form", "_form", "-respond")) for token in tokens
    ):
        return False, False, "", ""
    found = tokens & names
    number, parent = "", ""
    for token in sorted(tokens):
        told = _number(token)
        if (told and told[0] not in ("1", "0")) or (told and is_forum):
            number, parent = told
            if not token.startswith(("post", "p", "msg", "message")) or words & {"postbit", "postbody"}:
                break
    named = bool(found) or (not words & _NOT_WORDS and any(map(_is_item, tokens)))
    return named, is_forum, number, parent


def _told(container: Container) -> Item | None:
    """The item that this element alone announces."""
    named, is_forum, number, parent = _class_of(container.tokens, container.words)
    is_named = named or is_forum or number
    if not is_named and (not container.attributes or _TELLING.isdisjoint(dict(container.attributes))):
        return None
    told = dict(container.attributes)
    schema = told.get("itemtype", "").casefold()
    typed = schema.endswith(_SCHEMA) or told.get("itemprop") == "comment"
    if container.tag in _NEVER and not typed:
        return None
    post = told.get("data-pid", "")
    is_weak = not (named or is_forum) and bool(number) and _is_post(container, told.get("id", ""))
    is_forum = is_forum or is_weak or bool(post and typed)
    held = next((told[name] for name in _IDS if told.get(name)), "")
    named = named or (held.isdigit() and told.get("id", "").endswith(held))
    number = held or number or post
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


@lru_cache(maxsize=8192)
def _bans(token: str) -> bool:
    """Whether the class name is that of a form, or of the newest or best comments of other pages."""
    return token in _BANNED or _DIGEST.search(token) is not None


def banned_elements(reading: Reading) -> list[int]:
    """The indexes of the forms for comments, and of the lists of other pages' comments, in page order."""
    return reading.where(tokens=set(filter(_bans, reading.tokens)))


@lru_cache(maxsize=8192)
def _hints(token: str) -> bool:
    """Whether the class name may be that of a comment."""
    return _HINT.search(token) is not None


def _hopes(reading: Reading) -> list[int]:
    """The indexes of the containers that may announce a comment, in page order."""
    named = vocabulary("comment_item").tokens | vocabulary("comment_forum").tokens
    return reading.where(attributes=_TELLING, tokens=named.union(filter(_hints, reading.tokens)))


def candidates(reading: Reading, rows: frozenset[int]) -> tuple[list[Item], list[int]]:
    """Every element that may be a comment, and for each container the innermost of them that holds it.

    `rows` are elements that repetition alone shows to be comments; where there are some, no others count.
    """
    containers = reading.document.containers
    told = {
        index: Item(container=index) if rows else _told(containers[index])
        for index in rows or _hopes(reading)
    }
    if not any(told.values()):
        return [], []
    items: list[Item] = []
    owner: list[int] = []
    banned: list[bool] = []
    bans = frozenset(reading.once(banned_elements))
    for index, container in enumerate(containers):
        up = container.parent
        around = owner[up] if up >= 0 else -1
        ban = banned[up] if up >= 0 else False
        ban = ban or index in bans
        banned.append(ban)
        item = None if ban else told.get(index)
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
        note(reading, item, index, is_quoted=quoted[index])
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


def note(reading: Reading, item: Item, index: int, *, is_quoted: bool = False) -> None:
    """Give the item one more element that may be author, time, text or control.

    What `is_quoted` names another's author and time.
    """
    container = reading.document.containers[index]
    if not is_quoted:
        if slots.author_score(container):
            item.authors.append(index)
        if slots.date_score(container) and slots.tells_time(container, reading.document):
            item.dates.append(index)
    if slots.text_score(container):
        item.texts.append(index)
    if slots.is_control(container):
        item.controls.append(index)


def alike(one: Container, other: Container) -> bool:
    """Whether two neighbours are of one kind: same tag, and a class or a numbered id in common."""
    return one.tag == other.tag and not _kinds(one.tokens).isdisjoint(_kinds(other.tokens))


@lru_cache(maxsize=8192)
def _kinds(tokens: frozenset[str]) -> frozenset[str]:
    named = (_DIGITS.sub("#", token) for token in tokens)
    return frozenset(
        name for name in named if _ITEM.fullmatch(name.replace("#", "")) or "#" in name
    ) or frozenset([""])
