"""The ledger as its readers see it: every run of words, where it went, and which rule sent it there."""

from collections.abc import Iterable
from dataclasses import dataclass

from archiver.model.ledger import Entry, Role

REMOVED_SHOWN = 40
REMOVED_CHARACTERS = 6000
"""On the article's own page; the ledger's page has all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One run of words with one fate."""

    role: str
    rule: str
    rule_url: str
    """Where the rule tells of itself; empty for a rule of another version."""
    reason: str
    about: str
    text: str
    removed: bool


def rows(
    ledger: Iterable[Entry], address: str, rules: frozenset[str], *, removed_only: bool = False
) -> tuple[Row, ...]:
    """The ledger's entries that have words, in the capture's order; `address` is the page of the rules."""
    return tuple(
        Row(
            role=str(entry.role),
            rule=entry.rule,
            rule_url=f"{address}#rule-{entry.rule}" if entry.rule in rules else "",
            reason=entry.reason,
            about=entry.about,
            text=text,
            removed=entry.role is Role.REMOVED,
        )
        for entry in ledger
        if (not removed_only or entry.role is Role.REMOVED) and (text := entry.text.strip())
    )


def shortened(removed: tuple[Row, ...]) -> tuple[Row, ...]:
    """As many of the first rows as an article's page has room for; a row is whole or not there."""
    length = 0
    for index, row in enumerate(removed[:REMOVED_SHOWN]):
        length += len(row.text)
        if length > REMOVED_CHARACTERS and index:
            return removed[:index]
    return removed[:REMOVED_SHOWN]
