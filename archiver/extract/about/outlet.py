"""The outlet's own names, so that none is taken for a headline or an author."""

import re
from collections.abc import Iterable

from archiver.model.document import Fact


def letters(words: str) -> str:
    """The letters and digits of the words, in lower case, glued as host names glue them."""
    return "".join(filter(str.isalnum, words.casefold()))


def outlet(facts: Iterable[Fact]) -> str:
    """The outlet's names and its host's, as one line of letters to look names up in."""
    told = list(facts)
    names = [fact.value for fact in told if fact.field == "site"]
    hosts = [re.sub(r"\Ahttps?://(?:www\.)?([^/:]*).*", r"\1", f.value) for f in told if f.field == "url"]
    return " ".join(letters(name) for name in [*names, *hosts])
