"""`archiver serve`."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from archiver.build import BuildReport, build
from archiver.commands.terminal import Terminal
from archiver.errors import ArchiverError, ConfigError, Diagnostic, Severity
from archiver.serve.run import Preview, serve

OUTPUT = Path(".archiver-cache", "serve")
"""Where the served site stands below the site's folder, apart from what is published."""


class Builder:
    """Builds for the eyes of one person: quickly, and an error keeps the last good site."""

    def __init__(self, site: Path, terminal: Terminal) -> None:
        self.site = site
        self.output = site / OUTPUT
        self.terminal = terminal
        self.has_built = False
        self.told: frozenset[Diagnostic] = frozenset()

    def quick(self) -> str | None:
        """Build without the search index; returns what is wrong."""
        return self._built(with_search=False)

    def whole(self) -> str | None:
        """Build with the search index; returns what is wrong."""
        return self._built(with_search=True)

    def _built(self, *, with_search: bool) -> str | None:
        try:
            found = self._build(with_search=with_search).diagnostics
        except ArchiverError as error:
            found = (error.diagnostic,)
        self.terminal.problems(problem for problem in found if problem not in self.told)
        self.told = frozenset(found)
        return _told(found)

    def _build(self, *, with_search: bool) -> BuildReport:
        """A strict build, which stops before it writes; one that merely warns, or is the first, goes on."""
        report = build(self.site, output=self.output, base_url="/", strict=True, with_search=with_search)
        if not report.built and (not self.has_built or _told(report.diagnostics) is None):
            report = build(self.site, output=self.output, base_url="/", with_search=with_search)
        self.has_built = self.has_built or report.built
        return report


def _told(found: Iterable[Diagnostic]) -> str | None:
    errors = [str(problem) for problem in found if problem.severity is Severity.ERROR]
    return "\n".join(errors) or None


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Serve until interrupted; prints the link and nothing else on standard output."""
    site: Path = chosen.site
    if not (site / "site.toml").is_file():
        hint = "go to the site's folder, name it with --site, or make one with `archiver new DIR`"
        raise ConfigError(
            Diagnostic(code="no-site", path=str(chosen.site), message="no site.toml here", hint=hint)
        )
    builder = Builder(site, terminal)
    preview = Preview(
        output=builder.output,
        folders=(site / "content", site / "themes"),
        files=(site / "site.toml",),
        host=chosen.host,
        port=chosen.port,
    )

    def announce(link: str) -> None:
        terminal.say(link)
        terminal.out.flush()

    serve(builder.quick, preview, announce=announce, settle=builder.whole)
    return 0
