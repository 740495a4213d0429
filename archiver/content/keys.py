"""The keys of the front matter, in their order, and what each of them holds."""

from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from archiver.content.problem import problem
from archiver.errors import ContentError


class Kind(StrEnum):
    """What a key holds, in the words of its error message."""

    TEXT = "text"
    TEXTS = "a list of texts"
    COUNT = "a whole number from 0"
    FLAG = "true or false"
    CREDITS = "a list of credits, each with a text"
    MAP = "a mapping of texts to texts"


KEYS: dict[str, Kind] = {
    "title": Kind.TEXT,
    "standfirst": Kind.TEXT,
    "authors": Kind.TEXTS,
    "agency": Kind.TEXT,
    "dateline": Kind.TEXT,
    "date": Kind.TEXT,
    "modified": Kind.TEXT,
    "section": Kind.TEXT,
    "tags": Kind.TEXTS,
    "language": Kind.TEXT,
    "url": Kind.TEXT,
    "site": Kind.TEXT,
    "image": Kind.TEXT,
    "paywalled": Kind.FLAG,
    "source": Kind.TEXT,
    "sha256": Kind.TEXT,
    "captured_at": Kind.TEXT,
    "media_type": Kind.TEXT,
    "extractor": Kind.TEXT,
    "capture_url": Kind.TEXT,
    "comments_declared": Kind.COUNT,
    "comments_captured": Kind.COUNT,
    "comment_pages_missing": Kind.COUNT,
    "embeds_missing": Kind.COUNT,
    "credits": Kind.CREDITS,
    "evidence": Kind.MAP,
    "ledger_sha256": Kind.TEXT,
}


def checked(kind: Kind, value: Any) -> bool:
    """True if the value is what the kind says."""
    match kind:
        case Kind.TEXT:
            return isinstance(value, str)
        case Kind.TEXTS:
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        case Kind.COUNT:
            return isinstance(value, int) and not isinstance(value, bool) and value >= 0
        case Kind.FLAG:
            return isinstance(value, bool)
        case Kind.CREDITS:
            return isinstance(value, list) and all(
                checked(Kind.MAP, item) and "text" in item for item in value
            )
        case Kind.MAP:
            return isinstance(value, dict) and all(isinstance(v, str) for pair in value.items() for v in pair)


def unknown(key: str, path: str, line: int) -> ContentError:
    """The error for a key that the front matter does not have."""
    near = get_close_matches(key[:80], KEYS, n=1, cutoff=0.5)
    hint = f"did you mean `{near[0]}`?" if near else f"the keys are {', '.join(KEYS)}"
    return problem(path, line, f"unknown key `{key[:80]}`", hint, "front-matter-key")
