import pytest

from archiver.render.words import date_words, direction, instant, machine_date


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "undated"),
        ("2022", "2022"),
        ("2022-04", "April 2022"),
        ("2022-04-14", "14 April 2022"),
        ("2022-04-14T09:30:00", "14 April 2022, 09:30"),
        ("2022-04-14T09:30:00Z", "14 April 2022, 09:30 (UTC)"),
        ("2022-04-14T09:30:00-06:30", "14 April 2022, 09:30 (UTC−06:30)"),
        ("last spring", "last spring"),
    ],
)
def test_a_date_is_told_as_exactly_as_it_is_known(value: str | None, words: str) -> None:
    assert date_words(value) == words


@pytest.mark.parametrize(
    ("value", "moment"),
    [
        ("2022", "2022-01-01T00:00:00Z"),
        ("2022-04-14", "2022-04-14T00:00:00Z"),
        ("2022-04-14T09:30:00.250+01:00", "2022-04-14T09:30:00+01:00"),
        ("2022-04-14T09:30Z", "2022-04-14T09:30:00Z"),
        ("soon", None),
        (None, None),
    ],
)
def test_feeds_get_whole_moments(value: str | None, moment: str | None) -> None:
    assert instant(value) == moment


def test_only_exact_dates_stand_in_attributes() -> None:
    assert machine_date("2022-04-14T09:30:00+01:00") == "2022-04-14T09:30:00+01:00"
    assert machine_date("2022-04-14T09:30:00.123456+0100") == "2022-04-14T09:30:00+01:00"
    assert machine_date("last spring") is None


@pytest.mark.parametrize(
    ("language", "way"),
    [("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ku-Latn", "ltr"), ("en", "ltr"), (None, "ltr")],
)
def test_the_direction_follows_script_then_language(language: str | None, way: str) -> None:
    assert direction(language) == way
