"""A file that holds one page: saved HTML or a plain-text dump, with an optional sidecar."""

import hashlib
import re
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from archiver.errors import CaptureError, Diagnostic
from archiver.model.capture import Capture
from archiver.unpack.sidecar import read_sidecar

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
}
LARGEST_BYTES = 50_000_000
"""A page larger than this is refused: no article is, and reading one would take minutes."""
HEAD_BYTES = 4096
TAIL_BYTES = 4096
_MARKUP = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<[!?a-zA-Z]")
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_WHOLE_PAGE = re.compile(rb"<(?:html|body)[\s>]", re.IGNORECASE)
_PAGE_END = re.compile(rb"</(?:html|body)", re.IGNORECASE)


def _refuse(code: str, origin: str, message: str, hint: str) -> CaptureError:
    return CaptureError(Diagnostic(code=code, path=origin, message=message, hint=hint))


def _refuse_large(origin: str, size_bytes: int) -> CaptureError:
    hint = f"a page may have {LARGEST_BYTES // 1_000_000} MB; split the file"
    return _refuse("capture-too-large", origin, f"the capture has {size_bytes // 1_000_000} MB", hint)


def capture_of(
    data: bytes, *, url: str | None = None, media_type: str | None = None, origin: str = "<data>"
) -> Capture:
    """A capture of these bytes; without a media type, the first bytes say whether it is HTML.

    Raises:
        CaptureError: The bytes are empty, binary, or more than `LARGEST_BYTES`.

    """
    if not data.strip(b"\x00\t\n\r\f\v \xef\xbb\xbf\xff\xfe"):
        raise _refuse("capture-empty", origin, "the capture is empty", "capture the page again")
    if len(data) > LARGEST_BYTES:
        raise _refuse_large(origin, len(data))
    if _is_binary(data):
        hint = "give the saved HTML or a text dump of the page"
        raise _refuse("capture-binary", origin, "the capture is not text", hint)
    guessed = "text/html" if _MARKUP.match(data[:HEAD_BYTES].replace(b"\x00", b"")) else "text/plain"
    return Capture(
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type or guessed,
        origin=origin,
        url=url,
    )


def _is_binary(data: bytes) -> bool:
    """Whether more than one byte in twenty of the beginning is a control; UTF-16 and 32 are text."""
    head = data[:HEAD_BYTES]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] == b"\x00\x00\xfe\xff":
        return False
    if _is_wide(head):
        head = head.replace(b"\x00", b"")
    return len(_BINARY.findall(head)) * 20 > len(head)


def _is_wide(head: bytes) -> bool:
    """Whether NULs stand in every second byte and nowhere else, as in UTF-16 without a mark."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) * 5 >= len(head) // 2 and min(even, odd) * 20 <= max(even, odd)


def is_cut_off(capture: Capture) -> bool:
    """Whether an HTML page stops before its end: it is never closed, and ends inside a word or a tag."""
    if "html" not in capture.media_type:
        return False
    data = capture.data.replace(b"\x00", b"")
    tail = data[-TAIL_BYTES:].rstrip()
    if not _WHOLE_PAGE.search(data[:HEAD_BYTES]) or _PAGE_END.search(tail):
        return False
    return tail.rfind(b"<") > tail.rfind(b">") or tail[-1:].isalnum() or tail[-1:] >= b"\x80"


def is_capture(path: Path) -> bool:
    """Whether the file's name is that of a page; others in a folder are passed over."""
    return path.suffix.lower() in MEDIA_TYPES


def _read(path: Path) -> bytes:
    """The file's bytes; what is not a regular file is never opened, for a pipe would block."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            hint = "give a file, a folder, or `-` for standard input"
            raise _refuse("capture-not-a-file", str(path), "it is neither a file nor a folder", hint)
        if status.st_size > LARGEST_BYTES:
            raise _refuse_large(str(path), status.st_size)
        with path.open("rb") as file:
            return file.read(LARGEST_BYTES + 1)
    except (OSError, ValueError) as error:
        message = (isinstance(error, OSError) and error.strerror) or str(error)
        hint = "check the name and the permissions"
        raise _refuse("capture-unreadable", str(path), message, hint) from error


def unpack(path: Path) -> Iterator[Capture]:
    """The captures in the file.

    Raises:
        CaptureError: The file cannot be read, is not a page, or its sidecar is wrong.

    """
    data = _read(path)
    told = read_sidecar(path)
    media_type = told.media_type or MEDIA_TYPES.get(path.suffix.lower())
    capture = capture_of(data, url=told.url, media_type=media_type, origin=str(path))
    yield replace(capture, captured_at=told.captured_at, source=told.source)
