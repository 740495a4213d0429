"""Ten leftovers that a claim model must be able to say, each in the smallest page that shows it."""

from archiver import Extraction, extract

LEAD = (
    "The lock keepers of Harrowmere opened the upper gates on Tuesday, for the first time since the January "
    "flood tore the old chain from its wheel and left forty boats waiting below the weir."
)
SECOND = (
    "The work took nine weeks and cost less than the council had feared, said Ines Valdora, who runs the "
    "waterways office, because most of the oak beams under the sill turned out to be sound."
)
THIRD = (
    "Boats with a draught of more than a metre must still wait for the dredger, which is expected from the "
    "estuary before the end of the month, the office said in a note to skippers."
)


def story(*inside: str, before: str = "", after: str = "") -> Extraction:
    """A page whose article holds three paragraphs and whatever is given between the first and the second."""
    page = (
        f"<!DOCTYPE html><html lang='en'><head><title>Upper lock opens</title></head><body>{before}<article>"
        f"<h1>Upper lock opens</h1><p>{LEAD}</p>{''.join(inside)}<p>{SECOND}</p><p>{THIRD}</p></article>"
        f"{after}</body></html>"
    )
    return extract(page.encode(), url="https://harrowmere-times.example/2021/05/lock")


def fate(extraction: Extraction, words: str) -> set[str]:
    """The roles of the entries that hold the words."""
    return {str(entry.role) for entry in extraction.ledger if words in entry.text}


def body(extraction: Extraction) -> str:
    return str(extraction.to_dict()["text"])


def test_a_credit_inside_a_caption_leaves_the_words_on_both_sides() -> None:
    made = story(
        "<figure><img src='/gate.jpg' alt='Gate'><figcaption>The upper gate on Monday. (Jo Lindqvist/Eld Valley "
        "Gazette via AP) The chain is new.</figcaption></figure>"
    )
    (image,) = made.to_dict()["images"]
    assert image["caption"] == "The upper gate on Monday. The chain is new."
    assert image["credit"] == "Jo Lindqvist/Eld Valley Gazette via AP"
    assert image["credit_parts"][0]["photographer"] == "Jo Lindqvist"


def test_a_related_box_in_mid_article_goes_with_its_headlines() -> None:
    made = story(
        "<div class='related-posts'><h3>Related articles</h3><ul><li><a href='/a'>Ferry to run on Sundays again</a>"
        "</li><li><a href='/b'>What the flood left in the library</a></li></ul></div>"
    )
    assert "Ferry to run" not in body(made)
    assert fate(made, "Ferry to run on Sundays again") == {"removed"}


def test_a_newsletter_box_inside_a_run_of_paragraphs_goes() -> None:
    made = story(
        "<div class='newsletter-signup'><p>Sign up for our newsletter</p><p>Get the best of the Eld valley in your "
        "inbox every Friday.</p><form><input type='email'><button>Subscribe</button></form></div>"
    )
    assert "inbox every Friday" not in body(made)
    assert fate(made, "inbox every Friday") == {"removed"}


def test_live_blog_stamps_are_metadata_not_prose() -> None:
    made = story(f"<p><time datetime='2021-05-04T09:15'>9.15am</time></p><p>{SECOND[::-1]}.</p>")
    assert "9.15am" not in body(made)
    assert fate(made, "9.15am") <= {"metadata", "removed"}


def test_a_comment_that_quotes_the_article_stays_a_comment() -> None:
    made = story(
        after="<section id='comments' class='comments-area'><h2>1 comment</h2><ol class='comment-list'><li id='comment-7' "
        "class='comment'><article class='comment-body'><footer class='comment-meta'><b class='fn'>Perla</b> says:</footer>"
        f"<div class='comment-content'><blockquote><p>{SECOND}</p></blockquote><p>Sound since 1911, my grandfather "
        "would have said, and he set them.</p></div></article></li></ol></section>"
    )
    assert body(made).count(SECOND) == 1
    assert len(made.comments) == 1
    assert made.comments[0].author == "Perla"


def test_a_standfirst_outside_the_main_container_is_kept_as_one() -> None:
    made = extract(
        (
            "<!DOCTYPE html><html lang='en'><body><header class='article-header'><h1>Upper lock opens</h1>"
            "<p class='standfirst'>After nine weeks of repairs the first boats went up to the town basin.</p></header>"
            f"<div class='article-body'><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></div></body></html>"
        ).encode()
    )
    assert made.article.standfirst == "After nine weeks of repairs the first boats went up to the town basin."


def test_a_read_also_line_goes_and_its_neighbours_stay() -> None:
    made = story("<p><strong>Read also:</strong> <a href='/x'>The dredger that came too late</a></p>")
    assert "came too late" not in body(made)
    assert body(made).startswith("The lock keepers")


def test_a_caption_glued_to_its_credit_is_parted() -> None:
    made = story(
        "<figure><img src='/b.jpg' alt=''><figcaption>Boats below the weir.Photo: Ada Thorne</figcaption></figure>"
    )
    (image,) = made.to_dict()["images"]
    assert image["caption"] == "Boats below the weir."
    assert image["credit_parts"][0]["photographer"] == "Ada Thorne"


def test_a_byline_with_a_title_and_an_agency_gives_the_person_and_the_agency() -> None:
    made = story(before="", after="").to_dict()
    assert made["authors"] == []
    page = (
        f"<!DOCTYPE html><html lang='en'><body><article><h1>Upper lock opens</h1><p class='byline'>By Morgan Ashe, Waterways "
        f"Correspondent, AP</p><p>{LEAD}</p><p>{SECOND}</p><p>{THIRD}</p></article></body></html>"
    )
    found = extract(page.encode()).to_dict()
    assert (found["authors"], found["agency"]) == (["Morgan Ashe"], "AP")


def test_a_doubled_body_is_kept_once() -> None:
    twice = f"<div class='mobile-only'><p>{LEAD}</p><p>{SECOND}</p></div>"
    made = story(twice)
    assert body(made).count(LEAD) == 1
    assert body(made).count(SECOND) == 1
