"""What a file cannot say about itself stands in `NAME.capture.toml` beside it.

Its keys: `url`, `captured_at` (ISO 8601), `source` (the outlet's name), `media_type`; all of them optional.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from archiver.errors import CaptureError, Diagnostic

SUFFIX = ".capture.toml"
LARGEST_BYTES = 100_000
_AT_LINE = re.compile(r"at line (\d+)")
_WEB = re.compile(r"https?://[^\s/]+\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sidecar:
    """What is told about a capture; None where nothing is."""

    url: str | None = None
    captured_at: str | None = None
    source: str | None = None
    media_type: str | None = None


KEYS = Sidecar.__slots__


def _refuse(code: str, path: Path, message: str, hint: str, line: int | None = None) -> CaptureError:
    return CaptureError(Diagnostic(code=code, path=str(path), message=message, hint=hint, line=line))


def is_sidecar(path: Path) -> bool:
    """Whether the file's name is that of a sidecar."""
    return path.name.endswith(SUFFIX)


def read_sidecar(path: Path) -> Sidecar:
    """The sidecar beside the capture at `path`; an empty one where there is no such file.

    Raises:
        CaptureError: The sidecar cannot be read, or says something that no sidecar may say.

    """
    beside = path.with_name(path.name + SUFFIX)
    try:
        if not beside.is_file():
            return Sidecar()
        with beside.open("rb") as file:
            text = file.read(LARGEST_BYTES + 1).decode("utf-8")
        values = tomllib.loads(text)
    except OSError as error:
        hint = "check the permissions"
        raise _refuse("sidecar-unreadable", beside, error.strerror or str(error), hint) from error
    except UnicodeDecodeError as error:
        raise _refuse("sidecar-unreadable", beside, "it is not UTF-8", "write it as TOML in UTF-8") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _AT_LINE.search(str(error))
        line = int(found[1]) if found else None
        raise _refuse("sidecar-unreadable", beside, str(error), "write it as TOML", line) from error
    lines = text.splitlines()
    return Sidecar(**{key: _checked(beside, lines, key, value) for key, value in values.items()})


def _checked(beside: Path, lines: list[str], key: str, value: object) -> str:
    """The value as text, if the key may have it."""
    line = next((number for number, text in enumerate(lines, 1) if text.strip().startswith(key)), None)
    if key not in KEYS:
        hint = f"the keys are {', '.join(sorted(KEYS))}"
        named = key if key.isprintable() else ascii(key)
        raise _refuse("sidecar-key", beside, f"`{named}` is not a key", hint, line)
    if key == "captured_at" and isinstance(value, (datetime, date)):
        return value.isoformat()
    if not isinstance(value, str):
        raise _refuse("sidecar-value", beside, f"`{key}` is not a string", "put it in quotes", line)
    if key == "url" and not _WEB.fullmatch(value):
        hint = "write the whole address, https:// and all"
        raise _refuse("sidecar-value", beside, "`url` is not an address on the web", hint, line)
    if key == "captured_at" and not _is_time(value):
        hint = "write it as 2024-05-31T08:30:00Z"
        raise _refuse("sidecar-value", beside, "`captured_at` is not an ISO 8601 time", hint, line)
    return value


def _is_time(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
