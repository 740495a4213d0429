"""Turns captures of news pages into an honest, lasting, searchable static archive."""

from archiver.api import extract
from archiver.model.extraction import Extraction
from archiver.version import __version__

__all__ = ["Extraction", "__version__", "extract"]
