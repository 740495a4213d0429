"""The work of a build that has something to do: read, assemble, render, index, swap."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from archiver import marker, swap
from archiver.assemble import assemble
from archiver.build import cache, fingerprint
from archiver.build.articles import Articles
from archiver.build.cache import Known, Made
from archiver.build.indexing import Indexed, index, keep_index
from archiver.build.output import output_folder
from archiver.build.reading import CONTENT, Read, read_pages
from archiver.build.report import BuildReport, Clock
from archiver.build.trouble import telling_os_errors
from archiver.errors import BuildError, Diagnostic, Severity
from archiver.extract.engine import rule_notes
from archiver.model.site import OutputFile, SiteConfig
from archiver.render import render, theme_folder


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
    known: Known


def make(order: Order, clock: Clock, warnings: tuple[Diagnostic, ...]) -> BuildReport:
    """Build the site and remember what it was made of; `warnings` are told beside the build's own."""
    theme = theme_folder(order.settings.theme, order.site_folder)
    read, problems = read_pages(order.site_folder / CONTENT, clock)
    with clock.stage("assemble"):
        site = assemble(order.settings, [each.page for each in read], rule_notes())
    problems += site.diagnostics
    built = not (order.strict and any(problem.severity is not Severity.NOTE for problem in problems))
    indexed = Indexed(documents=0, prints=order.known.search)
    files = size_bytes = 0
    site_mark = (0, 0)
    made: dict[str, Made] = {}
    if built:
        target = order.target
        with telling_os_errors(target), swap.replacing(target) as partial:
            prints = {each.page.permalink: each.fingerprint for each in read}
            articles = Articles(
                old=target,
                known=cache.load_articles(order.site_folder, target),
                prints=prints,
                theme=fingerprint.folder_of_few(theme),
            )
            made = articles.made
            with clock.stage("render"):
                swap.write_files(_files(render(site, theme, articles), clock), partial, old=target)
            _copy_media(read, partial, clock)
            if order.with_search:
                with clock.stage("search"):
                    indexed = index(site, prints, partial, target, order.known.search)
            else:
                keep_index(target, partial)
            marker.write_marker(partial, order.settings.base_url)
            site_mark = cache.site_mark(partial)
            files, size_bytes = swap.measure(partial)
            # Long has passed since the first look; nothing that came into the folder may be lost.
            output_folder(order.site_folder, order.output)
    report = BuildReport(
        output=order.target,
        built=built,
        articles=len(site.pages),
        comments=sum(len(page.bundle.comments) for page in site.pages),
        files=files,
        size_bytes=size_bytes,
        documents=indexed.documents,
        seconds=tuple(clock.seconds.items()),
        diagnostics=(*problems, *warnings),
    )
    return replace(
        report, diagnostics=(*report.diagnostics, *_remember(order, report, indexed, site_mark, made))
    )


def _remember(
    order: Order, report: BuildReport, indexed: Indexed, site_mark: tuple[int, int], made: Mapping[str, Made]
) -> tuple[Diagnostic, ...]:
    if not report.built:
        return ()
    known = Known(
        inputs=order.inputs,
        site=site_mark,
        indexed=order.with_search,
        search=indexed.prints,
        counts=cache.counts_of(report),
        diagnostics=tuple(each for each in report.diagnostics if each.code != cache.UNUSABLE),
    )
    return cache.save(order.site_folder, order.target, known, made)


def _files(rendered: Iterable[OutputFile], clock: Clock) -> Iterator[tuple[str, bytes]]:
    for number, file in enumerate(rendered, start=1):
        yield file.path, file.data
        clock.tell("render", number, 0)


def _copy_media(read: Iterable[Read], partial: Path, clock: Clock) -> None:
    with clock.stage("media"):
        for each in read:
            page, bundle = each.page, each.bundle
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
