"""Finds the page bundles below content/ and reads their files; what the files mean is `content`'s affair."""

import errno
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from archiver import text
from archiver.errors import Diagnostic, Severity

INDEX = "index.md"
VERSIONS = "versions"
"""Folder in a page bundle that holds other captures of the same article; it is no part of the site."""
RECORD = frozenset((INDEX, "comments.md", "ledger.tsv", "manifest.sha256"))
"""The files of a page bundle that the archive itself writes."""
MEDIA = frozenset(
    (".avif", ".gif", ".jpeg", ".jpg", ".m4a", ".mp3", ".mp4", ".oga", ".ogg", ".ogv", ".pdf", ".png",
     ".wav", ".webm", ".webp")
)  # fmt: skip
"""Endings of the files that are published beside an article: kinds that no browser runs as a page."""
SETTLED_NS = 2_000_000_000
"""A file changed this shortly before it was looked at could change again without its times showing it."""
LARGEST_BYTES = 100_000_000
"""Largest file of the record: twice the largest capture, and far more than any article has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleFolder:
    """One page bundle as it stands on disk."""

    path: Path
    folder: str
    """Below content/, with forward slashes."""
    names: tuple[str, ...]
    """The record's files that are there, sorted."""
    media: tuple[str, ...]
    """Paths of media files below the bundle, with forward slashes, sorted."""

    def read(self) -> dict[str, bytes]:
        """The record's files by name; raises OSError, for one larger than `LARGEST_BYTES` too."""
        return {name: _read(self.path / name) for name in self.names}

    def seen(self, names: tuple[str, ...], before_ns: int) -> str:
        """What tells, without opening them, that files stayed the same; empty while they settle.

        `before_ns` is the clock before the look, in nanoseconds. Raises OSError.
        """
        seen = [os.lstat(f"{self.path}/{name}") for name in names]
        if any(max(each.st_mtime_ns, each.st_ctime_ns) + SETTLED_NS >= before_ns for each in seen):
            return ""
        told = zip(names, seen, strict=True)
        return " ".join(
            f"{name} {each.st_size} {each.st_mtime_ns} {each.st_ctime_ns} {each.st_ino}"
            for name, each in told
        )


def _read(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(LARGEST_BYTES + 1)
    if len(data) > LARGEST_BYTES:
        raise OSError(errno.EFBIG, f"{path.name} has more than {LARGEST_BYTES // 1_000_000} MB", str(path))
    return data


def find(content: Path) -> tuple[tuple[BundleFolder, ...], tuple[Diagnostic, ...]]:
    """Every page bundle below a folder, sorted, and what else stands there that cannot be used.

    Hidden folders and links are passed over; links could lead anywhere, round in circles too.
    """
    found: list[BundleFolder] = []
    notes: list[Diagnostic] = []
    waiting: list[tuple[str, str | None]] = [("", None)]
    media: dict[str, list[str]] = {}
    while waiting:
        folder, owner = waiting.pop()
        names, folders = _scan(f"{content}/{folder}")
        problem = _problem(folder) if INDEX in names else None
        if problem:
            notes.append(_note("folder-name", content / folder, problem, "rename it", Severity.ERROR))
        elif INDEX in names:
            owner = folder
            record = tuple(name for name in names if name in RECORD)
            media[folder] = []
            found.append(BundleFolder(path=content / folder, folder=folder, names=record, media=()))
        if owner is not None:
            below = folder.removeprefix(owner).lstrip("/")
            rest = [name for name in names if below or name not in RECORD]
            if rest:
                notes += _sort_out(content / folder, rest, f"{below}/" if below else "", media[owner])
        waiting += [
            (f"{folder}/{name}" if folder else name, owner)
            for name in folders
            if owner is None or name != VERSIONS
        ]
    return tuple(
        BundleFolder(
            path=bundle.path,
            folder=bundle.folder,
            names=bundle.names,
            media=tuple(sorted(media[bundle.folder])),
        )
        for bundle in sorted(found, key=lambda bundle: bundle.folder)
    ), tuple(sorted(notes, key=lambda note: note.path))


def _scan(folder: str) -> tuple[list[str], list[str]]:
    """The names of the plain files and of the folders in a folder, sorted."""
    with os.scandir(folder) as entries:
        seen = [entry for entry in entries if not entry.name.startswith(".")]
    files = sorted(entry.name for entry in seen if entry.is_file(follow_symlinks=False))
    return files, sorted(entry.name for entry in seen if entry.is_dir(follow_symlinks=False))


def _problem(folder: str) -> str | None:
    """Why a folder's path can be no address; None where it can."""
    if not folder:
        return f"{INDEX} stands in the content folder itself, where no article can be"
    if text.clean(folder) != folder or "\\" in folder or not folder.isprintable():
        return "the folder's name holds characters that no address can have"
    return None


def _sort_out(place: Path, names: list[str], below: str, media: list[str]) -> list[Diagnostic]:
    """Add the media files to `media`, and tell of the others."""
    notes = []
    for name in names:
        if PurePosixPath(name).suffix.lower() in MEDIA and _problem(name) is None:
            media.append(f"{below}{name}")
        else:
            told = "not a kind of media file that is published; it is left out"
            notes.append(_note("media-unknown", place / name, told, "", Severity.NOTE))
    return notes


def _note(code: str, path: Path, message: str, hint: str, severity: Severity) -> Diagnostic:
    decoded = os.fsencode(path).decode(errors="replace")
    shown = "".join(each if each.isprintable() else ascii(each)[1:-1] for each in decoded)
    return Diagnostic(code=code, message=message, path=shown, hint=hint, severity=severity)
