"""What a build remembers for the next one, beside what an idle one must know: pages, parts, and a spare site.

All of it is safe to delete. The parts are written after the new site stands and name that site's marker.
"""

import hashlib
import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from archiver.build import cache, fingerprint, placing, records
from archiver.build.cache import Known
from archiver.build.placing import Made
from archiver.build.records import Records
from archiver.errors import Diagnostic

_PAGES = ".pages"
_PARTS = ".parts"
_SPARE = ".spare"
_FILES = 24
"""Three for each output folder that is remembered; older ones are forgotten."""
_SPARES = 2
"""A spare holds what its site had and the new one has not; elsewhere the same files are linked."""


def load(site_folder: Path, target: Path) -> tuple[Records, dict[str, Made], tuple[Diagnostic, ...]]:
    """The pages that were read for the site in `target`, what its parts were made of, and a warning.

    Of another site than the one that was built no part is known.
    """
    path = cache.path_of(site_folder, target, _PAGES)
    kept, parts = Records(known={}), {}
    try:
        kept = records.load(_load(path) or {})
        path = cache.path_of(site_folder, target, _PARTS)
        told = _load(path) or {}
        if told and tuple(told["site"]) == cache.site_mark(target):
            parts = placing.load(told["parts"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        warning = cache.warning(path, "the cache cannot be read; all is built again", "delete the file")
        return kept, {}, (warning,)
    return kept, parts, ()


def save(
    site_folder: Path, target: Path, known: Known, kept: Records, made: Mapping[str, Made]
) -> tuple[Diagnostic, ...]:
    """Remember it all; a warning where that is not possible."""
    path = cache.path_of(site_folder, target)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if kept.new != kept.known:
            _save(cache.path_of(site_folder, target, _PAGES), records.dump(kept))
        told = {"site": known.site, "parts": placing.dump(made)}
        _save(cache.path_of(site_folder, target, _PARTS), told)
        cache.save(site_folder, target, known)
        _forget(path.parent)
    except (OSError, ValueError) as error:
        message = f"the cache cannot be written: {getattr(error, 'strerror', None) or error}"
        return (cache.warning(path, message, "the next build makes all again"),)
    return ()


def spare(site_folder: Path, target: Path) -> Path:
    """Where the site before the last stands, which the next one is made from: it costs a build no new files.

    It may be absent.
    """
    return cache.path_of(site_folder, target).with_suffix(_SPARE)


def _forget(folder: Path) -> None:
    """Keep what is known of the sites that were built last."""
    for old in sorted(folder.glob("*.json"), key=_time, reverse=True)[_FILES:]:
        old.unlink(missing_ok=True)
    for old in sorted(folder.glob(f"*{_SPARE}"), key=_time, reverse=True)[_SPARES:]:
        shutil.rmtree(old, ignore_errors=True)


def _time(path: Path) -> float:
    return path.stat().st_mtime


def _load(path: Path) -> Any:
    """What this program saved, None where it saved nothing.

    Raises ValueError for a file that is not as it was written, OSError for one that cannot be read.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    head, _, words = data.partition(b"\n")
    said, _, digest = head.decode(errors="replace").rpartition(" ")
    if digest != _digest(words):
        raise ValueError("the file is not as it was written")
    return json.loads(words) if said == fingerprint.program() else None


def _save(path: Path, value: object) -> None:
    """Write it, all or nothing, under a sum that tells a damaged file; raises OSError."""
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
    beside = path.with_suffix(".partial")
    beside.write_bytes(b"".join((f"{fingerprint.program()} {_digest(words)}\n".encode(), words)))
    beside.replace(path)


def _digest(words: bytes) -> str:
    return hashlib.blake2b(words, digest_size=16).hexdigest()
