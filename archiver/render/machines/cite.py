"""An article as others cite it: three printed styles, and the files that reference managers read."""

import json
import re
from dataclasses import dataclass
from typing import Any

from archiver.model.site import Page, SiteConfig
from archiver.render.words import MONTHS
from archiver.text import clean, digest, slug, squash

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_PARTICLES = frozenset(
    (
        "al",
        "bin",
        "da",
        "de",
        "del",
        "den",
        "der",
        "di",
        "dos",
        "du",
        "el",
        "la",
        "le",
        "ten",
        "van",
        "von",
        "zu",
    )
)
_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_UNCASED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "%": r"\%",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A citation in one printed style; the publication stands in italics between the two other parts."""

    name: str
    before: str
    publication: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A citation as a file."""

    name: str
    file: str
    """Its name beside the article's page."""
    media_type: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cited:
    """What every style draws on, each value as one line."""

    title: str
    authors: tuple[tuple[str, str], ...]
    """(family, given); given is empty for a name that is not parted."""
    publication: str
    date: tuple[int, ...]
    """Year, month and day, as far as they are known."""
    url: str
    """The original address, else the archive's."""
    archived: str
    archive: str
    captured: tuple[int, ...]
    language: str
    section: str
    tags: tuple[str, ...]
    sha256: str


def citations(config: SiteConfig, page: Page) -> tuple[tuple[Style, ...], tuple[Format, ...]]:
    """The article in print (APA 7, Chicago 17 bibliography, MLA 9) and as files (BibTeX, RIS, CSL-JSON)."""
    cited = _cited(config, page)
    return (_apa(cited), _chicago(cited), _mla(cited)), (
        Format(name="BibTeX", file="cite.bib", media_type="application/x-bibtex", text=_bibtex(cited)),
        Format(
            name="RIS", file="cite.ris", media_type="application/x-research-info-systems", text=_ris(cited)
        ),
        Format(
            name="CSL-JSON",
            file="cite.json",
            media_type="application/vnd.citationstyles.csl+json",
            text=_csl(cited),
        ),
    )


def parted_name(name: str) -> tuple[str, str]:
    """(family, given) of a name as printed; a name of one word, or without cases, is all family.

    >>> parted_name("Ludwig van Harrow")
    ('van Harrow', 'Ludwig')
    """
    words = squash(name).split(" ")
    if len(words) < 2 or _UNCASED.search(name):
        return " ".join(words), ""
    last = len(words) - 1
    if last > 1 and words[last].lower() in _SUFFIXES:
        last -= 1
    while last > 1 and words[last - 1].lower() in _PARTICLES:
        last -= 1
    return " ".join(words[last:]), " ".join(words[:last])


def _cited(config: SiteConfig, page: Page) -> _Cited:
    article, provenance = page.article, page.provenance
    archived = config.canonical(page.permalink) or config.url(page.permalink)
    original = provenance.url or article.url or ""
    agency = ((_line(article.agency), ""),) if article.agency else ()
    return _Cited(
        title=_line(article.title) or "Without a headline",
        authors=tuple(parted_name(_line(name)) for name in article.authors) or agency,
        publication=_line(page.source),
        date=_date(article.published),
        url=_line(original) if original.lower().startswith(("http://", "https://")) else archived,
        archived=archived,
        archive=_line(config.title),
        captured=_date(provenance.captured_at),
        language=_line(article.language or ""),
        section=_line(article.section or ""),
        tags=tuple(_line(tag) for tag in article.tags),
        sha256=provenance.sha256,
    )


def _line(text: str) -> str:
    return squash(clean(text))


def _date(value: str | None) -> tuple[int, ...]:
    found = _DATE.match(value or "")
    parts = tuple(int(part) for part in found.groups() if part) if found else ()
    return parts if len(parts) < 2 or 1 <= parts[1] <= 12 else parts[:1]


def _closed(text: str) -> str:
    return text if text.endswith((".", "!", "?", "…", "。")) else f"{text}."


def _apa(cited: _Cited) -> Style:
    names = [
        f"{family}, {' '.join(f'{word[0]}.' for word in re.split(r'[ -]', given) if word)}"
        if given
        else family
        for family, given in cited.authors[:20]
    ]
    who = names[0] if len(names) == 1 else f"{', '.join(names[:-1])}, & {names[-1]}" if names else ""
    when = str(cited.date[0]) if cited.date else "n.d."
    if len(cited.date) > 1:
        day = f" {cited.date[2]}" if len(cited.date) > 2 else ""
        when = f"{when}, {MONTHS[cited.date[1] - 1]}{day}"
    title = _closed(cited.title)
    before = f"{_closed(who)} ({when}). {title} " if who else f"{title} ({when}). "
    kept = "" if cited.url == cited.archived else f" Archived at {cited.archived}"
    return Style(name="APA", before=before, publication=cited.publication, after=f". {cited.url}{kept}")


def _joined(cited: _Cited, most: int) -> str:
    """The first author turned round, the others as printed; `et al.` beyond `most`."""
    turned = [f"{family}, {given}" if given else family for family, given in cited.authors[:1]]
    others = [f"{given} {family}" if given else family for family, given in cited.authors[1:]]
    if len(others) >= most:
        return f"{turned[0]}, et al."
    if not others:
        return _closed(turned[0]) if turned else ""
    return _closed(f"{', '.join([*turned, *others[:-1]])}, and {others[-1]}")


def _chicago(cited: _Cited) -> Style:
    when = ""
    if cited.date:
        month = f"{MONTHS[cited.date[1] - 1]} " if len(cited.date) > 1 else ""
        day = f"{cited.date[2]}, " if len(cited.date) > 2 else ""
        when = f", {month}{day}{cited.date[0]}"
    kept = "" if cited.url == cited.archived else f" Archived at {cited.archived}."
    who = _joined(cited, 10)
    return Style(
        name="Chicago",
        before=f"{who} “{_closed(cited.title)}” ".lstrip(),
        publication=cited.publication,
        after=f"{when}. {cited.url}.{kept}",
    )


def _mla(cited: _Cited) -> Style:
    when = ""
    if cited.date:
        month = f"{_SHORT[cited.date[1] - 1]} " if len(cited.date) > 1 else ""
        day = f"{cited.date[2]} " if len(cited.date) > 2 else ""
        when = f", {day}{month}{cited.date[0]}"
    place = cited.url.partition("://")[2] or cited.url
    kept = (
        ""
        if cited.url == cited.archived
        else f" {cited.archive}, {cited.archived.partition('://')[2] or cited.archived}."
    )
    return Style(
        name="MLA",
        before=f"{_joined(cited, 2)} “{_closed(cited.title)}” ".lstrip(),
        publication=cited.publication,
        after=f"{when}, {place}.{kept}",
    )


def _key(cited: _Cited) -> str:
    """A short name for the citation, of ASCII letters and digits, that the same article always gets."""
    who = cited.authors[0][0] if cited.authors else cited.publication
    parts = (slug(who), str(cited.date[0]) if cited.date else "nd", slug(cited.title).partition("-")[0])
    plain = "".join(char for part in parts for char in part if char.isascii() and char.isalnum())
    return f"{plain or 'article'}{digest(cited.archived, 4)}"


def _iso(date: tuple[int, ...]) -> str:
    return "-".join(f"{part:02}" for part in date)


def _note(cited: _Cited) -> str:
    kept = f"Archived at {cited.archived}" if cited.url != cited.archived else f"Kept by {cited.archive}"
    return f"{kept}; SHA-256 of the capture {cited.sha256}"


def _bibtex(cited: _Cited) -> str:
    def name(family: str, given: str) -> str:
        return (
            f"{family.translate(_TEX)}, {given.translate(_TEX)}" if given else f"{{{family.translate(_TEX)}}}"
        )

    fields = {
        "author": " and ".join(name(*each) for each in cited.authors),
        "title": f"{{{cited.title.translate(_TEX)}}}",
        "journal": cited.publication.translate(_TEX),
        "date": _iso(cited.date),
        "year": str(cited.date[0]) if cited.date else "",
        "month": str(cited.date[1]) if len(cited.date) > 1 else "",
        "url": _braceless(cited.url),
        "urldate": _iso(cited.captured) if len(cited.captured) == 3 else "",
        "langid": cited.language.translate(_TEX),
        "keywords": ", ".join(tag.translate(_TEX) for tag in cited.tags),
        "note": _note(cited).translate(_TEX),
        "entrysubtype": "newspaper",
    }
    told = ",\n".join(f"  {field} = {{{value}}}" for field, value in fields.items() if value)
    return f"@article{{{_key(cited)},\n{told}\n}}\n"


def _braceless(url: str) -> str:
    return url.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _ris(cited: _Cited) -> str:
    day = "/".join(f"{part:02}" for part in cited.date) + "/" * (3 - len(cited.date)) if cited.date else ""
    seen = "/".join(f"{part:02}" for part in cited.captured)
    lines = [
        ("TY", "NEWS"),
        *(("AU", f"{family}, {given}" if given else family) for family, given in cited.authors),
        ("TI", cited.title),
        ("T2", cited.publication),
        ("PY", str(cited.date[0]) if cited.date else ""),
        ("DA", day),
        ("SE", cited.section),
        ("LA", cited.language),
        *(("KW", tag) for tag in cited.tags),
        ("UR", cited.url),
        ("DB", cited.archive),
        ("AN", cited.archived),
        ("Y2", seen),
        ("N1", _note(cited)),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in lines if value) + "ER  - \n"


def _csl(cited: _Cited) -> str:
    told: dict[str, Any] = {
        "id": _key(cited),
        "type": "article-newspaper",
        "title": cited.title,
        "author": [
            {"family": family, "given": given} if given else {"literal": family}
            for family, given in cited.authors
        ],
        "container-title": cited.publication,
        "section": cited.section,
        "issued": {"date-parts": [list(cited.date)]} if cited.date else None,
        "accessed": {"date-parts": [list(cited.captured)]} if cited.captured else None,
        "URL": cited.url,
        "archive": cited.archive,
        "archive_location": cited.archived,
        "language": cited.language,
        "note": _note(cited),
    }
    known = {key: value for key, value in told.items() if value}
    return f"{json.dumps([known], ensure_ascii=False)}\n"
