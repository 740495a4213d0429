import gzip
import json
from typing import Any

from archiver.model.site import Page
from archiver.search.facets import entry, facets, ordered
from archiver.search.listing import Listed
from tests.unit.harrowmere import comment, page


def columns(*pages: Page) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(gzip.decompress(facets(ordered(pages))))
    return read


def test_columns_say_where_who_when_and_what_of_each_document_by_place() -> None:
    fields: dict[str, Any] = {
        "published": "2022-04-03T09:30:00+01:00",
        "authors": ("Ada Moss", "Fenn,  Jr"),
        "tags": ("pie",),
        "section": "River",
        "language": "pt-BR",
    }
    found = columns(page("times/b", source="Post"), page("times/a", comments=(comment(1),), **fields))
    assert found["date"] == ["2022-04-03", "2022-04-03", ""]
    assert found["in"] == "aca"
    assert found["author"] == [[0, 1], [0, 1], []]
    assert found["source"] == [[0], [0], [1]]
    assert found["names"] == {
        "source": ["Harrowmere Times", "Post"],
        "section": ["River"],
        "tag": ["pie"],
        "author": ["Ada Moss", "Fenn, Jr"],
        "language": ["pt"],
    }


def test_the_same_pages_in_another_order_give_the_same_columns() -> None:
    pages = (page("times/é"), page("times/z"), page("post/a b"))
    assert facets(ordered(pages)) == facets(ordered(reversed(pages)))


def test_the_order_is_that_of_bytes() -> None:
    assert columns(page("a/é", published="2001"), page("a/z", published="2002"))["date"] == ["2002", "2001"]


def test_an_entry_says_which_years_and_kinds_a_bundle_holds() -> None:
    pages = (page("times/a", published="2021-05-03", comments=(comment(1),)), page("times/b"))
    told = entry("2021/", Listed(tag="0f0f", files=("a", "b"), rows=(0, 1, 2)), ordered(pages), b"columns")
    assert told["files"] == ["a", "b"]
    assert (told["ids"], told["bytes"]) == ("0f0f", 7)
    assert told["years"] == ["2021", "undated"]
    assert told["in"] == ["article", "comments"]
    assert told["facets"].startswith("2021/facets.bin?")


def test_a_language_is_its_first_part_however_it_is_written() -> None:
    assert columns(page("times/a", language="en_GB"))["names"]["language"] == ["en"]
