"""Captures and folders as a command is given them."""

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from archiver.errors import ArchiverError, Diagnostic
from archiver.model.capture import Capture
from archiver.unpack import LARGEST_BYTES, capture_of, unpack

STANDARD_INPUT = "<standard input>"


def standard_input() -> bytes:
    """What stands on standard input, up to a byte more than a capture may have."""
    return sys.stdin.buffer.read(LARGEST_BYTES + 1)


def one_capture(name: str, url: str | None) -> Capture:
    """The capture in a file, or on standard input for `-`; `url` wins over what the sidecar says."""
    if name == "-":
        return capture_of(standard_input(), url=url, origin=STANDARD_INPUT)
    capture = next(unpack(Path(name)))
    return replace(capture, url=url) if url else capture


def content_folder(site: Path, content: Path | None) -> Path:
    """The content folder: as given, else content/ in the site's folder, which must be there."""
    folder = content or site / "content"
    if folder.exists() and not folder.is_dir():
        raise ArchiverError(
            Diagnostic(
                code="not-a-folder", path=str(folder), message="it is a file", hint="name another folder"
            )
        )
    if content is None and not (site / "site.toml").is_file() and not folder.is_dir():
        hint = "go to the site's folder, name it with --site, or make one with `archiver new DIR`"
        raise ArchiverError(
            Diagnostic(code="no-site", path=str(site), message="no site.toml and no content/ here", hint=hint)
        )
    return folder


def write_report(path: Path | None, report: dict[str, Any]) -> None:
    """The report as JSON, if the user wants one."""
    if path:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(report, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
