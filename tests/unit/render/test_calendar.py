"""Dates as tables."""

from archiver.assemble import assemble
from archiver.render.calendar import day_name, heat_tables, index_values, on_this_day
from archiver.render.lists import initial
from tests.unit.harrowmere import CONFIG, page

SITE = assemble(
    CONFIG,
    [
        page("t/2022/a", published="2022-04-14"),
        page("t/2022/b", published="2022-04-14T10:00:00Z"),
        page("t/2022/c", published="2022-04-30"),
        page("t/2020/d", published="2020-02-29"),
        page("t/2019/e", published="2019-04"),
        page("t/2018/f", published="2018-02-31"),
        page("t/undated/g"),
    ],
)
DATES = SITE.taxonomy("dates")


def test_a_month_is_weeks_whose_days_lead_to_their_lists() -> None:
    table = heat_tables(CONFIG, DATES)["2022/04"]
    days = {cell.day: cell for row in table.rows for cell in row.cells if cell.day}
    assert len(days) == 30
    assert days["14"].label == "14 April 2022: 2 articles"
    assert days["14"].url == "/eld/dates/2022/04/14/"
    assert (days["14"].shade, days["30"].shade, days["1"].shade) == (4, 2, 0)


def test_a_year_has_a_row_for_each_month() -> None:
    rows = heat_tables(CONFIG, DATES)["2022"].rows
    assert [row.head for row in rows][:4] == ["January", "February", "March", "April"]
    assert [cell.text for cell in rows[3].cells if cell.text] == ["2", "1"]
    assert rows[3].url == "/eld/dates/2022/04/"
    assert rows[0].url == ""


def test_a_month_without_days_has_no_table() -> None:
    assert "2019/04" not in heat_tables(CONFIG, DATES)
    values = index_values(CONFIG, DATES)
    assert values["undated"].count == 1


def test_the_same_day_of_all_years_stands_together() -> None:
    _, days = on_this_day(CONFIG, SITE.pages)
    assert {day: len(found) for day, found in days.items()} == {"02-29": 1, "04-14": 2, "04-30": 1}
    assert day_name("02-29") == "29 February"


def test_names_stand_under_their_first_letter_whatever_its_script() -> None:
    found = {
        text: initial(text)[0]
        for text in ("Élan", "ada", "水野", "ひだまり", "한글", "سلمى", "9 lives", "«Eld»")
    }
    assert found == {
        "Élan": "E",
        "ada": "A",
        "水野": "Han",
        "ひだまり": "Kana",
        "한글": "Hangul",
        "سلمى": "س",
        "9 lives": "0–9 and signs",
        "«Eld»": "0–9 and signs",
    }
