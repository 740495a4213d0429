"""Whole folders put in place at once: killed at any moment, a reader finds the old one or the new one.

Beside `<name>` stand, while a run works, `.<name>.lock`, `.<name>.partial` (the folder being written, then
the old one being removed) and, where the file system cannot exchange two folders, `.<name>.old`.
"""

import ctypes
import errno
import os
import shutil
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

WAIT_SECONDS = 60.0
"""How long a run waits for another that writes the same folder."""
_POLL_SECONDS = 0.05
_AT_FDCWD = -100
_EXCHANGE = 2
"""RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS have the same value."""
_CANNOT_EXCHANGE = frozenset([errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP])


def write_folder(files: Mapping[str, bytes], target: Path, *, wait_seconds: float = WAIT_SECONDS) -> None:
    """Make `target` hold exactly these files, all at once.

    Keys are paths below `target` with forward slashes. Raises ValueError for a key that leads out of it,
    BlockingIOError when another run still writes the same folder after `wait_seconds`, other OSErrors as
    they come; in every case the old folder is untouched.
    """
    with replacing(target, wait_seconds=wait_seconds) as partial:
        write_files(files.items(), partial)


def write_files(files: Iterable[tuple[str, bytes]], folder: Path) -> None:
    """Write (path, bytes) below a folder, making the folders between; raises as `write_folder` does."""
    made: set[PurePosixPath] = set()
    for name, data in files:
        path = PurePosixPath(name)
        if path.is_absolute() or not path.parts or ".." in path.parts or "\0" in name:
            raise ValueError(f"not a path inside the folder: {name!r}")
        if path.parent not in made:
            folder.joinpath(path.parent).mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        folder.joinpath(path).write_bytes(data)


@contextmanager
def replacing(
    target: Path, *, spare: Path | None = None, wait_seconds: float = WAIT_SECONDS
) -> Iterator[Path]:
    """A folder to fill; it takes `target`'s place when the block ends, or goes when it raises.

    It is the folder `spare`, if there is one, else an empty one. The folder whose place it takes becomes
    the spare where that is possible, and goes where not. What killed runs left beside `target` is cleared
    away first. Raises BlockingIOError as `locked` does.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with locked(target, wait_seconds=wait_seconds):
        recover(target)
        partial = _beside(target, "partial")
        _remove(partial)
        if not (spare and _moved(spare, partial)):
            partial.mkdir()
        try:
            yield partial
            replaced = _replace(partial, target)
            if not (spare and replaced and _moved(replaced, spare)):
                _remove(replaced or partial)
        except BaseException:
            _remove(partial)
            raise


def _replace(new: Path, old: Path) -> Path | None:
    """Put the folder `new` where `old` is, and tell where that is now; None if there was none.

    Both stand in the same parent. Whoever calls it holds `locked(old)`.
    """
    if not os.path.lexists(old):
        new.rename(old)
        return None
    if _exchange(new, old):
        return new
    aside = _beside(old, "old")
    old.rename(aside)
    new.rename(old)
    return aside


def _moved(one: Path, other: Path) -> bool:
    """Whether a real folder could be moved to a place where nothing stands."""
    try:
        if one.is_symlink() or not one.is_dir() or os.path.lexists(other):
            return False
        one.rename(other)
    except OSError:
        return False
    return True


def recover(target: Path) -> None:
    """Repair what a kill between two renames left: `target` absent, the old folder beside it."""
    aside = _beside(target, "old")
    if not os.path.lexists(aside):
        return
    if os.path.lexists(target):
        _remove(aside)
    else:
        aside.rename(target)


def leftovers(target: Path) -> tuple[Path, ...]:
    """What a killed run left beside `target`; the next run clears it away."""
    return tuple(path for kind in ("partial", "old") if os.path.lexists(path := _beside(target, kind)))


def is_at_rest(target: Path) -> bool:
    """Whether no run writes `target`, and none that was killed left anything beside it."""
    return not any(os.path.lexists(_beside(target, kind)) for kind in ("lock", "partial", "old"))


@contextmanager
def locked(target: Path, *, wait_seconds: float = WAIT_SECONDS) -> Iterator[None]:
    """Keep every other run from writing `target`, whose parent must exist, until the block ends.

    The lock dies with its process. Raises BlockingIOError when another run holds it for `wait_seconds`.
    Where the system has no file locks, there is none.
    """
    path = _beside(target, "lock")
    handle = _take_lock(path, time.monotonic() + wait_seconds)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
        os.close(handle)


def _take_lock(path: Path, deadline: float) -> int:
    while True:
        handle = os.open(path, os.O_CREAT | os.O_RDWR | getattr(os, "O_NOFOLLOW", 0), 0o644)
        # A child that writes into the folder and outlives a killed run goes on holding the lock.
        os.set_inheritable(handle, True)
        # The holder before us may have removed the file that we opened: then its lock protects nothing.
        if _flock(handle) and _same_file(handle, path):
            return handle
        os.close(handle)
        if time.monotonic() >= deadline:
            raise BlockingIOError(errno.EWOULDBLOCK, "another run is writing this folder", str(path))
        time.sleep(_POLL_SECONDS)


def _flock(handle: int) -> bool:
    """Whether we hold the lock now; True where the system or the file system has no locks."""
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415 - not there on Windows

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in {errno.ENOLCK, *_CANNOT_EXCHANGE}:
            raise
    return True


def _same_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.lstat())
    except FileNotFoundError:
        return False


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; False where the system or file system cannot."""
    if os.name != "posix":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, names[0], _AT_FDCWD, names[1], ctypes.c_uint(_EXCHANGE))
    elif hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*names, ctypes.c_uint(_EXCHANGE))
    else:
        return False
    if not failed:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _beside(target: Path, kind: str) -> Path:
    return target.with_name(f".{target.name}.{kind}")


def _remove(path: Path) -> None:
    """Remove whatever stands there; a link is removed and never followed."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
