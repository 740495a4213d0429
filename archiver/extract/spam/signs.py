"""What gives advertising away in one comment: its links, its words, its letters, its author's name."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from urllib.parse import urlsplit

from archiver.extract.words import vocabulary
from archiver.model.article import BodyBlock, Break, Comment, Embed, Figure, Preformatted, Prose, Table
from archiver.model.document import MarkKind

MANY_LINKS = 4
"""Different addresses in one comment."""
FEWEST_LETTERS = 20
"""Letters that tell a comment's script."""
LONGEST_PRAISE = 45
"""Words of praise that says nothing else."""
FEWEST_WORDS = 25
"""Words in which a repeated one is counted."""
_LINK_MARKUP = re.compile(
    r"\[(?:url|link)\s*=\s*[\"']?https?:|\[/(?:url|link)\]|<a\s+href\s*=", re.IGNORECASE
)
_ADDRESS = re.compile(r"https?://[^\s<>\"'()\[\]]+", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_LONG = 5
"""Letters of a word whose repetition is telling."""
_SAMPLE = 4000
"""Characters of a text that are looked at for its letters."""
_EAST = frozenset(["CJK", "HIRAGANA", "KATAKANA", "HANGUL", "FULLWIDTH", "HALFWIDTH"])


@lru_cache(maxsize=8192)
def _script(letter: str) -> str:
    name = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
    return "CJK" if name in _EAST else name


def _scripts(text: str) -> Counter[str]:
    found = Counter[str]()
    for letter, count in Counter(text[:_SAMPLE]).items():
        if letter.isalpha():
            found[_script(letter)] += count
    return found


def scripts_of(story: str, texts: Sequence[str]) -> frozenset[str]:
    """The scripts of the page: its story's, and those in which at least a fifth of its readers write."""
    told = _scripts(story)
    found = {script for script, count in told.items() if 20 * count >= told.total()}
    mains = Counter(main for text in texts if (main := _main(text)))
    return frozenset(found | {script for script, count in mains.items() if 5 * count >= mains.total()})


def _main(text: str) -> str:
    """The script of most letters; empty where there are few."""
    told = _scripts(text)
    if told.total() < FEWEST_LETTERS:
        return ""
    script, count = told.most_common(1)[0]
    return script if 10 * count >= 6 * told.total() else ""


def is_foreign(text: str, scripts: frozenset[str]) -> bool:
    """Whether the comment is in a script that the page does not know."""
    main = _main(text)
    return bool(main and scripts) and main not in scripts


def has_link_markup(text: str) -> bool:
    """Whether markup for links stands among the words, as programs write it that try every form."""
    return len(_LINK_MARKUP.findall(text[:20_000])) > 1


def host_of(url: str) -> str:
    """The address's host without `www.`; empty for none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def links_of(comment: Comment, host: str) -> list[tuple[str, str]]:
    """(words, address) of the links that lead to another site, and of addresses bare among the words."""
    found: dict[str, str] = {}
    for prose in _proses(comment.body):
        for span in prose.spans:
            if span.kind is MarkKind.LINK and span.href:
                found.setdefault(span.href, prose.text[span.start : span.end])
        for address in _ADDRESS.findall(prose.text[:20_000]):
            found.setdefault(address, "")
    return [(words, address) for address, words in found.items() if host_of(address) not in ("", host)]


def _proses(body: Sequence[BodyBlock]) -> Iterator[Prose]:
    for block in body:
        match block:
            case Table():
                yield from (cell for row in block.rows for cell in row)
            case Figure():
                yield block.caption
            case Embed() | Break() | Preformatted():
                pass
            case _:
                yield block.prose


def words_of(url: str) -> str:
    """The words that the address is made of."""
    return " ".join(re.findall(r"[^\W\d_]+", url.partition("://")[2][:300]))


@cache
def _terms() -> re.Pattern[str]:
    terms = sorted(vocabulary("spam").words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, terms))})(?!\w)", re.IGNORECASE)


def count_terms(text: str) -> int:
    """How many different words of advertising stand in the text."""
    return len({term.casefold() for term in _terms().findall(text[:20_000])})


def is_commercial(words: str) -> bool:
    """Whether the words of a link or of its address are advertising's."""
    return count_terms(words) > 0


def is_trade_name(name: str, url: str | None) -> bool:
    """Whether the author is called after goods: words of advertising, and an address that goes with them."""
    return bool(url) and is_commercial(name)


def is_praise(text: str) -> bool:
    """Whether the comment is praise that fits any page: it opens so, and holds no more."""
    words = _WORD.findall(text[:1000])
    return len(words) <= LONGEST_PRAISE and vocabulary("spam").begins(text.lstrip()) and len(words) > 3


def is_stuffed(text: str) -> bool:
    """Whether one long word comes again and again."""
    words = _WORD.findall(text[:20_000].casefold())
    if len(words) < FEWEST_WORDS:
        return False
    long = Counter(word for word in words if len(word) >= _LONG)
    count = max(long.values(), default=0)
    return count >= 5 and count >= 0.15 * len(words)
