"""Single facts of a page: its language, and days that stand in its address or title element."""

import pytest

from archiver.extract.facts import address_date, read_language, window_date
from archiver.model.document import Fact


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
        ("kr", "ko"),
        ("jp-JP", "ja-JP"),
        ("ua", "uk"),
    ],
)
def test_a_language_is_written_as_its_standard_says(told: str, tag: str) -> None:
    assert read_language(told) == tag


@pytest.mark.parametrize("told", ["", "English", "und", "-", "{{lang}}", "x"])
def test_words_that_are_no_language_tag_are_none(told: str) -> None:
    assert read_language(told) is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://harrowmere-post.example/2021/05/04/lock", "2021-05-04"),
        ("https://harrowmere-post.example/news/2021-5-4-lock", "2021-05-04"),
        ("https://harrowmere-post.example/article/20210504-lock", "2021-05-04"),
        ("https://harrowmere-post.example/article/A2021050409150000012", "2021-05-04"),
        ("https://harrowmere-post.example/2021/05/lock", None),
        ("https://harrowmere-post.example/2021/13/40/lock", None),
        ("https://harrowmere-post.example/item/920210504117", None),
    ],
)
def test_a_day_in_the_address_is_the_last_resort_for_a_date(url: str, day: str | None) -> None:
    found = address_date([Fact(field="url", value=url, evidence="capture")])
    assert (found.value if found else None) == day


def test_a_date_behind_the_headline_in_the_title_element_is_read_and_one_inside_it_is_not() -> None:
    def told(title: str) -> str | None:
        found = window_date([Fact(field="page-title", value=title, evidence="title element")])
        return found.value if found else None

    assert told("Upper lock opens | River | Eld Post | 28.04.2023") == "2023-04-28"
    assert told("What we learned on 28 April 2023 at the lock") is None
