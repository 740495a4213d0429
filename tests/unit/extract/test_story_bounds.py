"""Where a story opens and ends on an HTML page, and which lines inside it are not its own."""

from tests.unit.extract.test_story_region import PROSE, body, made, paragraphs, rules


def test_a_main_heading_over_a_later_part_opens_no_story() -> None:
    parts = f"<div class='text'>{paragraphs(*PROSE[:2])}<h1>The towpath</h1>{paragraphs(PROSE[2])}<h1>The gate</h1>{paragraphs(PROSE[3])}</div>"
    page = made(f"<h2>Weir opened</h2>{parts}", "<meta property='og:title' content='Weir opened'>")
    assert body(page) == [*PROSE[:2], "The towpath", PROSE[2], "The gate", PROSE[3]]


def test_a_headline_above_the_text_leaves_the_first_subhead_in_it() -> None:
    parts = f"<div class='text'><h1>Two days early</h1>{paragraphs(*PROSE)}</div>"
    page = made(f"<h1>Weir opened</h1>{parts}", "<meta property='og:title' content='Weir opened'>")
    assert body(page) == ["Two days early", *PROSE]


def test_an_element_of_the_site_s_own_making_parts_no_sentence() -> None:
    words = "The gate was mended <x-source><a href='/s'>in the autumn of last year</a></x-source> at the foundry in Aldery, the council says."
    page = made(f"<article><h1>Weir opened</h1>{paragraphs(*PROSE)}<p>{words}</p></article>")
    assert body(page)[-1].startswith("The gate was mended in the autumn of last year at the foundry")


def test_a_question_on_a_button_stands_over_its_answer() -> None:
    asked = f"<div><button>Will the gate be mended?</button><div>{paragraphs(PROSE[3])}</div></div>"
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:3])}{asked}<button>Print</button></article>"
    )
    assert body(page) == [*PROSE[:3], "Will the gate be mended?", PROSE[3]]


def test_a_note_above_the_text_is_no_standfirst() -> None:
    note = "We may earn a commission from links on this page, but we only recommend what we use ourselves."
    page = made(f"<header><h1>Weir opened</h1><p>{note}</p></header><div class='text'>{paragraphs(*PROSE)}</div>")
    assert page.article.standfirst == ""
    assert rules(page, note) == {"outlet_note"}
