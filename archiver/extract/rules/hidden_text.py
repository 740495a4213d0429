"""Text that the page does not show: hidden by an attribute, a style or a class made for screen readers.

Claims: hidden elements, windows that open over the page, and what only browsers without scripts or players
show, where they hold little of the page's prose: pages also hide the rest of a story until a reader asks.

    <div hidden> Link copied </div>

Prose of an accordion stays: its question or heading is shown, and a reader unfolds it.

Known misses: text that a style sheet hides.
"""

import re
from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import MOST_PROSE, is_box, without_story
from archiver.extract.layout.measure import blocks_of, measure
from archiver.extract.reading import Reading
from archiver.extract.words import Vocabulary, vocabulary
from archiver.model.document import BlockKind, Container
from archiver.model.ledger import Role

_FALLBACKS = frozenset(["noscript", "iframe", "video", "audio", "object", "dialog"])
_WINDOWS = frozenset(["dialog", "alertdialog", "tooltip"])
_HIDING = frozenset(["role", "hidden", "aria-hidden"])
_SHOWN_AT = re.compile(r"(?:^|:|-)(?:block|flex|grid|inline|table|contents|show|visible)\b")
NEAR = 3
"""How many elements, from the hidden one outwards, are asked for their names."""
_NEAR = 4
"""Elements around one that is looked at for a figure."""
_AT_SOME_SIZES = frozenset(["hidden", "d-none"])
"""Names beside which others say at what sizes of screen the element is shown after all."""


def _hidden(container: Container, names: Vocabulary) -> str:
    if container.tag in _FALLBACKS:
        return container.tag
    if container.attribute("role") in _WINDOWS:
        return container.attribute("role")
    for name, value in container.attributes:
        if name == "hidden" and value.lower() not in ("false", "until-found"):
            return "hidden"
        if name == "aria-hidden" and value.lower() == "true":
            return "aria-hidden"
    named = min(container.tokens & names.tokens, default="")
    return "" if named in _AT_SOME_SIZES and any(map(_SHOWN_AT.search, container.tokens)) else named


def _is_pictured(reading: Reading, index: int) -> bool:
    """Whether screen readers alone skip the element, a picture or its caption: they are told otherwise."""
    containers, at = reading.document.containers, index
    for _ in range(_NEAR):
        if at >= 0 and containers[at].tag in ("figure", "figcaption"):
            return True
        at = containers[at].parent if at >= 0 else -1
    kinds = {reading.document.blocks[one].kind for one in blocks_of(reading, index)}
    return BlockKind.PICTURE in kinds


def _window(reading: Reading, index: int, names: Vocabulary) -> str:
    """The name of a window over the page, unless pictures stand in it: those are a gallery of the story."""
    found = min(reading.document.containers[index].words & names.words, default="")
    blocks = (reading.document.blocks[at].kind for at in blocks_of(reading, index)) if found else ()
    return "" if BlockKind.PICTURE in blocks else found


def _told_of(reading: Reading, names: Vocabulary) -> list[int]:
    """The containers of which anything says that they may be hidden."""
    return reading.where(tags=_FALLBACKS, attributes=_HIDING, tokens=names.tokens, words=names.words)


def _folds(reading: Reading, index: int) -> bool:
    """Whether the reader unfolds the element, as its names or those of elements around it say."""
    if not reading.once(measure).prose_of(blocks_of(reading, index)):
        return False
    folds, at = vocabulary("folded_text").words, index
    for _ in range(NEAR):
        if at < 0:
            break
        if reading.document.containers[at].words & folds:
            return True
        at = reading.document.containers[at].parent
    return False


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each hidden element."""
    names = vocabulary("hidden_text")
    hidden = []
    past = -1
    for index in () if reading.document.plain else _told_of(reading, names):
        container = reading.document.containers[index]
        if container.start < past:
            continue
        told = _hidden(container, names) or _window(reading, index, names)
        if told == "aria-hidden" and _is_pictured(reading, index):
            continue
        if told and not _folds(reading, index) and is_box(reading, index, MOST_PROSE):
            past = container.end
            hidden.append((index, told))
    for container, told in without_story(reading, hidden, MOST_PROSE):
        yield Claim(start=container.start, end=container.end, role=Role.REMOVED, reason=f"hidden: {told}")
