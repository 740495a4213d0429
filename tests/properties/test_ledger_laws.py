"""Laws of text captures: nothing is lost, nothing is invented, nothing takes longer than its size."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archiver.extract import extract
from archiver.parse.text import parse_text
from archiver.text import clean, visible

WORDS = st.sampled_from(
    [
        "The ferry crossed the Eld on Monday, and nobody in Harrowmere could say why it had stopped before.",
        "By Ines Calloway, AP",
        "3 Comments",
        "3 thoughts on “The ferry”",
        "Leave a Reply",
        "Ada Pell says:",
        "April 26, 2022 at 10:15",
        "22. Dezember 2019 um 11:16 Uhr",
        "Reply",
        "Related articles",
        "Tags: ferry, Eld",
        "Share",
        "(Ned Farrow/Harrowmere Courier via AP)",
        "Low Landing",
        "Low Landing on the Eld at dusk, seen from the ferry. (Ned Farrow/Harrowmere Courier via AP)",
        "Advertisement",
        "Pingback: Ponds",
        "\u200d\u0301",
        "خیلی زیبا",
        "桥上的灯",
        "",
    ]
)
MARKERS = st.sampled_from(["", "1. ", "2. ", "• ", "- ", "o ", "* ", "12) ", "– ", "\u00a0"])
INDENTS = st.sampled_from(["", "  ", "    ", "      ", "\t", "\u00a0\u00a0", " "])
LINES = st.builds("{}{}{}".format, INDENTS, MARKERS, st.one_of(WORDS, st.text(max_size=40)))
PAGES = st.lists(LINES, max_size=40).map("\n".join)
SETTINGS = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@SETTINGS
@given(PAGES)
def test_every_visible_character_is_in_the_ledger_once_and_in_order(page: str) -> None:
    ledger = extract(parse_text(page)).ledger
    assert "".join(visible(entry.text) for entry in ledger) == visible(clean(page))


@SETTINGS
@given(PAGES)
def test_extracting_twice_gives_equal_results(page: str) -> None:
    assert extract(parse_text(page)) == extract(parse_text(page))


@SETTINGS
@given(PAGES)
def test_a_parent_stands_before_its_reply_and_ids_are_unique(page: str) -> None:
    comments = extract(parse_text(page)).comments
    assert all(comment.parent is None or comment.parent < index for index, comment in enumerate(comments))
    assert len({comment.id for comment in comments}) == len(comments)


@SETTINGS
@given(PAGES)
def test_blocks_tile_the_text_and_containers_nest(page: str) -> None:
    document = parse_text(page)
    ends = [0, *(block.end for block in document.blocks)]
    assert [block.start for block in document.blocks] == ends[:-1]
    assert ends[-1] == len(document.text)
    for index, container in enumerate(document.containers):
        assert container.parent < index
        if container.parent >= 0:
            parent = document.containers[container.parent]
            assert parent.start <= container.start <= container.end <= parent.end


HOSTILE = {
    "indents 5,000 deep": "3 Comments\n\n"
    + "".join(f"{' ' * (2 * n)}• number {n} is deep down below\n\n" for n in range(5_000)),
    "saw-toothed indents": "3 Comments\n\n"
    + "".join(f"{' ' * (n * 37 % 900)}• x{n} goes up and down\n\n" for n in range(6_000)),
    "20,000 comments": "20,000 Comments\n\n"
    + "".join(f"  {n}. number {n} in line\n\n" for n in range(20_000)),
    "20,000 headers": "3 Comments\n\n" * 20_000,
    "20,000 heads": "3 Comments\n\n" + "Ada Pell\nApril 26, 2022 at 10:15\n\nSo it is.\n\n" * 20_000,
    "one line of 4 MB": "word " * 800_000,
    "one word of 4 MB": "a" * 4_000_000,
    "one line of brackets": "(" * 200_000 + ")" * 200_000,
    "a flood of labels": "Photo: " * 100_000,
    "a flood of short lines": "Share\n" * 50_000,
    "related headings": "Related articles\n\nEld runs high\n\n" * 15_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_takes_time_in_proportion_to_its_size(name: str) -> None:
    start = time.process_time()
    ledger = extract(parse_text(HOSTILE[name])).ledger
    assert time.process_time() - start < 20
    assert ledger
