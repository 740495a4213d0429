"""Captures to documents: the table of page formats."""

from archiver.parse.formats import parse

__all__ = ["parse"]
