"""Pictures: where the real file is when a page loads it late, and which images are no pictures."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from archiver.parse.html.address import resource
from archiver.parse.html.tree import Node

_LATE = (
    "data-src",
    "data-lazy-src",
    "data-original",
    "data-original-src",
    "data-full-src",
    "data-hi-res-src",
    "data-lazy",
    "data-url",
    "data-image",
    "data-img-src",
    "data-src-large",
    "data-large-file",
    "data-delayed-url",
    "data-runner-src",
)
_SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set")
_EMPTY = re.compile(
    r"^data:|blank|spacer|placeholder|1x1|transparent|pixel\.|/loading\.|lazy[-_]?load|missing[-_]image|no[-_]?image\.",
    re.I,
)
_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:$|[?#])", re.IGNORECASE)
_CANDIDATE = re.compile(r"(\S*[^,\s])(?:\s+([\d.]+)[wx])?\s*(?:,|$)")
_FLUID = ("sizes", "srcset")
"""What a picture has whose size is left to the page's style."""
_NUMBER = re.compile(r"\s*(\d{1,6})")
MOST_SOURCES = 20
LONGEST_SET = 8000
"""Longest srcset read, in characters."""


def _largest(candidates: str) -> str:
    """The address with the greatest width or density in a srcset."""
    best, size = "", -1.0
    for address, width in _CANDIDATE.findall(candidates[:LONGEST_SET]):
        value = float(width) if width.count(".") < 2 and width.strip(".") else 1.0
        if value > size:
            best, size = address, value
    return best


def _addresses(image: Node, around: Iterable[Node]) -> Iterator[str]:
    attributes = image.attrs
    source = attributes.get("src", "")
    if source and not _EMPTY.search(source):
        yield source
    for name in _LATE:
        if attributes.get(name):
            yield attributes[name]
    for name in _SETS:
        if attributes.get(name):
            yield _largest(attributes[name])
    near = list(islice(around, MOST_SOURCES))
    yield from _sources(near)
    yield from _linked(near)
    for name, value in attributes.items():
        if name.startswith("data-") and name.endswith(("src", "srcset")) and not _EMPTY.search(value):
            yield _largest(value)


def _linked(around: Iterable[Node]) -> Iterator[str]:
    """The file that a link around the picture leads to, as galleries have it."""
    for parent in islice(around, 3):
        href = parent.attrs.get("href", "") if parent.name == "a" else ""
        if _FILE.search(href):
            yield href


def _sources(around: Iterable[Node]) -> Iterator[str]:
    """The sources of the `picture` around; libxml2 nests an image in the `source` before it."""
    for parent in islice(around, MOST_SOURCES):
        if parent.name not in ("picture", "source"):
            return
        for one in (parent, *parent.contents[:MOST_SOURCES]):
            if not isinstance(one, str) and one.name == "source":
                yield _largest(one.attrs.get("srcset") or one.attrs.get("data-srcset") or "")


def address(image: Node, around: Iterable[Node], base: str | None) -> str:
    """The absolute address of the picture; empty where the capture lost it; `around`, innermost first."""
    return next((found for told in _addresses(image, around) if told and (found := resource(told, base))), "")


def is_dot(image: Node) -> bool:
    """Whether the image is a pixel that counts visits."""
    sizes = [
        int(size[1]) for name in ("width", "height") if (size := _NUMBER.match(image.attrs.get(name, "")))
    ]
    if sizes == [0, 0] and image.attrs.get("alt") and any(image.attrs.get(name) for name in _FLUID):
        return False
    return any(size <= 2 for size in sizes)


def emoji(image: Node, alt: str) -> bool:
    """Whether the image is one character of the text."""
    classes = image.attrs.get("class", "")
    is_named = "emoji" in classes or "smiley" in classes
    return (
        bool(alt)
        and len(alt) <= 12
        and (is_named or not any(character.isalnum() or character.isascii() for character in alt))
    )
