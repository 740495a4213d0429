"""Boxes of a page by what their markup calls them, as long as they do not hold the story."""

from collections.abc import Iterator

from archiver.extract.claims import Claim
from archiver.extract.layout.measure import blocks_of, measure
from archiver.extract.reading import Reading
from archiver.extract.words import Vocabulary, vocabulary
from archiver.model.document import Container
from archiver.model.ledger import Role

_ROLE = frozenset(["role"])
_INLINE = frozenset(["a", "span", "b", "i", "em", "strong", "small", "abbr", "cite"])
MOST_PROSE = 0.2
"""A box that holds more than this share of the page's prose is no box: its name speaks of something else."""
MOST_PROSE_BESIDE = 0.5
"""The same for elements whose tag says that they stand beside the story."""


def name_of(container: Container, concept: Vocabulary) -> str:
    """The token or word of the container that the concept knows; empty where there is none."""
    found = container.tokens & concept.tokens or container.words & concept.words
    return min(found) if found else ""


def is_box(reading: Reading, index: int, most_prose: float = MOST_PROSE) -> bool:
    """Whether the container at the index holds little enough of the page's prose to be beside the story."""
    told = reading.once(measure)
    held = told.prose_of(blocks_of(reading, index))
    return held <= most_prose * told.all_prose


def boxes(
    reading: Reading, concept_name: str, most_prose: float = MOST_PROSE
) -> Iterator[tuple[Container, str]]:
    """The outermost boxes that the concept names, each with the name that gave it away."""
    concept = vocabulary(concept_name)
    named = []
    past = -1
    for index in reading.where(tokens=concept.tokens, words=concept.words):
        container = reading.document.containers[index]
        if container.start < past or container.tag in ("html", "body", "main"):
            continue
        if container.tag in _INLINE and _is_in_prose(reading, container):
            continue
        name = name_of(container, concept)
        if name and is_box(reading, index, most_prose):
            past = container.end
            named.append((index, name))
    yield from without_story(reading, named, most_prose)


def _is_in_prose(reading: Reading, container: Container) -> bool:
    """Whether the element is a few words of a paragraph."""
    blocks = reading.blocks_in(container.start, container.end)
    return len(blocks) == 1 and reading.once(measure).prose[blocks[0]] > 2 * (container.end - container.start)


def without_story(
    reading: Reading, named: list[tuple[int, str]], most_prose: float
) -> Iterator[tuple[Container, str]]:
    """The boxes of the names that do not hold the story between them; of the others, those without prose."""
    told = reading.once(measure)
    held: dict[str, int] = {}
    for index, name in named:
        held[name] = held.get(name, 0) + told.prose_of(blocks_of(reading, index))
    for index, name in named:
        if held[name] <= most_prose * told.all_prose or not told.prose_of(blocks_of(reading, index)):
            yield reading.document.containers[index], name


def box_claims(reading: Reading, concept_name: str, most_prose: float = MOST_PROSE) -> Iterator[Claim]:
    """A claim that removes each box that the concept names."""
    if not reading.document.plain:
        for container, name in boxes(reading, concept_name, most_prose):
            yield Claim(
                start=container.start,
                end=container.end,
                role=Role.REMOVED,
                reason=f"in a box named {name}",
            )


def tag_claims(reading: Reading, tags: frozenset[str], roles: frozenset[str]) -> Iterator[Claim]:
    """A claim that removes each element whose tag or ARIA role puts it beside the story."""
    past = -1
    for index in reading.where(tags=tags, attributes=_ROLE):
        container = reading.document.containers[index]
        if container.start < past or not (container.tag in tags or container.attribute("role") in roles):
            continue
        if is_box(reading, index, MOST_PROSE_BESIDE):
            past = container.end
            reason = f"in {container.attribute('role') or container.tag}"
            yield Claim(start=container.start, end=container.end, role=Role.REMOVED, reason=reason)
