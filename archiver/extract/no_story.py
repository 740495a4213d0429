"""Why a page has no story: it is a wall, an error, a list of other pages, or waits for its scripts.

A page that says in its source that it is an article is believed, so long as it prints one. Where nothing is
sure, the page is an article: a bogus one is seen and deleted, a lost one is neither.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from urllib.parse import urlsplit

from archiver.extract.reading import Reading
from archiver.extract.words import fold, vocabulary
from archiver.model import plain
from archiver.model.article import Article, BodyBlock, Figure, Heading
from archiver.model.document import BlockKind, Document, Fact, MarkKind
from archiver.model.extraction import Extraction
from archiver.text import visible

FEWEST_CHARACTERS = 40
"""Visible characters of standfirst, body and captions together; a page with fewer tells no story."""
LONGEST_NOTICE = 1500
"""Visible characters of a page that is nothing but a notice, with teasers below it."""
LONGEST_CONSENT = 5000
"""Visible characters of a page that asks for consent and says what for."""
LONGEST_TEASER = 400
"""Characters of a paragraph below a linked heading that may be the beginning of another story."""
FEWEST_TEASERS = 5
MOST_OWN = 400
"""Visible characters that a list of other pages may say itself."""
SHORTEST_STORY = 150
"""A page that says less itself and links to many others is a list of them whatever its address."""
_CODE = re.compile(
    r"^(?:(?:http|error|fehler|erreur|errore|erro|oups|oops|whoops|sorry)\b[\s!:,.–—-]*)*(?:#[\s!:,.–—-]*)?"
)
_ONLY_CODE = re.compile(r"^\W*(?:http|error|fehler|erreur|errore|erro)?\W*[45]\d\d\W*$", re.IGNORECASE)
_SITE = re.compile(r"\s[|–—·:-]\s")
_LISTING = re.compile(
    r"/(?:tags?|topics?|category|categories|categoria|kategorie|thema|themen|rubrique|etiquettes?|etiquetas?|sections?"
    r"|authors?|autor|autores|auteurs?|archives?|search|suche|buscar|recherche|page/\d+)(?:/|$)",
    re.IGNORECASE,
)
_SEARCH = re.compile(r"(?:^|&)(?:s|q|query|search|page|paged)=", re.IGNORECASE)
_PAGER = re.compile(r"/page/\d+/?$|[?&]page(?:d)?=\d+")


class NoStory(StrEnum):
    """Why a page has no story, in words that end "no story found: "."""

    LOGIN = "the page asks for an account"
    ERROR = "the page is an error message"
    CONSENT = "the page asks for consent to cookies first"
    BOT_CHECK = "the page checks whether a person reads it"
    LISTING = "the page is a list of other pages"
    SCRIPTS = "the page is empty until its scripts run"
    EMPTY = "the page has too few words"


def tells_a_story(article: Article) -> bool:
    """Whether there is enough to call it an article; a picture with a title is enough."""
    pictures = [block for block in article.body if isinstance(block, Figure)]
    if article.title and any(figure.url or figure.alt for figure in pictures):
        return True
    words = " ".join((article.standfirst, plain.text(article.body), *(one.caption.text for one in pictures)))
    return len(visible(words)) >= FEWEST_CHARACTERS


def why_no_story(document: Document, extraction: Extraction) -> NoStory | None:
    """The reason for which the page has no story, None where it has one; a text capture can but be short."""
    article = extraction.article
    has_words = tells_a_story(article) or bool(article.title and extraction.comments)
    size = len(visible(plain.text(article.body)))
    declared = _declares(document.facts)
    if not document.plain and not (has_words and (declared or size > LONGEST_CONSENT)):
        reason = _notice(document, article, size)
        reason = reason or (None if extraction.comments else _listing(document, article))
        if reason:
            return reason
    if has_words:
        return None
    return NoStory.SCRIPTS if not document.plain and _waits(document) else NoStory.EMPTY


def _declares(facts: tuple[Fact, ...]) -> bool:
    """Whether the source says that the page is an article; a list of articles names several."""
    told = {
        fact.value
        for fact in facts
        if fact.field == "title" and fact.evidence.startswith("json-ld ") and "WebPage" not in fact.evidence
    }
    return len(told) in (1, 2) or any(
        (fact.field == "type" and fact.value.casefold() == "article")
        or (fact.field == "published" and "published_time" in fact.evidence)
        for fact in facts
    )


def _names(document: Document, article: Article) -> Iterator[str]:
    """What the page is called: its title element whole and in part, its headline, its main headings."""
    window = next((fact.value for fact in document.facts if fact.field == "page-title"), "")
    yield from (window, _SITE.split(window)[0], article.title)
    for block in document.blocks:
        if block.kind is BlockKind.HEADING and block.level == 1:
            yield document.text_of(block)


def _notice(document: Document, article: Article, size: int) -> NoStory | None:
    names = [name for name in _names(document, article) if name.strip()]
    said = [words for block in article.body if (words := plain.block_text(block).strip())]
    if size <= LONGEST_NOTICE:
        if any(_is_error(name) for name in names):
            return NoStory.ERROR
        if said and vocabulary("error_page").begins(said[0]):
            return NoStory.ERROR
        if any(vocabulary("bot_check").is_line(name) for name in names):
            return NoStory.BOT_CHECK
        if any(_asks_for_account(name) for name in names[:4]) or (said and all(map(_asks_for_account, said))):
            return NoStory.LOGIN
    return NoStory.CONSENT if _asks_for_consent(names, said, article) else None


def _is_error(name: str) -> bool:
    words = vocabulary("error_page")
    return bool(_ONLY_CODE.match(name)) or words.is_line(name) or _CODE.sub("", fold(name)) in words.lines


def _asks_for_account(line: str) -> bool:
    words = vocabulary("login_wall")
    return words.is_line(line) or words.begins(line)


def _asks_for_consent(names: list[str], said: list[str], article: Article) -> bool:
    """Whether most of what the page says is about consent; no wall has an author or a date."""
    if article.authors or article.published or not said:
        return False
    flagged = [line for line in said if len(set(_consent().findall(line.casefold()))) > 1]
    share = sum(map(len, flagged)) / sum(map(len, said))
    return share >= (0.4 if any(vocabulary("consent_wall").is_line(name) for name in names) else 0.7)


@cache
def _consent() -> re.Pattern[str]:
    words = sorted(vocabulary("consent_wall").words, key=len, reverse=True)
    return re.compile(rf"(?:\b|(?<=[\u3040-\u30ff\u4e00-\u9fff]))(?:{'|'.join(map(re.escape, words))})")


def _waits(document: Document) -> bool:
    """Whether the page has a place for scripts to write in, or says that they must run."""
    words = vocabulary("script_shell")
    is_bare = len(document.text) <= LONGEST_NOTICE
    return any(fact.field == "shell" for fact in document.facts) or (
        is_bare and any(words.begins(document.text_of(block)) for block in document.blocks)
    )


def _listing(document: Document, article: Article) -> NoStory | None:
    """A list of other pages has many linked headings, and says next to nothing itself."""
    reading = Reading(document)
    led = {
        document.text_of(block).strip()
        for block in document.blocks
        if block.kind is BlockKind.HEADING and block.level > 1 and reading.links_over(block.start, block.end)
    }
    if len(led) < FEWEST_TEASERS:
        return None
    own = len(article.standfirst) + sum(len(visible(plain.block_text(one))) for one in _own(article.body))
    is_list = own < SHORTEST_STORY or (own < MOST_OWN and _says_list(reading))
    return NoStory.LISTING if is_list else None


def _own(body: tuple[BodyBlock, ...]) -> Iterator[BodyBlock]:
    """The blocks that are no linked heading nor a short paragraph or two below one."""
    below = 0
    for block in body:
        if isinstance(block, Heading):
            below = 2 if _is_linked(block) else 0
        elif below and len(plain.block_text(block)) <= LONGEST_TEASER:
            below -= 1
        else:
            below = 0
            yield block


def _is_linked(block: Heading) -> bool:
    size = len(block.prose.text.strip())
    return any(
        span.kind is MarkKind.LINK and 10 * (span.end - span.start) >= 9 * size for span in block.prose.spans
    )


def _says_list(reading: Reading) -> bool:
    """Whether kind, address or pager of the page are those of a list."""
    facts = reading.document.facts
    if any(fact.field == "page-kind" for fact in facts):
        return True
    address = urlsplit(next((fact.value for fact in facts if fact.field == "url"), "https:///-/-"))
    if not address.path.strip("/") or _LISTING.search(address.path) or _SEARCH.search(address.query):
        return True
    is_section = "/" not in address.path.strip("/") and bool(re.fullmatch(r"/[a-z]+/?", address.path))
    return is_section or any(_PAGER.search(link.href) for link in reading.links)
