"""The elements of a page that may name a comment's author, tell its time, or hold its words."""

import re
from functools import lru_cache

from archiver.extract import times
from archiver.extract.words import fold, vocabulary
from archiver.model.document import Container, Document

LONGEST_NAME = 100
"""Characters of an element that may hold an author's name and what stands around it."""
LONGEST_BOX = 400
"""The same where the class leaves no doubt."""
LONGEST_TIME = 140
"""Characters of an element that may tell a comment's time."""
MACHINE_DATES = (
    "datetime",
    "content",
    "pubdate",
    "data-timestamp",
    "data-time",
    "data-utc",
    "data-date",
    "data-datetime",
    "data-tippy-content",
    "title",
)
_TEXT_NAME = re.compile(
    "(?:content|text|body|msg|message|txt|texte|testo|texto|inhalt|tekst|description|copy|prose|paragraph)"
    r"(?:[-_]*(?:inner|wrap|wrapper|container|box|area|html|\d[\da-f_-]*))?$"
)
_DIGIT = re.compile(r"\d")
_FIELDS = frozenset(["field", "form", "label", "group", "image", "meta", "posts", "reply"])
"""Words that stand beside an author's name as well as around a comment's text."""
_AUTHOR_PROPERTIES = frozenset(["author", "creator", "name"])
_DATE_PROPERTIES = frozenset(["datepublished", "datecreated", "commenttime", "uploaddate"])
_TEXT_PROPERTIES = frozenset(["text", "commenttext", "articlebody", "reviewbody", "description"])


@lru_cache(maxsize=4096)
def _author_class(tokens: frozenset[str], words: frozenset[str]) -> int:
    names, portraits = vocabulary("comment_author"), vocabulary("comment_portrait")
    exact = tokens & names.tokens
    if exact & {"fn", "username", "hnuser"} or any(
        token.endswith(("author-name", "author_name")) for token in exact
    ):
        return 5
    if words & portraits.words and not exact:
        return 0
    if exact:
        return 4
    return 2 if words & names.words else 0


def author_score(container: Container) -> int:
    """How surely the element names an author: 0 not at all, 7 by its property."""
    length = container.end - container.start
    if length > LONGEST_BOX:
        return 0
    told = container.attribute("itemprop").casefold()
    if told in _AUTHOR_PROPERTIES:
        return 7 if told == "name" else 6
    if container.attribute("rel") == "author":
        return 5
    if container.tag == "cite":
        return 4
    score = _author_class(container.tokens, container.words)
    return score if length <= LONGEST_NAME or score > 3 else 0


@lru_cache(maxsize=4096)
def _date_class(tokens: frozenset[str], words: frozenset[str]) -> int:
    found = vocabulary("comment_date")
    return 2 if tokens & found.tokens else 1 if words & found.words else 0


def date_score(container: Container) -> int:
    """How surely the element tells a time: 0 not at all, 4 by its name or property."""
    if container.end - container.start > LONGEST_TIME:
        return 0
    if container.tag == "time" or container.attribute("itemprop").casefold() in _DATE_PROPERTIES:
        return 4
    if container.tag == "abbr" and container.attribute("title"):
        return 3
    title = container.attribute("title")
    told = 2 if title and len(title) < 60 and any(char.isdigit() for char in title) else 0
    return max(told, _date_class(container.tokens, container.words))


def tells_time(container: Container, document: Document) -> bool:
    """Whether the element's words or attributes do tell a time: a date, or a time relative to a lost one."""
    words = document.text[container.start : container.end]
    return (
        is_date(words, document.language)
        or any(times.machine(value) for name, value in container.attributes if name in MACHINE_DATES)
        or (date_score(container) > 3 and bool(words.strip()))
        or _is_relative(container.words, words)
    )


def is_date(words: str, language: str | None) -> bool:
    """Whether the words hold a whole date, in whichever order of day and month."""
    if len(words) > times.LONGEST_PRINTED or len(_DIGIT.findall(words)) < 3:
        return False
    return any(times.read(words, order=order, language=language) for order in times.Order)


def _is_relative(names: frozenset[str], words: str) -> bool:
    named = names & {
        "date",
        "time",
        "timestamp",
        "datetime",
        "ago",
        "when",
        "moment",
        "posted",
        "age",
        "hour",
        "relative",
    }
    return len(words) <= 60 and (
        (bool(named) and any(char.isdigit() for char in words))
        or vocabulary("comment_date").begins(words.strip())
    )


@lru_cache(maxsize=4096)
def _text_class(tokens: frozenset[str], words: frozenset[str]) -> int:
    if tokens & vocabulary("comment_text").tokens:
        return 2
    if words & vocabulary("comment_portrait").words - _FIELDS:
        return 0
    return 1 if any(_TEXT_NAME.search(token) for token in tokens) else 0


def text_score(container: Container) -> int:
    """How surely the element holds a comment's words: 0 not at all, 3 by its property."""
    if container.attribute("itemprop").casefold() in _TEXT_PROPERTIES:
        return 3
    return _text_class(container.tokens, container.words)


@lru_cache(maxsize=4096)
def _control_class(tokens: frozenset[str], words: frozenset[str]) -> bool:
    found = vocabulary("comment_controls")
    return bool(tokens & found.tokens or words & found.words)


def is_control(container: Container) -> bool:
    """Whether the element is a control around a comment's words."""
    return container.tag in ("button", "form", "nav") or _control_class(container.tokens, container.words)


def is_control_line(line: str) -> bool:
    """Whether the whole line is a control's label, or nothing but marks that part labels."""
    bare = line.strip()
    if not bare.strip("|·•↓↑#-–—/»«<>×+ "):
        return True
    return bool(fold(bare)) and vocabulary("comment_controls").is_line(bare)
