"""The outlet's own names, so that none is taken for a headline or an author."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from archiver.extract.facts import Choice
from archiver.extract.words import vocabulary
from archiver.model.document import Document, Fact

_SECTION = 15
"""Characters of a section's name beside the outlet's."""
_LONGEST_NAME = 40
_HOST = re.compile(r"\w\.[a-z]{2,8}\Z", re.IGNORECASE)
_BREAKS = re.compile(r"\W+")
_OWN = re.compile(r"['’]s\Z")


@lru_cache(maxsize=4096)
def key(words: str) -> str:
    """The words without case and punctuation, for comparing."""
    return _BREAKS.sub(" ", words).casefold().strip()


@lru_cache(maxsize=4096)
def letters(words: str) -> str:
    """The letters and digits of the words, in lower case, glued as host names glue them."""
    return "".join(filter(str.isalnum, words.casefold()))


def outlet(facts: Iterable[Fact]) -> str:
    """The outlet's names and its host's, as one line of letters to look names up in."""
    told = list(facts)
    names = [fact.value for fact in told if fact.field == "site"]
    hosts = [re.sub(r"\Ahttps?://(?:www\.)?([^/:]*).*", r"\1", f.value) for f in told if f.field == "url"]
    return " ".join(letters(name) for name in [*names, *hosts])


def place(address: str) -> tuple[str, str]:
    """Host, without "www", and path of an address; both empty where it is none."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", ""
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/")


def page_place(document: Document) -> tuple[str, str]:
    """Host and path of the page, as it says itself or as it was captured; empty where nothing tells."""
    told = next((fact.value for fact in document.facts if fact.field == "url"), "")
    return place(told or document.url or "")


def hosts(facts: Iterable[Fact]) -> frozenset[str]:
    """The names that the page's addresses have before their top-level domain, as letters."""
    found = (re.match(r"https?://([^/:]+)", fact.value) for fact in facts if fact.field == "url")
    labels = (label for match in found if match for label in match[1].split(".")[:-1])
    return frozenset(spelled for label in labels if len(spelled := letters(label)) > 3)


def names_host(words: str, labels: frozenset[str]) -> bool:
    """Whether the words are a host's name and no more than common words of outlets beside it."""
    said = [letters(_OWN.sub("", word)) for word in words.split()]
    telling = "".join(word for word in said if word not in vocabulary("outlet_word").lines)
    return any(
        label in (telling, "".join(said)) or (telling in label and 2 * len(telling) > len(label))
        for label in labels
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The outlet as its page names it."""

    name: str
    """Without case and punctuation; empty where the page does not say it."""
    labels: frozenset[str]
    """The names in its addresses."""

    def has(self, words: str) -> bool:
        """Whether the words are the outlet's name, or it and a section's one word."""
        said = key(words)
        if said and names_host(words, self.labels):
            return True
        if not (self.name and said):
            return False
        rest = said.replace(self.name, "").strip(" ㅣ")
        return said in self.name or (rest != said and " " not in rest and len(rest) <= _SECTION)


def house_of(facts: Iterable[Fact]) -> House:
    """The outlet that the page's facts name."""
    told = list(facts)
    name = next((fact.value for fact in told if fact.field == "site"), "")
    return House(name=key(name), labels=hosts(told))


def choose_site(facts: Iterable[Fact]) -> Choice | None:
    """The outlet's name: as its site gives it, unless that is a host's name, a slug or a sentence."""
    told = [Choice(value=fact.value, evidence=fact.evidence) for fact in facts if fact.field == "site"]
    own = (one for one in told if one.evidence == "meta og:site_name" and _is_name(one.value))
    return next(own, next(iter(told), None))


def _is_name(words: str) -> bool:
    return (
        len(words) <= _LONGEST_NAME and not _HOST.search(words) and not (words.islower() and words.isascii())
    )
