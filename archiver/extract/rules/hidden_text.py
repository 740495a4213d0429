"""Text that the page does not show: hidden by an attribute, a style or a class made for screen readers.

Claims: hidden elements and those that only browsers without scripts or players show, where they hold little
of the page's prose: pages also hide the rest of a story until a reader asks for it.

    <div hidden> Link copied </div>

Known misses: text that a style sheet hides.
"""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.boxes import MOST_PROSE, is_box, without_story
from archiver.extract.reading import Reading
from archiver.extract.words import vocabulary
from archiver.model.document import Container
from archiver.model.ledger import Role

_FALLBACKS = frozenset(["noscript", "iframe", "video", "audio", "object"])


def _hidden(container: Container, names: frozenset[str]) -> str:
    if container.tag in _FALLBACKS:
        return container.tag
    for name, value in container.attributes:
        if name == "hidden" and value.lower() not in ("false", "until-found"):
            return "hidden"
        if name == "aria-hidden" and value.lower() == "true":
            return "aria-hidden"
    return min(container.tokens & names, default="")


def claims(reading: Reading) -> Iterator[Claim]:
    """Yield a claim for each hidden element."""
    names = vocabulary("hidden_text").tokens
    hidden = []
    past = -1
    for index, container in enumerate(() if reading.document.plain else reading.document.containers):
        told = _hidden(container, names) if container.start >= past else ""
        if told and is_box(reading, index, MOST_PROSE):
            past = container.end
            hidden.append((index, told))
    for container, told in without_story(reading, hidden, MOST_PROSE):
        yield Claim(start=container.start, end=container.end, role=Role.REMOVED, reason=f"hidden: {told}")
