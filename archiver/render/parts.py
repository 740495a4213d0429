"""A site as parts: each can be made without the others, and says beforehand all that it is made of."""

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from archiver.model.site import OutputFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some files of the site that are made together."""

    name: str
    """Unique in the site; the same at every build."""
    reads: tuple[object, ...] | None
    """All that the files depend on beside the program, the theme and the settings; its `repr` says all of it.

    None for what is cheaper to make than to know.
    """
    make: Callable[[], Iterable[OutputFile]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A file that has its place in the new site, made now or before."""

    path: str
    sha256: str
    size_bytes: int
    read: Callable[[], bytes]


Place = Callable[[Part], tuple[Placed, ...]]
"""Sees to it that a part's files stand in the new site."""


def in_memory(found: list[OutputFile]) -> Place:
    """Makes every part, and adds its files to `found`."""

    def place(part: Part) -> tuple[Placed, ...]:
        files = tuple(part.make())
        found.extend(files)
        return tuple(map(_placed, files))

    return place


def one_file(path: str, data: Callable[[], bytes], reads: tuple[object, ...] | None = None) -> Part:
    """A part of one file, named by its path."""

    def make() -> Iterator[OutputFile]:
        yield OutputFile(path=path, data=data())

    return Part(name=path, reads=reads, make=make)


def _placed(file: OutputFile) -> Placed:
    digest = hashlib.sha256(file.data).hexdigest()
    return Placed(path=file.path, sha256=digest, size_bytes=len(file.data), read=lambda: file.data)
