"""What content/ holds already, so that a capture finds the bundle of its article."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from archiver import content
from archiver.content.bundle import COMMENTS, INDEX, LEDGER, MANIFEST
from archiver.errors import ContentError, Diagnostic
from archiver.ingest.placement import identity, tells_itself_apart
from archiver.model.extraction import Bundle

VERSIONS = "versions"
NAMES = frozenset([INDEX, COMMENTS, LEDGER, MANIFEST])
"""The files that ingest writes for a bundle; others in its folder are media and notes."""
DIGITS = 12
"""How many hex digits of a capture's digest name its folder below versions/."""

_FRONT = re.compile(rb"\A(?:\xef\xbb\xbf)?---\r?\n.*?\n---[ \t]*\r?\n", re.DOTALL)
_LEFT_OVER = re.compile(r"\..*\.(?:partial|lock|old)")


@dataclass(slots=True, kw_only=True)
class Known:
    """The bundles of the archive by what tells them apart."""

    by_capture: dict[str, PurePosixPath] = field(default_factory=dict)
    """Beginning of a capture's digest → the bundle it is in, as the text or as a version."""
    by_identity: dict[str, PurePosixPath] = field(default_factory=dict)
    taken: set[PurePosixPath] = field(default_factory=set)
    problems: list[Diagnostic] = field(default_factory=list)

    def of_capture(self, sha256: str) -> PurePosixPath | None:
        """The bundle that has the capture."""
        return self.by_capture.get(sha256[:DIGITS])


def read_files(folder: Path) -> dict[str, bytes]:
    """Every file below a bundle's folder by its path, but for what killed runs left; forward slashes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(_LEFT_OVER.fullmatch(part) for part in path.relative_to(folder).parts)
    }


def bundle_files(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of the bundle itself, its versions left out."""
    return {name: data for name, data in files.items() if not name.startswith(f"{VERSIONS}/")}


def known(archive: Path, sources: Iterable[str]) -> Known:
    """What stands in content/ below these sources' folders; bundles that cannot be read are reported."""
    found = Known()
    for source in sorted(set(sources)):
        for folder in _bundles(archive / source):
            _remember(found, folder, PurePosixPath(folder.relative_to(archive).as_posix()))
    return found


def _bundles(folder: Path) -> Iterator[Path]:
    """The folders that hold an index.md, in the order of their names; a bundle holds no other bundle."""
    if (folder / INDEX).is_file():
        yield folder
    elif folder.is_dir():
        for inner in sorted(folder.iterdir()):
            if inner.is_dir() and not inner.is_symlink() and not inner.name.startswith("."):
                yield from _bundles(inner)


def _remember(found: Known, folder: Path, name: PurePosixPath) -> None:
    found.taken.add(name)
    for version in sorted((folder / VERSIONS).glob("[0-9a-f]*")):
        found.by_capture[version.name] = name
    try:
        bundle = _bundle(folder)
    except ContentError as error:
        found.problems.append(error.diagnostic)
        return
    sha256 = bundle.provenance.sha256
    found.by_capture[sha256[:DIGITS]] = name
    found.by_identity.setdefault(identity(bundle.article, bundle.provenance.source, sha256), name)


def _bundle(folder: Path) -> Bundle:
    """What index.md says; no more of it is parsed than tells which article it is."""
    data = (folder / INDEX).read_bytes()
    front = _FRONT.match(data)
    bundle = content.read({INDEX: front[0] if front else data}, str(folder))
    if tells_itself_apart(bundle.article):
        return bundle
    return content.read({INDEX: data}, str(folder))
