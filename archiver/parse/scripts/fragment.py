"""The words of a fragment of HTML that a page wrote where plain text belongs, as in a JSON-LD headline."""

import re

_MARKUP = re.compile(r"</?(?:a|b|br|cite|div|em|i|p|small|span|strong|sub|sup|u)\b[^<>]*>", re.IGNORECASE)
LONGEST = 2000
"""Longest fragment parsed, in characters; a longer one is a whole story and stays as it is."""


def without_markup(words: str) -> str:
    """The words, entities resolved before, without tags; other text in angle brackets stays as it is."""
    if "<" not in words or len(words) > LONGEST or not _MARKUP.search(words):
        return words
    # Few pages have such a fragment: they alone load the parser.
    from bs4 import BeautifulSoup, ParserRejectedMarkup  # noqa: PLC0415

    try:
        fragment = BeautifulSoup(words.replace("&", "&amp;"), "html.parser")
    except ParserRejectedMarkup:
        return words
    for part in fragment.find_all(["br", "div", "p"]):
        part.insert_before(" ")
        part.insert_after(" ")
    return fragment.get_text()
