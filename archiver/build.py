"""The use case from content/ to public/: the only writer there.

The site is written beside the old one and swapped in whole; whatever goes wrong, the old one stays.
"""

import errno
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from archiver import bundles, config, content, marker, search, swap
from archiver.assemble import assemble, permalink
from archiver.bundles import BundleFolder
from archiver.errors import BuildError, ContentError, Diagnostic, Severity
from archiver.model.site import Page, Site
from archiver.render import render, theme_folder

CONTENT = "content"
OUTPUT = "public"
_UNIMPORTANT = frozenset((marker.NAME, ".DS_Store", "Thumbs.db", "desktop.ini"))
_COMMENT_REL = "nofollow noopener ugc"

Progress = Callable[[str, int, int], None]
"""Told the stage, how much is done, and of how much; 0 where that is not known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What one build did."""

    output: Path
    built: bool
    """False where a strict build met a problem: the old site stands."""
    articles: int
    comments: int
    files: int
    """In the built site, the search index included."""
    size_bytes: int
    documents: int
    """In the search index."""
    seconds: tuple[tuple[str, float], ...]
    """Time for each stage, in order."""
    diagnostics: tuple[Diagnostic, ...]

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return {
            "output": str(self.output),
            "built": self.built,
            "articles": self.articles,
            "comments": self.comments,
            "files": self.files,
            "size_bytes": self.size_bytes,
            "documents": self.documents,
            "seconds": {stage: round(seconds, 4) for stage, seconds in self.seconds},
            "diagnostics": [
                {
                    "code": each.code,
                    "severity": str(each.severity),
                    "path": each.path,
                    "line": each.line,
                    "message": each.message,
                    "hint": each.hint,
                }
                for each in self.diagnostics
            ],
        }


def build(
    site_folder: Path,
    *,
    output: Path | None = None,
    base_url: str | None = None,
    strict: bool = False,
    with_search: bool = True,
    progress: Progress | None = None,
) -> BuildReport:
    """Build the site of a folder into `output`, by default its public/.

    A page bundle that cannot be read is left out and reported; `strict` keeps the old site instead, for
    warnings too. Raises ConfigError and BuildError for what ends the whole build; the old site then stands.
    """
    clock = _Clock(tell=progress or (lambda stage, done, total: None))
    settings = config.load(site_folder / config.FILE_NAME)
    if base_url is not None:
        settings = config.with_base_url(settings, base_url)
    target = output_folder(site_folder, output)
    theme = theme_folder(settings.theme, site_folder)
    read, problems = _read(site_folder / CONTENT, clock)
    with clock.stage("assemble"):
        site = assemble(settings, [page for page, _ in read])
    problems += site.diagnostics
    built = not (strict and any(problem.severity is not Severity.NOTE for problem in problems))
    files = size_bytes = documents = 0
    if built:
        with _telling_os_errors(target), swap.replacing(target) as partial:
            _write(site, theme, partial, clock)
            _copy_media(read, partial, clock)
            if with_search:
                with clock.stage("search"):
                    documents = search.index(site, partial)
            marker.write_marker(partial, settings.base_url)
            files, size_bytes = _measure(partial)
            # Long has passed since the first look; nothing that came into the folder may be lost.
            output_folder(site_folder, output)
    return BuildReport(
        output=target,
        built=built,
        articles=len(site.pages),
        comments=sum(len(page.bundle.comments) for page in site.pages),
        files=files,
        size_bytes=size_bytes,
        documents=documents,
        seconds=tuple(clock.seconds.items()),
        diagnostics=problems,
    )


@dataclass(slots=True, kw_only=True)
class _Clock:
    """How long each stage took, and who is told how far it is."""

    tell: Progress
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Take the time of a block."""
        self.tell(name, 0, 0)
        start = time.perf_counter()
        yield
        self.seconds[name] = time.perf_counter() - start


def _read(folder: Path, clock: _Clock) -> tuple[list[tuple[Page, BundleFolder]], tuple[Diagnostic, ...]]:
    """Every page below content/ that can be read, and what is wrong with the others.

    Raises BuildError where there are page bundles and none can be read: that is no site to publish.
    """
    read: list[tuple[Page, BundleFolder]] = []
    with clock.stage("read"), _telling_os_errors(folder):
        found, notes = bundles.find(folder) if folder.is_dir() else ((), ())
        problems = list(notes)
        for number, bundle in enumerate(found, start=1):
            try:
                read.append((_page(bundle), bundle))
            except ContentError as error:
                problems.append(error.diagnostic)
            except OSError as error:
                problems.append(_os_problem("bundle-unreadable", Path(CONTENT, bundle.folder), error))
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


def _page(bundle: BundleFolder) -> Page:
    files = bundle.read()
    read = content.read(files, f"{CONTENT}/{bundle.folder}")
    return Page(
        bundle=read,
        permalink=permalink(bundle.folder),
        folder=bundle.folder,
        body_html=content.to_html(read.article.body, paragraph_ids=True),
        comments_html=tuple(content.to_html(comment.body, rel=_COMMENT_REL) for comment in read.comments),
        markdown=files[bundles.INDEX].decode(),
        edited=content.is_edited(files),
    )


def _write(site: Site, theme: Path, partial: Path, clock: _Clock) -> None:
    def pairs() -> Iterator[tuple[str, bytes]]:
        for number, file in enumerate(render(site, theme), start=1):
            yield file.path, file.data
            clock.tell("render", number, 0)

    with clock.stage("render"):
        swap.write_files(pairs(), partial)


def _copy_media(read: Iterable[tuple[Page, BundleFolder]], partial: Path, clock: _Clock) -> None:
    with clock.stage("media"):
        for page, bundle in read:
            for name in bundle.media:
                place = partial / page.permalink / name
                if place.exists():
                    told = f"two files of the site have the same place: {page.permalink}{name}"
                    raise BuildError(
                        Diagnostic(
                            code="output-collision",
                            path=f"{CONTENT}/{bundle.folder}/{name}",
                            message=told,
                            hint="rename the media file",
                        )
                    )
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(bundle.path / name, place)


def _measure(folder: Path) -> tuple[int, int]:
    """How many files stand below a folder, and their bytes together."""
    sizes = [Path(place, name).stat().st_size for place, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)


def output_folder(site_folder: Path, output: Path | None) -> Path:
    """Where the site goes, every link followed.

    Raises BuildError for a place where building would destroy something that no build made.
    """
    target = (output or site_folder / OUTPUT).resolve()
    site = site_folder.resolve()
    named = (
        (Path(target.anchor), "the root of the file system"),
        (Path.home().resolve(), "your home folder"),
    )
    for place, name in (*named, (site, "the site's own folder")):
        if target == place or target in place.parents:
            raise _refused(target, f"the output folder is or holds {name}")
    for name in (CONTENT, "themes", "captures"):
        place = (site / name).resolve()
        if target == place or place in target.parents or target in place.parents:
            raise _refused(target, f"the output folder is, holds or stands in the site's {name}/")
    if target.exists():
        with _telling_os_errors(target):
            _check_contents(target)
    return target


def _check_contents(target: Path) -> None:
    if not target.is_dir():
        raise _refused(target, "the output is a file and not a folder")
    names = {path.name for path in target.iterdir()} - _UNIMPORTANT
    found = marker.read_marker(target)
    if names and found is None:
        raise _refused(target, f"the output folder is not empty and was not built by archiver: {_few(names)}")
    foreign = names - found.names if found else set()
    if foreign:
        raise _refused(target, f"the output folder holds what no build made: {_few(foreign)}")


def _few(names: Iterable[str]) -> str:
    first, *rest = sorted(names)
    return ", ".join([first, *rest[:2]]) + (f" and {len(rest) - 2} more" if len(rest) > 2 else "")


def _refused(target: Path, message: str) -> BuildError:
    hint = "choose another folder with --output, or empty this one"
    return BuildError(Diagnostic(code="output-refused", path=str(target), message=message, hint=hint))


def _os_problem(code: str, path: Path, error: OSError) -> Diagnostic:
    hints = {
        errno.ENOSPC: "free some space",
        errno.EBUSY: "it may be a mount point: give a folder inside it with --output",
        errno.EWOULDBLOCK: "wait for it to end",
    }
    told = error.strerror or str(error)
    hint = hints.get(error.errno or 0, "check the folder and its rights")
    return Diagnostic(code=code, path=str(error.filename or path), message=told, hint=hint)


@contextmanager
def _telling_os_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise BuildError(_os_problem("build-io", path, error)) from error
