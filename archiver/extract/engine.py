"""Runs the two tables of rules over a document and composes what they settled."""

from archiver.extract.claims import Settled
from archiver.extract.compose import compose
from archiver.extract.reading import Reading
from archiver.extract.rules import FIRST, SECOND
from archiver.model.document import Document
from archiver.model.extraction import Extraction


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
