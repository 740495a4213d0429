"""Front matter: one key a line, each value JSON, which is YAML that anything can read."""

import json
import re
from collections.abc import Mapping
from typing import Any

from archiver.content.front_yaml import read_yaml
from archiver.content.keys import KEYS, checked
from archiver.content.problem import problem

_HIDDEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff9-\uffff]"
    r"|(?<=\{)[{%#]"
)
FENCE = "---"


def write_front(values: Mapping[str, Any]) -> str:
    """The front matter between its fences; empty values are left out, but for the title."""
    lines = [FENCE]
    for key in KEYS:
        value = values.get(key)
        if key == "title" or (
            value not in ("", None, (), [], {}, False) or (value == 0 and key == "comments_declared")
        ):
            lines.append(f"{key}: {_json(value)}")
    return "\n".join([*lines, FENCE, ""])


def _json(value: Any) -> str:
    written = json.dumps(value, ensure_ascii=False)
    return _HIDDEN.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def split(text: str, path: str) -> tuple[str, str, int]:
    """Front matter, body, and the 1-based line on which the body begins."""
    if not text.startswith("---\n"):
        raise problem(
            path, 1, "the file does not begin with front matter", "begin it with a line of three hyphens"
        )
    end = text.find("\n---\n", 3)
    if end < 0 and text.endswith("\n---"):
        end = len(text) - 4
    if end < 0:
        raise problem(path, 1, "the front matter has no end", "close it with a line of three hyphens")
    front, body = text[4 : end + 1], text[end + 5 :]
    return front, body, text.count("\n", 0, end + 5) + 1


def read_front(front: str, path: str) -> dict[str, Any]:
    """The values by key, each of the type that its key has; keys that are not there are left out.

    Raises:
        ContentError: A key is unknown or written twice, or a value is not what its key holds.

    """
    values = _fast(front)
    return read_yaml(front, path) if values is None else values


def _fast(front: str) -> dict[str, Any] | None:
    """The values if every line is as we write it; None leaves the work to the YAML reader."""
    values: dict[str, Any] = {}
    try:
        for line in front.split("\n"):
            if line:
                key, _, written = line.partition(": ")
                if key not in KEYS or key in values:
                    return None
                values[key] = json.loads(written)
                if not checked(KEYS[key], values[key]):
                    return None
    except (ValueError, RecursionError):
        return None
    return values
