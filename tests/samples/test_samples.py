"""Each sample capture gives the article that its truth file says."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

import archiver
from archiver.model.article import Comment, Credit, Embed, Figure, Heading, ListItem, Paragraph, Quote, Table
from archiver.model.extraction import Extraction
from archiver.model.plain import block_text, text
from archiver.text import squash

CAPTURES = Path(__file__).parents[2] / "captures"
TRUTHS = sorted((Path(__file__).parent / "truth").glob("*.json"))


def _extract(name: str) -> Extraction:
    beside = CAPTURES / f"{name}.capture.toml"
    told = tomllib.loads(beside.read_text(encoding="utf-8")) if beside.is_file() else {}
    data = (CAPTURES / name).read_bytes()
    return archiver.extract(data, url=told.get("url"), media_type=told.get("media_type"))


def _differs(what: str, got: object, wanted: object) -> list[str]:
    return [] if got == wanted else [f"{what}: got {got!r}, wanted {wanted!r}"]


def _head_differences(got: Extraction, truth: dict[str, Any]) -> list[str]:
    article = got.article
    declared = truth["comments_declared"]
    language = article.language and article.language.partition("-")[0]
    return [
        *_differs("title", squash(article.title), squash(truth["title"])),
        *_differs("standfirst", article.standfirst, truth["standfirst"]),
        *_differs("authors", list(article.authors), truth["authors"]),
        *_differs("agency", article.agency, truth["agency"]),
        *_differs("date", article.published and article.published[:10], truth["date"]),
        *_differs("comments declared", article.comments_declared, declared),
        *(_differs("language", language, truth["language"]) if truth["language"] else []),
    ]


def _begins(what: str, got: list[str], wanted: list[str]) -> list[str]:
    """Differences between texts and the beginnings that they should have, in order."""
    unmet = [start for start in wanted if not any(line.startswith(start) for line in got)]
    extra = [line[:60] for line in got if not any(line.startswith(start) for start in wanted)]
    if unmet or extra:
        return [f"{what}: missing {unmet!r}, too many {extra!r}"]
    order = [next(n for n, start in enumerate(wanted) if line.startswith(start)) for line in got]
    return [] if order == list(range(len(wanted))) else [f"{what}: in the order {order}"]


def _body_differences(got: Extraction, truth: dict[str, Any]) -> list[str]:
    body = got.article.body
    either = {squash(line) for line in truth["either"]}
    lines = [(type(block), squash(block_text(block))) for block in body]
    words = {
        kind: [line for of, line in lines if of is kind and line not in either]
        for kind in (Paragraph, Heading, ListItem, Quote)
    }
    rows = sum(len(block.rows) for block in body if isinstance(block, Table))
    return [
        *_begins("paragraphs", words[Paragraph], truth["paragraphs"]),
        *_begins("headings", words[Heading], truth["headings"]),
        *_differs("list items", len(words[ListItem]), truth["list_items"]),
        *_differs("quotes", len(words[Quote]), truth["quotes"]),
        *_differs("table rows", rows, truth["table_rows"]),
        *_differs("embeds", sum(isinstance(block, Embed) for block in body), truth["embeds"]),
    ]


def _parts(credit: Credit) -> dict[str, str | None]:
    return {
        "text": credit.text.removeprefix("©").strip(),
        "photographer": credit.photographer,
        "outlet": credit.outlet,
        "agency": credit.agency,
    }


def _figure_differences(got: Extraction, truth: dict[str, Any]) -> list[str]:
    figures = [block for block in got.article.body if isinstance(block, Figure)]
    captions = [figure["caption"][:40] for figure in truth["figures"]]
    found = _differs("figures", [figure.caption.text[:40] for figure in figures], captions)
    for n, (figure, wanted) in enumerate(zip(figures, truth["figures"], strict=False), 1):
        found += [
            *_differs(f"figure {n} alt", figure.alt, wanted["alt"]),
            *_differs(f"figure {n} caption", squash(figure.caption.text), wanted["caption"]),
            *_differs(
                f"figure {n} credits", [_parts(credit) for credit in figure.credits], wanted["credits"]
            ),
        ]
    return found


def _one_comment(n: int, got: Comment, wanted: dict[str, Any]) -> list[str]:
    words = squash(text(got.body))
    lacking = [f"comment {n} lacks the mark {mark!r}" for mark in wanted["marks"] if mark not in got.marks]
    if "pingback" in wanted["marks"]:
        return lacking
    begins = words.startswith(wanted["begins"]) and bool(words) == bool(wanted["begins"])
    return [
        *_differs(f"comment {n} parent", got.parent, wanted["parent"]),
        *_differs(f"comment {n} author", got.author, wanted["author"]),
        *_differs(f"comment {n} date", got.date and got.date[:10], wanted["date"]),
        *([] if begins else [f"comment {n} begins {words[:60]!r}, wanted {wanted['begins']!r}"]),
        *lacking,
    ]


def _comment_differences(got: Extraction, truth: dict[str, Any]) -> list[str]:
    found = _differs("comments", len(got.comments), len(truth["comments"]))
    for n, (comment, wanted) in enumerate(zip(got.comments, truth["comments"], strict=False)):
        found += _one_comment(n, comment, wanted)
    return found


def _leftover_differences(got: Extraction, truth: dict[str, Any]) -> list[str]:
    texts = [text(got.article.body), *(text(comment.body) for comment in got.comments)]
    lines = {squash(line) for words in texts for line in words.splitlines()}
    everything = "\n".join(lines)
    survived = [
        leftover
        for leftover in map(squash, truth["leftovers"])
        if leftover in lines or (len(leftover) > 25 and leftover in everything)
    ]
    return [f"leftovers survive: {survived!r}"] if survived else []


def _differences(got: Extraction, truth: dict[str, Any]) -> list[str]:
    return [
        *_head_differences(got, truth),
        *_body_differences(got, truth),
        *_figure_differences(got, truth),
        *_comment_differences(got, truth),
        *_leftover_differences(got, truth),
    ]


@pytest.mark.parametrize("path", TRUTHS, ids=lambda path: path.stem)
def test_a_sample_gives_the_article_that_was_meant(path: Path) -> None:
    truth = json.loads(path.read_text(encoding="utf-8"))
    differences = _differences(_extract(path.stem), truth)
    assert not differences, "\n  ".join(["", *differences])


def test_every_sample_has_its_truth() -> None:
    captures = {path.name for path in CAPTURES.iterdir() if path.suffix in (".txt", ".html")}
    assert captures == {path.stem for path in TRUTHS}
