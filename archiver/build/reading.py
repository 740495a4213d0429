"""From content/ to pages: every page bundle that can be read, and what is wrong with the others."""

import hashlib
import pickle
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from archiver import bundles, content
from archiver.assemble import permalink
from archiver.build import records
from archiver.build.records import Records
from archiver.build.report import Clock
from archiver.build.trouble import os_problem, telling_os_errors
from archiver.bundles import BundleFolder
from archiver.errors import BuildError, ContentError, Diagnostic, Severity
from archiver.model.page import page_of
from archiver.model.site import Page, Story

CONTENT = "content"
HELD_BYTES = 16_000_000
"""Files of page bundles whose articles wait in memory until the site stands, which takes twice as much."""
SPOOL_BYTES = 4_000_000_000
"""Further articles wait on disk; beyond, an article is read a second time when its own page is made."""
_COMMENT_REL = "nofollow noopener ugc"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A page bundle that was read."""

    page: Page
    bundle: BundleFolder


@dataclass(slots=True)
class Waiting:
    """Articles that were read and whose pages are not made yet: the first in memory, the others in a file.

    The file has no name and goes with the process, so what is taken from it is what was put there.
    """

    held: dict[str, Story] = field(default_factory=dict)
    held_bytes: int = 0
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Start and length in the file."""
    file: IO[bytes] | None = None
    end: int = 0

    def put(self, folder: str, story: Story, size_bytes: int) -> None:
        """Keep an article, unless there is no room for it."""
        if self.held_bytes + size_bytes <= HELD_BYTES:
            self.held_bytes += size_bytes
            self.held[folder] = story
            return
        data = pickle.dumps(story, pickle.HIGHEST_PROTOCOL)
        if self.end + len(data) > SPOOL_BYTES:
            return
        with suppress(OSError):
            self.file = self.file or tempfile.TemporaryFile()  # noqa: SIM115 - open as long as this object
            self.file.seek(self.end)
            self.file.write(data)
            self.places[folder] = (self.end, len(data))
            self.end += len(data)

    def close(self) -> None:
        """Let all of them go."""
        self.held.clear()
        self.places.clear()
        if self.file is not None:
            self.file.close()
            self.file = None

    def get(self, folder: str) -> Story | None:
        """The article, if it was kept."""
        if folder in self.held:
            return self.held[folder]
        if self.file is None or folder not in self.places:
            return None
        start, length = self.places[folder]
        try:
            self.file.seek(start)
            story = pickle.loads(self.file.read(length))
        except (OSError, EOFError, pickle.UnpicklingError):
            return None
        return story if isinstance(story, Story) else None


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads page bundles, those that did not change from their records."""

    records: Records
    before_ns: int
    """The clock before the look."""
    waiting: Waiting

    def read(self, bundle: BundleFolder) -> Page:
        """Raises ContentError and OSError."""
        seen = bundle.seen(bundle.names, self.before_ns)
        known = self.records.known.get(bundle.folder)
        if known is not None and seen and known[0] == seen:
            return self._again(bundle, seen)
        files = bundle.read()
        digest = _digest(files)
        if known is not None and records.digest_of(known[1]) == digest:
            return self._again(bundle, seen)
        story = _story(bundle, files)
        page = page_of(
            story,
            permalink=permalink(bundle.folder),
            folder=bundle.folder,
            digest=digest,
            edited=content.is_edited(files),
            load=lambda: self._load(bundle, digest),
        )
        self.waiting.put(bundle.folder, story, sum(map(len, files.values())))
        self.records.keep(page, seen)
        return page

    def _again(self, bundle: BundleFolder, seen: str) -> Page:
        row = self.records.known[bundle.folder][1]
        self.records.keep_again(bundle.folder, seen)
        digest = records.digest_of(row)
        link = permalink(bundle.folder)
        return records.page(bundle.folder, link, row, lambda: self._load(bundle, digest))

    def _load(self, bundle: BundleFolder, digest: str) -> Story:
        """Raises BuildError for a page bundle that is no longer what it was at first."""
        if story := self.waiting.get(bundle.folder):
            return story
        path = f"{CONTENT}/{bundle.folder}"
        with telling_os_errors(bundle.path):
            files = bundle.read()
        if _digest(files) != digest:
            told, hint = "the page bundle was changed while the site was built", "build again"
            raise BuildError(Diagnostic(code="content-changed", path=path, message=told, hint=hint))
        return _story(bundle, files)


def read_pages(
    folder: Path,
    clock: Clock,
    kept: Records | None = None,
    before_ns: int = 0,
    waiting: Waiting | None = None,
) -> tuple[list[Read], tuple[Diagnostic, ...]]:
    """Every page below content/ that can be read, and what is wrong with the others.

    What is `kept` of an unchanged page bundle is not read again; `before_ns` is the clock before the look.
    The articles that were read stay in `waiting`.
    Raises BuildError where there are page bundles and none can be read: that is no site to publish.
    """
    read: list[Read] = []
    reader = _Reader(records=kept or Records(known={}), before_ns=before_ns, waiting=waiting or Waiting())
    with clock.stage("read"), telling_os_errors(folder):
        found, notes = bundles.find(folder) if folder.is_dir() else ((), ())
        problems = list(notes)
        for number, bundle in enumerate(found, start=1):
            try:
                read.append(Read(page=reader.read(bundle), bundle=bundle))
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


def _digest(files: Mapping[str, bytes]) -> str:
    found = hashlib.blake2b(digest_size=20)
    for name, data in sorted(files.items()):
        found.update(f"{name}\0{len(data)}\0".encode())
        found.update(data)
    return found.hexdigest()


def _story(bundle: BundleFolder, files: Mapping[str, bytes]) -> Story:
    read = content.read(files, f"{CONTENT}/{bundle.folder}")
    language = read.article.language or ""
    return Story(
        bundle=read,
        body_html=content.to_html(read.article.body, paragraph_ids=True, language=language),
        comments_html=tuple(
            content.to_html(comment.body, rel=_COMMENT_REL, language=language) for comment in read.comments
        ),
        markdown=files[bundles.INDEX].decode(),
    )
