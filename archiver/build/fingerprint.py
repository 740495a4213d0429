"""Short names for everything that a built site depends on, cheap enough to be taken at every build."""

import hashlib
import os
import sys
from functools import cache
from importlib import metadata
from pathlib import Path

from archiver import bundles

Print = str
"""Hex digits; equal only for equal inputs."""
_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = ("jinja2", "markdown-it-py", "markupsafe", "pagefind", "pyyaml")


@cache
def program() -> Print:
    """The code that builds, and the versions of what it builds with."""
    found = hashlib.blake2b(f"{sys.version}{sys.platform}".encode())
    for name in _LIBRARIES:
        try:
            found.update(f"{name} {metadata.version(name)}\n".encode())
        except metadata.PackageNotFoundError:
            found.update(f"{name} -\n".encode())
    _add_files(found, _PACKAGE, ".py", ".toml")
    return found.hexdigest()


def folder_of_few(folder: Path) -> Print:
    """Every file of a small folder by path and bytes, hidden ones aside; empty where it is none."""
    if not folder.is_dir():
        return ""
    found = hashlib.blake2b()
    _add_files(found, folder)
    return found.hexdigest()


def theme_places(site_folder: Path, name: str) -> tuple[Path, ...]:
    """Every place where a theme of that name can be found."""
    return tuple(
        place / name for place in (site_folder / "themes", _PACKAGE / "_themes", _PACKAGE.parent / "themes")
    )


def content(folder: Path, now_ns: int) -> Print | None:
    """Every file of content/ by path, size, times and number, without opening it; None while it settles.

    `now_ns` is the clock before the look, in nanoseconds. Raises OSError.
    """
    found = hashlib.blake2b()
    newest = 0
    waiting = [str(folder)] if folder.is_dir() else []
    while waiting:
        place = waiting.pop()
        lines = []
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    lines.append(entry.name)
                    waiting.append(entry.path)
                    continue
                seen = entry.stat(follow_symlinks=False)
                newest = max(newest, seen.st_ctime_ns, seen.st_mtime_ns)
                times = f"{seen.st_size} {seen.st_mtime_ns} {seen.st_ctime_ns} {seen.st_ino}"
                lines.append(f"{entry.name}\0{seen.st_mode} {times}")
        lines.sort()
        waiting.sort()
        found.update("\0\0".join([place, *lines, ""]).encode(errors="surrogateescape"))
    return found.hexdigest() if newest + bundles.SETTLED_NS < now_ns else None


def of(*parts: object) -> Print:
    """Several inputs as one; their `repr` must say all of them."""
    return hashlib.blake2b(repr(parts).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _add_files(found: "hashlib.blake2b", folder: Path, *endings: str) -> None:
    for path in sorted(folder.rglob("*")):
        if endings and path.suffix not in endings:
            continue
        if path.is_file() and not path.name.startswith("."):
            data = path.read_bytes()
            found.update(f"{path.relative_to(folder).as_posix()}\0{len(data)}\0".encode())
            found.update(data)
