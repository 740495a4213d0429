"""Who wrote a story: bylines wherever they stand, agencies apart, accounts and outlets never people."""

import pytest

from archiver import Extraction, extract
from archiver.extract.about.writers import each_once, names_better

TEXT = (
    "<p>The lock keepers of Harrowmere opened the upper gates on Tuesday, for the first time since the flood. "
    "They had waited nine weeks for the chain.</p><p>The work cost less than the council had feared, said Ines "
    "Valdora, who runs the waterways office beside the weir, and the boats may pass again from noon.</p>"
)


def story(*, above: str = "", below: str = "", head: str = "") -> Extraction:
    """A page whose entry prints these things around its text."""
    page = (
        f"<html lang='en'><head><title>Upper lock opens</title>{head}</head><body><article class='post hentry'>"
        f"<h1>Upper lock opens</h1>{above}<div class='entry-content'>{TEXT}</div>{below}</article></body></html>"
    )
    return extract(page.encode(), url="https://eld-post.example/lock")


def test_a_line_with_a_date_and_an_author_gives_both() -> None:
    made = story(above="<p>Posted on May 4, 2021 by Ada Thorne</p>").article
    assert (made.authors, made.published) == (("Ada Thorne",), "2021-05-04")


def test_an_agency_behind_the_author_stands_apart() -> None:
    made = story(above="<p class='byline'>By Ada Thorne, Harrowmere Press Agency</p>").article
    assert (made.authors, made.agency) == (("Ada Thorne",), "Harrowmere Press Agency")


def test_the_foot_of_the_entry_names_author_section_and_tags() -> None:
    made = story(
        below="<footer class='entry-footer'><span class='byline'>by <a rel='author'>Ada Thorne</a></span>"
        "<span class='posted-on'><time class='entry-date' datetime='2021-05-04'>May 4, 2021</time></span>"
        "<span class='cat-links'>in <a rel='category tag' href='/river'>River</a></span>"
        "<span class='tags-links'><a rel='tag' href='/t/lock'>lock</a>, <a rel='tag' href='/t/eld'>Eld</a></span></footer>"
    ).article
    assert (made.authors, made.published) == (("Ada Thorne",), "2021-05-04")
    assert (made.section, made.tags) == ("River", ("lock", "Eld"))


def test_names_in_elements_side_by_side_are_several_authors() -> None:
    above = "<div class='article-byline'><span class='n'>Ada Thorne</span> <span class='n'>Kit Marsh</span> <span class='n'>Lena Okoro</span></div>"
    assert story(above=above).article.authors == ("Ada Thorne", "Kit Marsh", "Lena Okoro")


def test_a_lone_name_above_the_text_is_the_author_where_nothing_else_names_one() -> None:
    assert story(above="<p>ADA THORNE</p>").article.authors == ("ADA THORNE",)
    told = "<meta name='author' content='Kit Marsh'>"
    assert story(above="<p>New Ferry</p>", head=told).article.authors == ("Kit Marsh",)


@pytest.mark.parametrize(
    "below", ["<p>© 2021 Ada Thorne</p>", "<footer>Copyright 2021 by Kit Marsh</footer>"]
)
def test_a_copyright_line_gives_neither_author_nor_date(below: str) -> None:
    made = story(below=below).article
    assert (made.authors, made.published) == ((), None)


def test_a_fuller_printed_byline_is_believed_and_so_is_a_name_rather_than_an_account() -> None:
    assert names_better(("Ada Thorne", "Kit Marsh"), ("Ada Thorne",))
    assert names_better(("Ada Thorne",), ("admin",))
    assert not names_better(("Ada Thorne",), ("Kit Marsh",))
    assert not names_better((), ("admin",))


def test_a_name_printed_again_with_a_button_is_one_name() -> None:
    assert each_once(["Ada Thorne", "Ada Thorne Follow", "Kit Marsh"]) == ("Ada Thorne", "Kit Marsh")


@pytest.mark.parametrize(
    "line",
    [
        "By Ada ThornePublished: May 4, 2021",
        "ByAda Thorne",
        "Ada Thorne, Print Managing Editor",
        "Ada Thorne | Fact checked",
        "Ada Thorne, Weir Expert Writer",
    ],
)
def test_what_stands_glued_to_a_name_or_beside_it_is_no_author(line: str) -> None:
    made = story(above=f"<p class='byline'>{line}</p>").article
    assert made.authors == ("Ada Thorne",)
    assert all("Thorne" not in str(block) for block in made.body)


@pytest.mark.parametrize("told", ["undefined", "262588213843476", "admin", "Full bio"])
def test_an_empty_field_is_no_author(told: str) -> None:
    assert story(head=f"<meta name='author' content='{told}'>").article.authors == ()


def test_an_outlet_named_beside_an_agency_is_no_person() -> None:
    head = '<meta property="og:site_name" content="The Eld Post"><meta name="author" content="The Eld Post and AFP">'
    made = story(head=head).article
    assert (made.authors, made.agency) == ((), "AFP")
