"""Credits told apart from captions, by the shapes in which outlets print them beside a picture."""

import pytest

from archiver import Extraction, extract
from archiver.extract.figures.parts import credit

PROSE = (
    "The weir at Harrowmere was opened on Monday, two days before the council had planned, because the Eld was "
    "already at the second mark and rising. By noon the towpath was dry again, and the ducks had come back to the "
    "slipway below the rope works, where the children feed them.",
    "Perla Dunn, who has kept the gate for thirty years, said that she had not seen so much water in April since "
    "the winter of the long frost, and that the lower meadow would stay closed until the end of the week.",
)
CAPTION = "Perla Dunn beside the gate that she has kept."


def page(inside: str, after: str = "", alt: str = "") -> Extraction:
    made = (
        f"<html><head><title>Weir opened early</title></head><body><article><h1>Weir opened early</h1>"
        f"<p>{PROSE[0]}</p><figure><img src='/gate.jpg' alt='{alt}'>{inside}</figure><p>{PROSE[1]}</p>{after}"
        "</article></body></html>"
    )
    return extract(made.encode(), url="https://post.example/weir")


def read(inside: str, alt: str = "") -> tuple[str, str]:
    (image,) = page(inside, alt=alt).to_dict()["images"]
    return image["caption"], image["credit"] or ""


@pytest.mark.parametrize(
    ("inside", "caption", "credit"),
    [
        ("<i class='copy'>©</i> Foto: Eld Pictures", "", "Eld Pictures"),
        ("<span class='owner'>Credit: <p>The Post / Jo Lindqvist</p></span>", "", "The Post / Jo Lindqvist"),
        (
            f"<span class='caption'>{CAPTION}</span><span class='credit'> (<div>Image:</div>Eld Post)</span>",
            CAPTION,
            "Eld Post",
        ),
        (f"{CAPTION} (Jo Lindqvist)", CAPTION, "Jo Lindqvist"),
        (f"{CAPTION} (Eld's)", CAPTION, "Eld's"),
        (f"{CAPTION} (Dok.HMR )", CAPTION, "HMR"),
        ("Perla Dunn beside the old gate / Jo Lindqvist", "Perla Dunn beside the old gate", "Jo Lindqvist"),
        (f"<div>{CAPTION}</div><div>The Eld Post</div>", CAPTION, "The Eld Post"),
        ("수문이 월요일에 일찍 열렸다. 한가람 기자", "수문이 월요일에 일찍 열렸다.", "한가람"),
        ("早く開かれた水門（ハロウミア）＝ＡＰ", "早く開かれた水門（ハロウミア）", "ＡＰ"),
        ("Rejoice Dunn. Isithombe: Sithunyelwe", "Rejoice Dunn.", "Sithunyelwe"),
        (
            f"{CAPTION} Credit: Natl Inst. for River Research (NIRR)",
            CAPTION,
            "Natl Inst. for River Research (NIRR)",
        ),
    ],
)
def test_a_credit_is_told_from_its_caption(inside: str, caption: str, credit: str) -> None:
    assert read(f"<figcaption>{inside}</figcaption>") == (caption, credit)


@pytest.mark.parametrize(
    "caption",
    [
        "Perla Dunn (left) and the gate.",
        "The gate on Monday (archive).",
        "The gate and the weir, seen from Harrowmere (Eld)",
        "The gate, an oil painting by Jo Lindqvist (Harrowmere)",
        "Perla Dunn and / or her brother keep the gate.",
    ],
)
def test_a_caption_without_a_credit_stays_whole(caption: str) -> None:
    assert read(f"<figcaption>{caption}</figcaption>") == (caption, "")


def test_a_name_with_a_full_stop_is_a_caption_even_in_a_box_named_credit() -> None:
    box = "<div class='figure-caption'><div class='credit-media'><span><p>Perla Dunn.</p></span></div></div>"
    assert read(box) == ("Perla Dunn.", "")


def test_a_credit_in_the_alt_text_is_one_where_nothing_else_is_printed() -> None:
    (image,) = page("", alt="The gate at the weir © EPB Foto: Jo Lindqvist").to_dict()["images"]
    assert (image["alt"], image["credit"]) == ("The gate at the weir", "EPB Foto: Jo Lindqvist")


@pytest.mark.parametrize(
    ("printed", "photographer", "outlet", "agency"),
    [
        ("© EPB Foto: Jo Lindqvist", "Jo Lindqvist", "EPB", None),
        ("Foto: Jo Lindqvist | Jo Lindqvist", "Jo Lindqvist", None, None),
        ("Foto: imago/Jo Lindqvist | IMAGO/Jo Lindqvist", "Jo Lindqvist", None, "imago"),
        ("Foto: Jo Lindqvist/\u200bdpa", "Jo Lindqvist", None, "dpa"),
    ],
)
def test_the_parts_of_a_credit_are_told_once(
    printed: str, photographer: str, outlet: str | None, agency: str | None
) -> None:
    made = credit(printed)
    assert (made.photographer, made.outlet, made.agency) == (photographer, outlet, agency)
