"""The use case: read, assemble, render, index, swap."""

import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from archiver import config, marker, search, swap
from archiver.assemble import assemble
from archiver.build.output import output_folder
from archiver.build.reading import CONTENT, read_pages
from archiver.build.report import BuildReport, Clock, Progress
from archiver.build.trouble import telling_os_errors
from archiver.bundles import BundleFolder
from archiver.errors import BuildError, Diagnostic, Severity
from archiver.extract.described import rule_notes
from archiver.model.site import Page, Site
from archiver.render import render, theme_folder


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
    warnings too. Without `with_search` the new site has the old one's index, for quick previews. Raises
    ConfigError and BuildError for what ends the whole build; the old site then stands.
    """
    clock = Clock(tell=progress or (lambda stage, done, total: None))
    settings = config.load(site_folder / config.FILE_NAME)
    if base_url is not None:
        settings = config.with_base_url(settings, base_url)
    target = output_folder(site_folder, output)
    theme = theme_folder(settings.theme, site_folder)
    read, problems = read_pages(site_folder / CONTENT, clock)
    with clock.stage("assemble"):
        site = assemble(settings, [page for page, _ in read], rule_notes())
    problems += site.diagnostics
    built = not (strict and any(problem.severity is not Severity.NOTE for problem in problems))
    files = size_bytes = documents = 0
    if built:
        with telling_os_errors(target), swap.replacing(target) as partial:
            _write(site, theme, partial, clock)
            _copy_media(read, partial, clock)
            documents = _index(site, partial, target if not with_search else None, clock)
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


def _write(site: Site, theme: Path, partial: Path, clock: Clock) -> None:
    def pairs() -> Iterator[tuple[str, bytes]]:
        for number, file in enumerate(render(site, theme), start=1):
            yield file.path, file.data
            clock.tell("render", number, 0)

    with clock.stage("render"):
        swap.write_files(pairs(), partial)


def _copy_media(read: Iterable[tuple[Page, BundleFolder]], partial: Path, clock: Clock) -> None:
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


def _index(site: Site, partial: Path, old: Path | None, clock: Clock) -> int:
    """Index the site, or take over the index of an `old` one; how many documents were indexed."""
    if old is not None:
        _keep_index(old, partial)
        return 0
    with clock.stage("search"):
        return search.index(site, partial)


def _keep_index(old: Path, new: Path) -> None:
    """Let the new site have the old one's index; files are linked where that is possible."""

    def link(one: str, other: str) -> None:
        try:
            os.link(one, other)
        except OSError:
            shutil.copyfile(one, other)

    if (old / search.FOLDER).is_dir():
        shutil.copytree(old / search.FOLDER, new / search.FOLDER, copy_function=link, dirs_exist_ok=True)


def _measure(folder: Path) -> tuple[int, int]:
    """How many files stand below a folder, and their bytes together."""
    sizes = [Path(place, name).stat().st_size for place, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)
