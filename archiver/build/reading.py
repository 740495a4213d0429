"""From content/ to pages: every page bundle that can be read, and what is wrong with the others."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from archiver import bundles, content
from archiver.assemble import permalink
from archiver.build import fingerprint
from archiver.build.pages import Pages
from archiver.build.report import Clock
from archiver.build.trouble import os_problem, telling_os_errors
from archiver.bundles import BundleFolder
from archiver.errors import BuildError, ContentError, Diagnostic, Severity
from archiver.model.site import Page

CONTENT = "content"
_COMMENT_REL = "nofollow noopener ugc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A page bundle that was read."""

    page: Page
    bundle: BundleFolder
    fingerprint: str
    """Of the record's files."""


def read_pages(
    folder: Path, clock: Clock, kept: Pages | None = None
) -> tuple[list[Read], tuple[Diagnostic, ...]]:
    """Every page below content/ that can be read, and what is wrong with the others.

    What is `kept` of an unchanged page bundle is not read again.

    Raises BuildError where there are page bundles and none can be read: that is no site to publish.
    """
    read: list[Read] = []
    with clock.stage("read"), telling_os_errors(folder):
        found, notes = bundles.find(folder) if folder.is_dir() else ((), ())
        problems = list(notes)
        for number, bundle in enumerate(found, start=1):
            try:
                read.append(_read(bundle, kept))
            except ContentError as error:
                problems.append(error.diagnostic)
            except OSError as error:
                problems.append(os_problem("bundle-unreadable", Path(CONTENT, bundle.folder), error))
            clock.tell("read", number, len(found))
    if found and not read:
        first = next(problem for problem in problems if problem.severity is Severity.ERROR)
        told = f"none of {len(found)} page bundles can be read; the first: {first.message}"
        raise BuildError(replace(first, code="content-unreadable", message=told))
    if not found:
        told, hint = "there are no page bundles, so the site is empty", "`archiver ingest PATH` makes them"
        empty = Diagnostic(
            code="content-empty", message=told, path=CONTENT, hint=hint, severity=Severity.WARNING
        )
        problems.append(empty)
    return read, tuple(problems)


def _read(bundle: BundleFolder, kept: Pages | None) -> Read:
    files = bundle.read()
    found = hashlib.blake2b()
    for name, data in sorted(files.items()):
        found.update(f"{name}\0{len(data)}\0".encode())
        found.update(data)
    whole = found.hexdigest()
    if kept is None:
        return Read(page=_page(bundle, files), bundle=bundle, fingerprint=whole)
    key = fingerprint.of(fingerprint.program(), bundle.folder, whole)
    page = kept.get(key, files[bundles.INDEX].decode(errors="replace"))
    if page is None:
        page = _page(bundle, files)
        kept.put(key, page)
    return Read(page=page, bundle=bundle, fingerprint=whole)


def _page(bundle: BundleFolder, files: Mapping[str, bytes]) -> Page:
    read = content.read(files, f"{CONTENT}/{bundle.folder}")
    language = read.article.language or ""
    return Page(
        bundle=read,
        permalink=permalink(bundle.folder),
        folder=bundle.folder,
        body_html=content.to_html(read.article.body, paragraph_ids=True, language=language),
        comments_html=tuple(
            content.to_html(comment.body, rel=_COMMENT_REL, language=language) for comment in read.comments
        ),
        markdown=files[bundles.INDEX].decode(),
        edited=content.is_edited(files),
    )
