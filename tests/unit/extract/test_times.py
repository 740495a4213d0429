import pytest

from archiver.extract.times import Order, machine, read, settle_order


@pytest.mark.parametrize(
    ("printed", "language", "iso"),
    [
        ("April 26, 2022 at 10:15", "en", "2022-04-26T10:15"),
        ("March 11th, 2015 at 02:57", "en", "2015-03-11T02:57"),
        ("22 January 2020, 2:31 pm", "en", "2020-01-22T14:31"),
        ("Oct. 9, 2010 - 7:28 AM EST", "en", "2010-10-09T07:28"),
        ("Sept 5, 2024, 11:26pm", "en", "2024-09-05T23:26"),
        ("January 8, 2026 12:23 am", "en", "2026-01-08T00:23"),
        ("on 3 May 2021 at 12 p.m.", "en", "2021-05-03T12:00"),
        ("16. March, 2023 at 16:59", "en", "2023-03-16T16:59"),
        ("18. Oktober 2019 um 15:05 Uhr", "de", "2019-10-18T15:05"),
        ("Do 9 Apr 2020 / 08:34", "de", "2020-04-09T08:34"),
        ("14.09.2022 um 21.11", "de", "2022-09-14T21:11"),
        ("Le 21/04/2013 à 02:20", "fr", "2013-04-21T02:20"),
        ("1er février 2020 à 9h05", "fr", "2020-02-01T09:05"),
        ("mar 5 maggio 2020, 18:40", "it", "2020-05-05T18:40"),
        ("5 de mayo de 2021 a las 13:07", "es", "2021-05-05T13:07"),
        ("3 listopada 2019", "pl", "2019-11-03"),
        ("3. listopada 2019.", "hr", "2019-10-03"),
        ("2 мая 2020 г. в 08:15", "ru", "2020-05-02T08:15"),
        ("2019. március 5. 10:11", "hu", "2019-03-05T10:11"),
        ("2 Ağustos 2021, 14:00", "tr", "2021-08-02T14:00"),
        ("12 أبريل 2021 الساعة 10:22", "ar", "2021-04-12T10:22"),
        ("١٢ أبريل ٢٠٢١", "ar", "2021-04-12"),
        ("ב-5 בינואר 2020 בשעה 09:30", "he", "2020-01-05T09:30"),
        ("2021年4月9日 18:33", "ja", "2021-04-09T18:33"),
        ("2021년 4월 9일 오후 3:05", "ko", "2021-04-09T15:05"),
        ("5 tháng 4, 2019 lúc 10:15", "vi", "2019-04-05T10:15"),
        ("2011.04.26. 10:15", "ko", "2011-04-26T10:15"),
        ("03:24 AM on 9/19/2010", "en", "2010-09-19T03:24"),
        ("Wed, 12/23/2025 - 02:42", "en", "2025-12-23T02:42"),
        ("12-Apr-19, 10:15", "en", "2019-04-12T10:15"),
        ("28.02.2006 um 16:43", None, "2006-02-28T16:43"),
    ],
)
def test_a_printed_date_is_read_in_its_language(printed: str, language: str | None, iso: str) -> None:
    assert read(printed, language=language) == iso


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "2 hours ago",
        "vor 3 Tagen",
        "21:00",
        "yesterday at 10:15",
        "May 5",
        "4/5/2019",
        "31/02/2020",
        "3 listopada 2019",
        "page 12 of 2019",
        "15 seconds ago (7:18 PM)",
        "1398/01/15",
        "9" * 5000,
    ],
)
def test_what_is_not_printed_is_not_invented(printed: str) -> None:
    assert read(printed) is None


def test_a_number_above_twelve_settles_the_order_for_all() -> None:
    order = settle_order(["04/05/2020 at 3:00 pm", "14/04/2020 at 3:29 pm"])
    assert order is Order.DAY_FIRST
    assert read("04/05/2020 at 3:00 pm", order=order, language="en") == "2020-05-04T15:00"
    assert settle_order(["3/12/2021", "3/16/2021"]) is Order.MONTH_FIRST


def test_time_that_runs_one_way_settles_the_order() -> None:
    assert settle_order(["9/1/2020", "10/1/2020", "11/2/2020", "1/3/2020"]) is Order.DAY_FIRST
    assert settle_order(["1/10/2020", "1/11/2020", "2/3/2020"]) is Order.MONTH_FIRST


def test_dates_that_contradict_each_other_settle_nothing() -> None:
    assert settle_order(["14/04/2020", "04/14/2020"]) is None
    assert settle_order(["4/5/2020", "5/6/2020", "6/7/2020"]) is None
    assert settle_order([]) is None


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2019-08-01T01:15:45+02:00", "2019-08-01T01:15:45+02:00"),
        ("2024-02-25T10:44:51-0500", "2024-02-25T10:44:51-05:00"),
        ("2024-05-22T19:28:40Z", "2024-05-22T19:28:40+00:00"),
        ("2020-04-22 07:33:47.567562", "2020-04-22T07:33:47"),
        ("2015-03-11", "2015-03-11"),
        ("1705018294", "2024-01-12T00:11:34+00:00"),
        ("1314239400067", "2011-08-25T02:30:00+00:00"),
        ("Friday, October 4th, 2024 at 3:51:58 PM GMT+03:00", "2024-10-04T15:51:58+03:00"),
        ("2024-13-45", None),
        ("", None),
    ],
)
def test_a_date_for_programs_is_read(value: str, iso: str | None) -> None:
    assert machine(value) == iso


@pytest.mark.parametrize(
    ("printed", "iso"),
    [
        ("Thu, 08/03/2023 - 08:05", "2023-08-03T08:05"),
        ("Wed, 08/03/2023", "2023-03-08"),
        ("Le 07/04/2013 à 17:29", "2013-04-07T17:29"),
        ("am 3/4/2019 um 10:00", "2019-04-03T10:00"),
        ("3/4/2019 at 10:00", None),
    ],
)
def test_a_weekday_or_a_word_beside_it_settles_a_numeric_date(printed: str, iso: str | None) -> None:
    assert read(printed) == iso
