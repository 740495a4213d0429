"""A file that holds one page: saved HTML or a plain-text dump, with an optional sidecar.

What the file cannot say about itself stands in `NAME.capture.toml` beside it: `url`, `captured_at`,
`source`, `media_type`.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from archiver.errors import CaptureError, Diagnostic
from archiver.model.capture import Capture

MEDIA_TYPES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
}
SIDECAR = ".capture.toml"
SIDECAR_KEYS = frozenset(["url", "captured_at", "source", "media_type"])
LARGEST_BYTES = 50_000_000
"""A page larger than this is refused: no article is, and reading one would take minutes."""
_MARKUP = re.compile(rb"\A(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]*<(?:\x00?[!?a-zA-Z])", re.DOTALL)
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def _refuse(code: str, origin: str, message: str, hint: str) -> CaptureError:
    return CaptureError(Diagnostic(code=code, path=origin, message=message, hint=hint))


def capture_of(
    data: bytes, *, url: str | None = None, media_type: str | None = None, origin: str = "<data>"
) -> Capture:
    """A capture of these bytes; without a media type, the first bytes say whether it is HTML.

    Raises:
        CaptureError: The bytes are empty, binary, or more than `LARGEST_BYTES`.

    """
    if not data.strip(b"\x00\t\n\r\f\v "):
        raise _refuse("capture-empty", origin, "the capture is empty", "capture the page again")
    if len(data) > LARGEST_BYTES:
        hint = f"a page may have {LARGEST_BYTES // 1_000_000} MB; split the file"
        raise _refuse("capture-too-large", origin, f"the capture has {len(data) // 1_000_000} MB", hint)
    if _is_binary(data):
        hint = "give the saved HTML or a text dump of the page"
        raise _refuse("capture-binary", origin, "the capture is not text", hint)
    guessed = "text/html" if _MARKUP.match(data) else "text/plain"
    return Capture(
        data=data,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type=media_type or guessed,
        origin=origin,
        url=url,
    )


def _is_binary(data: bytes) -> bool:
    """Whether more than one byte in twenty of the beginning is a control; UTF-16 and 32 are text."""
    head = data[:4096]
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:4] == b"\x00\x00\xfe\xff":
        return False
    return len(_BINARY.findall(head)) * 20 > len(head)


def is_capture(path: Path) -> bool:
    """Whether the file's name is that of a page; others in a folder are passed over."""
    return path.suffix.lower() in MEDIA_TYPES


def _sidecar(path: Path) -> dict[str, str]:
    """What the sidecar beside the file says; empty without one."""
    beside = path.with_name(path.name + SIDECAR)
    if not beside.is_file():
        return {}
    try:
        values = tomllib.loads(beside.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise _refuse("sidecar-unreadable", str(beside), str(error), "write it as TOML") from error
    for key, value in values.items():
        if key not in SIDECAR_KEYS or not isinstance(value, str):
            hint = f"the keys are {', '.join(sorted(SIDECAR_KEYS))}, each a string"
            raise _refuse("sidecar-key", str(beside), f"`{key}` is not a key with a string", hint)
    return values


def unpack(path: Path) -> Iterator[Capture]:
    """The captures in the file.

    Raises:
        CaptureError: The file cannot be read, is not a page, or its sidecar is wrong.

    """
    try:
        data = path.read_bytes()
    except OSError as error:
        hint = "check the name and the permissions"
        raise _refuse("capture-unreadable", str(path), error.strerror or str(error), hint) from error
    told = _sidecar(path)
    media_type = told.get("media_type") or MEDIA_TYPES.get(path.suffix.lower())
    capture = capture_of(data, url=told.get("url"), media_type=media_type, origin=str(path))
    yield Capture(
        data=capture.data,
        sha256=capture.sha256,
        media_type=capture.media_type,
        origin=capture.origin,
        url=capture.url,
        captured_at=told.get("captured_at"),
        source=told.get("source"),
    )
