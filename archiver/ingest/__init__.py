"""Use case: captures → content/; the only writer there."""

from archiver.ingest.report import Fate, IngestReport, Outcome
from archiver.ingest.run import ingest

__all__ = ["Fate", "IngestReport", "Outcome", "ingest"]
