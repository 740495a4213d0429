"""Document to extraction: rules claim words, `compose` builds the article from what was settled."""

from archiver.extract.engine import extract, rule_notes

__all__ = ["extract", "rule_notes"]
