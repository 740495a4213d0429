"""THE table: every rule, in the order in which rules may claim. The first claim wins."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from archiver.extract.claims import Claim, Settled
from archiver.extract.reading import Reading
from archiver.extract.rules import story


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that sees the page alone."""

    name: str
    claims: Callable[[Reading], Iterable[Claim]]


@dataclass(frozen=True, slots=True)
class LateRule:
    """A rule that also sees what the rules before it settled."""

    name: str
    claims: Callable[[Reading, Settled], Iterable[Claim]]


FIRST: tuple[Rule, ...] = ()

SECOND: tuple[LateRule, ...] = (LateRule("story", story.claims),)
