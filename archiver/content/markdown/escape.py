"""Captured text as literal Markdown, and back; addresses that are safe to write and to follow."""

import re
from html import unescape as entity
from urllib.parse import quote

_PUNCTUATION = r"!-/:-@\[-`{-~"
_SPECIAL = re.compile(
    r"[\\`*\[\]{}|~^<]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # inside a word an underscore is literal everywhere
    r"|&(?=#?\w{1,40};)"
    r"|(?<=\S)\$|\$(?=[$`])"  # a dollar sign that could close a formula
    r"|(?<==)=|=(?==)|^="
    r"|(?<=[%{])%|%(?=%)"
    r"|^#|(?<=[\s{])#"
    r"|:(?=//)|(?<=mailto):|(?<=xmpp):|^:"
    r"|(?<=www)\.(?=\w)|(?<=WWW)\.(?=\w)"
    r"|^>|^[+-](?=[\s-]|$)"
    r"|(?<=^\d)[.)](?=\s|$)",
    re.MULTILINE,
)
_LONG_NUMBER = re.compile(r"^(\d{2,9})([.)])(?=\s|$)", re.MULTILINE)
_INSIDE = re.compile(r"[\\`*\[\]{}|~^<_&$=%#:]")
_AT_START = re.compile(r"[>+-]|\d{1,9}[.)]")
_ESCAPED = re.compile(rf"\\([{_PUNCTUATION}])|(&(?:#[0-9]{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|\w{{1,32}});)")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSAFE_IN_ADDRESS = re.compile(r'[\s\x00-\x20\x7f-\x9f<>"`{}|\\^]')
LINK_SCHEMES = frozenset(["http", "https", "mailto"])
PICTURE_SCHEMES = frozenset(["http", "https"])


def replacement(char: str) -> str:
    """The character as Markdown that no renderer and no template engine acts on."""
    if char == "<":
        return "&lt;"
    return "&amp;" if char == "&" else f"\\{char}"


def _may_act(text: str) -> bool:
    """A quick look that spares most prose the long one."""
    if _INSIDE.search(text) or _AT_START.match(text) or "www." in text or "WWW." in text:
        return True
    return "\n" in text and any(_AT_START.match(line) for line in text.split("\n"))


def specials(text: str) -> list[tuple[int, str]]:
    """Positions of characters that need escaping in the text, with what to write instead."""
    if not _may_act(text):
        return []
    found = [(match.start(), replacement(match[0])) for match in _SPECIAL.finditer(text)]
    if found_numbers := [(m.start(2), replacement(m[2])) for m in _LONG_NUMBER.finditer(text)]:
        return sorted({*found, *found_numbers})
    return found


def escape(text: str) -> str:
    """The text as literal Markdown; newlines stay."""
    if not _may_act(text):
        return text
    chars = list(text)
    for position, written in specials(text):
        chars[position] = written
    return "".join(chars)


def escape_line(text: str) -> str:
    """The text as literal Markdown on one line, its newlines and outer spaces as entities."""
    written = escape(text)
    if "\n" in written:
        written = written.replace("\n", "&#10;")
    if written[:1].isspace():
        written = f"&#{ord(written[0])};{written[1:]}"
    if written[-1:].isspace():
        written = f"{written[:-1]}&#{ord(written[-1])};"
    return written


def unescape(written: str) -> str:
    """The text that literal Markdown stands for; the reverse of `escape_line`."""
    if "\\" not in written and "&" not in written:
        return written
    return _ESCAPED.sub(lambda match: match[1] or entity(match[2]), written)


def address(url: str | None, schemes: frozenset[str] = LINK_SCHEMES, *, local: bool = False) -> str | None:
    """The address if it is safe, its odd characters percent-encoded; None if it must not be followed.

    `local` also lets the name of a file beside the content through.
    """
    if not url:
        return None
    safe = _UNSAFE_IN_ADDRESS.sub(lambda match: quote(match[0]), url.strip()) if url else ""
    scheme = _SCHEME.match(safe)
    if scheme:
        return safe if scheme[1].lower() in schemes else None
    return safe if local and is_local(safe) else None


def is_local(url: str) -> bool:
    """True for a file of the page bundle itself: no scheme, no host, no way out of the folder."""
    parts = url.partition("?")[0].partition("#")[0].split("/")
    return bool(parts[0]) and ".." not in parts and not _SCHEME.match(url)


def destination(url: str) -> str:
    """A safe address as a Markdown link destination."""
    written = url.replace("&", "\\&") if re.search(r"&#?\w+;", url) else url
    return f"<{written}>" if "(" in written or ")" in written else written
