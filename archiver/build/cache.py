"""What the last build into a folder was made of: one small file, safe to delete or carry away.

It is written after the new site stands and names that site's marker, so a kill, a foreign cache or a foreign
site only mean that nothing is known, and all is built again.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from archiver import marker
from archiver.build.report import BuildReport
from archiver.errors import Diagnostic, Severity
from archiver.text import digest

FOLDER = Path(".archiver-cache", "build")
UNUSABLE = "cache-unusable"
"""The code of a warning about the cache itself."""
_FORMAT = 1
_FILES = 8
"""Output folders that are remembered; older ones are forgotten."""
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
    search: Mapping[str, str] = field(default_factory=dict)
    """The fingerprint of what each part of its search index was made of, by the part's folder."""
    counts: tuple[int, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def load(site_folder: Path, target: Path) -> tuple[Known, tuple[Diagnostic, ...]]:
    """What is known of the site in `target`, and a warning where that cannot be read.

    Of another site than the one that was built nothing is known.
    """
    path = _path(site_folder, target)
    try:
        told = json.loads(path.read_bytes())
        known = _read(told) if told["format"] == _FORMAT else Known()
    except FileNotFoundError:
        return Known(), ()
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return Known(), (_warning(path, "the cache cannot be read; all is built again", "delete the file"),)
    return (known if known.site == site_mark(target) else Known()), ()


def save(site_folder: Path, target: Path, known: Known) -> tuple[Diagnostic, ...]:
    """Remember it; a warning where that is not possible."""
    path = _path(site_folder, target)
    told = {"format": _FORMAT, **asdict(known)}
    beside = path.with_suffix(".partial")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
        beside.replace(path)
        for old in sorted(path.parent.glob("*.json"), key=_time, reverse=True)[_FILES:]:
            old.unlink(missing_ok=True)
    except (OSError, ValueError) as error:
        message = f"the cache cannot be written: {getattr(error, 'strerror', None) or error}"
        return (_warning(path, message, "the next build makes all again"),)
    return ()


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


def _read(told: dict[str, Any]) -> Known:
    """The file's values; raises KeyError, TypeError or ValueError for what `save` did not write."""
    search = {str(name): str(value) for name, value in told["search"].items()}
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
        search=search,
        counts=counts,
        diagnostics=diagnostics,
    )


def _path(site_folder: Path, target: Path) -> Path:
    """A file for each output folder; one below the site's keeps its name wherever the site stands."""
    return site_folder / FOLDER / f"{digest(os.path.relpath(target, site_folder.resolve()), 16)}.json"


def _time(path: Path) -> float:
    return path.stat().st_mtime


def _warning(path: Path, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=UNUSABLE, path=str(path), message=message, hint=hint, severity=Severity.WARNING)
