"""Captions that the markup does not call so, on small pages built as real systems build them."""

import pytest

from archiver import Extraction, extract

PROSE = [
    "The weir at Harrowmere was opened on Monday, two days before the council had planned, because the Eld was "
    "already at the second mark and rising.",
    "Perla Dunn, who has kept the gate for thirty years, said that she had not seen so much water in April since "
    "the winter of the long frost.",
    "By noon the towpath was dry again, and the ducks had come back to the slipway below the rope works, where the "
    "children feed them.",
]
CAPTION = "Perla Dunn beside the gate that she has kept for thirty years."
PICTURE = "<img src='/gate.jpg' alt='Gate'>"


def page(inside: str) -> Extraction:
    words = [f"<p>{text}</p>" for text in PROSE]
    made = (
        f"<html><head><title>Weir opened early</title></head><body><article><h1>Weir opened early</h1>"
        f"<div class='text'>{words[0]}{inside}{''.join(words[1:])}</div></article></body></html>"
    )
    return extract(made.encode(), url="https://post.example/weir")


def captions(extraction: Extraction) -> list[tuple[str, str | None]]:
    return [(image["caption"], image["credit"]) for image in extraction.to_dict()["images"]]


def body(extraction: Extraction) -> list[str]:
    return str(extraction.to_dict()["text"]).split("\n\n")


@pytest.mark.parametrize(
    "box",
    [
        f"<div class='picture teaser'>{PICTURE}<p>{CAPTION} <i>Jo Lindqvist/AFP</i></p></div>",
        f"<div class='image-widget'>{PICTURE}<p>{CAPTION}</p><p>Image: Jo Lindqvist/AFP</p></div>",
        f"{PICTURE}<p>{CAPTION} Photo: Jo Lindqvist/AFP</p>",
        f"<div class='wrapper-image'><div class='field-media-image'><div>Image</div>{PICTURE}</div>"
        f"<span class='legend'>{CAPTION} (Jo Lindqvist/AFP)</span></div>",
    ],
)
def test_a_paragraph_that_ends_with_its_maker_is_a_caption(box: str) -> None:
    made = page(box)
    assert body(made) == PROSE
    assert [caption for caption, _ in captions(made)] in ([CAPTION], [f"Image {CAPTION}"])
    assert "Jo Lindqvist/AFP" in (captions(made)[0][1] or "")


def test_a_paragraph_that_begins_as_its_alt_text_does_is_a_caption() -> None:
    box = f"<div class='image teaser'><img src='/gate.jpg' alt='{CAPTION}'><p>{CAPTION} The gate is oak.</p></div>"
    assert body(page(box)) == PROSE


def standfirst(below: str) -> str:
    words = "".join(f"<p>{text}</p>" for text in PROSE)
    head = (
        f"<header><h1>Weir opened two days early by the council of Harrowmere</h1><h2>{below}</h2></header>"
    )
    title = "<title>Weir opened two days early by the council of Harrowmere</title>"
    page = f"<html><head>{title}</head><body>{head}<div class='text'>{words}</div></body></html>"
    return extract(page.encode()).article.standfirst


def test_a_title_printed_twice_is_no_standfirst() -> None:
    assert standfirst("The Eld: Weir opened two days early by the council of Harrowmere") == ""
    line = "The keeper of the gate says that she has not seen so much water in thirty years"
    assert standfirst(line) == line


def test_a_caption_above_the_text_is_no_standfirst() -> None:
    made = extract(
        (
            "<html><head><title>Weir opened early</title></head><body><header><h1>Weir opened early</h1>"
            f"<ul><li class='gallery-item'>{PICTURE}<span class='img-info'>{CAPTION} Photo: Jo Lindqvist/AFP</span></li>"
            f"</ul></header><div class='text'>{''.join(f'<p>{text}</p>' for text in PROSE)}</div></body></html>"
        ).encode()
    )
    assert made.article.standfirst == ""
    assert captions(made) == [(CAPTION, "Jo Lindqvist/AFP")]
