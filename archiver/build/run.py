"""The use case: nothing where nothing changed, else the whole line."""

import time
from pathlib import Path

from archiver import config, swap
from archiver.build import cache, fingerprint
from archiver.build.output import output_folder
from archiver.build.report import BuildReport, Clock, Progress
from archiver.build.trouble import telling_os_errors
from archiver.errors import Severity
from archiver.model.site import SiteConfig


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
    warnings too. Without `with_search` the new site has the old one's index, for quick previews. A site that
    is up to date is left alone. Raises ConfigError and BuildError for what ends the whole build; the old site
    then stands.
    """
    clock = Clock(tell=progress or (lambda stage, done, total: None))
    settings = config.load(site_folder / config.FILE_NAME)
    if base_url is not None:
        settings = config.with_base_url(settings, base_url)
    target = output_folder(site_folder, output)
    known, warnings = cache.load(site_folder, target)
    with clock.stage("look"), telling_os_errors(site_folder):
        before_ns = time.time_ns()
        inputs = _inputs(site_folder, settings, before_ns)
    fresh = inputs == known.inputs != "" and (known.indexed or not with_search)
    if fresh and swap.is_at_rest(target):
        clean = all(problem.severity is Severity.NOTE for problem in known.diagnostics)
        seconds = tuple(clock.seconds.items())
        return cache.remembered(known, target, built=clean or not strict, seconds=seconds)
    from archiver.build.make import Order, make  # noqa: PLC0415 - what an idle build never needs costs 0.2 s

    order = Order(
        site_folder=site_folder,
        settings=settings,
        output=output,
        target=target,
        strict=strict,
        with_search=with_search,
        inputs=inputs,
        before_ns=before_ns,
        known=known,
    )
    return make(order, clock, warnings)


def _inputs(site_folder: Path, settings: SiteConfig, before_ns: int) -> str:
    """The fingerprint of all that the site is made of; empty where some of it has only just changed."""
    content = fingerprint.content(site_folder / "content", before_ns)
    if content is None:
        return ""
    themes = [
        fingerprint.folder_of_few(place) for place in fingerprint.theme_places(site_folder, settings.theme)
    ]
    return fingerprint.of(fingerprint.program(), settings, themes, content)
