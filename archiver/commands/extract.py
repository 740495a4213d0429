"""`archiver extract`."""

import json
from argparse import Namespace

from archiver import content
from archiver.commands.given import one_capture
from archiver.commands.terminal import Terminal
from archiver.extract.engine import extract
from archiver.ingest.candidate import bundle_of
from archiver.parse import parse


def run(chosen: Namespace, terminal: Terminal) -> int:
    """Print one extraction."""
    capture = one_capture(chosen.capture, chosen.url)
    extraction = extract(parse(capture))
    if chosen.format == "json":
        terminal.say(json.dumps(extraction.to_dict(), ensure_ascii=False, indent=2))
        return 0
    files = content.write(bundle_of(capture, extraction))
    pages = [files[name].decode() for name in ("index.md", "comments.md") if name in files]
    terminal.say("\n".join(pages).rstrip("\n"))
    return 0
