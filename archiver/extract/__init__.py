"""Document to extraction: rules claim words, `compose` builds the article from what was settled."""

from archiver.extract.engine import extract, rule_notes
from archiver.extract.no_story import NoStory, why_no_story

__all__ = ["NoStory", "extract", "rule_notes", "why_no_story"]
