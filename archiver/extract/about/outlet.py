"""The outlet's own names, so that none is taken for a headline or an author."""

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from archiver.model.document import Document, Fact


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
