"""Blocks and words as Markdown, both directions: the dialect that the archive writes."""
