"""The cache's files: JSON under a sum, so that a damaged one is known and not believed."""

import hashlib
import json
from pathlib import Path
from typing import Any


def load(path: Path, made_for: str) -> Any:
    """What was saved for the same `made_for`, None where nothing was.

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
    return json.loads(words) if said == made_for else None


def save(path: Path, made_for: str, value: object) -> None:
    """Write it, all or nothing; raises OSError."""
    words = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="surrogatepass")
    beside = path.with_suffix(".partial")
    beside.write_bytes(b"".join((f"{made_for} {_digest(words)}\n".encode(), words)))
    beside.replace(path)


def _digest(words: bytes) -> str:
    return hashlib.blake2b(words, digest_size=16).hexdigest()
