"""The room's verb: everything that is wrong with a site folder and what was built of it."""

from pathlib import Path

from archiver import config, swap
from archiver.check.links import check_links
from archiver.check.record import check_record
from archiver.check.sums import check_sums
from archiver.errors import ConfigError, Diagnostic, Severity
from archiver.marker import read_marker

CONTENT = "content"
OUTPUT = "public"
_BUILD = "run: archiver build"


def check(site_folder: Path, output: Path | None = None) -> tuple[Diagnostic, ...]:
    """All problems of site.toml, the page bundles and the built site, in a fixed order; empty if all is well.

    Nothing is changed, and no request is made: only what stands in the folders is looked at.
    """
    problems: list[Diagnostic] = []
    try:
        config.load(site_folder / config.FILE_NAME)
    except ConfigError as error:
        problems.append(error.diagnostic)
    folders, found = check_record(site_folder / CONTENT)
    problems += found
    target = output or site_folder / OUTPUT
    problems += [_leftover(path) for path in swap.leftovers(target.resolve())]
    if not target.is_dir():
        return (*problems, _error("site-missing", target, "there is no built site", _BUILD))
    marker = read_marker(target)
    if marker is None:
        return (*problems, _error("site-foreign", target, "the folder was not built by archiver", _BUILD))
    problems += check_links(target, marker.base_url)
    problems += check_sums(target)
    for folder in folders:
        if not (target / folder / "index.html").is_file():
            told = f"the built site has no page for {CONTENT}/{folder}"
            problems.append(_error("page-missing", target, told, _BUILD))
    return tuple(problems)


def _leftover(path: Path) -> Diagnostic:
    told = "a run that was killed left this; it is no part of the site"
    return Diagnostic(
        code="leftover",
        path=str(path),
        message=told,
        hint="the next build removes it",
        severity=Severity.WARNING,
    )


def _error(code: str, path: Path, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code=code, path=str(path), message=message, hint=hint)
