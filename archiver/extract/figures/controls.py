"""Buttons and screen readers' labels beside a caption."""

import re
from functools import cache

from archiver.extract.words import vocabulary

LONGEST = 60
"""Longest control, in characters."""


@cache
def _head() -> re.Pattern[str]:
    starts = sorted(vocabulary("caption_control").starts, key=len, reverse=True)
    return re.compile(rf"\s*(?:{'|'.join(map(re.escape, starts))})\s*[,:،、]\s*", re.IGNORECASE)


@cache
def _tail() -> re.Pattern[str]:
    ends = sorted(vocabulary("caption_control").tokens, key=len, reverse=True)
    several = "|".join(re.escape(end) for end in ends if " " in end)
    single = "|".join(re.escape(end.capitalize()) for end in ends if " " not in end)
    return re.compile(rf"(?:(?:\s+|(?<=[\w.)]))(?:(?i:{several}))|\s+(?:{single}))[\s>›»…]*\Z")


def is_control(text: str) -> bool:
    """Whether the whole text is a button's or a label's."""
    return len(text) <= LONGEST and vocabulary("caption_control").is_line(text)


def control_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Controls at the beginning and at the end of a caption's text."""
    if is_control(text):
        return ((0, len(text)),)
    head = _head().match(text)
    low = max(0, len(text) - LONGEST)
    tail = _tail().search(text, low)
    found = [(0, head.end())] if head and head.end() < len(text) else []
    if tail and tail.start() > 0:
        found.append((tail.start(), len(text)))
    return tuple(found)
