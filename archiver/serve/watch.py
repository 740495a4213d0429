"""Watches folders and tells when they have become quiet after a change."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

QUIET_SECONDS = 0.1
"""Editors write a file in several steps; a build waits until this long nothing has changed."""
LONGEST_SECONDS = 1.0
"""But a folder that never becomes quiet is built from time to time."""
_KINDS = frozenset(["created", "modified", "moved", "deleted"])


def concerns_the_site(event: FileSystemEvent) -> bool:
    """Whether the event is a change that the site shows: reading, hidden and editors' own files are not."""
    if event.event_type not in _KINDS or (event.is_directory and event.event_type == "modified"):
        return False
    names = [PurePath(str(path)).name for path in (event.src_path, event.dest_path) if path]
    return any(not name.startswith((".", "#")) and not name.endswith(("~", ".swp", ".tmp")) for name in names)


@dataclass(slots=True, eq=False)
class Changes:
    """Gathers changes from the watching threads for the one that builds."""

    _last: float | None = None
    _first: float | None = None
    _woken: threading.Condition = field(default_factory=threading.Condition)

    def tell(self) -> None:
        """Something changed now."""
        with self._woken:
            self._last = time.monotonic()
            self._first = self._first or self._last
            self._woken.notify_all()

    def wait(self, stop: Callable[[], bool], most_seconds: float | None = None) -> bool:
        """Wait until something changed and all is quiet again; False at `stop`, or if none came in time."""
        end = None if most_seconds is None else time.monotonic() + most_seconds
        with self._woken:
            while not stop():
                if self._last is None or self._first is None:
                    if end is not None and time.monotonic() >= end:
                        return False
                    self._woken.wait(0.25)
                    continue
                now = time.monotonic()
                due = min(self._last + QUIET_SECONDS, self._first + LONGEST_SECONDS)
                if now >= due:
                    self._last = self._first = None
                    return True
                self._woken.wait(due - now)
        return False


class _Listener(FileSystemEventHandler):
    """Passes on what concerns the site; watchdog wants a subclass."""

    def __init__(self, tell: Callable[[], None], names: frozenset[str]) -> None:
        self._tell = tell
        self._names = names

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Called by watchdog's threads."""
        paths = {PurePath(str(path)).name for path in (event.src_path, event.dest_path) if path}
        if concerns_the_site(event) and (not self._names or self._names & paths):
            self._tell()


@contextmanager
def watching(folders: tuple[Path, ...], files: tuple[Path, ...]) -> Iterator[Changes]:
    """Watch folders at any depth and single files while the block runs, also those that appear meanwhile.

    What stands in a folder that is not there is passed over.
    """
    changes = Changes()
    observer = Observer()
    followed: dict[Path, ObservedWatch] = {}

    def follow() -> None:
        for folder in folders:
            if folder.is_dir() and folder not in followed:
                listener = _Listener(changes.tell, frozenset())
                followed[folder] = observer.schedule(listener, str(folder), recursive=True)
            elif folder in followed and not folder.is_dir():
                observer.unschedule(followed.pop(folder))

    def look() -> None:
        follow()
        changes.tell()

    follow()
    for parent in sorted({path.parent for path in (*folders, *files)}):
        if parent.is_dir():
            names = frozenset(path.name for path in (*folders, *files) if path.parent == parent)
            observer.schedule(_Listener(look, names), str(parent), recursive=False)
    observer.start()
    try:
        yield changes
    finally:
        observer.stop()
        observer.join(2)
