"""The archive of record: does every page bundle read, and do its ledger's sums hold."""

import os
from pathlib import Path

from archiver import bundles, content
from archiver.assemble import permalink
from archiver.assemble.permalinks import check_permalinks
from archiver.bundles import BundleFolder
from archiver.errors import BuildError, ContentError, Diagnostic, Severity
from archiver.model.page import page_of
from archiver.model.site import Page, Story


def check_record(folder: Path) -> tuple[tuple[str, ...], tuple[Diagnostic, ...]]:
    """The folders of the page bundles that read, and everything that is wrong below content/."""
    if not folder.is_dir():
        return (), ()
    found, notes = bundles.find(folder)
    problems = [note for note in notes if note.severity is not Severity.NOTE]
    pages: list[Page] = []
    for bundle in found:
        try:
            pages.append(_page(bundle, folder.name, problems))
        except ContentError as error:
            problems.append(error.diagnostic)
        except OSError as error:
            told = error.strerror or str(error)
            problems.append(_error("bundle-unreadable", _path(folder.name, bundle), told, "check its rights"))
    try:
        check_permalinks(pages)
    except BuildError as error:
        problems.append(error.diagnostic)
    return tuple(page.folder for page in pages), (*problems, *_leftovers(folder))


def _page(bundle: BundleFolder, name: str, problems: list[Diagnostic]) -> Page:
    files = bundle.read()
    place = f"{name}/{bundle.folder}"
    story = Story(bundle=content.read(files, place), body_html="", comments_html=(), markdown="")
    page = page_of(story, permalink=permalink(bundle.folder), folder=bundle.folder)
    if not content.ledger_holds(files, place):
        told = "the ledger's words are not those that the front matter has the sum of"
        hint = "restore ledger.tsv, or ingest the capture again"
        problems.append(_error("ledger-sum", f"{place}/ledger.tsv", told, hint))
    return page


def _leftovers(folder: Path) -> list[Diagnostic]:
    told = "a run that was killed left this; it is no part of the archive"
    return [
        Diagnostic(
            code="leftover",
            path=str(Path(place, name)),
            message=told,
            hint="the next run that writes there removes it",
            severity=Severity.WARNING,
        )
        for place, folders, _ in os.walk(folder)
        for name in sorted(folders)
        if name.startswith(".") and name.endswith((".partial", ".old"))
    ]


def _path(name: str, bundle: BundleFolder) -> str:
    return f"{name}/{bundle.folder}"


def _error(code: str, path: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=code, path=path, message=message, hint=hint)
