"""`archiver new`."""

from argparse import Namespace

from archiver.commands.terminal import Terminal, shown
from archiver.new import new


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Make a site's folder and say what comes next."""
    new(chosen.folder, chosen.title)
    terminal.say(shown(f"made {chosen.folder}/; next: put pages into {chosen.folder}/captures and run"))
    terminal.say(
        shown(f"  cd {chosen.folder} && archiver ingest captures && archiver build && archiver serve")
    )
    return 0
