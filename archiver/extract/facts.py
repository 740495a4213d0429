"""Chooses among the things that a page says about itself; each choice keeps its evidence."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from archiver.extract.recognise.dates import find_date
from archiver.extract.recognise.names import is_agency, is_person, names
from archiver.model.document import Fact
from archiver.text import squash

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d|UTC|GMT)?)?"
)
_SITE_BREAK = re.compile(r"\s+[|–—·•»:*-]+\s+|\s*[|ㅣ]\s*|-(?=[^-]*\Z)")
_PLACE = re.compile(r"https?:|www\.|@|\.(?:com|de|net|org)\b", re.IGNORECASE)
_TITLE_OF_OFFICE = re.compile(r"\s*(?:기자|특파원|記者)\Z")
_EARLIEST, _LATEST = 1600, 2200


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value and where it came from."""

    value: str
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Writers:
    """Who wrote the story, as the page's source says."""

    authors: tuple[str, ...]
    agency: str | None
    evidence: str


def choose_all(facts: Iterable[Fact], field: str) -> tuple[Choice, ...]:
    """Every different value of the field from the source of the first one, in page order."""
    told = [fact for fact in facts if fact.field == field]
    if not told:
        return ()
    same_source = {fact.value: fact.evidence for fact in told if fact.evidence == told[0].evidence}
    return tuple(Choice(value=value, evidence=evidence) for value, evidence in same_source.items())


def choose(facts: Iterable[Fact], field: str) -> Choice | None:
    """The first value of the field: `parse` puts the more trusted sources first."""
    return next(iter(choose_all(facts, field)), None)


def read_date(value: str) -> str | None:
    """The date as ISO 8601, as exact as it was told; None where it is none or absurd."""
    found = _ISO.match(value.strip())
    if not found:
        printed = find_date(value)
        return printed.iso if printed else None
    year, month, day, hour, minute, second, zone = found.groups()
    if not (_EARLIEST <= int(year) <= _LATEST and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    stamp = f"{year}-{month}-{day}"
    if hour is None or int(hour) > 23 or int(minute) > 59:
        return stamp
    zone = {"UTC": "+00:00", "GMT": "+00:00", "Z": "+00:00"}.get(zone, zone) if zone else ""
    zone = f"{zone[:3]}:{zone[3:]}" if len(zone) == 5 else zone
    return f"{stamp}T{hour}:{minute}:{second or '00'}{zone}"


def choose_date(facts: Iterable[Fact], *fields: str) -> Choice | None:
    """The first readable date of the fields, in ISO 8601; a zone is kept where one is told."""
    told = list(facts)
    for field in fields:
        for fact in told:
            if fact.field == field and (iso := read_date(fact.value)):
                return Choice(value=iso, evidence=fact.evidence)
    return None


def _key(words: str) -> str:
    return re.sub(r"\W+", " ", words).casefold().strip()


def without_site(title: str, others: Iterable[str], site: str) -> str:
    """The title without the outlet's name at its end, where another title or the name itself tells so."""
    known = {_key(other) for other in others}
    for found in _SITE_BREAK.finditer(title):
        head, tail = title[: found.start()], _key(title[found.end() :])
        if _key(head) in known or (
            site and tail and (tail in _key(site) or _key(site) in tail) and len(head) > 15
        ):
            return head.strip()
    return title


def choose_title(facts: Iterable[Fact], printed: Iterable[str]) -> Choice | None:
    """The headline: what the page tells others to call it, checked against what it prints.

    Args:
        facts: What the page's source says.
        printed: The main headings that stand on the page, in page order.

    """
    told = [fact for fact in facts if fact.field in ("title", "page-title")]
    headings = [squash(heading) for heading in printed if len(heading) > 3]
    site = next((fact.value for fact in facts if fact.field == "site"), "")
    kept = _printed_and_told(told, headings)
    if kept:
        return kept
    for fact in sorted(told, key=lambda fact: "og:title" not in fact.evidence):
        if fact.field == "title":
            others = [*headings, *(other.value for other in told if other.evidence != fact.evidence)]
            whole = next((heading for heading in headings if heading.startswith(fact.value)), "")
            value = whole or without_site(fact.value, others, site)
            return Choice(value=value, evidence=fact.evidence)
    if headings:
        return Choice(value=headings[0], evidence="h1")
    return next((Choice(value=without_site(f.value, (), site), evidence=f.evidence) for f in told), None)


def _printed_and_told(told: list[Fact], headings: list[str]) -> Choice | None:
    """The printed heading that JSON-LD calls the same, unless Open Graph has it without its kicker."""
    shared = next((_key(fact.value) for fact in told if "og:title" in fact.evidence), "")
    formal = {_key(fact.value) for fact in told if fact.evidence.startswith("json-ld")}
    for heading in headings:
        key = _key(heading)
        if key in formal and not (shared and len(shared) > 15 and key.endswith(shared)):
            return Choice(value=heading, evidence="h1 and json-ld")
    return None


def _outlet(facts: list[Fact]) -> str:
    """The outlet's names and its host's, as one line of letters to look names up in."""
    names = [fact.value for fact in facts if fact.field == "site"]
    hosts = [re.sub(r"\Ahttps?://(?:www\.)?([^/:]*).*", r"\1", f.value) for f in facts if f.field == "url"]
    return " ".join(_letters(name) for name in [*names, *hosts])


def _letters(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())


def _clean_author(fact: Fact, outlet: str) -> Iterator[tuple[str, bool]]:
    """The people and the organisations (marked True) that one author fact names."""
    words = _TITLE_OF_OFFICE.sub("", squash(fact.value))
    is_address = words.startswith("@") or "://" in words or "@" in words
    if not words or is_address or len(words) > 200:
        return
    found = names(words)
    letters = _letters(words)
    is_outlet = len(letters) > 1 and (letters in outlet or _PLACE.search(words) is not None)
    if fact.field != "author" or is_agency(words) or is_outlet:
        yield words, True
    elif found and found.understood:
        yield from ((author, False) for author in found.byline.authors)
        if found.byline.agency:
            yield found.byline.agency, True
    elif is_person(words) or len(words.split()) <= 4:
        yield words, False


def choose_writers(facts: Iterable[Fact]) -> Writers:
    """The people of the first source that names any, and the first organisation: an agency before others."""
    told = list(facts)
    outlet = _outlet(told)
    named = [fact for fact in told if fact.field in ("author", "author-organisation", "agency")]
    organisations: list[tuple[str, str]] = []
    authors: dict[str, None] = {}
    evidence = ""
    for source, group in groupby(named, key=lambda fact: fact.evidence):
        for fact in group:
            for name, is_organisation in _clean_author(fact, outlet):
                if is_organisation:
                    organisations.append((name, source))
                elif evidence in ("", source):
                    authors[name], evidence = None, source
    agencies = [one for one in organisations if is_agency(one[0])]
    if agencies or (organisations and not authors):
        agency, source = (agencies or organisations)[0]
        return Writers(authors=tuple(authors), agency=agency, evidence=evidence or source)
    return Writers(authors=tuple(authors), agency=None, evidence=evidence)
