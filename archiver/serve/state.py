"""What the open pages are told: which build they should show, and what is wrong with the latest one."""

import json
import secrets
import threading
from dataclasses import dataclass, field

MOST_STREAMS = 32
"""Open event streams; one more ends the oldest, so that forgotten tabs cannot use up the machine."""


@dataclass(slots=True, eq=False)
class State:
    """The number of the last good build, and the error of the last one; shared by all threads."""

    _run: str = field(default_factory=lambda: secrets.token_hex(4))
    _builds: int = 0
    _error: str | None = None
    _changes: int = 0
    _streams: list[object] = field(default_factory=list)
    _changed: threading.Condition = field(default_factory=threading.Condition)

    @property
    def build(self) -> str:
        """The name of the last good build; different for each run of the server."""
        return f"{self._run}-{self._builds}"

    @property
    def changes(self) -> int:
        """Grows with everything that pages should hear of."""
        return self._changes

    def message(self) -> str:
        """What pages are told, as JSON on one line."""
        return json.dumps({"build": self.build, "error": self._error})

    def built(self, error: str | None) -> None:
        """Tell the pages that a build ended: with None the site is new, else the old one stays."""
        with self._changed:
            self._error = error
            self._builds += error is None
            self._changes += 1
            self._changed.notify_all()

    def open_stream(self) -> object:
        """Count a stream; returns the key under which it is counted."""
        key = object()
        with self._changed:
            self._streams = [*self._streams, key][-MOST_STREAMS:]
            self._changed.notify_all()
        return key

    def close_stream(self, key: object) -> None:
        """Count a stream no more."""
        with self._changed:
            self._streams = [other for other in self._streams if other is not key]

    def is_open(self, key: object) -> bool:
        """Whether the stream is still counted: newer ones push out the oldest."""
        return any(other is key for other in self._streams)

    def wait(self, seen: int, key: object, timeout_seconds: float) -> bool:
        """Wait for a change after `seen` or for the stream's end; False when neither came in time."""
        with self._changed:
            return self._changed.wait_for(
                lambda: self._changes != seen or not self.is_open(key), timeout_seconds
            )
