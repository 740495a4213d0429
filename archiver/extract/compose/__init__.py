"""Settled claims to an extraction: gathers what the rules found and decides nothing about words."""

from archiver.extract.compose.extraction import compose

__all__ = ["compose"]
