"""What characters are, the same for every room: clean text, names fit for an address, counted nouns."""

import hashlib
import re
import unicodedata

_UNSAFE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff"
    "\u061c\u202a-\u202e\u2066-\u2069\xad]"
)
_RARE = re.compile("[\U0001fffe-\U0010ffff]")
"""Looked for first: a set of far code points makes a search four times as slow, and few texts have any."""
_NO_CHARACTERS = re.compile(
    "[" + "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)) + "]"
)
"""The last two code points of each plane (Unicode 16, section 23.7)."""
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
_SLUG_BREAKS = re.compile(r"[\W_]+")
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(1, 10))]
)
SLUG_BYTES = 80
"""Longest slug, in UTF-8 bytes: room for a suffix and for deep folders on any file system."""


def clean(text: str) -> str:
    """The text without code points that no page shows: controls, surrogates, non-characters, bidi overrides.

    Line ends become newlines. Joiners and variation selectors stay: scripts and emoji need them.
    """
    cleaned = _UNSAFE.sub("", _LINE_ENDS.sub("\n", text))
    return _NO_CHARACTERS.sub("", cleaned) if _RARE.search(cleaned) else cleaned


def squash(text: str) -> str:
    """The text with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def visible(text: str) -> str:
    """The characters that a reader sees: all but white space. Ledger sums are taken over these."""
    return "".join(text.split())


def digest(text: str, length: int = 8) -> str:
    """The first `length` hex digits of the SHA-256 of the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def slug(text: str, fallback: str = "untitled") -> str:
    """A name for folders and addresses: lower-case letters and digits of any script, and hyphens.

    At most `SLUG_BYTES` long, never empty, never a name that some file system reserves.
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    name = _SLUG_BREAKS.sub("-", unicodedata.normalize("NFC", folded)).strip("-")
    if len(name.encode()) > SLUG_BYTES:
        cut = name.encode()[:SLUG_BYTES].decode(errors="ignore")
        name = cut.rpartition("-")[0] or cut
    return f"{name}-" if name in _RESERVED else name or fallback


def plural(count: int, noun: str) -> str:
    """`1 comment`, `1,204 comments`; a noun that ends in y becomes -ies."""
    if count == 1:
        return f"1 {noun}"
    many = f"{noun[:-1]}ies" if noun.endswith("y") and noun[-2:-1] not in "aeiou" else f"{noun}s"
    return f"{count:,} {many}"
