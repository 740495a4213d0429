"""What a page may have of each thing; past the bound no word is lost."""

from archiver.parse.html.page import parse_html
from archiver.parse.html.tree import MOST_ELEMENTS
from archiver.parse.text import MOST_LINES, parse_text
from archiver.text import visible


def test_lines_past_the_bound_are_one_block_with_all_their_words() -> None:
    found = parse_text("A line\n" * (MOST_LINES + 1000) + "the end")
    assert len(found.blocks) == MOST_LINES + 1
    assert visible(found.text) == "Aline" * (MOST_LINES + 1000) + "theend"


def test_elements_past_the_bound_leave_their_words_to_the_one_around_them() -> None:
    found = parse_html(f"<body>{'<p>A line</p>' * (MOST_ELEMENTS + 1000)}<p>the end</p>")
    assert len(found.blocks) <= MOST_ELEMENTS
    assert visible(found.text) == "Aline" * (MOST_ELEMENTS + 1000) + "theend"
