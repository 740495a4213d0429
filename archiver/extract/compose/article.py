"""Settled words and the page's own facts to an article."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from archiver.extract.about.outlet import choose_site
from archiver.extract.about.tags import clean_tags
from archiver.extract.about.writers import choose_writers, each_once, names_better, without_house
from archiver.extract.claims import Settled
from archiver.extract.compose.blocks import body_blocks
from archiver.extract.facts import (
    Choice,
    address_date,
    choose,
    choose_all,
    choose_date,
    choose_language,
    not_before,
    read_language,
    window_date,
)
from archiver.extract.findings import Byline, Dated, Declared, FigurePart, Pictured, Tagged, Titled
from archiver.extract.layout.headline import told_title
from archiver.extract.prose import prose
from archiver.extract.reading import Reading
from archiver.extract.recognise.gaps import gaps
from archiver.extract.recognise.names import is_agency
from archiver.extract.thread_markup import pages_missing
from archiver.model.article import Article, BodyBlock, Embed, Figure
from archiver.model.ledger import Role
from archiver.text import squash

F = TypeVar("F")
PAGE = "page"
"""Evidence of a field that was read off the visible page."""


def article(reading: Reading, settled: Settled) -> Article:
    """The article; a field that nothing tells stays empty."""
    facts = reading.document.facts
    body = tuple(_body(reading, settled))
    choices = {
        "title": _title(reading, settled),
        "published": choose_date(facts, "published")
        or _seen(finding.published for finding in _of(settled, Dated))
        or choose_date(facts, "created")
        or address_date(facts)
        or (None if reading.document.plain else window_date(facts)),
        "modified": choose_date(facts, "modified")
        or _seen(finding.modified for finding in _of(settled, Dated)),
        "section": choose(facts, "section") or _seen(finding.section for finding in _of(settled, Tagged)),
        "url": choose(facts, "url"),
        "site": choose_site(facts),
        "image": choose(facts, "image"),
        "language": choose_language(facts),
    }
    choices["modified"] = not_before(choices["modified"], choices["published"])
    authors, agency, names_evidence = _names(reading, settled)
    title = choices["title"].value if choices["title"] else ""
    tags, tags_evidence = _tags(reading, settled, title)
    evidence = {field: choice.evidence for field, choice in choices.items() if choice}
    evidence |= {
        field: names_evidence for field, found in (("authors", authors), ("agency", agency)) if found
    }
    evidence |= {"tags": tags_evidence} if tags else {}
    value = {field: choice.value if choice else None for field, choice in choices.items()}
    return Article(
        title=value["title"] or "",
        body=body,
        standfirst=_words(reading, settled, Role.STANDFIRST),
        authors=authors,
        agency=agency,
        dateline=_words(reading, settled, Role.DATELINE),
        published=value["published"],
        modified=value["modified"],
        section=value["section"],
        tags=tags,
        language=value["language"] or read_language(reading.document.language or ""),
        url=value["url"] or reading.document.url,
        site=value["site"],
        image=value["image"],
        comments_declared=_declared(reading, settled),
        comment_pages_missing=reading.once(pages_missing),
        embeds_missing=sum(isinstance(block, Embed) and block.url is None for block in body),
        paywalled=choose(facts, "paywall") is not None,
        evidence=tuple(sorted(evidence.items())),
    )


def _of(settled: Settled, kind: type[F]) -> list[F]:
    """The findings of one kind, each once, in page order."""
    found = {id(item.claim.finding): item.claim.finding for item in settled}
    return [finding for finding in found.values() if isinstance(finding, kind)]


def _seen(values: Iterable[str | None]) -> Choice | None:
    return next((Choice(value=value, evidence=PAGE) for value in values if value), None)


def _words(reading: Reading, settled: Settled, role: Role) -> str:
    """All words of one role as one line."""
    text = reading.document.text
    return squash(" ".join(text[item.start : item.end] for item in settled if item.claim.role is role))


def _title(reading: Reading, settled: Settled) -> Choice | None:
    told = _seen(finding.title for finding in _of(settled, Titled))
    claimed = _seen([_words(reading, settled, Role.HEADLINE)])
    if reading.document.plain:
        return told or claimed
    return told or reading.once(told_title) or claimed


def _names(reading: Reading, settled: Settled) -> tuple[tuple[str, ...], str | None, str]:
    """Authors, agency and where they were found: the page's facts, unless its byline names people better."""
    told = choose_writers(reading.document.facts)
    bylines = _of(settled, Byline)
    named = [author for byline in bylines for author in byline.authors]
    authors = each_once(without_house(named, reading.document.facts))
    agency = next((byline.agency for byline in bylines if byline.agency), None)
    if names_better(authors, told.authors) or (agency and not told.authors):
        is_other = told.agency and is_agency(told.agency)
        return authors, agency or (told.agency if is_other else None), PAGE
    return told.authors, told.agency or agency, told.evidence


def _tags(reading: Reading, settled: Settled, title: str) -> tuple[tuple[str, ...], str]:
    printed = tuple(tag for finding in _of(settled, Tagged) for tag in finding.tags)
    told = choose_all(reading.document.facts, "tag")
    tags = clean_tags(printed or (choice.value for choice in told), title, reading.document.facts)
    return tags, PAGE if printed else next((choice.evidence for choice in told), "")


def _declared(reading: Reading, settled: Settled) -> int | None:
    seen = next((finding.comments for finding in _of(settled, Declared)), None)
    told = choose(reading.document.facts, "comment-count")
    if seen is None and told and told.value.isascii() and told.value.isdigit():
        return int(told.value[:9])
    return seen


def _figures(reading: Reading, settled: Settled) -> dict[int, Figure]:
    """The figures by the offset where they stand."""
    alts: dict[int, str] = {}
    urls: dict[int, str] = {}
    captions: dict[int, list[tuple[int, int]]] = {}
    printed: dict[int, dict[int, Pictured]] = {}
    for item in settled:
        found = item.claim.finding
        if not isinstance(found, Pictured):
            continue
        captions.setdefault(found.figure, [])
        if found.url:
            urls.setdefault(found.figure, found.url)
        if found.alt:
            alts.setdefault(found.figure, found.alt)
        if found.part is FigurePart.ALT and item.claim.role is not Role.REMOVED:
            alts.setdefault(found.figure, squash(reading.document.text[item.start : item.end]))
        elif found.part is FigurePart.CAPTION:
            captions[found.figure].append((item.start, item.end))
        elif found.credit:
            printed.setdefault(found.figure, {})[id(found)] = found
    return {
        figure: Figure(
            url=urls.get(figure),
            alt=alts.get(figure, ""),
            caption=prose(reading, pieces),
            credits=tuple(found.credit for found in printed.get(figure, {}).values() if found.credit),
        )
        for figure, pieces in captions.items()
    }


def _body(reading: Reading, settled: Settled) -> Iterator[BodyBlock]:
    """The story's blocks in page order, each figure where it stands."""
    waiting = sorted(_figures(reading, settled).items(), reverse=True)
    lost = reading.once(gaps)
    pieces: list[tuple[int, int]] = []
    begun = False
    for item in settled:
        if item.claim.role is not Role.BODY:
            continue
        if begun and item.start in lost:
            yield from body_blocks(reading, pieces)
            pieces = []
            yield Embed(url=None)
        begun = True
        while waiting and waiting[-1][0] <= item.start:
            yield from body_blocks(reading, pieces)
            pieces = []
            yield waiting.pop()[1]
        pieces.append((item.start, item.end))
    yield from body_blocks(reading, pieces)
    for _, figure in reversed(waiting):
        yield figure
