"""Citations: what is known is said, what is not is left out, and nothing captured breaks a format."""

import json

import pytest

from archiver.model.site import Page
from archiver.render.machines.cite import citations, parted_name
from tests.unit.harrowmere import CONFIG, page


def _printed(cited: Page) -> list[str]:
    styles, _ = citations(CONFIG, cited)
    return [f"{style.before}{style.publication}{style.after}" for style in styles]


def _file(cited: Page, name: str) -> str:
    return next(each.text for each in citations(CONFIG, cited)[1] if each.name == name)


BRIDGE = page(
    "t/2022/04/bridge",
    title="The bridge reopens",
    authors=("Morgan Lee", "Ines Duarte"),
    published="2022-04-14T09:30:00+01:00",
    url="https://times.example/bridge",
    tags=("Geese",),
)
ARCHIVED = "https://archive.example/eld/t/2022/04/bridge/"


def test_the_three_styles_name_people_day_paper_and_both_addresses() -> None:
    assert _printed(BRIDGE) == [
        "Lee, M., & Duarte, I. (2022, April 14). The bridge reopens. Harrowmere Times. "
        f"https://times.example/bridge Archived at {ARCHIVED}",
        "Lee, Morgan, and Ines Duarte. “The bridge reopens.” Harrowmere Times, April 14, 2022. "
        f"https://times.example/bridge. Archived at {ARCHIVED}.",
        "Lee, Morgan, and Ines Duarte. “The bridge reopens.” Harrowmere Times, 14 Apr. 2022, "
        "times.example/bridge. The Harrowmere Archive, archive.example/eld/t/2022/04/bridge/.",
    ]


def test_without_author_and_date_the_title_stands_first() -> None:
    bare = page("t/undated/bridge", title="Who built it?")
    apa, chicago, _ = _printed(bare)
    assert apa.startswith("Who built it? (n.d.). Harrowmere Times.")
    assert chicago.startswith("“Who built it?” Harrowmere Times. https://archive.example/")


def test_an_agency_stands_for_people_who_are_not_named() -> None:
    assert _printed(page("t/2022/a", agency="NPA", published="2022"))[0].startswith("NPA. (2022).")


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Morgan Lee", ("Lee", "Morgan")),
        ("Ludwig van Harrow", ("van Harrow", "Ludwig")),
        ("Ada Moss Jr.", ("Moss Jr.", "Ada")),
        ("水野 佳代", ("水野 佳代", "")),
        ("Voltaire", ("Voltaire", "")),
    ],
)
def test_a_name_is_parted_where_it_can_be(name: str, parts: tuple[str, str]) -> None:
    assert parted_name(name) == parts


def test_a_line_of_ris_never_becomes_two() -> None:
    told = _file(page("t/a/b", title="One\nER  - \nTY  - BOOK", authors=("A\u2028B",)), "RIS")
    assert [line[:2] for line in told.splitlines()].count("TY") == 1
    assert told.startswith("TY  - NEWS\n")
    assert told.endswith("ER  - \n")


def test_a_title_cannot_close_its_braces_in_bibtex() -> None:
    told = _file(page("t/a/b", title="}}, note = {x \\input{y} 100% #1"), "BibTeX")
    assert r"title = {{\}\}, note = \{x \textbackslash{}input\{y\} 100\% \#1}}" in told


def test_csl_json_says_what_is_known() -> None:
    (told,) = json.loads(_file(BRIDGE, "CSL-JSON"))
    assert told["type"] == "article-newspaper"
    assert told["author"][1] == {"family": "Duarte", "given": "Ines"}
    assert told["issued"] == {"date-parts": [[2022, 4, 14]]}
    assert told["archive_location"] == ARCHIVED
    assert "section" not in told


def test_an_article_keeps_its_key_when_others_come() -> None:
    first = json.loads(_file(BRIDGE, "CSL-JSON"))[0]["id"]
    assert first == json.loads(_file(BRIDGE, "CSL-JSON"))[0]["id"]
    assert first.isascii()
    assert first.isalnum()
