"""The ledger as tab-separated lines that no spreadsheet runs."""

import re
from collections.abc import Iterable

from archiver.errors import ContentError, Diagnostic
from archiver.model.ledger import Entry, Role
from archiver.text import digest, visible

HEAD = "role\trule\tline\tabout\treason\ttext"
_ROLES = {str(role): role for role in Role}
_SAFE = re.compile(r"[A-Za-z0-9]")
_ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"}
_ESCAPABLE = re.compile(r"[\\\t\n\r]")
_ESCAPED = re.compile(r"\\(.)")
_MEANING = {"t": "\t", "n": "\n", "r": "\r"}


def ledger_sum(entries: Iterable[Entry]) -> str:
    """SHA-256 of the visible characters of all entries in order."""
    return digest(visible("".join(entry.text for entry in entries)), 64)


def _cell(text: str) -> str:
    """A cell; one that a spreadsheet could run or unquote begins with a bar."""
    if text and not _SAFE.match(text):
        text = f"|{text}"
    return _ESCAPABLE.sub(lambda match: _ESCAPES[match[0]], text)


def _text(cell: str) -> str:
    if "\\" in cell:
        cell = _ESCAPED.sub(lambda match: _MEANING.get(match[1], match[1]), cell)
    return cell.removeprefix("|")


def write_ledger(entries: Iterable[Entry]) -> str:
    """The ledger's file: a head line, then one line for each entry."""
    lines = [HEAD]
    for entry in entries:
        line = "" if entry.line is None else str(entry.line)
        text = _ESCAPABLE.sub(lambda match: _ESCAPES[match[0]], entry.text)
        cells = (_cell(entry.rule), line, _cell(entry.about), _cell(entry.reason))
        lines.append("\t".join((str(entry.role), *cells, f"|{text}")))
    return "\n".join(lines) + "\n"


def read_ledger(text: str, path: str = "ledger.tsv") -> tuple[Entry, ...]:
    """The entries of a ledger's file.

    Raises:
        ContentError: A line has other cells than the head line names.

    """
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    if not lines or lines[0] != HEAD:
        raise _problem(path, 1, "the head line is not the ledger's")
    return tuple(_entry(line, number, path) for number, line in enumerate(lines[1:], start=2))


def _entry(text: str, number: int, path: str) -> Entry:
    cells = text.split("\t")
    if len(cells) != 6:
        raise _problem(path, number, f"{len(cells)} cells where a ledger line has 6")
    role, rule, line, about, reason, words = cells
    if role not in _ROLES:
        raise _problem(path, number, f"no such role: {role[:40]}")
    if line and not (line.isascii() and line.isdigit() and len(line) < 12):
        raise _problem(path, number, f"not a line number: {line[:40]}")
    return Entry(
        role=_ROLES[role],
        rule=_text(rule),
        line=int(line) if line else None,
        about=_text(about),
        reason=_text(reason),
        text=_text(words),
    )


def _problem(path: str, line: int, message: str) -> ContentError:
    hint = "ingest the capture again, or restore ledger.tsv from version control"
    return ContentError(Diagnostic(code="ledger-broken", message=message, path=path, line=line, hint=hint))
