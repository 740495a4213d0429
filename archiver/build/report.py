"""What a build tells: how far it is, how long each stage took, what came of it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archiver.errors import Diagnostic

Progress = Callable[[str, int, int], None]
"""Told the stage, how much is done, and of how much; 0 where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What one build did."""

    output: Path
    built: bool
    """False where a strict build met a problem: the old site stands."""
    articles: int
    comments: int
    files: int
    """In the built site, the search index included."""
    size_bytes: int
    documents: int
    """In the search index."""
    seconds: tuple[tuple[str, float], ...]
    """Time for each stage, in order."""
    diagnostics: tuple[Diagnostic, ...]

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return {
            "output": str(self.output),
            "built": self.built,
            "articles": self.articles,
            "comments": self.comments,
            "files": self.files,
            "size_bytes": self.size_bytes,
            "documents": self.documents,
            "seconds": {stage: round(seconds, 4) for stage, seconds in self.seconds},
            "diagnostics": [
                {
                    "code": each.code,
                    "severity": str(each.severity),
                    "path": each.path,
                    "line": each.line,
                    "message": each.message,
                    "hint": each.hint,
                }
                for each in self.diagnostics
            ],
        }


@dataclass(slots=True, kw_only=True)
class Clock:
    """How long each stage took, and who is told how far it is."""

    tell: Progress
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Take the time of a block."""
        self.tell(name, 0, 0)
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start
