"""Use case: the ledger as terminal text, each run of words with where it went and which rule did it."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archiver.errors import Diagnostic
from archiver.model.document import Document
from archiver.model.ledger import Entry, Role
from archiver.text import squash, visible

_COLOURS = {
    Role.HEADLINE: "1",
    Role.BODY: "0",
    Role.CAPTION: "36",
    Role.CREDIT: "36",
    Role.COMMENT: "34",
    Role.REMOVED: "31",
}
_OTHER_COLOUR = "32"
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
NARROWEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """The ledger in lines, and the problem if its sum is not the capture."""

    lines: tuple[str, ...]
    problem: Diagnostic | None = None


def explain(document: Document, ledger: Sequence[Entry], *, width: int, colours: bool) -> Explanation:
    """One line for each entry of the ledger, then the visible characters by role.

    Args:
        document: The parsed capture that the ledger accounts for.
        ledger: Its entries, in page order.
        width: Columns; a line is cut to it.
        colours: Whether escape sequences may colour the roles.

    """
    rules = max((columns(entry.rule) for entry in ledger), default=4)
    lines = [_entry(entry, min(rules, 24), max(width, NARROWEST), colours) for entry in ledger]
    sums = dict.fromkeys(Role, 0)
    for entry in ledger:
        sums[entry.role] += len(visible(entry.text))
    total = len(visible(document.text))
    lines += ["", *_sums(sums, total)]
    missing = total - sum(sums.values())
    if not missing:
        return Explanation(lines=tuple(lines))
    message = f"the ledger's sum is {sum(sums.values())} characters, the capture's {total}"
    hint = "this is a fault of archiver: report it with the capture"
    return Explanation(
        lines=tuple(lines), problem=Diagnostic(code="ledger-incomplete", message=message, hint=hint)
    )


def _entry(entry: Entry, rule_columns: int, width: int, colours: bool) -> str:
    line = f"{entry.line:>5}" if entry.line is not None else "    -"
    role = f"{entry.role:<10}"
    if colours:
        role = f"\x1b[{_COLOURS.get(entry.role, _OTHER_COLOUR)}m{role}\x1b[0m"
    rule = cut(_plain(entry.rule), rule_columns)
    head_columns = 5 + 2 + 10 + 1 + rule_columns + 2
    why = "; ".join(part for part in (entry.about, entry.reason) if part)
    tail = f"  [{_plain(why)}]" if why and columns(why) < width // 3 else ""
    words = cut(_plain(squash(entry.text)), max(10, width - head_columns - columns(tail)))
    return f"{line}  {role} {rule}{' ' * (rule_columns - columns(rule))}  {words}{tail}"


def _plain(text: str) -> str:
    """Captured words that cannot steer a terminal: controls and bidi overrides are spelled out."""
    return _CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def _width(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def columns(text: str) -> int:
    """How many columns of a terminal the text takes."""
    return sum(map(_width, text))


def cut(text: str, most: int) -> str:
    """The text in at most so many columns, an ellipsis at its end where some was cut."""
    taken = 0
    for index, character in enumerate(text):
        taken += _width(character)
        if taken > most:
            return _fitting(text[:index], most - 1) + "…"
    return text


def _fitting(text: str, most: int) -> str:
    while text and columns(text) > most:
        text = text[:-1]
    return text


def _sums(sums: dict[Role, int], total: int) -> Iterator[str]:
    for role, count in sums.items():
        if count:
            yield f"{count:>9,}  {role:<10} {100 * count / max(total, 1):5.1f} %"
    together = sum(sums.values())
    state = "all accounted for" if together == total else f"of {total:,} in the capture"
    yield f"{together:>9,}  visible characters, {state}"
