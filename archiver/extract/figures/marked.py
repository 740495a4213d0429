"""What the elements inside a caption are called: credits, buttons, labels."""

import re
from collections.abc import Iterator

from archiver.extract.figures.controls import control_spans, is_control
from archiver.extract.figures.label import is_label
from archiver.extract.figures.names import agency, is_handle, is_outlet, is_person
from archiver.extract.figures.parts import LONGEST, has_label, without_label
from archiver.extract.figures.printed import credit_spans, is_sentence
from archiver.extract.reading import Reading
from archiver.extract.words import vocabulary
from archiver.model.document import Container

Span = tuple[int, int]
_HELD = frozenset(
    ["copyrightholder", "creator", "author", "credittext", "provider", "creditor", "copyrightnotice"]
)
_ENDINGS = (".", "!", "?", ":")
_DURATION = re.compile(r"\d{1,2}:\d\d")
"""How lines about a video begin, in elements that are named as those of credits are."""
MOST_WORDS = 4
"""Most words of an outlet's name below a caption, and fewest of that caption."""
LONGEST_OUTLET = 30
_JOINED = re.compile(r"[\s/|,–—-]*\Z")
_HIDING = frozenset(
    ["sr-only", "visually-hidden", "screen-reader-text", "visuallyhidden", "u-visually-hidden"]
)


def is_credit_box(container: Container) -> bool:
    """Whether the element's names say that it holds a picture's credit."""
    concept = vocabulary("picture_credit")
    if container.tag == "cite" or container.tokens & concept.tokens or container.words & concept.words:
        return True
    return any(part.lower() in _HELD for part in container.attribute("itemprop").split())


def is_button(container: Container) -> bool:
    """Whether the element is a button."""
    return container.tag == "button" or container.attribute("role") == "button"


def inside(reading: Reading, start: int, end: int) -> Iterator[Container]:
    """The elements that stand wholly inside the span, in order."""
    for container in reading.inside(start, end):
        if container.end <= end + 1 and container.end > container.start:
            yield container


def controls(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """The buttons and labels in a caption."""
    text, found = reading.document.text, list[Span]()
    past = start
    for container in inside(reading, start, end):
        last = min(container.end, end)
        words = text[container.start : last].strip()
        if container.start >= past and (is_control(words) or (is_button(container) and len(words) < 40)):
            past = last
            found.append((container.start, last))
    for first, last in control_spans(text[start:end]):
        if not any(one < start + last and start + first < other for one, other in found):
            found.append((start + first, start + last))
    return tuple(sorted(found))


def credits_of(reading: Reading, start: int, end: int) -> tuple[Span, ...]:
    """The credits of a caption, by the names of its elements, else by its words."""
    named = tuple(_named(reading, start, end))
    if named:
        return _joined(reading.document.text, named)
    text = reading.document.text[start:end]
    return tuple((start + first, start + last) for first, last in credit_spans(text))


def _named(reading: Reading, start: int, end: int) -> Iterator[Span]:
    text = reading.document.text
    past = start
    size = len(text[start:end].strip())
    for container in inside(reading, start, end):
        last = min(container.end, end)
        words = text[container.start : last].strip()
        if container.start < past or not words or len(words) > LONGEST or not is_credit_box(container):
            continue
        if _DURATION.match(words):
            continue
        if (
            is_label(words)
            and last < end
            and not is_sentence(rest := text[last:end])
            and len(rest) <= LONGEST
        ):
            last = end
        elif len(words) == size and not _is_all_credit(reading, container, words, last):
            continue
        if is_sentence(words) and not has_label(words):
            continue
        past = last
        yield container.start, last


def _is_all_credit(reading: Reading, container: Container, words: str, last: int) -> bool:
    """Whether an element that is the whole caption is all credit, and not one beside a caption's words."""
    if any(is_credit_box(other) for other in inside(reading, container.start + 1, last)):
        return False
    spans = credit_spans(words)
    if words.endswith((".", "!", "?")) and not spans:
        return False
    return not is_sentence(words) and (not spans or spans == ((0, len(words)),))


def _joined(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Neighbours with nothing but a separator between them as one credit, and the separators before."""
    found: list[Span] = []
    for start, end in spans:
        if found and _JOINED.match(text[found[-1][1] : start]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)


def is_maker(text: str, caption: str) -> bool:
    """Whether a last piece that stands apart from a caption's words is a person's or an outlet's name."""
    words = text.strip()
    if is_name(words):
        return True
    is_short = len(words.split()) <= MOST_WORDS and len(words) <= LONGEST_OUTLET
    if any(map(str.isdigit, words)):
        return False
    return (
        is_short and len(caption.split()) >= MOST_WORDS and not words.endswith(_ENDINGS) and is_outlet(words)
    )


def is_name(text: str) -> bool:
    """Whether a piece that stands alone beside a caption is a name, so that it can only be a credit."""
    words = without_label(text)
    if not words or len(words) > 60 or text.rstrip().endswith(_ENDINGS):
        return False
    return is_person(words) or agency(words) is not None or (is_handle(words) and is_outlet(words))
