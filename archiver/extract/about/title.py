"""What the story is called: a choice among what the page prints and what its source tells others."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archiver.extract.about.outlet import House, hosts, house_of, key, letters, names_host, outlet
from archiver.extract.facts import Choice
from archiver.model.document import Fact
from archiver.text import squash

_SITE_BREAK = re.compile(r"\s+[|–—·•»›ǀ:*-]+\s+|\s*[|ㅣ：]\s*|-(?=[^-]*\Z)")
_LIKELY = 15
"""A title of fewer characters is too short to be recognised inside a longer one."""
_SHORTEST = 3
"""No outlet's name is shorter."""
_WEIGHTS = {"json-ld": 2, "og:title": 2, "alternative": 1}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """The headings that a page prints, in page order."""

    main: tuple[str, ...]
    """First-level headings."""
    lower: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What the page's source calls the story, each as its first fact says; empty where it says nothing."""

    formal: str
    """The headline in JSON-LD."""
    shared: Choice | None
    """Open Graph's title, else the first other one of a meta tag, without the outlet's name."""
    window: str
    """The title element."""
    alternative: str

    def votes(self, heading: str) -> int:
        """How strongly the sources say that the heading is the headline."""
        shared = self.shared.value if self.shared else ""
        told = {"json-ld": self.formal, "og:title": shared, "alternative": self.alternative}
        return sum(_WEIGHTS[name] for name, title in told.items() if title and key(title) == key(heading))


def without_site(title: str, others: Iterable[str], house: House) -> str:
    """The title without the outlet's name at either end, where the name itself or another title tells so."""
    known = {key(other) for other in others}
    breaks = [(title[: found.start()], title[found.end() :]) for found in _SITE_BREAK.finditer(title)]
    for head, tail in breaks:
        if len(head) > _LIKELY and house.has(tail):
            return next((one for one, _ in breaks if key(one) in known), head).strip()
    if key(title) in known:
        return title
    for head, tail in breaks:
        if len(tail) > _LIKELY and len(head) > _SHORTEST and house.has(head):
            return next((one for _, one in breaks if key(one) in known), tail).strip()
    return next((head.strip() for head, _ in breaks if key(head) in known), title)


def headline_among(facts: Iterable[Fact], printed: Printed) -> str:
    """The printed heading that is the headline; empty where no source speaks for one and there are several.

    A first-level heading that names the outlet is none, and neither is one that the title element puts
    beside a lower heading: both are how a blog prints its own name.
    """
    told = list(facts)
    site, labels = outlet(told), hosts(told)
    window = next((fact.value for fact in told if fact.field == "page-title"), "")
    lower = [heading for heading in map(squash, printed.lower) if len(heading) > 3]
    main = [
        heading
        for heading in map(squash, printed.main)
        if not (_is_outlet(heading, site) or names_host(heading, labels))
        and not _beside(heading, window, lower)
    ]
    source = _told(told, main)
    best = max(main, key=source.votes, default="")
    other = max((heading for heading in lower if len(heading) > _LIKELY), key=source.votes, default="")
    if other and source.votes(other) > max(1, source.votes(best)):
        return other
    if best and (source.votes(best) or len({key(heading) for heading in main}) == 1):
        return best
    beside = next((found for name in printed.main if (found := _beside(name, window, lower))), "")
    if beside and not main:
        return beside
    begins = (heading for heading in (*main, *lower) if _begins(source.window, heading))
    return max(begins, key=len, default="")


def _is_outlet(heading: str, site: str) -> bool:
    name = letters(heading)
    return len(name) < 3 or (name in site and len(name) > 3)


def _beside(heading: str, window: str, lower: list[str]) -> str:
    """The lower heading that makes up the title element together with this one: it is the headline."""
    name, whole = letters(heading), letters(window)
    for other in lower:
        rest = letters(other)
        if len(rest) > _LIKELY and whole in (name + rest, rest + name):
            return other
    return ""


def _begins(title: str, heading: str) -> bool:
    """Whether the title is the heading with something after it."""
    return len(heading) > 3 and f"{key(title)} ".startswith(f"{key(heading)} ")


def choose_title(facts: Iterable[Fact], printed: Printed) -> Choice | None:
    """The headline: the printed one, unless what the page tells others to call it is the better one."""
    told = list(facts)
    heading = headline_among(told, printed)
    source = _told(told, list(printed.main))
    shared = source.shared
    if heading and (shared is None or not _is_desk_title(shared.value, heading, source)):
        agrees = source.formal and key(source.formal) == key(heading)
        return Choice(value=heading, evidence="heading and json-ld" if agrees else "heading")
    if shared:
        return shared
    if source.formal:
        return Choice(value=source.formal, evidence="json-ld")
    window = without_site(source.window, (*printed.main, *printed.lower), house_of(told))
    return Choice(value=window, evidence="title element") if window else None


def _is_desk_title(shared: str, heading: str, source: _Told) -> bool:
    """Whether Open Graph's title is the story's headline and the heading a longer or other form of it.

    Heading and JSON-LD often hold a headline made for search, with a kicker before it or more words; the
    title element then is the same with the outlet's name. Where the title element is the heading alone, or
    sides with Open Graph, the heading is the headline.
    """
    if key(shared) == key(heading) or len(shared) <= _LIKELY:
        return False
    if key(source.formal) == key(shared):
        return True
    if _begins(shared, heading) or key(shared).endswith(f" {key(heading)}"):
        return False
    if not source.formal:
        return not _begins(heading, shared)
    if key(source.formal) != key(heading):
        return False
    return _begins(source.window, heading) and key(source.window) != key(heading)


def _told(facts: list[Fact], headings: list[str]) -> _Told:
    house = house_of(facts)
    titles = [fact for fact in facts if fact.field == "title"]
    formal = next((fact.value for fact in titles if fact.evidence.startswith("json-ld")), "")
    meta = [fact for fact in titles if not fact.evidence.startswith("json-ld")]
    first = next((fact for fact in meta if "og:title" in fact.evidence), meta[0] if meta else None)
    shared = None
    if first:
        others = [*headings, formal, *(fact.value for fact in meta if fact.value != first.value)]
        cut = without_site(first.value, [other for other in others if other], house)
        shared = Choice(value=cut, evidence=first.evidence)
    return _Told(
        formal=without_site(formal, headings, house),
        shared=shared,
        window=next((fact.value for fact in facts if fact.field == "page-title"), ""),
        alternative=next((fact.value for fact in facts if fact.field == "alternative-title"), ""),
    )
