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
    page = made(
        f"<header><h1>Weir opened</h1><p>{note}</p></header><div class='text'>{paragraphs(*PROSE)}</div>"
    )
    assert page.article.standfirst == ""
    assert rules(page, note) == {"outlet_note"}


OFFER = (
    "<section class='pitch'><h3>Get help with your boat today</h3><p>Ask the yard for a price.</p></section>"
)
BIO = "Perla Dunn has kept the gates of the upper Eld for thirty years and sails a boat of her own, built at Aldery."


def test_boxes_below_the_column_of_the_whole_story_are_past_its_end() -> None:
    bio = f"<div class='who'><p>{BIO}</p></div>"
    page = made(
        f"<main><h1>Weir opened</h1><div class='text'>{paragraphs(*PROSE * 2)}</div>{OFFER}{bio}</main>"
    )
    assert body(page) == PROSE
    assert rules(page, "Ask the yard") == {"foreign_box"}
    assert rules(page, BIO) == {"foreign_box"}


def test_questions_below_the_column_stay() -> None:
    asked = (
        "<h3>Will the gate be mended?</h3><p>In May.</p><h3>Will the ducks come back?</h3><p>They have.</p>"
    )
    page = made(
        f"<main><h1>Weir opened</h1><div class='text'>{paragraphs(*PROSE)}</div><div>{asked}</div></main>"
    )
    assert body(page) == [
        *PROSE,
        "Will the gate be mended?",
        "In May.",
        "Will the ducks come back?",
        "They have.",
    ]


def test_a_part_of_the_story_below_its_largest_column_stays() -> None:
    rest = f"<div class='b'>{paragraphs(PROSE[3])}</div>"
    page = made(f"<main><h1>Weir opened</h1><div class='a'>{paragraphs(*PROSE[:3])}</div>{rest}</main>")
    assert body(page) == PROSE


def test_a_heading_that_begins_as_a_rail_s_does_ends_the_story_where_nothing_of_it_follows() -> None:
    rail = f"<h2>More from the lower Eld</h2><div><p>{BIO}</p></div><ul><li><a href='/b'>The bandstand is painted</a></li></ul>"
    page = made(f"<main><h1>Weir opened</h1><div class='text'>{paragraphs(*PROSE)}</div>{rail}</main>")
    assert body(page) == PROSE


def test_such_a_heading_over_the_story_s_own_paragraphs_stays() -> None:
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:2])}<h2>More about the gate</h2>{paragraphs(*PROSE[2:])}</article>"
    )
    assert body(page) == [*PROSE[:2], "More about the gate", *PROSE[2:]]


def test_the_end_is_known_by_a_label_that_another_rule_has_claimed() -> None:
    bar = "<div class='share-buttons'><p>Share this article</p></div>"
    after = f"<div class='who'>{paragraphs(BIO)}<ul><li>Ask us</li></ul></div>"
    page = made(f"<main><h1>Weir opened</h1><div class='text'>{paragraphs(*PROSE)}</div>{bar}{after}</main>")
    assert body(page) == PROSE


def test_a_header_of_a_part_of_the_story_is_not_the_site_s() -> None:
    parts = "".join(
        f"<section><header><h3>Day {n}</h3></header>{paragraphs(text)}</section>"
        for n, text in enumerate(PROSE)
    )
    page = made(f"<header><h3>Harrowmere Post</h3></header><article><h1>Weir opened</h1>{parts}</article>")
    assert [f"Day {n}" in body(page) for n in range(4)] == [True] * 4
    assert rules(page, "Harrowmere Post") == {"site_header"}


def test_a_linked_word_of_a_sentence_is_no_box() -> None:
    words = "The <a class='affiliate' href='/pump'>pump</a> that the yard bought last year runs day and night, and has never failed so far."
    page = made(f"<article><h1>Weir opened</h1>{paragraphs(*PROSE, words)}</article>")
    assert body(page)[-1].startswith("The pump that the yard bought")


def test_a_heading_made_into_an_id_names_no_box() -> None:
    part = f"<div id='how-popular-is-the-new-weir-with-the-ducks'><h2>How popular is it?</h2>{paragraphs(PROSE[3])}</div>"
    page = made(f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:3] * 2)}{part}</article>")
    assert body(page)[-2:] == ["How popular is it?", PROSE[3]]


def test_a_sentence_with_a_date_in_the_head_is_no_date() -> None:
    words = "Editor's note: We updated this page on April 2, 2022, after the council's last word on the gate."
    page = made(
        f"<header><h1>Weir opened</h1></header><p>{words}</p><div class='text'>{paragraphs(*PROSE)}</div>"
    )
    assert "page_date" not in rules(page, "Editor's note")


def test_a_folded_answer_stays_and_a_folded_menu_goes() -> None:
    folded = f"<div class='accordion'><h3>Will the gate be mended?</h3><div hidden>{paragraphs(PROSE[3])}</div></div>"
    menu = "<div class='accordion'><h3>Share</h3><div hidden><p>Copy link</p></div></div>"
    page = made(f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:3] * 3)}{folded}{menu}</article>")
    assert PROSE[3] in body(page)
    assert rules(page, "Copy link") == {"hidden_text"}


def test_of_several_articles_the_one_under_the_headline_is_the_story() -> None:
    other = [text.replace("weir", "mill").replace("gate", "wheel").replace("The", "A") for text in PROSE]
    page = made(
        f"<main><article><h1>Mill reopens</h1>{paragraphs(*other * 3)}</article>"
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE)}</article></main>",
        "<meta property='og:title' content='Weir opened'>",
    )
    assert body(page) == PROSE
