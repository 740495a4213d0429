"""Turns captures of news pages into an honest, lasting, searchable static archive."""

from typing import TYPE_CHECKING, Any

from archiver.api import extract
from archiver.version import __version__

if TYPE_CHECKING:
    from archiver.model.extraction import Extraction

__all__ = ["Extraction", "__version__", "extract"]


def __getattr__(name: str) -> Any:
    if name == "Extraction":
        from archiver.model.extraction import Extraction  # noqa: PLC0415 - `archiver --help` needs no model

        return Extraction
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
