"""`archiver build`."""

from argparse import Namespace

from archiver.build import BuildReport, build
from archiver.commands.given import write_report
from archiver.commands.terminal import Terminal, shown
from archiver.errors import Severity
from archiver.text import plural


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Build the site; one line with the sums."""
    report = build(
        chosen.site,
        output=chosen.output,
        base_url=chosen.base_url,
        strict=chosen.strict,
        progress=lambda stage, done, total: terminal.progress(done, total, stage),
    )
    terminal.clear()
    terminal.problems(report.diagnostics)
    terminal.say(shown(summary(report)))
    write_report(chosen.report, report.to_dict())
    wrong = any(problem.severity is Severity.ERROR for problem in report.diagnostics)
    return 1 if wrong or not report.built else 0


def summary(report: BuildReport) -> str:
    """The build in one line."""
    if not report.built:
        return f"not built: {report.output} is as it was"
    seconds = sum(seconds for _, seconds in report.seconds)
    return (
        f"built {plural(report.articles, 'article')} with {plural(report.comments, 'comment')} into "
        f"{report.output}/: {plural(report.files, 'file')}, {report.size_bytes / 1e6:.1f} MB, {seconds:.1f} s"
    )
