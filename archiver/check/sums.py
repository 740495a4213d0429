"""The built site against its own checksums: what has been changed since it was built."""

import hashlib
from pathlib import Path

from archiver.errors import Diagnostic
from archiver.render.site import MANIFEST

_AGAIN = "run: archiver build"


def check_sums(output: Path) -> tuple[Diagnostic, ...]:
    """Each file that its manifest.sha256 names and that is not there, or not as it was built."""
    manifest = output / MANIFEST
    if not manifest.is_file():
        return (_problem(manifest, "the built site has no list of checksums"),)
    problems = []
    for number, line in enumerate(manifest.read_text(encoding="utf-8").splitlines(), start=1):
        digest, _, path = line.partition("  ")
        file = output / path
        if not path or not file.is_file():
            problems.append(_problem(file, "the list of checksums names it, and it is not there", number))
        elif hashlib.sha256(file.read_bytes()).hexdigest() != digest:
            problems.append(_problem(file, "it has been changed since the site was built", number))
    return tuple(problems)


def _problem(path: Path, message: str, line: int | None = None) -> Diagnostic:
    told = f"{message} ({MANIFEST} line {line})" if line else message
    return Diagnostic(code="checksum", path=str(path), message=told, hint=_AGAIN)
