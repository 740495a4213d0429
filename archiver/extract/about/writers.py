"""Who wrote the story, as the page's source says: people, and apart from them organisations."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from archiver.extract.about.outlet import letters, outlet
from archiver.extract.recognise.names import is_agency, is_nobody, is_person, names
from archiver.model.document import Fact
from archiver.text import squash

_PLACE = re.compile(r"https?:|www\.|@|\.(?:com|de|net|org)\b", re.IGNORECASE)
_TITLE_OF_OFFICE = re.compile(r"\s*(?:기자|특파원|記者)\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writers:
    """Who wrote the story, as the page's source says."""

    authors: tuple[str, ...]
    agency: str | None
    evidence: str


def _clean_author(fact: Fact, house: str) -> Iterator[tuple[str, bool]]:
    """The people and the organisations (marked True) that one author fact names."""
    words = _TITLE_OF_OFFICE.sub("", squash(fact.value))
    is_address = words.startswith("@") or "://" in words or "@" in words
    if not words or is_address or is_nobody(words) or len(words) > 200:
        return
    found = names(words)
    spelled = letters(words)
    is_outlet = len(spelled) > 1 and (_is_house(words, house) or _PLACE.search(words) is not None)
    if fact.field != "author" or is_agency(words) or is_outlet:
        yield words, True
    elif found and found.understood:
        yield from ((author, _is_house(author, house)) for author in found.byline.authors)
        if found.byline.agency:
            yield found.byline.agency, True
    elif is_person(words) or len(words.split()) <= 4:
        yield words, False


def _is_house(words: str, house: str) -> bool:
    """Whether the words are the outlet's name, or an account named after it ("Post D" of the Post)."""
    first, *rest = words.split()
    is_account = letters(first) in house.split() or house.startswith(letters(first))
    return letters(words) in house or (bool(rest) and is_account and all(len(one) == 1 for one in rest))


def without_house(names: Iterable[str], facts: Iterable[Fact]) -> tuple[str, ...]:
    """The names that are not the outlet's."""
    house = outlet(facts)
    return tuple(name for name in names if not _is_house(name, house))


def choose_writers(facts: Iterable[Fact]) -> Writers:
    """The people of the first source that names any, and the first organisation: an agency before others."""
    told = list(facts)
    house = outlet(told)
    named = [fact for fact in told if fact.field in ("author", "author-organisation", "agency")]
    organisations: list[tuple[str, str]] = []
    authors: dict[str, None] = {}
    evidence = ""
    for source, group in groupby(named, key=lambda fact: fact.evidence):
        for fact in group:
            for name, is_organisation in _clean_author(fact, house):
                if is_organisation:
                    organisations.append((name, source))
                elif evidence in ("", source):
                    authors[name], evidence = None, source
    agencies = [one for one in organisations if is_agency(one[0])]
    if agencies or (organisations and not authors):
        agency, source = (agencies or organisations)[0]
        return Writers(authors=tuple(authors), agency=agency, evidence=evidence or source)
    return Writers(authors=tuple(authors), agency=None, evidence=evidence)


def names_better(printed: tuple[str, ...], told: tuple[str, ...]) -> bool:
    """Whether the printed byline is to be believed rather than the page's source.

    So it is where the source names nobody, only some of those whom the byline names, or accounts ("admin").
    """
    if not printed:
        return False
    spelled = {letters(name) for name in printed}
    if all(letters(name) in spelled for name in told):
        return len(spelled) > len(told)
    is_account = all(len(name.split()) == 1 and name.isascii() for name in told)
    return is_account and any(len(name.split()) > 1 for name in printed)


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """The names without those that only repeat one before them and say more ("Ada Thorne Follow")."""
    kept: list[str] = []
    for name in names:
        if not any(name == other or name.startswith(f"{other} ") for other in kept):
            kept.append(name)
    return tuple(kept)
