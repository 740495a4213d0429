"""The work of a build that has something to do: read, assemble, render, index, swap."""

from collections.abc import Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path

from archiver import marker, search, swap
from archiver.assemble import assemble
from archiver.build import cache, fingerprint, memory
from archiver.build.cache import Known
from archiver.build.indexing import index
from archiver.build.output import output_folder
from archiver.build.placing import Made, Placing
from archiver.build.reading import CONTENT, Read, Waiting, read_pages
from archiver.build.report import BuildReport, Clock
from archiver.build.trouble import telling_os_errors
from archiver.collector import collector_at_rest
from archiver.errors import BuildError, Diagnostic, Severity
from archiver.extract.engine import rule_notes
from archiver.model.site import Site, SiteConfig
from archiver.render import Part, Place, Placed, render_parts, theme_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be built, from what, and what is known of the site that stands there."""

    site_folder: Path
    settings: SiteConfig
    output: Path | None
    """As the user named it; None for the usual place."""
    target: Path
    strict: bool
    with_search: bool
    inputs: str
    """The fingerprint of all that the site is made of; empty where it cannot be certain."""
    before_ns: int
    """The clock before the first look at it."""
    known: Known


@dataclass(frozen=True, slots=True, kw_only=True)
class _Built:
    """What came of it, where a new site was put in place."""

    mark: tuple[int, int] = (0, 0)
    files: int = 0
    size_bytes: int = 0
    documents: int = 0
    made: Mapping[str, Made] = field(default_factory=dict)


def make(order: Order, clock: Clock, warnings: tuple[Diagnostic, ...]) -> BuildReport:
    """Build the site and remember what it was made of; `warnings` are told beside the build's own."""
    # What a build makes has no cycles; looking for some costs a tenth of its time.
    with collector_at_rest(), closing(Waiting()) as waiting:
        return _make(order, clock, warnings, waiting)


def _make(order: Order, clock: Clock, warnings: tuple[Diagnostic, ...], waiting: Waiting) -> BuildReport:
    theme = theme_folder(order.settings.theme, order.site_folder)
    kept, parts, notes = memory.load(order.site_folder, order.target)
    warnings = (*warnings, *notes)[:1]
    read, problems = read_pages(order.site_folder / CONTENT, clock, kept, order.before_ns, waiting)
    with clock.stage("assemble"):
        site = assemble(order.settings, [each.page for each in read], rule_notes())
    problems += site.diagnostics
    is_built = not (order.strict and any(problem.severity is not Severity.NOTE for problem in problems))
    built = _put_in_place(order, clock, site, theme, read, parts) if is_built else _Built()
    report = BuildReport(
        output=order.target,
        built=is_built,
        articles=len(site.pages),
        comments=sum(page.comments for page in site.pages),
        files=built.files,
        size_bytes=built.size_bytes,
        documents=built.documents,
        seconds=tuple(clock.seconds.items()),
        diagnostics=(*problems, *warnings),
    )
    if not is_built:
        return report
    known = Known(
        inputs=order.inputs,
        site=built.mark,
        indexed=order.with_search,
        counts=cache.counts_of(report),
        diagnostics=tuple(each for each in report.diagnostics if each.code != cache.UNUSABLE),
    )
    notes = memory.save(order.site_folder, order.target, known, kept, built.made)
    return replace(report, diagnostics=(*report.diagnostics, *notes))


def _put_in_place(
    order: Order, clock: Clock, site: Site, theme: Path, read: list[Read], parts: Mapping[str, Made]
) -> _Built:
    target = order.target
    spare = memory.spare(order.site_folder, target)
    with telling_os_errors(target), swap.replacing(target, spare=spare) as folder:
        shared = fingerprint.of(fingerprint.program(), fingerprint.folder_of_few(theme), order.settings)
        placing = Placing(folder=folder, old=target, known=parts, shared=shared)
        with clock.stage("render"):
            render_parts(site, theme, _counted(placing, clock))
        with clock.stage("media"):
            _copy_media(read, placing, order.before_ns)
        documents = 0
        if order.with_search:
            with clock.stage("search"):
                documents = index(site, placing)
        else:
            placing.keep(search.FOLDER)
        files, size_bytes = placing.finish()
        marker.write_marker(folder, order.settings.base_url)
        mark = cache.site_mark(folder)
        # Long has passed since the first look; nothing that came into the folder may be lost.
        output_folder(order.site_folder, order.output)
    return _Built(
        mark=mark, files=files + 1, size_bytes=size_bytes + mark[0], documents=documents, made=placing.made
    )


def _counted(placing: Placing, clock: Clock) -> Place:
    number = 0

    def place(part: Part) -> tuple[Placed, ...]:
        nonlocal number
        files = placing.place(part)
        number += len(files)
        clock.tell("render", number, 0)
        return files

    return place


def _copy_media(read: Iterable[Read], placing: Placing, before_ns: int) -> None:
    for each in read:
        page, bundle = each.page, each.bundle
        if not bundle.media:
            continue
        files = {f"{page.permalink}{name}": bundle.path / name for name in bundle.media}
        if taken := placing.copy(f"media {page.permalink}", bundle.seen(bundle.media, before_ns), files):
            name = taken.removeprefix(page.permalink)
            raise BuildError(
                Diagnostic(
                    code="output-collision",
                    path=f"{CONTENT}/{bundle.folder}/{name}",
                    message=f"two files of the site have the same place: {taken}",
                    hint="rename the media file",
                )
            )
