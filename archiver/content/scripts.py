"""Blocks in another script than their article's: marked, so that voices, fonts and directions fit them.

A script is seen in the characters; a language is not, so what is said is the script alone (`und-Cyrl`),
save where only one language is written in it.
"""

import re

_LETTERS = {
    "Arab": "\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc",
    "Hebr": "\u05d0-\u05ea",
    "Cyrl": "\u0400-\u052f",
    "Grek": "\u0370-\u03ff\u1f00-\u1fff",
    "Deva": "\u0904-\u0939",
    "Thai": "\u0e01-\u0e30",
    "Hang": "\uac00-\ud7af",
    "Kana": "\u3041-\u30ff",
    "Hani": "\u3400-\u4dbf\u4e00-\u9fff",
    "Latn": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
_FINDERS = {script: re.compile(f"[{letters}]") for script, letters in _LETTERS.items()}
_TAGS = {"Hang": "ko", "Kana": "ja", "Grek": "el", "Thai": "th", "Hebr": "he"}
_WRITTEN_IN = {
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ckb", "sd", "ug"), ("Arab",)),
    **dict.fromkeys(("he", "yi", "iw"), ("Hebr",)),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "kk", "ky", "mn", "tg"), ("Cyrl",)),
    **dict.fromkeys(("sr", "bs", "uz", "az", "ku"), ("Cyrl", "Latn", "Arab")),
    **dict.fromkeys(("hi", "mr", "ne"), ("Deva",)),
    "el": ("Grek",),
    "th": ("Thai",),
    "ko": ("Hang", "Hani"),
    "ja": ("Kana", "Hani"),
    "zh": ("Hani",),
}
_RIGHT_TO_LEFT = frozenset(("Arab", "Hebr"))
_SAMPLE_CHARACTERS = 400
_FEWEST_LETTERS = 8
_SHARE = 0.7


def language_mark(text: str, language: str | None) -> str:
    """The `lang` and `dir` attributes of a block whose script is not its article's, with a leading space."""
    usual = _WRITTEN_IN.get((language or "").partition("-")[0].lower(), ("Latn",))
    if usual == ("Latn",) and text.isascii():
        return ""
    script = _script(text[:_SAMPLE_CHARACTERS])
    if script is None or script in usual or (script == "Latn" and not language):
        return ""
    tag = _TAGS.get(script, f"und-{script}")
    return f' lang="{tag}" dir="{"rtl" if script in _RIGHT_TO_LEFT else "ltr"}"'


def _script(text: str) -> str | None:
    """The script that most of the letters are of; None where they are few or mixed."""
    counts = {script: len(finder.findall(text)) for script, finder in _FINDERS.items()}
    if counts["Kana"]:
        counts["Kana"] += counts.pop("Hani")
    script = max(counts, key=lambda each: counts[each])
    whole = sum(counts.values())
    return script if whole >= _FEWEST_LETTERS and counts[script] >= _SHARE * whole else None
