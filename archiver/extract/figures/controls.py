"""Buttons and screen readers' labels beside a caption, and pictures that are buttons."""

import re
from functools import cache

from archiver.extract.words import vocabulary

LONGEST = 60
"""Longest control, in characters."""


_ICON = re.compile(
    r"(?:^|[/_.-])(?:logo|logos|icon|icons|avatar|avatars|gravatar|sprite|spacer|pixel|badge|button|btn|emoji|smiley|"
    r"favicon|missing[-_]image|no[-_]image|noimage|loader|loading|spinner|placeholder|blank|transparent|tracking|beacon|banner|ads?|adserver|doubleclick)(?:[/_.-]|\d|$)",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"/(?:icons?[-_])?(?:twitter|facebook|whatsapp|telegram|linkedin|pinterest|instagram|youtube|tiktok|reddit|e?mail|"
    r"print(?:er)?|share|line|rss|xing|pdf|zoom|lupe|close|arrow|cc(?:[-_]by[\w-]*)?|app[-_]?icon|app[-_]?store|google[-_]?play|x)"
    r"(?:[-_]?(?:logo|icon|white|black|color|round|famfamfam|\d+))*\.(?:png|svg|gif|webp)(?:$|[?#])",
    re.IGNORECASE,
)
"""A button's picture by the whole name of its file."""
_SPACER = re.compile(r"/\d{1,4}[_x]\d{1,4}\.(?:png|gif|svg)(?:$|[?#])")
"""What keeps a picture's place free until it is loaded, by a file's name that is its shape."""
_COUNT = re.compile(
    r"\s*(?:\w{3,6}\s)?\d{1,3}\s?(?:/|of|von|de|sur|di|van|av|z)\s?\d{1,3}\b[\s:.|–-]*(?=[^\W\d_])"
)
"""Which picture of how many a caption belongs to, before its words."""


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


def is_icon(url: str | None) -> bool:
    """Whether the address is of a button, a logo or a placeholder rather than of a picture."""
    return bool(url and (_ICON.search(url) or _BUTTON.search(url) or _SPACER.search(url)))


def control_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Controls at the beginning and at the end of a caption's text."""
    if is_control(text):
        return ((0, len(text)),)
    head = _head().match(text) or _COUNT.match(text)
    low = max(0, len(text) - LONGEST)
    tail = _tail().search(text, low)
    found = [(0, head.end())] if head and head.end() < len(text) else []
    if tail and tail.start() > 0:
        found.append((tail.start(), len(text)))
    return tuple(found)
