"""Fragments of HTML where plain text belongs."""

import pytest

from archiver.parse.scripts.fragment import LONGEST, without_markup


@pytest.mark.parametrize(
    ("fragment", "words"),
    [
        ("The <em>Eldwater</em> is afloat again", "The Eldwater is afloat again"),
        ("<b>H</b>arrowmere", "Harrowmere"),
        ("One<br>two", "One two"),
        ("Fish & chips, <i>R&D", "Fish & chips, R&D"),
    ],
)
def test_tags_leave_a_headline_and_its_words_stay(fragment: str, words: str) -> None:
    assert " ".join(without_markup(fragment).split()) == words


@pytest.mark.parametrize("plain", ["3 < 5 > 2", "The <Eld> turns", "no tags", "<i>" + "x" * LONGEST])
def test_what_is_no_short_fragment_stays(plain: str) -> None:
    assert without_markup(plain) == plain


def test_a_broken_declaration_raises_nothing() -> None:
    assert "x" in without_markup("<![foo <b>x</b>")
