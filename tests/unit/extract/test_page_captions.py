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


@pytest.mark.parametrize(
    "line",
    [
        "<p><em>Perla Dunn beside the gate</em></p>",
        "<p><i>The gate of the weir on Monday morning</i></p>",
        "<p><strong>PERLA Dunn at the gate.</strong></p>",
        "<div class='image-subtitle'>The gate that was opened early</div>",
    ],
)
def test_a_line_set_apart_right_below_a_picture_is_its_caption(line: str) -> None:
    made = page(f"<p>{PICTURE}</p>{line}")
    assert body(made) == PROSE
    assert len(captions(made)) == 1
    assert captions(made)[0][0]


@pytest.mark.parametrize(
    "line",
    [
        "<p><strong>Why was it opened early?</strong></p>",
        "<p><strong>The gate</strong></p>",
        "<p><em>This report was first printed in the Eld Post on Tuesday.</em></p>",
        "<p><em>Read on below:</em></p>",
    ],
)
def test_a_subheading_or_a_remark_below_a_picture_is_no_caption(line: str) -> None:
    made = page(f"<p>{PICTURE}</p>{line}")
    assert len(body(made)) == len(PROSE) + 1
    assert [caption for caption, _ in captions(made)] in ([], [""])


def test_the_alt_text_printed_again_below_its_picture_is_the_caption() -> None:
    made = page("<p><img src='/gate.jpg' alt='Gate of the upper weir'></p><p>Gate of the upper weir</p>")
    assert body(made) == PROSE
    assert captions(made) == [("Gate of the upper weir", None)]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Foto: Jo Lindqvist", "Jo Lindqvist"),
        ("(Image credit: Jo Lindqvist)", "Jo Lindqvist"),
        ("Titelbild: Jo Lindqvist, CC BY 2.0", "Jo Lindqvist, CC BY 2.0"),
        ("Fotos/Illustration: Jo Lindqvist", "Jo Lindqvist"),
    ],
)
def test_a_line_below_the_text_that_names_the_picture_s_maker_is_its_credit(line: str, credit: str) -> None:
    made = page(f"{PICTURE}<p>{PROSE[0]}</p><p><em>{line}</em></p>")
    assert line not in body(made)
    assert captions(made) == [("", credit)]


@pytest.mark.parametrize(
    "line", ["Graphics: Eld Iris", "Source: Statistics of Harrowmere", "Video: 4K at 30p"]
)
def test_a_line_with_another_label_stays_in_the_story(line: str) -> None:
    assert line in body(page(f"<p>{line}</p>"))


def test_a_heading_between_a_picture_and_its_credit_is_the_caption() -> None:
    made = page(f"<div class='imgbox'>{PICTURE}<h1>{CAPTION}</h1><p>Photo: AFP</p></div>")
    assert body(made) == PROSE
    assert captions(made) == [(CAPTION, "AFP")]


def test_a_caption_that_screen_readers_skip_is_still_printed() -> None:
    box = f"<figure>{PICTURE}<figcaption><span aria-hidden='true'>{CAPTION}</span></figcaption></figure>"
    assert captions(page(box)) == [(CAPTION, None)]


def test_the_makers_of_a_photo_shoot_are_no_part_of_the_story() -> None:
    team = "Fotos: JO LINDQVIST<br>Styling: ANN LEE<br>Haare: PERLA DUNN<br>Make-up: RUE MARLOW for ELD"
    assert body(page(f"{PICTURE}<p>{team}</p>")) == PROSE


def test_the_name_of_what_is_offered_below_a_picture_is_its_caption() -> None:
    card = (
        f"<div class='product-embed'><a href='https://shop.example/x' aria-hidden='true'>{PICTURE}"
        "<p>Photograph: Jo Lindqvist</p></a><div class='content'><div class='hed'>Eld Lantern 20</div>"
        "<div class='offer'><a href='https://shop.example/x'>$285 at Eldshop</a></div></div></div>"
    )
    made = page(card)
    assert body(made) == PROSE
    assert captions(made) == [("Eld Lantern 20", "Jo Lindqvist")]


def test_a_writer_s_name_beside_a_portrait_is_no_caption() -> None:
    made = page(
        "<div class='who'><img src='/jo-lindqvist.jpg' alt='Jo'><span>By Jo Lindqvist, trainee</span></div>"
    )
    assert not any(caption for caption, _ in captions(made))


def test_a_date_in_an_element_named_caption_is_none() -> None:
    stamp = "<div class='text-caption'><time datetime='2021-04-05T09:00Z'>5 April 2021</time> • 3 min</div>"
    assert captions(page(stamp)) == []


def test_a_figure_printed_for_two_sizes_of_screen_is_one() -> None:
    words = f"<figcaption>{CAPTION} (Jo Lindqvist/AFP)</figcaption>"
    small, large = "<img src='/gate-weir-300.jpg'>", "<img src='/gate-weir-300.jpg?w=900'>"
    assert captions(page(f"<figure>{small}{words}</figure><figure>{large}{words}</figure>")) == [
        (CAPTION, "Jo Lindqvist/AFP")
    ]
    again = page(f"<figure>{small}{words}</figure><figcaption>{CAPTION} (Jo Lindqvist/AFP)</figcaption>")
    assert captions(again) == [(CAPTION, "Jo Lindqvist/AFP")]


@pytest.mark.parametrize("count", ["<span>2</span>", "<button>View 3 Images</button>", "<span>1/5</span>"])
def test_a_count_of_pictures_is_no_caption(count: str) -> None:
    box = f"<figure><div>{PICTURE}</div><div>{count}</div><figcaption>{CAPTION}</figcaption></figure>"
    assert captions(page(box)) == [(CAPTION, None)]


@pytest.mark.parametrize("file", ["/img/twitter.png", "/img/icon-facebook.svg", "/assets/appIcon.png"])
def test_the_picture_of_a_button_is_no_figure(file: str) -> None:
    assert captions(page(f"<div><img src='{file}' alt=''></div>")) == []


def test_a_count_before_a_caption_s_words_is_none_of_them() -> None:
    assert captions(page(f"<figure>{PICTURE}<figcaption>1/5 {CAPTION}</figcaption></figure>")) == [
        (CAPTION, None)
    ]


def test_a_magnifying_glass_beside_a_picture_leaves_the_caption_to_it() -> None:
    glass = "<img src='/i/zoom.png' alt='Zoom'>"
    made = page(f"<figure>{PICTURE}{glass}<figcaption>{CAPTION}</figcaption></figure>")
    assert [(image["url"], image["caption"]) for image in made.to_dict()["images"]] == [
        ("https://post.example/gate.jpg", CAPTION)
    ]


def test_a_credit_printed_twice_is_one() -> None:
    credit = "<p>Foto: Jo Lindqvist/AFP</p>"
    made = page(f"{PICTURE}{credit}<p>{PROSE[0]}</p>{credit}")
    assert captions(made) == [("", "Jo Lindqvist/AFP")]
    assert body(made).count("Foto: Jo Lindqvist/AFP") == 0


def test_a_button_on_a_picture_leaves_the_caption_to_it() -> None:
    button = "<div><button>Open in detail</button></div>"
    made = page(f"<figure><div>{PICTURE}{button}</div><figcaption>{CAPTION}</figcaption></figure>")
    assert [(image["url"], image["caption"]) for image in made.to_dict()["images"]] == [
        ("https://post.example/gate.jpg", CAPTION)
    ]


def test_a_caption_beside_a_table_stays_with_it() -> None:
    rows = "<tr><th>Gauge<th>m<tr><td>Weir<td>2.8<tr><td>Bridge<td>3.4"
    made = page(f"<figure><figcaption>Marks of the Eld in April</figcaption><table>{rows}</table></figure>")
    assert body(made)[1] == "Marks of the Eld in April"
    assert captions(made) == []


@pytest.mark.parametrize("line", ["October 8, 2024 Harrow", "By", "8 October 2024"])
def test_a_date_beside_a_portrait_is_no_caption(line: str) -> None:
    made = page(f"<div><img src='/portrait-jo.jpg' alt='Jo'><span>{line}</span></div>")
    assert not any(caption for caption, _ in captions(made))


def test_a_caption_printed_again_without_its_credit_is_one_figure() -> None:
    first = f"<figure><img src='/gate-weir-300.jpg'><figcaption>{CAPTION} (Jo Lindqvist/AFP)</figcaption></figure>"
    made = page(f"{first}<figcaption>{CAPTION}</figcaption>")
    assert captions(made) == [(CAPTION, "Jo Lindqvist/AFP")]


def test_a_paragraph_of_the_story_in_one_element_with_a_picture_is_no_caption() -> None:
    text = f"{PROSE[1]} {PROSE[2]}"
    made = page(f"<div>{PICTURE}<p>{text}</p></div>")
    assert text in body(made)


def test_a_placeholder_beside_a_picture_does_not_stand_for_it() -> None:
    late = "<img src='/img/missing-image.svg' data-src='/gate.jpg' alt='Gate'>"
    made = page(
        f"<figure>{late}<img src='/i/icon_lupe.png' alt=''><figcaption>{CAPTION}</figcaption></figure>"
    )
    assert [image["url"] for image in made.to_dict()["images"]] == ["https://post.example/gate.jpg"]


def test_the_length_of_a_video_is_no_credit() -> None:
    box = f"<figure>{PICTURE}<figcaption>{CAPTION} <span class='source'>01:30 min | Eld TV</span></figcaption></figure>"
    assert captions(page(box))[0][1] is None
