"""Which comment answers which: by links, depth classes, nesting, and lists beside a comment."""

import re

from archiver.extract.reading import Reading
from archiver.extract.thread_markup.candidates import Item
from archiver.extract.thread_markup.parts import Span
from archiver.extract.words import vocabulary
from archiver.model.document import Container

_DEPTH = re.compile(r"(?:[a-z_]+[-_])?(?:(?:level|indent|lvl|nest)[-_]?(?=\d{1,2}$)|depth[-_]?)(\d{1,4})")
_FRAGMENT = re.compile(r"#\D*(\d+)$")
_ANSWERS = re.compile(
    r"\bparent\W*$|\b(?:in )?repl(?:y|ied|ying) to\b|\bantwort(?:et)? auf\b|\bals antwort an\b"
    r"|\ben réponse à\b|\ben respuesta a\b|\bin risposta a\b|\bem resposta a\b|\bin antwoord op\b"
    r"|\bw odpowiedzi\b|\bsvar (?:till|til|på)\b|в ответ",
    re.IGNORECASE,
)
_LISTS = frozenset(["ul", "ol", "dl", "blockquote"])


def parents(reading: Reading, items: list[Item], own: list[list[Span]]) -> list[int | None]:
    """For each item the index of the one it answers, always smaller than its own, or None."""
    by_number = {item.number: index for index, item in reversed(list(enumerate(items))) if item.number}
    depths = _by_depth(_depths(reading, items))
    beside = _beside(reading, items)
    found: list[int | None] = []
    for index, item in enumerate(items):
        linked = _linked(reading, item, own[index], by_number)
        if linked >= 0:
            parent = linked
        elif item.told_parent and item.told_parent not in ("0", item.number):
            parent = by_number.get(item.told_parent, -1)
        elif item.told_parent == "0":
            parent = -1
        elif depths:
            parent = depths[index]
        else:
            parent = beside[index] if beside[index] >= 0 else item.around
        found.append(parent if 0 <= parent < index else None)
    return found


def _linked(reading: Reading, item: Item, own: list[Span], by_number: dict[str, int]) -> int:
    """The comment that a link in the head calls the parent, or the one replied to; -1 for none."""
    texts = [reading.document.containers[index] for index in item.texts]
    for start, end in own:
        for mark in reading.links_in(start, end):
            number = _FRAGMENT.search(mark.href)
            if not number or number[1] == item.number or number[1] not in by_number:
                continue
            words = reading.document.text[max(start, mark.start - 30) : mark.end]
            in_text = any(box.start <= mark.start < box.end for box in texts)
            if not in_text and _ANSWERS.search(words.rpartition("\n")[2]):
                return by_number[number[1]]
    return -1


def _depth_of(container: Container, tokens: frozenset[str]) -> int:
    for name in ("data-depth", "data-level", "data-indent", "indent"):
        told = container.attribute(name)
        if told.isascii() and told.isdigit():
            return min(int(told[:4]), 1000)
    levels = [int(match[1]) for token in tokens if (match := _DEPTH.fullmatch(token))]
    return max(levels, default=-1)


def _depths(reading: Reading, items: list[Item]) -> list[int]:
    """The depth that each item's markup states; empty unless all do and they differ."""
    found = [_depth_of(reading.document.containers[item.container], item.tokens) for item in items]
    return found if found and min(found) >= 0 and len(set(found)) > 1 else []


def _by_depth(depths: list[int]) -> list[int]:
    """For each depth the index of the nearest smaller one before it; -1 for none."""
    found: list[int] = []
    open_at: list[int] = []
    for index, depth in enumerate(depths):
        while open_at and depths[open_at[-1]] >= depth:
            open_at.pop()
        found.append(open_at[-1] if open_at else -1)
        open_at.append(index)
    return found


def _beside(reading: Reading, items: list[Item]) -> list[int]:
    """For each item the one before it beside which stands a list of answers that holds it; -1 for none."""
    containers = reading.document.containers
    names = vocabulary("comment_answers").words
    last_in: dict[int, int] = {}
    found: list[int] = []
    for index, item in enumerate(items):
        stop = items[item.around].container if item.around >= 0 else -1
        place = containers[item.container].parent
        parent = -1
        while place not in (-1, stop) and parent < 0:
            box = containers[place]
            before = last_in.get(box.parent, -1)
            if before >= 0 and (box.tag in _LISTS or not names.isdisjoint(box.words)):
                parent = before if containers[items[before].container].end <= box.start else -1
            place = box.parent
        found.append(parent)
        last_in[containers[item.container].parent] = index
    return found
