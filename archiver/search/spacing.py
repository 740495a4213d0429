"""Spaces between the characters of scripts that are written without them.

Pagefind parts words at spaces. Chinese and Japanese have none, so a whole sentence would be one word and
nothing inside it could be found. Each character becomes a word; the search page does the same to a query.
"""

import re

_UNSPACED = (
    "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U00020000-\U0003ffff"
)
_CHARACTER = re.compile(f"[{_UNSPACED}]")
_CHARACTER_OR_TAG = re.compile(f"<[^>]*>|[{_UNSPACED}]")


def spaced(text: str) -> str:
    """The text with a space on both sides of each such character; other text is unchanged."""
    return _CHARACTER.sub(r" \g<0> ", text)


def spaced_html(html: str) -> str:
    """The same for the words of safe HTML, whose attribute values hold no bare `>`; tags stay."""
    if not _CHARACTER.search(html):
        return html
    return _CHARACTER_OR_TAG.sub(lambda found: found[0] if found[0][0] == "<" else f" {found[0]} ", html)
