"""What each command takes, with examples; kept apart from what it does, so that help loads nothing else."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path

from archiver.serve.address import is_loopback
from archiver.version import __version__

ABOUT = "Turns captures of news pages into an honest, lasting, searchable static archive."
EXIT_CODES = """\
exit codes:
  0    fine
  1    problems found; each has one line on standard error
  2    wrong use of the command line
  130  interrupted

examples:
  archiver new harrowmere-archive
  archiver ingest captures/ --source "Harrowmere Times"
  archiver build --strict
  archiver serve
"""
Parser = argparse.ArgumentParser


def parser() -> Parser:
    """The parser of the whole command line; `command` names the module that runs."""
    top = Parser(
        prog="archiver",
        description=ABOUT,
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"archiver {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, (purpose, examples, fill) in COMMANDS.items():
        one = commands.add_parser(
            name,
            help=purpose,
            description=f"{purpose[0].upper()}{purpose[1:]}.",
            epilog="examples:\n" + "\n".join(f"  {line}" for line in examples),
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        fill(one)
    return top


def _whole(low: int, high: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        if not text.isascii() or not text.isdigit() or not low <= int(text[:9]) <= high:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number from {low} to {high}")
        return int(text)

    return number


def _loopback(text: str) -> str:
    if not is_loopback(text):
        raise argparse.ArgumentTypeError(
            f"{text!r} is not a loopback address: the server is for this machine alone"
        )
    return text


def _site(one: Parser) -> None:
    text = "the folder with site.toml (default: the current folder)"
    one.add_argument("--site", type=Path, default=Path(), metavar="DIR", help=text)


def _new(one: Parser) -> None:
    one.add_argument("folder", type=Path, metavar="DIR", help="where to make it; must be empty or not there")
    one.add_argument("--title", default="News archive", help="the site's title")


def _ingest(one: Parser) -> None:
    one.add_argument(
        "paths", nargs="+", metavar="PATH", help="a capture, a folder of them, or - for standard input"
    )
    one.add_argument("--dry-run", action="store_true", help="say what would happen, write nothing")
    one.add_argument("--source", metavar="NAME", help="the outlet's name, whatever the captures say")
    jobs = os.cpu_count() or 1
    one.add_argument(
        "--jobs",
        type=_whole(1, 512),
        default=jobs,
        metavar="N",
        help=f"processes to read with (default: {jobs})",
    )
    one.add_argument("--report", type=Path, metavar="FILE", help="write what happened as JSON")
    _site(one)
    one.add_argument(
        "--content", type=Path, metavar="DIR", help="the content folder (default: content/ in the site)"
    )


def _build(one: Parser) -> None:
    _site(one)
    one.add_argument(
        "--output", type=Path, metavar="DIR", help="where the site goes (default: public/ in the site)"
    )
    one.add_argument(
        "--base-url", metavar="URL", help="where the site will stand, instead of what site.toml says"
    )
    one.add_argument("--strict", action="store_true", help="warnings are problems too")
    one.add_argument("--report", type=Path, metavar="FILE", help="write what happened as JSON")


def _serve(one: Parser) -> None:
    _site(one)
    one.add_argument("--port", type=_whole(0, 65535), default=8000, help="0 takes a free one (default: 8000)")
    one.add_argument(
        "--host", type=_loopback, default="127.0.0.1", help="a loopback address (default: 127.0.0.1)"
    )


def _check(one: Parser) -> None:
    _site(one)
    one.add_argument(
        "--output", type=Path, metavar="DIR", help="the built site (default: public/ in the site)"
    )


def _capture(one: Parser) -> None:
    one.add_argument("capture", metavar="CAPTURE", help="a capture, or - for standard input")
    one.add_argument("--url", help="where the page was")


def _extract(one: Parser) -> None:
    _capture(one)
    one.add_argument("--format", choices=["json", "markdown"], default="json", help="default: json")


COMMANDS: dict[str, tuple[str, tuple[str, ...], Callable[[Parser], None]]] = {
    "new": ("make a folder for a new archive", ("archiver new harrowmere-archive",), _new),
    "ingest": (
        "put captures into content/ as Markdown",
        (
            "archiver ingest captures/",
            'archiver ingest page.html --source "Harrowmere Times"',
            "curl -s https://harrowmere-times.example/lock | archiver ingest -",
            "archiver ingest captures/ --dry-run --report what-would-happen.json",
        ),
        _ingest,
    ),
    "build": (
        "make the site from content/",
        ("archiver build", "archiver build --strict --base-url https://archive.example/harrowmere/"),
        _build,
    ),
    "serve": (
        "build, watch for changes, reload the page in the browser",
        ("archiver serve", "archiver serve --port 0"),
        _serve,
    ),
    "check": (
        "check the built site's links, the front matter and the ledgers",
        ("archiver check", "archiver check --output public"),
        _check,
    ),
    "explain": (
        "show where each line of a capture went, and which rule sent it there",
        ("archiver explain captures/lock.html", "archiver explain - < page.txt"),
        _capture,
    ),
    "extract": (
        "print what is in a capture, write nothing",
        ("archiver extract page.html", "archiver extract page.txt --format markdown"),
        _extract,
    ),
}
