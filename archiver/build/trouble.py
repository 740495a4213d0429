"""What the operating system refuses, told as a build's own problem."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from archiver.errors import BuildError, Diagnostic


def os_problem(code: str, path: Path, error: OSError) -> Diagnostic:
    """The error with its remedy."""
    hints = {
        errno.ENOSPC: "free some space",
        errno.EBUSY: "it may be a mount point: give a folder inside it with --output",
        errno.EWOULDBLOCK: "wait for it to end",
    }
    told = error.strerror or str(error)
    hint = hints.get(error.errno or 0, "check the folder and its rights")
    return Diagnostic(code=code, path=str(error.filename or path), message=told, hint=hint)


@contextmanager
def telling_os_errors(path: Path) -> Iterator[None]:
    """Raise BuildError for every OSError of a block; `path` is named where the error names none."""
    try:
        yield
    except OSError as error:
        raise BuildError(os_problem("build-io", path, error)) from error
