"""What became of the captures of one run, as data."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from archiver.errors import Diagnostic, Severity


class Fate(StrEnum):
    """Where a capture ended."""

    NEW = "new"
    """A page bundle was made of it."""
    UPDATED = "updated"
    """It took the place of an earlier capture of the same article, which is kept as a version."""
    VERSION = "version"
    """It stands as a version beside a later capture or an edited bundle."""
    UNCHANGED = "unchanged"
    """The archive has it already."""
    REFUSED = "refused"
    """It is not in the archive; its diagnostics say why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one capture."""

    capture: str
    """The file as the user named it."""
    fate: Fate
    folder: str = ""
    """Where it stands below content/, with forward slashes."""
    sha256: str = ""
    title: str = ""
    comments: int = 0
    comments_declared: int | None = None
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What became of every capture, in the order of their names."""

    outcomes: tuple[Outcome, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    """Problems of no single capture, for example a folder without any."""
    dry_run: bool = False

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """All diagnostics, those of no capture first."""
        return self.diagnostics + tuple(d for outcome in self.outcomes for d in outcome.diagnostics)

    @property
    def ok(self) -> bool:
        """Whether there was no error."""
        return all(diagnostic.severity is not Severity.ERROR for diagnostic in self.problems)

    def counts(self) -> dict[str, int]:
        """How many captures had each fate; every fate has its key."""
        counted = Counter(outcome.fate for outcome in self.outcomes)
        return {str(fate): counted[fate] for fate in Fate}

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return {
            "dry_run": self.dry_run,
            "counts": self.counts(),
            "captures": [_outcome_dict(outcome) for outcome in self.outcomes],
            "diagnostics": [diagnostic_dict(diagnostic) for diagnostic in self.diagnostics],
        }


def _outcome_dict(outcome: Outcome) -> dict[str, Any]:
    return {
        "capture": outcome.capture,
        "fate": str(outcome.fate),
        "folder": outcome.folder,
        "sha256": outcome.sha256,
        "title": outcome.title,
        "comments": outcome.comments,
        "comments_declared": outcome.comments_declared,
        "diagnostics": [diagnostic_dict(diagnostic) for diagnostic in outcome.diagnostics],
    }


def diagnostic_dict(diagnostic: Diagnostic) -> dict[str, Any]:
    """A diagnostic as JSON-ready values."""
    return {
        "code": diagnostic.code,
        "severity": str(diagnostic.severity),
        "path": diagnostic.path,
        "line": diagnostic.line,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }
