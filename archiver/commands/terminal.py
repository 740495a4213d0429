"""What a person sees: results on standard output, problems and progress on standard error."""

import os
import re
import shutil
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TextIO

from archiver.errors import Diagnostic, Severity

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_STEP_SECONDS = 0.1
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


def shown(text: str) -> str:
    """The text with control characters made visible, so that captured words cannot steer a terminal."""
    return _CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


@dataclass(slots=True, kw_only=True)
class Terminal:
    """Where a command's words go."""

    out: TextIO
    err: TextIO
    _told_at: float = field(default=0.0, init=False)
    _line_open: bool = field(default=False, init=False)

    @property
    def width(self) -> int:
        """Columns of the terminal; 100 where there is none."""
        return shutil.get_terminal_size((100, 24)).columns

    @property
    def colours(self) -> bool:
        """Whether standard output may be coloured: a terminal, and nobody said no (no-color.org)."""
        return self.out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"

    def say(self, line: str = "") -> None:
        """One line of the result."""
        self.out.write(f"{line}\n")

    def tell(self, line: str) -> None:
        """One line about the run."""
        self.clear()
        self.err.write(f"{shown(line)}\n")
        self.err.flush()

    def problem(self, diagnostic: Diagnostic) -> None:
        """One line for one problem."""
        self.clear()
        line = shown(str(diagnostic).replace("\n", " "))
        if self.err.isatty() and not os.environ.get("NO_COLOR"):
            word = f"{diagnostic.severity}:"
            line = line.replace(word, f"\x1b[{_COLOURS[diagnostic.severity]}m{word}\x1b[0m", 1)
        self.err.write(f"{line}\n")
        self.err.flush()

    def problems(self, diagnostics: Iterable[Diagnostic]) -> None:
        """One line for each problem."""
        for diagnostic in diagnostics:
            self.problem(diagnostic)

    def progress(self, done: int, total: int, name: str) -> None:
        """Rewrites one line on a terminal, ten times a second at most; silent in a log."""
        now = time.monotonic()
        if (
            not self.err.isatty()
            or os.environ.get("CI")
            or (done < total and now < self._told_at + _STEP_SECONDS)
        ):
            return
        self._told_at = now
        line = shown(f"{done}/{total} {name}")[: max(10, self.width - 1)]
        self.err.write(f"\r\x1b[K{line}")
        self.err.flush()
        self._line_open = True

    def clear(self) -> None:
        """Take the progress line away."""
        if self._line_open:
            self.err.write("\r\x1b[K")
            self._line_open = False
