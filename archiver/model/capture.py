"""The bytes of one page at one moment, and where they came from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One page as it was captured; the unit that enters the archive."""

    data: bytes
    sha256: str
    """Lower-case hex digest of `data`."""
    media_type: str
    """For example `text/html; charset=utf-8`; parameters as the envelope gave them."""
    origin: str
    """The file it came from, as the user named it."""
    url: str | None = None
    captured_at: str | None = None
    """ISO 8601, only where the envelope says so; never the clock or a file time."""
    source: str | None = None
    """The outlet's name where the envelope or the user gave one."""
