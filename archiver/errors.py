"""Problems as data, and the errors that carry one.

ArchiverError
├── CaptureError     a capture that cannot be archived
├── ContentError     a page bundle that cannot be read or written
├── ConfigError      site.toml, theme.toml or a profile that cannot be used
└── BuildError       a site that cannot be rendered, indexed or put in place
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters to the exit code: only errors make it 1."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One problem: where it is, what it is, what to do about it."""

    code: str
    """Stable kebab-case name, for example `capture-empty`."""
    message: str
    path: str = ""
    """The file or folder as the user named it."""
    severity: Severity = Severity.ERROR
    hint: str = ""
    """What to do about it."""
    line: int | None = None
    """1-based line in the file at `path`, where one is known."""

    def __str__(self) -> str:
        """The one line that a terminal shows."""
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        head = f"{place}: " if place else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{head}{self.severity}: {self.message}{hint} [{self.code}]"


class ArchiverError(Exception):
    """A problem that ends one piece of work, carried as one diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


class CaptureError(ArchiverError):
    """A capture that is empty, binary, cut off or not an article."""


class ContentError(ArchiverError):
    """A page bundle whose files cannot be read back or written."""


class ConfigError(ArchiverError):
    """A configuration file with a wrong key, value or shape."""


class BuildError(ArchiverError):
    """A site that could not be rendered, indexed or put in place."""
