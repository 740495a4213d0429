"""Which requests are answered at all, and which file an address means: pure checks on untrusted strings."""

import ipaddress
from pathlib import Path
from urllib.parse import unquote, urlsplit

_ENCODED = ("%2f", "%5c", "%00", "\\", "\0")


def is_loopback(host: str) -> bool:
    """Whether the host is this machine alone: localhost or an IPv4 loopback address."""
    if host == "localhost":
        return True
    try:
        return ipaddress.IPv4Address(host).is_loopback
    except ValueError:
        return False


def is_own_host(header: str | None, port: int) -> bool:
    """Whether a Host header names this server; any other name was made to point here (DNS rebinding)."""
    name, _, digits = (header or "").strip().lower().rpartition(":")
    return is_loopback(name) and digits == str(port)


def is_own_origin(header: str | None, port: int) -> bool:
    """Whether a request with this Origin header comes from our own pages; navigation has none."""
    if header is None:
        return True
    try:
        parts = urlsplit(header)
    except ValueError:
        return False
    return parts.scheme == "http" and is_own_host(parts.netloc, port)


def file_of(folder: Path, target: str) -> Path | None:
    """The file or folder below `folder` that a request's target means; None where it may mean none.

    Segments that climb or hide, slashes and backslashes in disguise, and links that lead out are refused.
    """
    path = target.partition("?")[0].partition("#")[0]
    if not path.startswith("/") or any(code in path.lower() for code in _ENCODED):
        return None
    try:
        segments = unquote(path, errors="strict").split("/")[1:]
    except UnicodeDecodeError:
        return None
    last = segments.pop()
    if any(segment in ("", ".", "..") or segment.startswith(".") for segment in segments):
        return None
    if last.startswith(".") or any(code in segment for code in _ENCODED for segment in (*segments, last)):
        return None
    root = folder.resolve()
    try:
        found = root.joinpath(*segments, last).resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    return found if found.is_relative_to(root) else None
