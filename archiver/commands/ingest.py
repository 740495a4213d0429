"""`archiver ingest`."""

from argparse import Namespace
from pathlib import Path

from archiver.commands.given import content_folder, standard_input, write_report
from archiver.commands.terminal import Terminal, shown
from archiver.ingest import Fate, IngestReport, ingest
from archiver.text import plural


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Put captures into the archive; one line for each that changed something, one with the sums."""
    archive = content_folder(chosen.site, chosen.content)
    report = ingest(
        [Path(name) for name in chosen.paths if name != "-"],
        archive,
        standard_input=standard_input() if "-" in chosen.paths else None,
        source=chosen.source,
        jobs=chosen.jobs,
        dry_run=chosen.dry_run,
        progress=terminal.progress,
    )
    terminal.clear()
    terminal.problems(report.problems)
    if terminal.out.isatty() or chosen.dry_run:
        for outcome in report.outcomes:
            if outcome.fate not in (Fate.REFUSED, Fate.UNCHANGED):
                terminal.say(shown(f"{outcome.fate:8} {outcome.folder}/"))
    terminal.say(summary(report))
    write_report(chosen.report, report.to_dict())
    return 0 if report.ok else 1


def summary(report: IngestReport) -> str:
    """The run in one line."""
    counts = report.counts()
    captures = len(report.outcomes)
    comments = sum(outcome.comments for outcome in report.outcomes)
    told = ", ".join(f"{count} {fate}" for fate, count in counts.items() if count) or "nothing to do"
    head = "would ingest" if report.dry_run else "ingested"
    return f"{head} {plural(captures, 'capture')}: {told}; {plural(comments, 'comment')}"
