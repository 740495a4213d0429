"""Turns captures of news pages into an honest, lasting, searchable static archive."""

from archiver.api import extract
from archiver.model.extraction import Extraction

__all__ = ["Extraction", "__version__", "extract"]
__version__ = "0.1.0"
