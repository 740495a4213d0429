"""Tables with cells that span rows and columns, their captions, and quotations inside a line."""

import time

import pytest

from archiver.model.document import BlockKind, Document
from archiver.parse.html import parse_html


def parsed(markup: str, language: str = "en") -> Document:
    return parse_html(f"<!DOCTYPE html><html lang='{language}'><body>{markup}</body></html>", None)


def shown(document: Document) -> list[tuple[str, str]]:
    return [(str(block.kind), document.text_of(block)) for block in document.blocks]


def test_a_cell_that_spans_rows_leaves_empty_cells_below_it() -> None:
    document = parsed(
        "<table><tr><th rowspan=2>Gauge<th colspan=2>Metres<tr><th>Low<th>High"
        "<tr><td rowspan='2'>Bridge<td>1.2<td>3.4<tr><td>1.3<td>3.6<tr><td>Weir<td>0.9<td>2.8</table>"
    )
    assert shown(document) == [
        (
            "table",
            "Gauge\tMetres\n\tLow\tHigh\nBridge\t1.2\t3.4\n\t1.3\t3.6\nWeir\t0.9\t2.8",
        )
    ]


def test_a_cell_that_spans_rows_in_the_middle_moves_the_others_over() -> None:
    document = parsed("<table><tr><td>a<td rowspan=3>b<td>c<tr><td>d<td>e<tr><td>f<td>g</table>")
    assert shown(document) == [("table", "a\tb\tc\nd\t\te\nf\t\tg")]


@pytest.mark.parametrize(
    "rows",
    [
        "<tr><td colspan=2>Marks<tr><td colspan=2>of April<tr><td>Bridge<td>3.4",
        "<tr><td rowspan=3>Bridge<td>1.2<tr><td>1.3<tr><td>1.4",
    ],
)
def test_cells_that_span_count_for_what_they_cover(rows: str) -> None:
    assert [kind for kind, _ in shown(parsed(f"<table>{rows}</table>"))] == ["table"]


def test_a_table_s_caption_stands_before_it() -> None:
    document = parsed(
        "<table><caption><b>Marks</b> of April</caption><tr><th>Gauge<th>m<tr><td>Weir<td>2</table>"
    )
    assert shown(document) == [("paragraph", "Marks of April"), ("table", "Gauge\tm\nWeir\t2")]
    assert document.blocks[1].header_rows == 1


def test_a_caption_between_the_rows_loses_no_word() -> None:
    document = parsed("<table><tr><td>a<td>b</tr><caption>late</caption><tr><td>c<td>d</table>")
    assert [word for _, text in shown(document) for word in text.split()] == ["a", "b", "late", "c", "d"]


@pytest.mark.parametrize("span", ["0", "-3", "x", "99999999999", "65534"])
def test_an_absurd_span_is_read_in_bounded_time(span: str) -> None:
    began = time.process_time()
    row = f"<tr><td rowspan='{span}' colspan='{span}'>a<td>b"
    document = parsed(f"<table>{row * 2_000}</table>")
    assert document.blocks[0].kind is BlockKind.TABLE
    assert document.text.count("b") == 2_000
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    ("markup", "language", "words"),
    [
        ("<p>So <q>it was</q>.</p>", "en", "So “it was”."),
        ("<p>So <q>it <q>was</q></q>.</p>", "en", "So “it ‘was’”."),
        ("<p>So <q>war es</q>.</p>", "de-AT", "So „war es“."),
        ("<p><q>oui</q></p>", "fr", "« oui »"),
        ("<p>“<q>it was</q>”</p>", "en", "“it was”"),
        ("<p><q>„so“ war es</q></p>", "de", "„so“ war es"),
        ("<p><q></q>none</p>", "en", "none"),
    ],
)
def test_a_quotation_inside_a_line_has_its_marks(markup: str, language: str, words: str) -> None:
    assert shown(parsed(markup, language)) == [("paragraph", words)]
