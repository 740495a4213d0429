"""Builds in a process of their own, as a user runs them."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
_SCRIPT = """
import sys
from pathlib import Path
from archiver.build import build
print("ready", flush=True)
build(Path(sys.argv[1]), with_search=sys.argv[2] == "search")
"""


def environment(**changes: str) -> dict[str, str]:
    """This process's environment with changes, and archiver to import."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **changes}


def start_build(site: Path, *, with_search: bool) -> "subprocess.Popen[bytes]":
    """A build that is about to begin: all is imported, and nothing is read yet."""
    command = [sys.executable, "-c", _SCRIPT, str(site), "search" if with_search else "plain"]
    process = subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


def run_archiver(*arguments: str, **changes: str) -> "subprocess.CompletedProcess[str]":
    """One command to its end."""
    command = [sys.executable, "-m", "archiver", *arguments]
    return subprocess.run(
        command, env=environment(**changes), capture_output=True, text=True, encoding="utf-8", check=False
    )
