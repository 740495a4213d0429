"""Pages as they were read before: one file that grows by what is new, safe to delete or damage.

Each record is a head and a pickle of the page. It is read by an unpickler that knows the model's types alone,
so a foreign cache can hold wrong words but never run code.
"""

import hashlib
import io
import os
import pickle
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, BinaryIO

from archiver.model import article, document, extraction, ledger
from archiver.model.site import Page

_HEAD = struct.Struct(">4s64s16sQ")
"""Mark, key, digest of the pickle, length of the pickle."""
_MARK = b"pag1"
_TYPES: dict[tuple[str, str], type] = {
    (kind.__module__, kind.__qualname__): kind
    for room in (article, document, extraction, ledger)
    for kind in vars(room).values()
    if isinstance(kind, type) and kind.__module__ == room.__name__
} | {(Page.__module__, Page.__qualname__): Page}
_SLACK = 2
"""A file more than this many times as large as what is used of it is written anew."""


@dataclass(slots=True, kw_only=True)
class Pages:
    """What is kept, by key; a file that cannot be used only means that nothing is kept."""

    file: BinaryIO | None
    places: dict[bytes, tuple[int, int]]
    """Start and length of each record."""
    used: dict[bytes, None] = field(default_factory=dict)

    def get(self, key: str, markdown: str) -> Page | None:
        """The page of that key with its content file as it stands; None where it is not kept unharmed."""
        place = self.places.get(name := bytes.fromhex(key))
        if self.file is None or place is None:
            return None
        try:
            record = _part(self.file, *place)
            page = _unpacked(record)
        except Exception:
            # A damaged pickle may raise anything; the page is read again.
            return None
        self.used[name] = None
        return replace(page, markdown=markdown)

    def put(self, key: str, page: Page) -> None:
        """Keep it from now on."""
        if self.file is None:
            return
        name = bytes.fromhex(key)
        data = pickle.dumps(replace(page, markdown=""), 5)
        record = _HEAD.pack(_MARK, name, _digest(data), len(data)) + data
        try:
            start = self.file.seek(0, os.SEEK_END)
            self.file.write(record)
        except OSError:
            self.file = None
            return
        self.places[name] = (start, len(record))
        self.used[name] = None


@contextmanager
def kept_pages(path: Path) -> Iterator[Pages]:
    """The pages kept in a file, which is made, grown and tidied as needed; its own errors are not told."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("a+b")
    except OSError:
        yield Pages(file=None, places={})
        return
    pages = Pages(file=None, places={})
    try:
        with suppress(OSError):
            pages = Pages(file=file, places=_places(file))
        yield pages
        with suppress(OSError):
            _tidy(pages, file, path)
    finally:
        with suppress(OSError):
            file.close()


def _places(file: BinaryIO) -> dict[bytes, tuple[int, int]]:
    """Where each record stands; a file with anything else in it is emptied."""
    found: dict[bytes, tuple[int, int]] = {}
    start, size = 0, file.seek(0, os.SEEK_END)
    while start < size:
        head = _part(file, start, _HEAD.size)
        mark, name, _, length = _HEAD.unpack(head) if len(head) == _HEAD.size else (b"", b"", b"", 0)
        end = start + _HEAD.size + length
        if mark != _MARK or end > size:
            file.truncate(0)
            return {}
        found[name] = (start, end - start)
        start = end
    return found


def _tidy(pages: Pages, file: BinaryIO, path: Path) -> None:
    file.flush()
    live = sum(pages.places[name][1] for name in pages.used)
    if pages.file is None or file.seek(0, os.SEEK_END) <= _SLACK * live:
        return
    beside = path.with_suffix(".partial")
    with beside.open("wb") as fresh:
        for name in pages.used:
            fresh.write(_part(file, *pages.places[name]))
    beside.replace(path)


def _part(file: BinaryIO, start: int, length: int) -> bytes:
    file.seek(start)
    return file.read(length)


def _unpacked(record: bytes) -> Page:
    """Raises ValueError for a record that is not whole or holds something else, and what pickle raises."""
    _, _, digest, _ = _HEAD.unpack_from(record)
    data = record[_HEAD.size :]
    page = _Model(io.BytesIO(data)).load() if _digest(data) == digest else None
    if not isinstance(page, Page):
        raise ValueError("no page")
    return page


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()


class _Model(pickle.Unpickler):
    """Knows the model's types and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) not in _TYPES:
            raise pickle.UnpicklingError(f"not of the model: {module}.{name}")
        return _TYPES[module, name]
