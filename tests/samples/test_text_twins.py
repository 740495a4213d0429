"""The same page as text and as HTML gives the same article.

`as_text/` holds each HTML sample as resiliparse 0.14.9 dumps whole pages: `extract_plain_text(page,
preserve_formatting=True, main_content=False, list_bullets=True, comments=True, alt_texts=True)`. What a dump
loses for good, and what the rules still miss, stands in `as_text/differences.toml`; all the rest is equal. A
standfirst and an alternative text, which nothing sets apart in a dump, may stand in its body.
"""

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import archiver
from archiver.text import squash

CAPTURES = Path(__file__).parents[2] / "captures"
AS_TEXT = Path(__file__).parent / "as_text"
TWINS = sorted(AS_TEXT.glob("*.txt"))
_MARKER = re.compile(r"(?:[-#>|]+|\d+[.)])\s+")


def _pair(twin: Path) -> tuple[dict[str, Any], dict[str, Any]]:
    page = CAPTURES / f"{twin.stem}.html"
    told = tomllib.loads(page.with_name(f"{page.name}.capture.toml").read_text(encoding="utf-8"))
    from_page = archiver.extract(page.read_bytes(), url=told.get("url"), media_type="text/html")
    from_text = archiver.extract(twin.read_bytes(), url=told.get("url"), media_type="text/plain")
    return from_page.to_dict(), from_text.to_dict()


def _lines(article: dict[str, Any]) -> list[str]:
    return [
        line for raw in str(article["text"]).split("\n") if (line := squash(_MARKER.sub("", raw.strip())))
    ]


def _head(page: dict[str, Any], text: dict[str, Any]) -> Iterator[str]:
    if squash(page["title"]) != squash(text["title"]):
        yield f"title: {text['title']}"
    if page["authors"] != text["authors"]:
        yield f"authors: {', '.join(text['authors'])}"
    if (page["date"] or "")[:10] != (text["date"] or "")[:10]:
        yield f"date: {text['date']}"


def _body(page: dict[str, Any], text: dict[str, Any]) -> Iterator[str]:
    wanted, got = _lines(page), _lines(text)
    yield from (f"lost: {line}" for line in wanted if line not in got)
    elsewhere = {squash(page["standfirst"] or ""), *(squash(image["alt"] or "") for image in page["images"])}
    yield from (f"left: {line}" for line in got if line not in wanted and line not in elsewhere)
    common = [line for line in wanted if line in got]
    if common != [line for line in got if line in common]:
        yield "the lines stand in another order"


def _comments(page: dict[str, Any], text: dict[str, Any]) -> Iterator[str]:
    wanted, got = page["comments"], text["comments"]
    if [squash(one["text"]) for one in wanted] != [squash(one["text"]) for one in got]:
        yield f"comments: {[squash(one['text'])[:40] for one in got]}"
        return
    for number, (one, other) in enumerate(zip(wanted, got, strict=True), 1):
        for field in ("author", "parent"):
            if one[field] != other[field]:
                yield f"{field} of comment {number}: {other[field]}"


def _figures(page: dict[str, Any], text: dict[str, Any]) -> Iterator[str]:
    wanted, got = (
        [f"{squash(one['caption'] or '')} / {one['credit']}" for one in told["images"] if one["caption"]]
        for told in (page, text)
    )
    yield from (f"figure lost: {figure}" for figure in wanted if figure not in got)
    yield from (f"figure more: {figure}" for figure in got if figure not in wanted)


def _differences(twin: Path) -> list[str]:
    page, text = _pair(twin)
    return [*_head(page, text), *_body(page, text), *_comments(page, text), *_figures(page, text)]


@pytest.mark.parametrize("twin", TWINS, ids=lambda path: path.stem)
def test_a_page_and_its_dump_give_the_same_article(twin: Path) -> None:
    known = tomllib.loads((AS_TEXT / "differences.toml").read_text(encoding="utf-8"))
    assert _differences(twin) == known.get(twin.stem, [])


def test_every_dump_was_made_from_the_sample_as_it_is() -> None:
    told = (AS_TEXT / "made-from.sha256").read_text(encoding="utf-8").splitlines()
    made = {name: digest for digest, name in (line.split(maxsplit=1) for line in told)}
    pages = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in CAPTURES.glob("*.html")}
    assert made == pages
    assert [twin.stem for twin in TWINS] == sorted(Path(name).stem for name in pages)
