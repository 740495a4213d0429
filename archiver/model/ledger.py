"""Where every visible character of a capture went, and which rule sent it there."""

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """The places where a word of a capture can end; there is no other."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CAPTION = "caption"
    CREDIT = "credit"
    COMMENT = "comment"
    METADATA = "metadata"
    REMOVED = "removed"


class Entry(NamedTuple):
    """One run of words with one fate; the entries in order are the capture's visible text."""

    role: Role
    rule: str
    """Name of the rule that claimed the words."""
    text: str
    """The words as they stand in the capture, line breaks included."""
    line: int | None = None
    """1-based line of the capture, where one is known."""
    reason: str = ""
    """What the rule saw, in a few words."""
    about: str = ""
    """What the words belong to, for example `comment 12` or `figure 2`."""
