"""Bytes to text: byte order mark, header, `meta`, then detection (HTML Standard, section 13.2.3)."""

import codecs
import re

from charset_normalizer import from_bytes

_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_ALIASES = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
"""Encodings that the web reads as a larger one (WHATWG Encoding Standard, section 4.2)."""
_REFUSED = frozenset(["utf-7", "unicode_escape", "raw_unicode_escape", "idna", "punycode"])
SAMPLE_BYTES = 65_536


def _codec(label: str) -> str | None:
    """The Python codec for a declared label; None where there is none that pages may use."""
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return None
    name = _ALIASES.get(name, name)
    is_text = codecs.lookup(name)._is_text_encoding
    return None if name in _REFUSED or not is_text else name


def _declared(data: bytes, media_type: str) -> list[str]:
    """The encodings that header and page declare, most trusted first."""
    head = data[:4096]
    labels = _HEADER.findall(media_type) + [
        found[1].decode("ascii") for found in (_XML.search(head), _META.search(head)) if found
    ]
    return [name for label in labels if (name := _codec(label))]


def decode(data: bytes, media_type: str = "") -> str:
    """The text of a page; undecodable bytes become U+FFFD rather than an error.

    UTF-8 wins wherever it decodes: no page in another encoding with letters beyond ASCII is valid UTF-8
    by accident, and wrong declarations are common.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = [name for name in _declared(data, media_type) if not name.startswith("utf-16")]
    for name in declared:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, ValueError):
            continue
    return data.decode(_best_effort(data, declared), "replace")


def _best_effort(data: bytes, declared: list[str]) -> str:
    """The declared encoding with the fewest errors, or the likeliest one."""
    if declared:
        return min(declared, key=lambda name: data.decode(name, "replace").count("\ufffd"))
    if data.decode("utf-8", "replace").count("\ufffd") * 200 < len(data):
        return "utf-8"
    guess = from_bytes(data[:SAMPLE_BYTES]).best()
    return guess.encoding if guess else "cp1252"
