import pytest

from archiver.text import clean, plural, slug


@pytest.mark.parametrize(
    "point", [0x0, 0x1B, 0x7F, 0xD800, 0xFDD0, 0xFFFE, 0x1FFFF, 0x10FFFE, 0x202E, 0x2066]
)
def test_code_points_that_no_page_shows_are_dropped(point: int) -> None:
    assert clean(f"lock{chr(point)}keeper") == "lockkeeper"


@pytest.mark.parametrize(
    "kept", ["a\u200db", "\u2764\ufe0f", "\U0001f9d1\u200d\U0001f33e", "\U00020000", "\t\n"]
)
def test_joiners_variation_selectors_and_rare_letters_stay(kept: str) -> None:
    assert clean(kept) == kept


@pytest.mark.parametrize("end", ["\r\n", "\r", "\x85", "\u2028"])
def test_every_line_end_becomes_a_newline(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


def test_a_slug_is_never_a_name_that_a_file_system_reserves() -> None:
    assert slug("CON") == "con-"
    assert slug("?!") == "untitled"


def test_counts_agree_with_their_nouns() -> None:
    assert [plural(1, "reply"), plural(2, "reply"), plural(1204, "comment")] == [
        "1 reply",
        "2 replies",
        "1,204 comments",
    ]
