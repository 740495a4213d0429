"""Runs an ingest: reads captures, in processes if asked, then places them one article after the other."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path, PurePosixPath

from archiver import swap
from archiver.errors import BuildError, Diagnostic
from archiver.ingest.candidate import Candidate, Given, Refused
from archiver.ingest.gather import gather
from archiver.ingest.known import Known, known, read_files
from archiver.ingest.placement import beside
from archiver.ingest.report import Fate, IngestReport, Outcome
from archiver.ingest.spool import Spool, Spooled
from archiver.ingest.versions import Settled, parts_to_write, settle
from archiver.ingest.workers import read_all
from archiver.text import digest

Progress = Callable[[int, int, str], None]
"""Told after each capture: how many are done, of how many, and its name."""


def ingest(
    named: Iterable[Path],
    archive: Path,
    *,
    standard_input: bytes | None = None,
    source: str | None = None,
    jobs: int = 1,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> IngestReport:
    """Put captures into the content folder `archive`; the order in which they are named does not matter.

    Articles that ask for the same folder: one that is there already keeps it, for permalinks are stable; of
    those that come in one run, the one whose identity has the smallest digest gets it. All others have eight
    digits of their own digest added.

    Args:
        named: Files and folders.
        archive: The content folder; made where it is missing.
        standard_input: One more capture.
        source: The outlet's name for all of them, whatever they say.
        jobs: How many processes read captures.
        dry_run: Report what would happen, write nothing.
        progress: Called as captures are read.

    Raises:
        BuildError: The archive, or the folder for temporary files, cannot be written.

    """
    files, problems = gather(named)
    given: list[Given] = [*files, *([] if standard_input is None else [standard_input])]
    refused: list[Outcome] = []
    ready: list[Spooled] = []
    with Spool() as spool:
        for item in read_all(given, source=source, jobs=jobs, progress=progress):
            if isinstance(item, Refused):
                refused.append(_refusal(item))
            else:
                ready.append(spool.put(item))
        try:
            outcomes, found = _place_locked(archive, ready, spool, dry_run=dry_run)
        except OSError as error:
            hint = "nothing is half-written: free the folder and run it again"
            message = error.strerror or str(error)
            raise BuildError(
                Diagnostic(code="archive-unwritable", path=str(archive), message=message, hint=hint)
            ) from error
    every = sorted([*outcomes, *refused], key=lambda outcome: (outcome.capture, outcome.sha256))
    return IngestReport(outcomes=tuple(every), diagnostics=(*problems, *found), dry_run=dry_run)


def _refusal(item: Refused) -> Outcome:
    return Outcome(capture=item.capture, fate=Fate.REFUSED, diagnostics=(item.diagnostic,))


def _place_locked(
    archive: Path, ready: Sequence[Spooled], spool: Spool, *, dry_run: bool
) -> tuple[list[Outcome], list[Diagnostic]]:
    """Place the candidates while no other run writes the archive."""
    if not ready:
        return [], []
    if dry_run:
        return _place(archive, ready, spool, dry_run=True)
    archive.mkdir(parents=True, exist_ok=True)
    with swap.locked(archive.resolve()):
        return _place(archive, ready, spool, dry_run=False)


def _place(
    archive: Path, ready: Sequence[Spooled], spool: Spool, *, dry_run: bool
) -> tuple[list[Outcome], list[Diagnostic]]:
    there = known(archive, {item.candidate.wanted.parts[0] for item in ready})
    outcomes: list[Outcome] = []
    for folder, group in _folders(there, ready).items():
        before = read_files(archive / folder)
        after = before
        for item in map(spool.take, group):
            settled = settle(after, item, str(archive / folder))
            after = settled.files
            outcomes.append(_outcome(item, folder, settled))
        if not dry_run:
            for part, files in parts_to_write(before, after):
                swap.write_folder(files, archive / folder / part)
    return outcomes, there.problems


def _outcome(item: Candidate, folder: PurePosixPath, settled: Settled) -> Outcome:
    return Outcome(
        capture=item.capture,
        fate=settled.fate,
        folder=str(folder),
        sha256=item.sha256,
        title=item.title,
        comments=item.comments,
        comments_declared=item.comments_declared,
        diagnostics=item.diagnostics + settled.diagnostics,
    )


def _folders(there: Known, ready: Sequence[Spooled]) -> dict[PurePosixPath, list[Spooled]]:
    """The candidates by the folder of their article, each group in the order of capture."""
    articles: dict[str, list[Spooled]] = {}
    for item in sorted(ready, key=_in_order_of_capture):
        articles.setdefault(item.candidate.identity, []).append(item)
    groups: dict[PurePosixPath, list[Spooled]] = {}
    taken = set(there.taken)
    for named in sorted(articles, key=lambda named: (digest(named, 64), named)):
        folder = _folder_of(there, named, articles[named], taken)
        taken.add(folder)
        groups.setdefault(folder, []).extend(articles[named])
    return {folder: sorted(groups[folder], key=_in_order_of_capture) for folder in sorted(groups)}


def _in_order_of_capture(item: Spooled) -> tuple[tuple[str, str], str]:
    return item.candidate.rank, item.candidate.capture


def _folder_of(
    there: Known, named: str, group: Sequence[Spooled], taken: set[PurePosixPath]
) -> PurePosixPath:
    """The bundle that has one of these captures, else the bundle of their article, else a free folder."""
    for item in group:
        if folder := there.of_capture(item.candidate.sha256):
            return folder
    if folder := there.by_identity.get(named):
        return folder
    wanted = group[0].candidate.wanted
    return wanted if wanted not in taken else beside(wanted, named, taken)
