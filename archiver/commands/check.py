"""`archiver check`."""

from argparse import Namespace

from archiver.check import check
from archiver.commands.terminal import Terminal
from archiver.errors import Severity


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Check the built site; one line for each problem, one with the sum."""
    found = check(chosen.site, chosen.output or chosen.site / "public")
    terminal.problems(found)
    errors = sum(problem.severity is Severity.ERROR for problem in found)
    terminal.say(
        "checked: no problems" if not found else f"checked: {errors} errors, {len(found) - errors} others"
    )
    return 1 if errors else 0
