"""The command line: arguments → use case → exit code.

Exit codes: 0 fine, 1 problems found, 2 wrong use, 130 interrupted.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

from archiver.commands.arguments import parser
from archiver.commands.terminal import Terminal
from archiver.errors import ArchiverError, Diagnostic

PROBLEMS, INTERRUPTED, BROKEN_PIPE = 1, 130, 141


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code, except that argparse itself exits with 2 on wrong use."""
    for stream in (sys.stdout, sys.stderr):
        # A name or a text of any alphabet must not end the run on a terminal that cannot show it.
        getattr(stream, "reconfigure", lambda **_: None)(errors="backslashreplace")
    terminal = Terminal(out=sys.stdout, err=sys.stderr)
    try:
        chosen = parser().parse_args(arguments)
        code = _run(chosen.command, chosen, terminal)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        terminal.clear()
        return INTERRUPTED
    except BrokenPipeError:
        # Who reads our output has gone; Python must not fail again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return BROKEN_PIPE


def _run(command: str, chosen: object, terminal: Terminal) -> int:
    """Load and run one command's module; the others, and what they import, are never loaded."""
    try:
        code = import_module(f"archiver.commands.{command}").run(chosen, terminal)
        return int(code)
    except ArchiverError as error:
        terminal.problem(error.diagnostic)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        path = os.fsdecode(error.filename) if isinstance(error.filename, (str, bytes)) else ""
        terminal.problem(Diagnostic(code="io-failed", path=path, message=error.strerror or str(error)))
    return PROBLEMS
