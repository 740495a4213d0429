"""Files and folders as the user names them → capture files, in the order of their names."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archiver.errors import Diagnostic, Severity
from archiver.text import plural
from archiver.unpack import is_capture, is_sidecar

DEEPEST = 200
"""Folders nested deeper than this are passed over with a diagnostic."""
SAVED_PARTS = "_files"
"""How browsers name the folder of a saved page's images, styles and frames."""
HINT = "captures end in .txt, .html, .htm or .xhtml"


@dataclass(frozen=True, slots=True)
class _PassedOver:
    """A file that is no capture by its name, or part of a page that a browser saved."""

    path: Path


Found = Path | Diagnostic | _PassedOver


def gather(named: Iterable[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """The capture files that the names stand for, each once, and what could not be read.

    A file that is named is taken whatever it is called. A folder gives the files in it, at any depth, whose
    names are those of pages; hidden ones are passed over, and what a browser saved beside a page in
    `NAME_files` is part of that page. Links that lead out of the folder are refused, so that an unpacked
    archive cannot reach for files of the machine.
    """
    files: dict[str, Path] = {}
    problems: list[Diagnostic] = []
    for name in named:
        found = list(_folder(name, name.resolve(), (), 0)) if name.is_dir() else [name]
        passed = [item.path for item in found if isinstance(item, _PassedOver)]
        if len(passed) == len(found):
            problems.append(_problem("no-captures", name, "the folder holds no captures", HINT))
        elif passed:
            problems.append(_passed_over(name, passed))
        problems += [item for item in found if isinstance(item, Diagnostic)]
        for item in found:
            if isinstance(item, Path):
                files.setdefault(os.path.realpath(item), item)
    return sorted(files.values(), key=lambda path: (path.as_posix(), path)), problems


def _problem(
    code: str, path: Path, message: str, hint: str, severity: Severity = Severity.ERROR
) -> Diagnostic:
    return Diagnostic(code=code, path=str(path), message=message, hint=hint, severity=severity)


def _passed_over(folder: Path, passed: Sequence[Path]) -> Diagnostic:
    """One note for a folder's other files, however many."""
    kinds = ", ".join(sorted({path.suffix.lower() or path.name for path in passed})[:8])
    message = f"{plural(len(passed), 'file')} passed over ({kinds})"
    return _problem("files-passed-over", folder, message, HINT, Severity.NOTE)


def _folder(folder: Path, root: Path, above: tuple[str, ...], depth: int) -> Iterator[Found]:
    """What the folder holds; `above` are the real paths of the folders that lead to it."""
    here = os.path.realpath(folder)
    if here in above:
        yield _problem("folder-loop", folder, "the link leads back to a folder above it", "remove the link")
        return
    if depth > DEEPEST:
        yield _problem("folder-too-deep", folder, f"folders are nested {DEEPEST} deep", "name it by itself")
        return
    try:
        with os.scandir(folder) as entries:
            items = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        hint = "check the permissions"
        yield _problem("folder-unreadable", folder, error.strerror or str(error), hint)
        return
    pages = {Path(item.name).stem for item in items if is_capture(Path(item.name))}
    for item in items:
        if item.name.endswith(SAVED_PARTS) and item.name.removesuffix(SAVED_PARTS) in pages:
            yield _PassedOver(Path(item.path))
        elif not item.name.startswith("."):
            yield from _entry(item, root, (*above, here), depth)


def _entry(item: os.DirEntry[str], root: Path, above: tuple[str, ...], depth: int) -> Iterator[Found]:
    path = Path(item.path)
    if item.is_symlink() and not _inside(path, root):
        if is_capture(path) or path.is_dir():
            hint = "name the file itself to ingest it"
            yield _problem("link-leads-out", path, "the link leads out of the folder", hint)
        return
    if _is_dir(item):
        yield from _folder(path, root, above, depth + 1)
    elif is_capture(path):
        yield path
    elif not _is_regular(path):
        hint = "only files hold captures"
        yield _problem("capture-not-a-file", path, "it is neither a file nor a folder", hint)
    elif not is_sidecar(path) and path.stem.lower() != "readme":
        yield _PassedOver(path)


def _inside(path: Path, root: Path) -> bool:
    try:
        return Path(os.path.realpath(path)).is_relative_to(root)
    except (OSError, ValueError):
        return False


def _is_dir(item: os.DirEntry[str]) -> bool:
    try:
        return item.is_dir()
    except OSError:
        return False


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False
