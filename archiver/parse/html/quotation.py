"""The marks that browsers print around a `q`, by the page's language (CSS `quotes: auto`, Unicode CLDR)."""

from itertools import islice

from archiver.parse.html.tree import Node

_ENGLISH = ("“", "”", "‘", "’")
_LOW = ("„", "“", "‚", "‘")
_LOW_HIGH = ("„", "”", "‚", "’")
_ANGLES = ("«", "»", "“", "”")
_CORNERS = ("「", "」", "『", "』")
_BY_LANGUAGE = {
    **dict.fromkeys(["de", "cs", "sk", "sl", "et", "is", "lt", "lv", "bg", "ka", "sq", "hr"], _LOW),
    **dict.fromkeys(["pl", "hu", "ro", "sr", "mk", "bs"], _LOW_HIGH),
    **dict.fromkeys(["sv", "fi"], ("”", "”", "’", "’")),
    **dict.fromkeys(["es", "it", "pt-pt", "ca", "el", "fa", "no", "nb", "nn", "da", "eu", "gl"], _ANGLES),
    **dict.fromkeys(["ru", "uk", "be"], ("«", "»", "„", "“")),
    **dict.fromkeys(["ja", "zh-tw", "zh-hk", "zh-hant"], _CORNERS),
    "fr": ("« ", " »", "“", "”"),
}
QUOTES = frozenset("\"'“”„‚‘’«»‹›「」『』")


def quotation_marks(language: str) -> tuple[str, str, str, str]:
    """Opening and closing marks of a quotation and of one inside it."""
    told = language.lower().replace("_", "-")
    return _BY_LANGUAGE.get(told) or _BY_LANGUAGE.get(told.partition("-")[0]) or _ENGLISH


def brings_marks(quotation: Node) -> bool:
    """Whether the quotation is empty or prints marks of its own."""
    texts = (one.strip() for one in islice(quotation.descendants(), 20) if isinstance(one, str))
    first = next((text for text in texts if text), "")
    return not first or first[0] in QUOTES
