"""Single facts of a page: its language."""

import pytest

from archiver.extract.facts import read_language


@pytest.mark.parametrize(
    ("told", "tag"),
    [
        ("en_GB", "en-GB"),
        ("EN-us", "en-US"),
        ("de", "de"),
        ("pt_BR.UTF-8", "pt-BR"),
        ("zh-hant-tw", "zh-Hant-TW"),
        ("es-419", "es-419"),
        ("en, fr", "en"),
        ("nl_XX_long", "nl-XX"),
    ],
)
def test_a_language_is_written_as_its_standard_says(told: str, tag: str) -> None:
    assert read_language(told) == tag


@pytest.mark.parametrize("told", ["", "English", "und", "-", "{{lang}}", "x"])
def test_words_that_are_no_language_tag_are_none(told: str) -> None:
    assert read_language(told) is None
