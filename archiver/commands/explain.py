"""`archiver explain`."""

from argparse import Namespace

from archiver.commands.given import one_capture
from archiver.commands.terminal import Terminal
from archiver.explain import explain
from archiver.extract.engine import extract
from archiver.parse import parse


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Print the ledger of one capture."""
    capture = one_capture(chosen.capture, chosen.url)
    document = parse(capture)
    told = explain(document, extract(document).ledger, width=terminal.width, colours=terminal.colours)
    for line in told.lines:
        terminal.say(line)
    if told.problem:
        terminal.problem(told.problem)
        return 1
    return 0
