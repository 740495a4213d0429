"""Chooses among the things that a page says about itself; each choice keeps its evidence."""

from collections.abc import Iterable
from dataclasses import dataclass

from archiver.model.document import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A value and where it came from."""

    value: str
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
