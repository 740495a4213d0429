"""The names that pages give to encodings, as the web reads them (WHATWG Encoding Standard, section 4.2)."""

import codecs

_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "johab": "cp949",
    "utf-16": "utf-8",
    "utf-16-le": "utf-8",
    "utf-16-be": "utf-8",
}
"""Codecs that pages name and the web reads as another one; a page that says UTF-16 in ASCII is not it."""
_NAMES = {
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "x-gbk": "gb18030",
    "x-euc-jp": "euc_jp",
    "x-x-big5": "big5",
    "windows-949": "cp949",
    "ks_c_5601-1989": "cp949",
    "windows-874": "cp874",
    "dos-874": "cp874",
    "x-mac-roman": "mac-roman",
    "x-mac-cyrillic": "mac-cyrillic",
    "x-mac-ukrainian": "mac-cyrillic",
    "iso-8859-8-i": "iso8859-8",
    "logical": "iso8859-8",
    "visual": "iso8859-8",
    "unicode-1-1-utf-8": "utf-8",
    **{f"x-cp125{n}": f"cp125{n}" for n in range(9)},
}
"""Labels that Python does not know."""
_READ = frozenset(
    [
        *(
            "utf-8",
            "gb18030",
            "big5",
            "big5hkscs",
            "cp932",
            "euc_jp",
            "iso2022_jp",
            "cp949",
            "cp874",
            "cp866",
        ),
        *(f"iso8859-{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)),
        *(f"cp125{n}" for n in range(9)),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
    ]
)
"""The codecs that captures may ask for: UTF-7 and Python's own inventions are not among them."""


def codec_of(label: str) -> str | None:
    """The Python codec for a declared label; None where there is none that pages may use."""
    label = label.strip().lower()
    try:
        name = codecs.lookup(_NAMES.get(label, label)).name
    except (LookupError, ValueError):
        return None
    name = _WIDER.get(name, name)
    return name if name in _READ else None
