"""Printed picture credits: as data, and where they stand in the words of a caption."""

from archiver.extract.figures.parts import credit
from archiver.extract.figures.printed import credit_spans

__all__ = ["credit", "credit_spans"]
