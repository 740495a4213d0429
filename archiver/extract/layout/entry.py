"""What a publishing system prints around an entry: elements named for its author and for its time.

Teasers of other entries carry the same names; so an element counts where it stands in the entry that holds
the headline, or where the page has no other that says anything else.
"""

from dataclasses import dataclass

from archiver.extract.findings import Byline
from archiver.extract.layout.headline import headline
from archiver.extract.reading import Reading
from archiver.extract.recognise.names import is_person, names
from archiver.extract.words import vocabulary
from archiver.model.document import BlockKind, Container
from archiver.text import squash

LONGEST = 120
"""Longest text of such an element, in characters."""
NEAR = 20
"""Most characters between two parts of one byline."""
_ENTRIES = frozenset(["hentry", "h-entry", "blogposting", "type-post", "node-article", "node--type-article"])
_SHOWN = frozenset([BlockKind.PICTURE, BlockKind.CAPTION])
_PICTURED = frozenset(
    [
        "photo",
        "foto",
        "image",
        "img",
        "picture",
        "figure",
        "caption",
        "media",
        "comment",
        "comments",
        "related",
    ]
)
_TELLING = frozenset(["rel", "itemprop"])
_TIMES = frozenset(["published", "entry-date", "post-date", "posted-on", "dt-published"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """The elements of the page's entry, in page order; none is inside another of its kind."""

    bylines: tuple[Container, ...]
    times: tuple[Container, ...]


def scope(reading: Reading) -> tuple[int, int] | None:
    """The span of the entry that holds the headline; None where no element is one."""
    index = reading.once(headline)
    around = reading.around(index) if index >= 0 else []
    for one in around:
        if one.tag == "article" or one.tokens & _ENTRIES:
            return one.start, one.end
    return None


def is_authors(container: Container) -> bool:
    """Whether the element is named for who wrote the entry."""
    if container.attribute("rel") == "author" or container.attribute("itemprop") == "author":
        return True
    named = container.words & vocabulary("author_name").words - {"credit"}
    return bool(named) and not container.words & _PICTURED


def _is_time(container: Container) -> bool:
    told = container.attribute("datetime") or container.attribute("title")
    is_named = bool(container.tokens & _TIMES) or container.attribute("itemprop") == "datePublished"
    return is_named and told[:4].isdigit()


def entry(reading: Reading) -> Entry:
    """The byline and the time of the page's entry."""
    bylines, times = list[Container](), list[Container]()
    authors = vocabulary("author_name").words
    for index in reading.where(attributes=_TELLING, tokens=_TIMES, words=authors):
        container = reading.document.containers[index]
        if not 0 < container.end - container.start <= LONGEST:
            continue
        if (
            is_authors(container)
            and not _inside(container, bylines)
            and names_in(reading, container)
            and not _is_pictured(reading, container)
        ):
            bylines.append(container)
        if _is_time(container) and not _inside(container, times):
            times.append(container)
    return Entry(bylines=_together(reading, _own(reading, bylines)), times=_own(reading, times)[:1])


def names_in(reading: Reading, container: Container) -> Byline | None:
    """The people and the agency that the element names; None where it holds other words as well."""
    text = reading.document.text
    found = names(text[container.start : container.end])
    if found and found.understood:
        return found.byline
    held: list[str] = []
    for inner in reading.inside(container.start, container.end):
        words = squash(text[inner.start : inner.end]).strip(" ,;|")
        if is_person(words) and inner.end <= container.end:
            held.append(words)
    whole = squash(text[container.start : container.end])
    return Byline(authors=tuple(held)) if len(held) > 1 and " ".join(held) == whole else None


def _is_pictured(reading: Reading, container: Container) -> bool:
    """Whether the element holds an alt text or stands in a caption: they name others."""
    blocks = reading.blocks_in(container.start, container.end)
    return any(reading.document.blocks[index].kind in _SHOWN for index in blocks)


def _inside(container: Container, found: list[Container]) -> bool:
    return bool(found) and container.end <= found[-1].end


def _own(reading: Reading, found: list[Container]) -> tuple[Container, ...]:
    """Those in the entry's span; where there is none, all of them if they say the same."""
    text = reading.document.text
    span = reading.once(scope)
    if span:
        return tuple(one for one in found if span[0] <= one.start and one.end <= span[1])
    said = {text[one.start : one.end].strip() for one in found}
    return tuple(found) if len(said) == 1 else ()


def _together(reading: Reading, found: tuple[Container, ...]) -> tuple[Container, ...]:
    """The first after the headline and those right behind it: a later one is another entry's, or a box's."""
    index = reading.once(headline)
    after = reading.document.blocks[index].end if index >= 0 else 0
    group = list[Container]()
    for one in found:
        if one.start >= after and (not group or one.start - group[-1].end <= NEAR):
            group.append(one)
    return tuple(group) or found[:1]
