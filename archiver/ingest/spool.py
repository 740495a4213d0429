"""Page bundles' files on disk until they are placed: a run of 100,000 captures need not fit in memory."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from tempfile import TemporaryFile, gettempdir
from types import TracebackType
from typing import Self

from archiver.errors import BuildError, Diagnostic
from archiver.ingest.candidate import Candidate


@dataclass(frozen=True, slots=True, kw_only=True)
class Spooled:
    """A candidate whose files are on disk."""

    candidate: Candidate
    """Without its files."""
    start: int
    sizes: tuple[tuple[str, int], ...]
    """The files' names and bytes, in the order in which they lie there."""


class Spool:
    """A temporary file without a name, gone with the process; raises BuildError where there is no room."""

    def __init__(self) -> None:
        with _telling_its_place():
            self._file = TemporaryFile()  # noqa: SIM115 - closed with the spool

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with suppress(OSError):  # closing tries once more to write what found no room
            self._file.close()

    def put(self, candidate: Candidate) -> Spooled:
        """Write the candidate's files behind those that are there."""
        with _telling_its_place():
            start = self._file.seek(0, 2)
            self._file.writelines(candidate.files.values())
            self._file.flush()
        sizes = tuple((name, len(data)) for name, data in candidate.files.items())
        return Spooled(candidate=replace(candidate, files={}), start=start, sizes=sizes)

    def take(self, spooled: Spooled) -> Candidate:
        """The candidate with its files."""
        self._file.seek(spooled.start)
        files = {name: self._file.read(size) for name, size in spooled.sizes}
        return replace(spooled.candidate, files=files)


@contextmanager
def _telling_its_place() -> Iterator[None]:
    """Raise BuildError for the system's refusals, which name no file."""
    try:
        yield
    except OSError as error:
        message = f"no temporary file can be written: {error.strerror or error}"
        hint = "free some room there, or name another folder in TMPDIR; the archive is as it was"
        raise BuildError(Diagnostic(code="no-room", path=gettempdir(), message=message, hint=hint)) from error
