"""Which requests are answered at all, and which file an address means: pure checks on untrusted strings."""

import ipaddress
from pathlib import Path
from urllib.parse import unquote, urlsplit

LONGEST = 2000
"""Characters of an address; no site has longer ones, and file systems fail on them."""
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
    segments = _segments(target.partition("?")[0].partition("#")[0])
    if segments is None:
        return None
    root = folder.resolve()
    try:
        found = root.joinpath(*segments).resolve()
    except (OSError, RuntimeError, ValueError):
        return None
    return found if found.is_relative_to(root) else None


def _segments(path: str) -> list[str] | None:
    """The names in an address, decoded once; None if one of them is none that a site has."""
    if not path.startswith("/") or len(path) > LONGEST or any(code in path.lower() for code in _ENCODED):
        return None
    try:
        names = unquote(path, errors="strict").split("/")[1:]
    except UnicodeDecodeError:
        return None
    if any(not name for name in names[:-1]):
        return None
    if any(name.startswith(".") or len(name.encode()) > 255 or "\\" in name for name in names):
        return None
    return names
