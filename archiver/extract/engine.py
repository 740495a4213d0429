"""Runs the two tables of rules over a document and composes what they settled; tells what the rules say."""

import importlib
import re
import textwrap

from archiver.extract.claims import Settled
from archiver.extract.compose import compose
from archiver.extract.reading import Reading
from archiver.extract.rules import FIRST, SECOND
from archiver.model.document import Document
from archiver.model.extraction import Extraction
from archiver.model.site import RuleNote

_CODE = re.compile(r"`+([^`]+)`+")


def settle(reading: Reading) -> Settled:
    """Every character of the document in exactly one settlement."""
    settled = Settled()
    for rule in FIRST:
        settled.settle(rule.name, rule.claims(reading))
    for late in SECOND:
        settled.settle(late.name, list(late.claims(reading, settled)))
    return settled


def extract(document: Document) -> Extraction:
    """Decide the fate of every word of the document.

    Pure: the same document gives an equal extraction. Never raises for any document.
    """
    reading = Reading(document)
    return compose(reading, settle(reading))


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
