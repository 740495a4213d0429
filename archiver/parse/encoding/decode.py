"""Bytes to text, in the order of the HTML Standard (13.2.3): byte order mark, header, `meta`, detection.

Two steps are ours: bytes that are plainly UTF-8 are read as UTF-8 whatever the page declares, for wrong
declarations are common and no text in another encoding is UTF-8 by accident; and text that was encoded
twice is decoded twice.
"""

import codecs
import re

from charset_normalizer import from_bytes

from archiver.parse.encoding.labels import codec_of

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_META = re.compile(rb"<meta[\s/]([^>]{0,1000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    rb"([^\s=/\"'>]{1,80})(?:[ \t\r\n]{0,20}=[ \t\r\n]{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s>]*)))?"
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_SHIFTED = frozenset(["iso2022_jp"])
"""Encodings written in ASCII bytes and escapes, so that valid UTF-8 says nothing about them."""
_LIKELY = ["cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "koi8_r", "gb18030", "big5"]
_LIKELY += ["cp932", "euc_jp", "cp949", "cp874", "cp1257", "cp1258"]
_JAPANESE = ("cp932", "euc_jp")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
_TWICE = re.compile("[\u00c2-\u00f4][\u0080-\u009f]")
HEAD_BYTES = 8192
SAMPLE_BYTES = 65_536
FEWEST_NULS = 8
"""Fewer NULs in every second byte are no sign of UTF-16."""


def decode(data: bytes, media_type: str = "") -> str:
    """The text of a page; undecodable bytes become U+FFFD rather than an error.

    Args:
        data: The page's bytes.
        media_type: As the envelope gave it; its `charset` is the header's word.

    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    wide = _utf_16(data)
    if wide:
        return data.decode(wide, "replace")
    text = _utf_8(data)
    if text is not None and b"\x1b" not in data:
        return _undoubled(text)
    declared = _declared(data, media_type)
    if text is not None and not _SHIFTED.intersection(declared[:1]):
        return _undoubled(text)
    return data.decode(_best(data, declared), "replace")


def _undoubled(text: str) -> str:
    """The text as it was before UTF-8 was taken for Latin-1 and encoded again, as some crawlers do.

    That is certain where the whole page reads so: no page that is sound, or that shows such letters among
    others, does. Its mark is a letter of Latin-1 before a C1 control, which no sound text holds.
    """
    if text.isascii():
        return text
    try:
        once = text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text
    return once if _TWICE.search(text) else text


def _declared(data: bytes, media_type: str) -> list[str]:
    """The codecs that header and page declare, most trusted first; none reads UTF-16, which is seen apart."""
    head = _without_comments(data[:HEAD_BYTES])
    labels = _HEADER.findall(media_type)
    labels += [found.decode("ascii") for found in _XML.findall(head)[:1]]
    labels += [found.decode("ascii", "replace") for found in map(_meta_label, _META.findall(head)) if found]
    return [name for label in labels if (name := codec_of(label))]


def _without_comments(head: bytes) -> bytes:
    """The bytes outside of comments; one that is never closed hides nothing."""
    kept, rest = [], head
    while (start := rest.find(b"<!--")) >= 0 and (end := rest.find(b"-->", start + 4)) >= 0:
        kept.append(rest[:start])
        rest = rest[end + 3 :]
    return b"".join((*kept, rest))


def _meta_label(attributes: bytes) -> bytes | None:
    """The label in one `meta`: its `charset`, or the one in the `content` of a `content-type`."""
    found: dict[bytes, bytes] = {}
    for name, *values in _ATTRIBUTE.findall(attributes):
        found.setdefault(name.lower(), b"".join(values).strip())
    if found.get(b"charset"):
        return found[b"charset"][:40]
    if found.get(b"http-equiv", b"").lower() == b"content-type":
        match = _CHARSET.search(found.get(b"content", b""))
        return match[1] if match else None
    return None


def _utf_16(data: bytes) -> str | None:
    """UTF-16 without a mark, seen by the NULs that its ASCII characters leave in every second byte.

    A few NULs in a short text are damage, not an encoding.
    """
    head = data[:HEAD_BYTES]
    even, odd = head[::2].count(0), head[1::2].count(0)
    most, least = max(even, odd), min(even, odd)
    if most < FEWEST_NULS or most * 5 < len(head) // 2 or least * 20 > most:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _utf_8(data: bytes) -> str | None:
    """The bytes as UTF-8, which they are but for a few damaged or cut characters; None where they are not."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
        damaged = text.count("\ufffd")
        good = len(text) - damaged - sum(byte < 0x80 for byte in data)
        return text if good > 10 * damaged else None


def _best(data: bytes, declared: list[str]) -> str:
    """The first declared codec that reads all bytes, else the one with the fewest errors, else a guess."""
    for name in declared:
        try:
            codecs.decode(data, name)
        except UnicodeDecodeError:
            continue
        return name
    if declared:
        return min(declared, key=lambda name: data.decode(name, "replace").count("\ufffd"))
    return _guess(data[:SAMPLE_BYTES])


def _guess(sample: bytes) -> str:
    """The likeliest codec: one that shows kana, else the cleanest, else the commonest of equals."""
    for name in _JAPANESE:
        text = sample.decode(name, "replace")
        if len(_KANA.findall(text)) * 10 > len(text) and text.count("\ufffd") < 3:
            return name
    matches = list(from_bytes(sample, cp_isolation=_LIKELY))
    if not matches:
        return "cp1252"
    best = min((match.chaos, -match.coherence) for match in matches)
    equal = [match for match in matches if (match.chaos, -match.coherence) == best]
    names = {name for match in equal for name in match.could_be_from_charset}
    return next((name for name in _LIKELY if name in names), equal[0].encoding)
