"""Pagefind's list of an index's documents, made lighter: a reader fetches all of it before the first result.

Pagefind names documents by digests of their words, which no compression shrinks and which say nothing. Here
they are named by their number in the list, and by what they are. The list is CBOR of lists, strings and
numbers: [version, [[document, words], …], chunks, filters, [[sort, [number of the document, …]], …], …].
"""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from archiver.errors import BuildError, Diagnostic
from archiver.search.documents import KINDS

_SIGNATURE = b"pagefind_dcd"
_TAG_LENGTH = 8
_PARTS = 5
_UNKNOWN = "x"
LETTERS = {kind: kind[0] for kind in KINDS}
"""How a document's name says what it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The documents of an index."""

    tag: str
    """What all their names begin with: new for each new index, so that no cache can give an older one's."""
    files: tuple[str, ...]
    """What every search loads: the list of documents, and Pagefind's program."""
    rows: tuple[int, ...]
    """For each document, as Pagefind lists them, its place in the archive's order."""


def lighten(folder: Path, kinds: Sequence[str]) -> Listed:
    """Rename the documents of the index in `folder`, whose kinds are given in the archive's order.

    A name is the tag, the kind's letter and the number in hexadecimal. Raises BuildError where Pagefind's
    list has another form than is known.
    """
    ((_, language),) = json.loads((folder / "pagefind-entry.json").read_bytes())["languages"].items()
    path = folder / f"pagefind.{language['hash']}.pf_meta"
    tag = str(language["hash"]).rpartition("_")[2][:_TAG_LENGTH]
    try:
        data = gzip.decompress(path.read_bytes())
        parts, spans = _parts(data)
        rows = _rows(parts[4], len(kinds), len(parts[1]))
        old = [str(name) for name, _ in parts[1]]
    except (OSError, ValueError, IndexError, TypeError) as error:
        raise _another_form(path) from error
    new = [f"{tag}{_letter(kinds, row)}{number:x}" for number, row in enumerate(rows)]
    pages = b"".join(
        b"\x82" + _string(name) + _number(words) for name, (_, words) in zip(new, parts[1], strict=True)
    )
    said = [data[start:end] for start, end in spans]
    said[1] = _head(4, len(new)) + pages
    said[4] = _head(4, 0)
    whole = _SIGNATURE + _head(4, len(said)) + b"".join(said)
    path.write_bytes(gzip.compress(whole, 9, mtime=0))
    for before, after in zip(old, new, strict=True):
        (folder / "fragment" / f"{before}.pf_fragment").rename(folder / "fragment" / f"{after}.pf_fragment")
    files = (path.name, f"wasm.{language.get('wasm') or 'unknown'}.pagefind")
    return Listed(tag=tag, files=files, rows=tuple(row for row in rows if row is not None))


def _letter(kinds: Sequence[str], row: int | None) -> str:
    return _UNKNOWN if row is None else LETTERS[kinds[row]]


def _rows(sorts: Any, count: int, documents: int) -> list[int | None]:
    """The place of each document; none for the one that an empty archive has."""
    order = dict(sorts).get("place", ())
    if len(order) != count:
        raise ValueError(f"{len(order)} places for {count} documents")
    rows: list[int | None] = [None] * documents
    for row, number in enumerate(order):
        rows[number] = row
    return rows


def _parts(data: bytes) -> tuple[list[Any], list[tuple[int, int]]]:
    """The parts of the list, and where each stands in `data`."""
    if not data.startswith(_SIGNATURE):
        raise ValueError("no signature")
    count, at = _size(data, len(_SIGNATURE))
    parts, spans = [], []
    for _ in range(count):
        value, end = _value(data, at)
        parts.append(value)
        spans.append((at, end))
        at = end
    if count < _PARTS or at != len(data):
        raise ValueError(f"{count} parts, {len(data) - at} bytes after them")
    return parts, spans


def _value(data: bytes, at: int) -> tuple[Any, int]:
    kind = data[at] >> 5
    count, at = _size(data, at)
    if kind == 0:
        return count, at
    if kind == 3:
        return data[at : at + count].decode(), at + count
    if kind != 4:
        raise ValueError(f"an item of type {kind}")
    items = []
    for _ in range(count):
        item, at = _value(data, at)
        items.append(item)
    return items, at


def _size(data: bytes, at: int) -> tuple[int, int]:
    """The number in an item's head, and where the head ends."""
    low = data[at] & 31
    if low < 24:
        return low, at + 1
    if low > 26:
        raise ValueError(f"a number of size {low}")
    end = at + 1 + (1 << (low - 24))
    return int.from_bytes(data[at + 1 : end]), end


def _head(kind: int, count: int) -> bytes:
    if count < 24:
        return bytes((kind << 5 | count,))
    for low, size in ((24, 1), (25, 2), (26, 4)):
        if count < 1 << (8 * size):
            return bytes((kind << 5 | low,)) + count.to_bytes(size)
    raise ValueError(f"{count} is too large")


def _number(count: int) -> bytes:
    return _head(0, count)


def _string(text: str) -> bytes:
    data = text.encode()
    return _head(3, len(data)) + data


def _another_form(path: Path) -> BuildError:
    return BuildError(
        Diagnostic(
            code="search-version",
            message="Pagefind's list of documents has another form than this program knows",
            hint='run: pip install "pagefind[bin]==1.5.2"',
            path=str(path),
        )
    )
