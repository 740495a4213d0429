"""Document to extraction: rules claim words, `compose` builds the article from what was settled."""

from archiver.extract.engine import extract

__all__ = ["extract"]
