"""What the rules say about themselves: their docstrings, in the order in which they claim."""

import importlib
import re
import textwrap

from archiver.extract.rules import FIRST, SECOND
from archiver.model.site import RuleNote

_CODE = re.compile(r"`+([^`]+)`+")


def rule_notes() -> tuple[RuleNote, ...]:
    """One note for each rule of the two tables."""
    names = [rule.name for rule in FIRST] + [rule.name for rule in SECOND]
    return tuple(_note(name) for name in names)


def _note(name: str) -> RuleNote:
    words = importlib.import_module(f"archiver.extract.rules.{name}").__doc__ or ""
    first, *rest = re.split(r"\n\s*\n", words.strip())
    examples = [part for part in rest if part.startswith("    ")]
    return RuleNote(
        name=name,
        summary=_line(first),
        details=tuple(_line(part) for part in rest if part not in examples),
        example=textwrap.dedent("\n\n".join(examples)),
    )


def _line(paragraph: str) -> str:
    """The paragraph on one line, without the marks of code."""
    return _CODE.sub(r"\1", " ".join(paragraph.split()))
