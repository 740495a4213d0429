"""Where the story of an HTML page stands, on small pages built as real systems build them."""

import pytest

from archiver import Extraction, extract
from archiver.model.article import Embed

PROSE = [
    "The weir at Harrowmere was opened on Monday, two days before the council had planned, because the Eld was "
    "already at the second mark and rising.",
    "Perla Dunn, who has kept the gate for thirty years, said that she had not seen so much water in April since "
    "the winter of the long frost.",
    "By noon the towpath was dry again, and the ducks had come back to the slipway below the rope works, where the "
    "children feed them.",
    "The council will decide in May whether the old gate can be mended, or whether a new one has to be cast at the "
    "foundry in Aldery.",
]
TEASER = "A band of nine will play on the square on Sunday, and everybody may bring a chair of their own, says the mayor."


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def made(body: str, head: str = "") -> Extraction:
    page = f"<!DOCTYPE html><html lang='en'><head><title>Weir</title>{head}</head><body>{body}</body></html>"
    return extract(page.encode(), url="https://post.example/weir")


def body(extraction: Extraction) -> list[str]:
    return str(extraction.to_dict()["text"]).split("\n\n")


def rules(extraction: Extraction, words: str) -> set[str]:
    return {entry.rule for entry in extraction.ledger if words in entry.text}


def test_columns_beside_the_story_are_outside_it() -> None:
    page = made(
        "<div id='page'><div class='col-a'><h1>Weir opened</h1>"
        f"{paragraphs(*PROSE)}</div><div class='col-b'><h3>On the square</h3><a href='/x'>{TEASER}</a></div></div>"
    )
    assert body(page) == PROSE
    assert rules(page, "On the square") == {"outside_story"}


def test_a_story_cut_into_several_elements_stays_whole() -> None:
    halves = (
        f"<div class='part'>{paragraphs(*PROSE[:2])}</div><div class='part'>{paragraphs(*PROSE[2:])}</div>"
    )
    page = made(
        f"<nav><a href='/'>Home</a></nav><main><h1>Weir opened</h1>{halves}</main><footer>© Post</footer>"
    )
    assert body(page) == PROSE


def test_a_wrapper_named_after_the_paywall_keeps_its_story() -> None:
    chunks = "".join(f"<div class='paywall'>{paragraphs(text)}</div>" for text in PROSE)
    offer = "<div class='paywall'><a href='/abo'>Subscribe</a></div>"
    assert body(made(f"<article><h1>Weir opened</h1>{chunks}{offer}</article>")) == PROSE


def test_hidden_text_goes_by_name_unless_the_story_is_hidden() -> None:
    page = made(f"<article><h1>Weir opened</h1><div hidden>Link copied</div>{paragraphs(*PROSE)}</article>")
    assert rules(page, "Link copied") == {"hidden_text"}
    rest = f"<div style='display:none'>{paragraphs(*PROSE[1:])}</div>"
    assert body(made(f"<article><h1>Weir opened</h1>{paragraphs(PROSE[0])}{rest}</article>")) == PROSE


@pytest.mark.parametrize(
    "box",
    [
        "<div class='hidden'>Link copied</div>",
        "<div class='d-none'>Link copied</div>",
        "<div role='dialog'>Link copied</div>",
        "<div class='save-modal'>Link copied</div>",
    ],
)
def test_what_opens_on_request_is_hidden_until_then(box: str) -> None:
    page = made(f"<article><h1>Weir opened</h1>{box}{paragraphs(*PROSE)}</article>")
    assert body(page) == PROSE
    assert "Link copied" not in page.article.standfirst


def test_what_is_hidden_on_small_screens_alone_is_shown() -> None:
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:3])}"
        f"<div class='hidden md:block'>{paragraphs(PROSE[3])}</div></article>"
    )
    assert body(page) == PROSE


def test_a_gallery_that_opens_over_the_page_keeps_its_captions() -> None:
    figure = "<div class='modal'><figure><img src='/w.jpg'><figcaption>The weir at noon.</figcaption></figure></div>"
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:2])}{figure}{paragraphs(*PROSE[2:])}</article>"
    )
    assert [image["caption"] for image in page.to_dict()["images"]] == ["The weir at noon."]


@pytest.mark.parametrize(
    "note",
    [
        "Sign up for our newsletter and read the best of the Eld valley every Friday.",
        "We may earn a commission when you buy something through links on this page.",
        "Alle Rechte vorbehalten.",
        "Suscríbete a nuestro boletín.",
    ],
)
def test_what_the_outlet_says_of_itself_is_no_part_of_the_story(note: str) -> None:
    page = made(f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:2], note, *PROSE[2:])}</article>")
    assert body(page) == PROSE
    assert rules(page, note) <= {"outlet_note", "newsletter_box", "consent_notice"}


def test_a_story_about_a_newsletter_stays() -> None:
    words = "The council sends a newsletter about the weir to every house below the rope works, and has done so since 1974."
    page = made(f"<article><h1>Weir opened</h1>{paragraphs(*PROSE, words)}</article>")
    assert body(page) == [*PROSE, words]


def test_the_story_ends_where_a_rail_begins() -> None:
    rail = f"<h3>Read next</h3><div><p>{TEASER}</p></div><div><a href='/b'>The bandstand is painted</a></div>"
    page = made(f"<main><h1>Weir opened</h1><div class='x'>{paragraphs(*PROSE)}</div>{rail}</main>")
    assert body(page) == PROSE


def test_a_label_in_mid_story_takes_only_the_links_under_it() -> None:
    rail = "<p>Read also</p><p><a href='/b'>The bandstand is painted</a></p>"
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:2])}{rail}{paragraphs(*PROSE[2:])}</article>"
    )
    assert body(page) == PROSE


def test_lists_tables_and_subheads_of_the_story_stay() -> None:
    table = "<div><table><tr><th>Gauge<th>Metres<tr><td>Pack Bridge<td>3.71</table></div>"
    inside = f"<h2>What is next</h2><ul><li>A survey</li><li>A vote</li></ul>{table}"
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:2])}{inside}{paragraphs(*PROSE[2:])}</article>"
    )
    text = page.to_dict()["text"]
    assert "What is next" in text
    assert "A survey\nA vote" in text
    assert "Pack Bridge\t3.71" in text


def test_the_first_of_several_stories_on_a_page_is_the_one() -> None:
    other = [text.replace("weir", "mill").replace("gate", "wheel").replace("The", "A") for text in PROSE]
    page = made(
        f"<main><article><h1>Weir opened</h1>{paragraphs(*PROSE)}</article>"
        f"<article><h1>Mill reopens</h1>{paragraphs(*other)}</article></main>"
    )
    assert body(page) == PROSE


def test_a_standfirst_above_the_text_is_told_apart() -> None:
    head = "<header><h1>Weir opened</h1><h2>Two days early, the water was let into the lower basin.</h2></header>"
    page = made(f"{head}<div class='text'>{paragraphs(*PROSE)}</div>")
    assert page.article.standfirst == "Two days early, the water was let into the lower basin."
    assert body(page) == PROSE


def test_byline_and_date_of_the_head_are_no_prose() -> None:
    head = "<h1>Weir opened</h1><p class='byline'>By Ada Thorne</p><time datetime='2022-04-04T06:00+02:00'>4 April</time>"
    page = made(f"<article>{head}{paragraphs(*PROSE)}</article>")
    assert page.article.authors == ("Ada Thorne",)
    assert page.article.published == "2022-04-04T06:00:00+02:00"
    assert body(page) == PROSE


def test_a_copyright_year_is_no_date() -> None:
    page = made(f"<article><h1>Weir opened</h1><p>© 2019 Harrowmere Post</p>{paragraphs(*PROSE)}</article>")
    assert page.article.published is None


def test_a_linked_subhead_stays_over_its_own_text() -> None:
    subhead = "<h3><a href='/rope-works'>The rope works</a></h3>"
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:2])}{subhead}{paragraphs(*PROSE[2:])}</article>"
    )
    assert body(page) == [*PROSE[:2], "The rope works", *PROSE[2:]]


def test_a_page_of_links_alone_is_read_to_its_end() -> None:
    page = made("<nav><a href='/'>Home</a></nav>")
    assert page.article.body == ()


def test_an_embedded_post_is_a_quotation_with_its_address() -> None:
    post = (
        "<blockquote class='twitter-tweet'><p>Ball number five has passed the weir.</p>&mdash; Town (@town) "
        "<a href='https://posts.example/town/status/1'>9 April 2022</a></blockquote>"
    )
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:2])}{post}{paragraphs(*PROSE[2:])}</article>"
    )
    kinds = [type(block).__name__ for block in page.article.body]
    assert kinds == ["Paragraph", "Paragraph", "Quote", "Quote", "Embed", "Paragraph", "Paragraph"]
    assert page.article.body[4] == Embed(url="https://posts.example/town/status/1")


def test_a_short_story_is_found_where_the_page_says_that_it_stands() -> None:
    words = "A: Who slips next on the ice? B: I bet that you do, as you slipped last — oh, ow. A: Won!"
    menu = "".join(f"<li><a href='/{n}'>Month {n}</a></li>" for n in range(9))
    page = made(
        f"<ul>{menu}</ul><div id='main'><h1>Weir talk</h1><div class='entry-content'><p>{words}</p></div></div>"
    )
    assert body(page) == [words]


def test_a_page_of_links_has_no_story() -> None:
    links = "".join(
        f"<li><a href='/{n}'>The {n}th boat of the year has passed the lock</a></li>" for n in range(30)
    )
    page = made(f"<h1>Harrowmere Post</h1><ul>{links}</ul>")
    assert page.article.body == ()
    assert "the page has no story" in {entry.reason for entry in page.ledger}


def test_a_login_page_has_no_story() -> None:
    page = made(
        "<h1>Sign in</h1><form><label>E-mail</label><input><button>Go</button></form><p>Forgotten?</p>"
    )
    assert page.article.body == ()


def test_links_to_the_other_pages_of_a_story_are_no_part_of_it() -> None:
    pages = "<p class='post-nav-links'>Pages: <span>1</span> <a href='/weir/2'>2</a></p>"
    page = made(f"<article><h1>Weir opened</h1>{paragraphs(*PROSE)}{pages}</article>")
    assert body(page) == PROSE
    assert rules(page, "Pages:") == {"post_links"}
