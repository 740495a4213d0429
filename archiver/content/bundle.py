"""A page bundle's files: written, read back, and checked for a person's edits."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from archiver.content.front_matter import read_front, split, write_front
from archiver.content.ledger import ledger_sum, read_ledger, write_ledger
from archiver.content.markdown.read_blocks import read_blocks
from archiver.content.markdown.write_blocks import write_blocks
from archiver.content.problem import problem
from archiver.content.threads import read_comments, write_comments
from archiver.errors import ContentError
from archiver.model.article import Article, BodyBlock, Credit, Figure
from archiver.model.extraction import Bundle, Provenance

INDEX = "index.md"
COMMENTS = "comments.md"
LEDGER = "ledger.tsv"
MANIFEST = "manifest.sha256"
_WRITTEN = frozenset([INDEX, COMMENTS, LEDGER])


def write(bundle: Bundle) -> dict[str, bytes]:
    """The files of a page bundle by name: `comments.md` only where there are comments."""
    texts = {
        INDEX: f"{write_front(_front(bundle))}\n{write_blocks(bundle.article.body)}".rstrip("\n") + "\n",
        LEDGER: write_ledger(bundle.ledger),
    }
    if bundle.comments:
        texts[COMMENTS] = write_comments(bundle.comments)
    files = {name: texts[name].encode() for name in sorted(texts)}
    return files | {MANIFEST: manifest(files)}


def manifest(files: Mapping[str, bytes]) -> bytes:
    """The digests of the files but the manifest itself, as `sha256sum` writes them."""
    names = sorted(name for name in files if name != MANIFEST)
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in names).encode()


def is_edited(files: Mapping[str, bytes]) -> bool:
    """True if a person changed, added or removed a file since the bundle was written."""
    try:
        lines = files[MANIFEST].decode().splitlines()
    except (KeyError, UnicodeDecodeError):
        return True
    listed = {name: sum_ for sum_, _, name in (line.partition("  ") for line in lines)}
    if (_WRITTEN & files.keys()) - listed.keys() or INDEX not in listed:
        return True
    return any(
        name not in files or hashlib.sha256(files[name]).hexdigest() != sum_ for name, sum_ in listed.items()
    )


def ledger_holds(files: Mapping[str, bytes], folder: str = "") -> bool:
    """True if the words of the ledger are still those that the front matter has the sum of.

    Raises:
        ContentError: The front matter or the ledger cannot be read.

    """
    front, _, _ = split(_decoded(files, INDEX, folder), _path(folder, INDEX))
    told = read_front(front, _path(folder, INDEX)).get("ledger_sha256", "")
    entries = read_ledger(_decoded(files, LEDGER, folder), _path(folder, LEDGER)) if LEDGER in files else ()
    return bool(told == (ledger_sum(entries) if entries else ""))


def read(files: Mapping[str, bytes], folder: str = "") -> Bundle:
    """The bundle that the files say, as written by `write` or by hand; `folder` is for messages.

    Raises:
        ContentError: A file is missing or cannot be read; the diagnostic names file, line and remedy.

    """
    path = _path(folder, INDEX)
    front, body, line = split(_decoded(files, INDEX, folder), path)
    values = read_front(front, path)
    if "title" not in values:
        raise problem(path, 1, "the front matter has no `title`", 'write `title: "The headline"`')
    comments = files.get(COMMENTS)
    ledger = files.get(LEDGER)
    return Bundle(
        article=_article(values, _body(body, values, path, line)),
        comments=() if comments is None else _comments(files, folder),
        provenance=_provenance(values),
        ledger=() if ledger is None else read_ledger(_decoded(files, LEDGER, folder), _path(folder, LEDGER)),
    )


def _comments(files: Mapping[str, bytes], folder: str) -> tuple[Any, ...]:
    return read_comments(_decoded(files, COMMENTS, folder), _path(folder, COMMENTS))


def _path(folder: str, name: str) -> str:
    return f"{folder.rstrip('/')}/{name}" if folder else name


def _decoded(files: Mapping[str, bytes], name: str, folder: str) -> str:
    if name not in files:
        raise problem(_path(folder, name), None, f"the page bundle has no {name}", "ingest the capture again")
    try:
        text = files[name].decode()
    except UnicodeDecodeError as error:
        line = files[name].count(b"\n", 0, error.start) + 1
        raise problem(_path(folder, name), line, "the file is not UTF-8", "save it as UTF-8") from None
    if name == LEDGER:
        return text
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _body(body: str, values: Mapping[str, Any], path: str, line: int) -> tuple[BodyBlock, ...]:
    try:
        return read_blocks(body, _credit_book(values.get("credits", ())))
    except ContentError as error:
        shown = error.diagnostic
        raise problem(path, line + (shown.line or 1) - 1, shown.message, shown.hint, shown.code) from None


def _credit_book(listed: Iterable[Mapping[str, str]]) -> dict[str, list[Credit]]:
    book: dict[str, list[Credit]] = {}
    for parts in listed:
        known = {key: parts.get(key) for key in ("photographer", "outlet", "agency")}
        book.setdefault(parts["text"], []).append(Credit(text=parts["text"], **known))
    return book


def _credits(body: Iterable[BodyBlock]) -> list[dict[str, str]]:
    """The credits that have parts, by their text; a text that stands for several is listed for each."""
    book: dict[str, list[Credit]] = {}
    for block in body:
        if isinstance(block, Figure):
            for credit in block.credits:
                book.setdefault(credit.text, []).append(credit)
    listed = []
    for printed in book.values():
        while len(printed) > 1 and printed[-1] == printed[-2]:
            printed.pop()
        if len(printed) > 1 or printed[0] != Credit(text=printed[0].text):
            listed.extend(printed)
    return [
        {
            key: value
            for key in ("text", "photographer", "outlet", "agency")
            if (value := getattr(credit, key)) is not None
        }
        for credit in listed
    ]


def _front(bundle: Bundle) -> dict[str, Any]:
    article, provenance = bundle.article, bundle.provenance
    return {
        "title": article.title,
        "standfirst": article.standfirst,
        "authors": article.authors,
        "agency": article.agency,
        "dateline": article.dateline,
        "date": article.published,
        "modified": article.modified,
        "section": article.section,
        "tags": article.tags,
        "language": article.language,
        "url": article.url,
        "site": article.site,
        "image": article.image,
        "paywalled": article.paywalled,
        "source": provenance.source,
        "sha256": provenance.sha256,
        "captured_at": provenance.captured_at,
        "media_type": provenance.media_type,
        "extractor": provenance.extractor,
        "capture_url": provenance.url,
        "comments_declared": article.comments_declared,
        "comments_captured": len(bundle.comments),
        "comment_pages_missing": article.comment_pages_missing,
        "embeds_missing": article.embeds_missing,
        "credits": _credits(article.body),
        "evidence": dict(article.evidence),
        "ledger_sha256": ledger_sum(bundle.ledger) if bundle.ledger else "",
    }


def _article(values: Mapping[str, Any], body: tuple[BodyBlock, ...]) -> Article:
    return Article(
        title=values["title"],
        body=body,
        standfirst=values.get("standfirst", ""),
        authors=tuple(values.get("authors", ())),
        agency=values.get("agency") or None,
        dateline=values.get("dateline", ""),
        published=values.get("date") or None,
        modified=values.get("modified") or None,
        section=values.get("section") or None,
        tags=tuple(values.get("tags", ())),
        language=values.get("language") or None,
        url=values.get("url") or None,
        site=values.get("site") or None,
        image=values.get("image") or None,
        comments_declared=values.get("comments_declared"),
        comment_pages_missing=values.get("comment_pages_missing", 0),
        embeds_missing=values.get("embeds_missing", 0),
        paywalled=values.get("paywalled", False),
        evidence=tuple(sorted(values.get("evidence", {}).items())),
    )


def _provenance(values: Mapping[str, Any]) -> Provenance:
    return Provenance(
        sha256=values.get("sha256", ""),
        media_type=values.get("media_type", ""),
        extractor=values.get("extractor", ""),
        source=values.get("source", ""),
        url=values.get("capture_url") or None,
        captured_at=values.get("captured_at") or None,
    )
