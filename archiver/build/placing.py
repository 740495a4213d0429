"""Puts the parts of a new site in place: carried over from the site before it, or made.

The new site is filled in a folder that may hold the site before the last (the spare): most of its files are
the wanted ones already. A file is trusted for its size and time alone; whatever else stands there goes.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

from archiver import marker
from archiver.build import fingerprint
from archiver.model.site import OutputFile
from archiver.render import Part, Placed


class Kept(NamedTuple):
    """A file of a built site; a tuple, for a large site has a million of them, and JSON has them as rows."""

    path: str
    size_bytes: int
    mtime_ns: int
    sha256: str
    """Empty where nobody asks for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What is known of a part's files."""

    inputs: str
    """The fingerprint of all they were made of; empty where it is not known."""
    files: tuple[Kept, ...]
    holds: int = 0
    """What its maker counted."""


@dataclass(slots=True, kw_only=True)
class Placing:
    """Fills one folder."""

    folder: Path
    old: Path
    """The site that `known` tells of."""
    known: Mapping[str, Made]
    shared: str
    """The fingerprint of what every part reads."""
    made: dict[str, Made] = field(default_factory=dict)
    """What the new site's parts were made of, by their names."""
    _standing: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Size and time of what stands in the folder from before."""
    _folders: set[str] = field(default_factory=set)
    _wanted: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Look what stands in the folder; links and the like, which no build makes, go at once."""
        if os.path.lexists(self.folder / marker.NAME.upper()):
            # Names that differ by case are one here, and what was moved from one to the other would be lost.
            shutil.rmtree(self.folder)
            self.folder.mkdir()
        waiting = [""]
        while waiting:
            below = waiting.pop()
            with os.scandir(f"{self.folder}/{below}") as entries:
                for entry in entries:
                    path = below + entry.name
                    if entry.is_dir(follow_symlinks=False):
                        self._folders.add(path)
                        waiting.append(f"{path}/")
                    elif entry.is_file(follow_symlinks=False):
                        seen = entry.stat(follow_symlinks=False)
                        self._standing[path] = (seen.st_size, seen.st_mtime_ns)
                    else:
                        Path(entry.path).unlink()

    def place(self, part: Part) -> tuple[Placed, ...]:
        """See to it that the part's files stand in the folder."""
        inputs = fingerprint.of(self.shared, part.reads) if part.reads is not None else ""
        known = self.known.get(part.name)
        if known is None or known.inputs != inputs or not inputs or not self._carried(known):
            before = {file.path: file for file in known.files} if known else {}
            files = tuple(self._written(file, before.get(file.path)) for file in part.make())
            known = Made(inputs=inputs, files=files)
        self.made[part.name] = known
        return tuple(map(self._placed, known.files))

    def fill(self, name: str, reads: tuple[object, ...], make: Callable[[Path], int]) -> int:
        """The same for a part that is a whole folder, `name`, which `make` is to make; what that gave."""
        inputs = fingerprint.of(fingerprint.program(), reads)
        known = self.known.get(name)
        if known is None or known.inputs != inputs or not self._carried(known):
            self._clear(name)
            holds = make(self.folder)
            known = self._found(name, inputs, holds)
        self.made[name] = known
        return known.holds

    def keep(self, name: str) -> None:
        """Carry over a part that is a whole folder as it stands in the old site, whatever it is made of."""
        inside = f"{name}/"
        known = {key: made for key, made in self.known.items() if key == name or key.startswith(inside)}
        files = [file for made in known.values() for file in made.files]
        if known and all(map(self._carry, files)):
            self._wanted.update(file.path for file in files)
            self.made.update(known)
            return
        self._clear(name)
        for place, _, names in os.walk(self.old / name):
            below = Path(place).relative_to(self.old).as_posix()
            for each in names:
                self._linked(f"{below}/{each}", None)
        if (self.folder / name).is_dir():
            self.made[name] = self._found(name, "", 0)

    def copy(self, name: str, seen: str, files: Mapping[str, Path]) -> str | None:
        """The same for files that are copied, by their paths; a path that is taken already is given back.

        `seen` tells that the files stayed the same; it is empty where that is not certain.
        """
        if taken := next((path for path in files if path in self._wanted), None):
            return taken
        inputs = fingerprint.of(seen, sorted(files)) if seen else ""
        known = self.known.get(name)
        if known is None or known.inputs != inputs or not inputs or not self._carried(known):
            known = Made(
                inputs=inputs, files=tuple(self._copied(path, source) for path, source in files.items())
            )
        self.made[name] = known
        return None

    def finish(self) -> tuple[int, int]:
        """Remove what no part has, and tell how many files there are and their bytes together."""
        for path in self._standing.keys() - self._wanted:
            (self.folder / path).unlink()
        needed = {""}
        for path in self._wanted:
            above = path.rpartition("/")[0]
            while above not in needed:
                needed.add(above)
                above = above.rpartition("/")[0]
        for path in sorted(self._folders - needed, reverse=True):
            (self.folder / path).rmdir()
        files = [file for made in self.made.values() for file in made.files]
        return len(files), sum(file.size_bytes for file in files)

    def _carried(self, made: Made) -> bool:
        if not all(map(self._carry, made.files)):
            return False
        self._wanted.update(file.path for file in made.files)
        return True

    def _carry(self, file: Kept) -> bool:
        """Whether the file stands in the folder now as it stood in the old site."""
        if self._standing.get(file.path) == (file.size_bytes, file.mtime_ns):
            return True
        return self._linked(file.path, file)

    def _linked(self, path: str, file: Kept | None) -> bool:
        """Let the folder have the old site's file, if that is still the one that was made."""
        old = self.old / path
        try:
            seen = old.lstat()
            if file and (seen.st_size, seen.st_mtime_ns) != (file.size_bytes, file.mtime_ns):
                return False
            if old.is_symlink() or not old.is_file():
                return False
        except OSError:
            return False
        place = self._ready(path)
        try:
            os.link(old, place)
        except OSError:
            shutil.copy2(old, place, follow_symlinks=False)
        self._standing[path] = (seen.st_size, seen.st_mtime_ns)
        return True

    def _written(self, file: OutputFile, before: Kept | None) -> Kept:
        digest = hashlib.sha256(file.data).hexdigest()
        self._wanted.add(file.path)
        if before and before.sha256 == digest and self._carry(before):
            return before
        place = self._ready(file.path)
        with place.open("xb") as target:
            target.write(file.data)
            target.flush()
            seen = os.fstat(target.fileno())
        return self._standing_now(file.path, seen, digest)

    def _copied(self, path: str, source: Path) -> Kept:
        self._wanted.add(path)
        place = self._ready(path)
        shutil.copyfile(source, place)
        return self._standing_now(path, place.stat(), "")

    def _standing_now(self, path: str, seen: os.stat_result, digest: str) -> Kept:
        self._standing[path] = (seen.st_size, seen.st_mtime_ns)
        return Kept(path=path, size_bytes=seen.st_size, mtime_ns=seen.st_mtime_ns, sha256=digest)

    def _ready(self, path: str) -> Path:
        """The file's place, empty and with the folders above it.

        What stood there may be the very file of the old site, so it is never written into.
        Raises ValueError for a path that leads out of the folder.
        """
        parts = PurePosixPath(path).parts
        if not parts or path.startswith("/") or ".." in parts or "\0" in path:
            raise ValueError(f"not a path inside the folder: {path!r}")
        above = path.rpartition("/")[0]
        if above and above not in self._folders:
            self._make_folder(above)
        place = self.folder / path
        if self._standing.pop(path, None) is not None:
            place.unlink()
        elif path in self._folders:
            self._clear(path)
        return place

    def _make_folder(self, path: str) -> None:
        above = path.rpartition("/")[0]
        if above and above not in self._folders:
            self._make_folder(above)
        if path in self._standing and path not in self._wanted:
            del self._standing[path]
            (self.folder / path).unlink()
        (self.folder / path).mkdir(exist_ok=True)
        self._folders.add(path)

    def _clear(self, path: str) -> None:
        """Remove a folder that stood here before, unless the new site has something in it."""
        if path not in self._folders or any(each.startswith(f"{path}/") for each in self._wanted):
            return
        shutil.rmtree(self.folder / path)
        inside = f"{path}/"
        self._folders = {each for each in self._folders if each != path and not each.startswith(inside)}
        self._standing = {each: seen for each, seen in self._standing.items() if not each.startswith(inside)}

    def _found(self, name: str, inputs: str, holds: int) -> Made:
        """Take what stands in a folder as a part's files."""
        files = []
        for place, folders, names in os.walk(self.folder / name):
            folders.sort()
            below = Path(place).relative_to(self.folder).as_posix()
            self._folders.add(below)
            for each in sorted(names):
                path = f"{below}/{each}"
                files.append(self._standing_now(path, Path(place, each).lstat(), ""))
                self._wanted.add(path)
        return Made(inputs=inputs, files=tuple(files), holds=holds)

    def _placed(self, file: Kept) -> Placed:
        return Placed(
            path=file.path,
            sha256=file.sha256,
            size_bytes=file.size_bytes,
            read=partial(self._read, file.path),
        )

    def _read(self, path: str) -> bytes:
        return (self.folder / path).read_bytes()


def load(told: Mapping[str, Any]) -> dict[str, Made]:
    """What `dump` told; raises TypeError or ValueError for anything else."""
    found = {}
    for name, (inputs, holds, files) in told.items():
        found[name] = Made(inputs=inputs, holds=holds, files=tuple(Kept(*file) for file in files))
    return found


def dump(made: Mapping[str, Made]) -> dict[str, object]:
    """JSON-ready values of it."""
    return {
        name: (
            each.inputs,
            each.holds,
            each.files,
        )
        for name, each in made.items()
    }
