"""What a further capture of an article does to the article's bundle: a function from files to files.

Of the captures of one article the latest stands as the bundle, the others whole under
`versions/<first 12 hex digits of their digest>/`. A bundle that a person edited stays as it is; later
captures of it land under `versions/`.
"""

from dataclasses import dataclass

from archiver import content
from archiver.content.bundle import MANIFEST
from archiver.errors import ContentError, Diagnostic, Severity
from archiver.ingest.candidate import Candidate
from archiver.ingest.known import DIGITS, NAMES, VERSIONS, bundle_files
from archiver.ingest.placement import rank
from archiver.ingest.report import Fate

Files = dict[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The bundle's files after a capture came, and what became of the capture."""

    files: Files
    fate: Fate
    diagnostics: tuple[Diagnostic, ...] = ()


def settle(files: Files, candidate: Candidate, folder: str) -> Settled:
    """Add a capture to the files of its bundle, which are empty where there is none yet.

    Pure. `folder` is named in diagnostics. What is known already changes nothing.
    """
    own = bundle_files(files)
    if not own:
        return Settled(files=files | candidate.files, fate=Fate.NEW)
    present = {name: data for name, data in own.items() if name in NAMES}
    if present == candidate.files:
        return Settled(files=files, fate=Fate.UNCHANGED)
    held = None if content.is_edited(present) else _held(present, folder)
    if held is None:
        return _beside_an_edit(files, candidate, folder)
    is_same = held[1] == candidate.sha256
    if candidate.rank < held:
        same = Settled(files=files, fate=Fate.UNCHANGED)
        return same if is_same else _as_version(files, candidate, folder)
    old = {} if is_same else {_version(held[1]) + name: data for name, data in present.items()}
    return Settled(files=_replaced(files, candidate) | old, fate=Fate.UPDATED)


def _held(present: Files, folder: str) -> tuple[str, str] | None:
    """The rank of the capture that the bundle holds; None where a person broke the file."""
    try:
        provenance = content.read(present, folder).provenance
    except ContentError:
        return None
    return rank(provenance.captured_at, provenance.sha256)


def _version(sha256: str) -> str:
    return f"{VERSIONS}/{sha256[:DIGITS]}/"


def _replaced(files: Files, candidate: Candidate) -> Files:
    """The capture as the bundle; media and notes of other names stay."""
    version = _version(candidate.sha256)
    kept = {name: data for name, data in files.items() if name not in NAMES and not name.startswith(version)}
    return kept | candidate.files


def _as_version(files: Files, candidate: Candidate, folder: str) -> Settled:
    version = _version(candidate.sha256)
    there = {name.removeprefix(version): data for name, data in files.items() if name.startswith(version)}
    if there == candidate.files:
        return Settled(files=files, fate=Fate.UNCHANGED)
    if there and content.is_edited(there):
        note = _edited(f"{folder}/{version.rstrip('/')}", Severity.NOTE, "nothing was changed")
        return Settled(files=files, fate=Fate.UNCHANGED, diagnostics=(note,))
    others = {name: data for name, data in files.items() if not name.startswith(version)}
    new = {version + name: data for name, data in candidate.files.items()}
    return Settled(files=others | new, fate=Fate.VERSION)


def _beside_an_edit(files: Files, candidate: Candidate, folder: str) -> Settled:
    """The capture as a version, unless the person edited exactly what this capture gives."""
    if files.get(MANIFEST) == candidate.files[MANIFEST]:
        note = _edited(folder, Severity.NOTE, "the capture has nothing new")
        return Settled(files=files, fate=Fate.UNCHANGED, diagnostics=(note,))
    placed = _as_version(files, candidate, folder)
    if placed.fate is Fate.UNCHANGED:
        note = _edited(folder, Severity.NOTE, "the capture has nothing new")
        return Settled(files=files, fate=Fate.UNCHANGED, diagnostics=(note,))
    hint = f"the new text is in {_version(candidate.sha256)}; take from it what you want"
    return Settled(
        files=placed.files, fate=placed.fate, diagnostics=(_edited(folder, Severity.WARNING, hint),)
    )


def _edited(folder: str, severity: Severity, hint: str) -> Diagnostic:
    message = "edited by hand, so it was kept as it is"
    return Diagnostic(code="bundle-edited", path=folder, message=message, severity=severity, hint=hint)


def parts_to_write(before: Files, after: Files) -> list[tuple[str, Files]]:
    """The folders to write, below the bundle's (empty for the whole of it), with their files.

    A bundle whose own files stay as they are is not touched: only versions are written.
    """
    if before == after:
        return []
    if bundle_files(before) != bundle_files(after):
        return [("", after)]
    versions = sorted({name.rpartition("/")[0] for name in after if before.get(name) != after[name]})
    return [
        (
            version,
            {
                name.removeprefix(f"{version}/"): data
                for name, data in after.items()
                if name.startswith(f"{version}/")
            },
        )
        for version in versions
    ]
