"""What a page says about a comment beside its words: who speaks, what became of it, how readers voted."""

import re

from archiver.extract.reading import Reading
from archiver.extract.thread_markup.candidates import Item
from archiver.extract.thread_markup.parts import Span
from archiver.extract.thread_markup.reach import span_of
from archiver.extract.words import vocabulary
from archiver.model.document import Container

_PINGBACK = re.compile(
    r"\s*(?:pingback|trackback|ping-?back|retroping|notificación de rastreo)\b", re.IGNORECASE
)
_VOTES = re.compile(r"\W{0,3}([+−-]?\d{1,7})\s*(?:points?|likes?|votes?|upvotes?|score|punkte?)?\W{0,3}")
_COUNTERS = frozenset(
    ["vote", "votes", "score", "likes", "like", "points", "upvote", "upvotes", "rating", "thumbs"]
)
_BADGES = frozenset(
    ["badge", "badges", "role", "label", "staff", "moderator", "editor", "rank", "flair", "banner"]
)
_BY_AUTHOR = frozenset(
    [
        "bypostauthor",
        "by-author",
        "author-comment",
        "is-author",
        "comment-by-author",
        "blog-author",
        "by-blog-author",
    ]
)
_STATES = (
    ("featured", ("featured", "editor-pick", "editors-pick", "highlighted-comment")),
    ("deleted", ("deleted", "removed-comment", "comment-removed", "is-removed")),
    ("pending", ("unapproved", "awaiting", "pending")),
)
LONGEST_BADGE = 40
"""Characters of a badge or of a number of votes."""


def marks(reading: Reading, item: Item, words: tuple[Span, ...]) -> tuple[str, ...]:
    """The comment's marks, for example author, editor, featured, deleted, pending, pingback."""
    text = reading.document.text
    tokens = item.tokens
    found = []
    if tokens & {"pingback", "trackback"} or (words and _PINGBACK.match(text, words[0][0])):
        found.append("pingback")
    authors = frozenset[str]().union(*(reading.document.containers[index].tokens for index in item.authors))
    if (tokens | authors) & _BY_AUTHOR:
        found.append("author")
    found += _answers(reading.document.containers[item.container], tokens)
    inner = list(_inside(reading, item))
    if any(_is_badge(reading, box) for box in inner):
        found.append("editor")
    tokens = tokens.union(*(box.tokens for box in inner if "moderation" in box.words))
    found += [mark for mark, parts in _STATES if any(part in token for token in tokens for part in parts)]
    if "deleted" not in found and is_deleted(reading, words):
        found.append("deleted")
    return tuple(found)


def _answers(box: Container, tokens: frozenset[str]) -> list[str]:
    """Whether it answers the page's question, where others only comment, and whether that was accepted."""
    told = box.attribute("itemprop").casefold()
    if not (box.attribute("itemtype").casefold().endswith("/answer") or told.endswith("answer")):
        return []
    accepted = told == "acceptedanswer" or any("accepted" in token for token in tokens)
    return ["answer", "accepted"] if accepted else ["answer"]


def _inside(reading: Reading, item: Item) -> list[Container]:
    """The elements of the comment's own controls and authors."""
    containers = reading.document.containers
    start, end = span_of(reading, item)
    return [containers[index] for index in item.controls if start <= containers[index].start < end]


def _is_badge(reading: Reading, box: Container) -> bool:
    words = reading.document.text[box.start : box.end].strip()
    return (
        0 < len(words) <= LONGEST_BADGE
        and not _BADGES.isdisjoint(box.words)
        and vocabulary("comment_badge").is_line(words)
    )


def is_deleted(reading: Reading, words: tuple[Span, ...]) -> bool:
    """Whether a notice stands in the place of the comment's words."""
    said = " ".join(reading.document.text[start:end].strip() for start, end in words)
    return 0 < len(said) <= 120 and vocabulary("comment_deleted").is_line(said)


def votes(reading: Reading, item: Item) -> int | None:
    """How many votes the page prints for the comment."""
    for box in _inside(reading, item):
        if _COUNTERS.isdisjoint(box.words) or box.end - box.start > LONGEST_BADGE:
            continue
        match = _VOTES.fullmatch(reading.document.text[box.start : box.end].strip())
        if match:
            return int(match[1].replace("−", "-"))
    return None
