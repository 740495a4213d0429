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
_ARTICLES = ".articles"
_FILES = 16
"""Two for each output folder that is remembered; older ones are forgotten."""
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What is known of an article's files."""

    inputs: str
    """The fingerprint of all they were made of."""
    files: tuple[str, ...]
    """Their names below the article's folder."""
    bytes_digest: str
    """Of all of them, so that a file changed by hand is made again."""


def load_articles(site_folder: Path, target: Path) -> dict[str, Made]:
    """What is known of each article's files in the site in `target`, by permalink; all or nothing."""
    try:
        told = json.loads(_path(site_folder, target, _ARTICLES).read_bytes())
        if told["format"] != _FORMAT or tuple(told["site"]) != site_mark(target):
            return {}
        return {
            str(permalink): Made(inputs=str(inputs), bytes_digest=str(digest), files=tuple(map(str, files)))
            for permalink, (inputs, digest, files) in told["articles"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


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


def save(
    site_folder: Path, target: Path, known: Known, articles: Mapping[str, Made]
) -> tuple[Diagnostic, ...]:
    """Remember it; a warning where that is not possible."""
    path = _path(site_folder, target)
    listed = {link: (made.inputs, made.bytes_digest, made.files) for link, made in articles.items()}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(_path(site_folder, target, _ARTICLES), {"site": known.site, "articles": listed})
        _write(path, asdict(known))
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


def _write(path: Path, told: Mapping[str, Any]) -> None:
    beside = path.with_suffix(".partial")
    beside.write_text(json.dumps({"format": _FORMAT, **told}, ensure_ascii=False), encoding="utf-8")
    beside.replace(path)


def _path(site_folder: Path, target: Path, kind: str = "") -> Path:
    """A file for each output folder; one below the site's keeps its name wherever the site stands."""
    return site_folder / FOLDER / f"{digest(os.path.relpath(target, site_folder.resolve()), 16)}{kind}.json"


def _time(path: Path) -> float:
    return path.stat().st_mtime


def _warning(path: Path, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=UNUSABLE, path=str(path), message=message, hint=hint, severity=Severity.WARNING)
