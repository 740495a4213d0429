"""What a story is about, in the page's own words for readers; codes and keys for machines are left out."""

import re
from collections.abc import Iterable, Iterator

from archiver.extract.about.outlet import house_of, key
from archiver.model.document import Fact

LONGEST = 60
"""Characters of a tag; a longer one is a sentence or a list without marks."""
FEWEST_JOINED = 2
"""Commas in one value that show it to be a list; one comma can belong to a name."""
_KIND = re.compile(
    r"^(?:[A-Za-z]+ ){0,2}(?:category|section|topic|tag|keyword|tokens?)s?\s*:\s*(?:[^:]*:)*\s*",
    re.IGNORECASE,
)
_FOLDER = re.compile(
    r"^(?:topic|tag|category|section|organization|person|place|location|keyword)s?/", re.IGNORECASE
)
_SECTION = re.compile(r"^sections?/", re.IGNORECASE)
_KEY = re.compile(
    r"^_|^[\d\W_]*$|^[\da-f]{8}(?:-?[\da-f]{4}){3}-?[\da-f]{12}$|^(?:https?://|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,8}$)"
)
_CODE = re.compile(r"^[A-Z][A-Z\d:-]*$")
_FEWEST_CODES = 5
_FEWEST_WORDS = 5


def clean_tags(told: Iterable[str], title: str, facts: Iterable[Fact]) -> tuple[str, ...]:
    """The tags for readers, each once, in their order; `title` is the story's."""
    house = house_of(facts)
    found: dict[str, str] = {}
    for tag in _parts(told):
        name = _FOLDER.sub("", _KIND.sub("", tag)).strip()
        is_outlets = house.name and key(name) in (house.name, f"the {house.name}")
        if (
            name
            and len(name) <= LONGEST
            and not _KEY.match(name)
            and not _SECTION.match(tag)
            and not is_outlets
        ):
            found.setdefault(name.casefold(), name)
    names = tuple(found.values())
    return () if _are_codes(names) or _are_titles(names, title) else names


def _parts(told: Iterable[str]) -> Iterator[str]:
    for value in told:
        yield from value.split(",") if value.count(",") >= FEWEST_JOINED else [value]


def _are_codes(names: tuple[str, ...]) -> bool:
    """Whether a news agency's codes stand for tags."""
    codes = sum(bool(_CODE.match(name)) for name in names)
    return codes >= _FEWEST_CODES and codes > 0.8 * len(names)


def _are_titles(names: tuple[str, ...], title: str) -> bool:
    """Whether a publishing system made the tags of the title's words."""
    words = set(key(title).split())
    return len(names) >= _FEWEST_WORDS and sum(name.casefold() in words for name in names) >= 0.7 * len(names)
