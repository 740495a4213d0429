"""Serves a site and keeps it up to date; is handed what builds it and knows nothing of how."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from archiver.errors import ConfigError, Diagnostic
from archiver.serve.server import make_server
from archiver.serve.state import State
from archiver.serve.watch import Changes, watching

Build = Callable[[], str | None]
"""Builds the site into the folder that is served; returns None, or what is wrong, as text for a person.
Whatever it raises counts as such a text; the folder keeps the last good site."""

SETTLE_SECONDS = 1.0
"""How long nothing has changed before the whole build is made, at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What is served and what is watched."""

    output: Path
    """The folder that `build` fills."""
    folders: tuple[Path, ...]
    files: tuple[Path, ...]
    host: str = "127.0.0.1"
    port: int = 0


def serve(
    build: Build,
    preview: Preview,
    *,
    announce: Callable[[str], None],
    settle: Build | None = None,
    stop: Callable[[], bool] = lambda: False,
) -> None:
    """Build, serve, watch and build again until `stop` says so or the process is interrupted.

    Args:
        build: What makes the site.
        preview: What is served and watched.
        announce: Told the link, once, when it answers.
        settle: A slower and more complete build, run at the start and when nothing has changed for a while;
            pages hear of it only when it fails.
        stop: Asked twice a second.

    Raises:
        ConfigError: The address cannot be bound.

    """
    state = State()
    try:
        server = make_server(preview.output, state, preview.host, preview.port)
    except OSError as error:
        hint = "take another port with --port, or --port 0 for any"
        message = f"{preview.host}:{preview.port}: {error.strerror or error}"
        raise ConfigError(Diagnostic(code="port-taken", message=message, hint=hint)) from error
    with server, watching(preview.folders, preview.files) as changes:
        state.built(_outcome(settle or build))
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        announce(f"http://{preview.host}:{server.port}/")
        try:
            _follow(changes, build, settle, state, stop)
        finally:
            server.shutdown()


def _follow(
    changes: Changes, build: Build, settle: Build | None, state: State, stop: Callable[[], bool]
) -> None:
    """Build after each change, and settle once after the last one of several."""
    unsettled = False
    quiet_seconds = SETTLE_SECONDS
    while not stop():
        if changes.wait(stop, quiet_seconds if unsettled else None):
            error = _outcome(build)
            state.built(error)
            unsettled = error is None
        elif settle is not None and unsettled and not stop():
            unsettled = False
            start = time.monotonic()
            if error := _outcome(settle):
                state.built(error)
            # Who changes something meanwhile has to wait: the longer it takes, the rarer it is done.
            quiet_seconds = max(SETTLE_SECONDS, 2 * (time.monotonic() - start))


def _outcome(build: Build) -> str | None:
    try:
        return build()
    except Exception as error:  # noqa: BLE001, RUF100 - the page shows it, and the next change may cure it
        return f"{type(error).__name__}: {error}"
