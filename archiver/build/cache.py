"""What an idle build must know of the last one: one small file, safe to delete or carry away.

It is written after the new site stands and names that site's marker, so a kill, a foreign cache or a foreign
site only mean that nothing is known, and all is built again.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from archiver import marker
from archiver.build.report import BuildReport
from archiver.errors import Diagnostic, Severity
from archiver.text import digest

FOLDER = Path(".archiver-cache", "build")
UNUSABLE = "cache-unusable"
"""The code of a warning about the cache itself."""
_FORMAT = 2
_COUNTS = ("articles", "comments", "files", "size_bytes", "documents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the site that stands in an output folder."""

    inputs: str = ""
    """The fingerprint of all it was made of; empty where that is not certain."""
    site: tuple[int, int] = (0, 0)
    """Size and time in nanoseconds of its marker."""
    indexed: bool = False
    """Its search index is made from the same inputs, and not taken over from a site before it."""
    counts: tuple[int, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def load(site_folder: Path, target: Path) -> tuple[Known, tuple[Diagnostic, ...]]:
    """What is known of the site in `target`, and a warning where that cannot be read.

    Of another site than the one that was built nothing is known.
    """
    path = path_of(site_folder, target)
    try:
        told = json.loads(path.read_bytes())
        known = _read(told) if told["format"] == _FORMAT else Known()
    except FileNotFoundError:
        return Known(), ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Known(), (warning(path, "the cache cannot be read; all is built again", "delete the file"),)
    return (known if known.site == site_mark(target) else Known()), ()


def save(site_folder: Path, target: Path, known: Known) -> None:
    """Remember it; raises OSError and ValueError."""
    path = path_of(site_folder, target)
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, asdict(known))


def site_mark(target: Path) -> tuple[int, int]:
    """Size and time of the marker of a built site, (0, 0) where there is none."""
    try:
        seen = (target / marker.NAME).stat()
    except OSError:
        return (0, 0)
    return (seen.st_size, seen.st_mtime_ns)


def remembered(
    known: Known, target: Path, *, built: bool, seconds: tuple[tuple[str, float], ...]
) -> BuildReport:
    """The report of a build that found nothing to do."""
    counts = dict(zip(_COUNTS, known.counts, strict=True))
    return BuildReport(output=target, built=built, seconds=seconds, diagnostics=known.diagnostics, **counts)


def counts_of(report: BuildReport) -> tuple[int, ...]:
    """The report's numbers, to be remembered."""
    return tuple(getattr(report, name) for name in _COUNTS)


def path_of(site_folder: Path, target: Path, kind: str = "") -> Path:
    """A file for each output folder; one below the site's keeps its name wherever the site stands."""
    return site_folder / FOLDER / f"{digest(os.path.relpath(target, site_folder.resolve()), 16)}{kind}.json"


def warning(path: Path, message: str, hint: str) -> Diagnostic:
    """A warning about the cache."""
    return Diagnostic(code=UNUSABLE, path=str(path), message=message, hint=hint, severity=Severity.WARNING)


def _read(told: dict[str, Any]) -> Known:
    """The file's values; raises KeyError, TypeError or ValueError for what `save` did not write."""
    size, time_ns = map(int, told["site"])
    counts = tuple(map(int, told["counts"]))
    if len(counts) != len(_COUNTS):
        raise ValueError("other counts than ours")
    diagnostics = tuple(
        Diagnostic(**{**each, "severity": Severity(each["severity"])}) for each in told["diagnostics"]
    )
    return Known(
        inputs=str(told["inputs"]),
        site=(size, time_ns),
        indexed=told["indexed"] is True,
        counts=counts,
        diagnostics=diagnostics,
    )


def _write(path: Path, told: Mapping[str, Any]) -> None:
    beside = path.with_suffix(".partial")
    beside.write_text(json.dumps({"format": _FORMAT, **told}, ensure_ascii=False), encoding="utf-8")
    beside.replace(path)
