"""One post as JSON holds it: what an object of it says under the many names that fields have."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from archiver.text import clean, squash

LONGEST_NAME = 80
"""Characters of an author's name."""


def _keys(names: str) -> tuple[str, ...]:
    return tuple(names.split())


_WORDS = _keys(
    """cooked body_html bodyHtml bodyHTML contentHtml content_html html rendered comment_html body
    content text message articleBody commentText comment_text commentBody comment_body postText
    raw"""
)
DATES = _keys(
    """created_at createdAt dateCreated datePublished date_published published_at publishedAt posted_at
    postedAt created_utc createdDate created_date creationDate created date_gmt date timestamp
    published posted"""
)
_AUTHORS = _keys(
    """username userName user_name author_name authorName author user displayName display_name nickname
    poster creator postedBy posted_by createdBy created_by owner commenter"""
)
_FIELDS_OF_AUTHORS = frozenset(_AUTHORS)
_NAMES = _keys("name username displayName display_name userName user_name nickname login screen_name")
_IDS = _keys("post_number id comment_id commentId post_id postId @id")
_PARENTS = _keys(
    """reply_to_post_number parent_id parentId parent_comment_id parentCommentId parent reply_to
    replyTo in_reply_to inReplyTo"""
)
HINT = re.compile(rf"\b(?:{'|'.join(DATES)})\\*(?:\"|&quot;|&#34;)\s?:")
"""A page whose source does not match holds no post."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One post as the JSON holds it; `words` is HTML or plain text, `number` and `parent` are digits."""

    words: str
    author: str = ""
    date: str = ""
    number: str = ""
    parent: str = ""


def read_post(value: Mapping[str, Any], around: str) -> Post | None:
    """The post that the object is, an answer to the one around it; None if it lacks words, date or author."""
    if _FIELDS_OF_AUTHORS.isdisjoint(value):
        return None
    words = next(
        (said for key in _WORDS if (said := _string(value.get(key), ("rendered", "html", "text")))), ""
    )
    date = next((told for key in DATES if (told := _date(value.get(key)))), "")
    if not words or not date:
        return None
    names = (squash(clean(_string(value.get(key), _NAMES))) for key in _AUTHORS)
    author = next((name for name in names if 0 < len(name) <= LONGEST_NAME and not name.isdigit()), "")
    # Where no field tells one, the object's own identity does until the posts are numbered.
    number = next((told for key in _IDS if (told := _id(value.get(key)))), f"object {id(value)}")
    parent = next((told for key in _PARENTS if (told := _id(value.get(key)))), "")
    return Post(words=clean(words), author=author, date=date, number=number, parent=parent or around)


def _string(value: Any, keys: tuple[str, ...]) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, dict):
        value = next((value[key] for key in keys if isinstance(value.get(key), str) and value[key]), "")
    return value.strip() if isinstance(value, str) else ""


def _id(value: Any) -> str:
    value = value.get("id") if isinstance(value, dict) else value
    return str(value)[:200] if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _date(value: Any) -> str:
    """A date as it is told, or, of seconds or milliseconds since 1970, in ISO 8601."""
    if isinstance(value, str):
        is_date = 8 <= len(value) <= 40 and sum(char.isdigit() for char in value) >= 6
        return squash(clean(value)) if is_date else ""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    seconds = value / 1000 if value > 1e11 else value
    return datetime.fromtimestamp(seconds, UTC).isoformat("T", "seconds") if 5e8 < seconds < 5e9 else ""
