"""The story's region: the container that holds most of the page's prose and little else.

Each container is scored by the harmonic mean of two shares: how much of the page's prose it holds, and how
much of what it holds is prose. Names and roles that say "article body" help a little; they never decide.
"""

from dataclasses import dataclass

from archiver.extract.claims import Settled
from archiver.extract.layout.headline import headline
from archiver.extract.layout.measure import Measured, blocks_of, measure, spans
from archiver.extract.reading import Reading
from archiver.extract.words import vocabulary
from archiver.model.document import Container

_ARTICLE = frozenset(["article"])
LEAST_PROSE = 140
"""A page with less prose than this, in characters, has no story unless one element says that it holds it."""
LEAST_WORDS = 60
"""Fewest visible characters of such an element."""
CALLED_BODY = 1.2
"""How much the names of an element must speak for it there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where the story stands."""

    blocks: range
    container: int
    """Index of the container; -1 for the whole page."""


def _free_sums(reading: Reading, settled: Settled, told: Measured) -> tuple[list[int], list[int]]:
    """Running sums of the sizes and the prose of the blocks that no rule has claimed."""
    sizes, prose = [0], [0]
    spans = [(block.start, block.end - 1) for block in reading.document.blocks]
    for index, (free, (start, end)) in enumerate(zip(settled.free_sizes(spans), spans, strict=True)):
        whole = max(1, end - start)
        sizes.append(sizes[-1] + told.sizes[index] * free // whole)
        prose.append(prose[-1] + told.prose[index] * free // whole)
    return sizes, prose


def _names(container: Container) -> float:
    """How much the container's own names speak for it."""
    body, beside = vocabulary("story_body"), vocabulary("beside_story")
    if container.attribute("itemprop").lower() in ("articlebody", "reviewbody"):
        return 1.25
    if container.tokens & body.tokens:
        return 1.2
    if container.tag in ("article", "main") or container.attribute("role") in ("article", "main"):
        return 1.08
    if container.words & beside.words:
        return 0.7
    return 1.0


def region(reading: Reading, settled: Settled) -> Region | None:
    """The story's region, as the first late rule that asks sees it; None where the page has no story."""
    return reading.remembered("region", lambda: _chosen(reading, settled))


def _chosen(reading: Reading, settled: Settled) -> Region | None:
    told = reading.once(measure)
    sizes, prose = _free_sums(reading, settled, told)
    whole = prose[-1]
    if whole < LEAST_PROSE:
        return _called_body(reading, sizes)
    best, score = Region(blocks=range(len(reading.document.blocks)), container=-1), 0.0
    for index, (container, span) in enumerate(
        zip(reading.document.containers, reading.once(spans), strict=True)
    ):
        held = prose[span.stop] - prose[span.start]
        if held * 5 < whole or container.tag in ("p", "span", "a", "li"):
            continue
        size = max(1, sizes[span.stop] - sizes[span.start])
        purity, share = held / size, held / whole
        value = 2 * purity * share / (purity + share) * _names(container)
        if value > score * 1.0001:
            best, score = Region(blocks=span, container=index), value
    return _own_article(reading, best, prose)


def _called_body(reading: Reading, sizes: list[int]) -> Region | None:
    """Where a page of little prose says that its story stands: the one element so named, with few links."""
    told, past, found = reading.once(measure), -1, list[Region]()
    for index, container in enumerate(reading.document.containers):
        if container.start < past or _names(container) < CALLED_BODY or container.tag in ("html", "body"):
            continue
        past = container.end
        span = blocks_of(reading, index)
        if sizes[span.stop] - sizes[span.start] >= LEAST_WORDS and told.linked_of(span) * 2 < told.size(span):
            found.append(Region(blocks=span, container=index))
    return found[0] if len(found) == 1 else None


def _own_article(reading: Reading, found: Region, prose: list[int]) -> Region:
    """The story's own of several articles in the region, where most of its prose stands in such.

    That is the one that holds the headline; else the first, where it is longer than a teaser.
    """
    inside, past = list[Region](), -1
    for index in reading.where(tags=_ARTICLE):
        container, span = reading.document.containers[index], blocks_of(reading, index)
        is_inside = found.blocks.start <= span.start and span.stop <= found.blocks.stop
        if container.start >= past and is_inside and span != found.blocks:
            past = container.end
            inside.append(Region(blocks=span, container=index))
    sizes = [prose[one.blocks.stop] - prose[one.blocks.start] for one in inside]
    held = prose[found.blocks.stop] - prose[found.blocks.start]
    if len(inside) < 2 or sum(sizes) * 10 <= held * 9:
        return found
    title = reading.once(headline)
    for one, size in zip(inside, sizes, strict=True):
        if title in one.blocks and size >= LEAST_PROSE:
            return one
    return inside[0] if sizes[0] * 3 > held else found
