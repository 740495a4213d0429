"""What an element is when its name does not say: a caption by its class, an entry by what stands in it."""

import re
from functools import lru_cache
from itertools import islice

from archiver.parse.html.names import HEADINGS, named
from archiver.parse.html.tree import Node

_CAPTION = re.compile(r"caption|(?:^|[\s_-])legend(?:[\s_-]|$)", re.IGNORECASE)
_NO_CAPTION = re.compile(
    r"captions?[-_]?(?:track|off|on|button|toggle|container|wrap\w*)|has-caption|with-caption", re.IGNORECASE
)
_NOT_IN_CAPTION = named("img figcaption amp-img picture figure video iframe ul ol table")
_ENTRY = named("time article header") | HEADINGS.keys()
LONGEST_CAPTION = 1500
"""Longest text, in characters, that an element named caption may have to be one."""
_FAR = 400
"""How many nodes inside an element are looked at."""
_NEAR = 30
"""How many nodes at the beginning of a list item are looked at."""


@lru_cache(maxsize=4096)
def is_called_caption(classes: str) -> bool:
    """Whether the class says that the element is the caption of a picture."""
    return bool(_CAPTION.search(classes)) and not _NO_CAPTION.search(classes)


def is_caption(element: Node) -> bool:
    """Whether the content of an element that is called a caption agrees; a date in it does not."""
    length = 0
    for count, node in enumerate(islice(element.descendants(), _FAR + 1)):
        if count == _FAR:
            return False
        if not isinstance(node, str):
            classed = node.attrs.get("class", "")
            if node.name in _NOT_IN_CAPTION or "caption-text" in classed or "caption__text" in classed:
                return False
            if node.name == "time" and not node.attrs.get("datetime", "").startswith("P"):
                return False
        else:
            length += len(node)
    return 0 < length <= LONGEST_CAPTION


def is_entry(item: Node) -> bool:
    """Whether a list item is an entry with a heading or a time of its own, as of a live page or a feed."""
    waiting = item.contents[_NEAR::-1]
    for _ in range(_NEAR):
        if not waiting:
            return False
        node = waiting.pop()
        if not isinstance(node, str):
            if node.name in _ENTRY:
                return True
            waiting += node.contents[_NEAR::-1]
    return False
