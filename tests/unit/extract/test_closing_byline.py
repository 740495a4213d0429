"""Lines below an HTML page's story that sign it."""

import pytest

from tests.unit.extract.test_story_region import PROSE as SHORT
from tests.unit.extract.test_story_region import body, made, paragraphs, rules

PROSE = [
    *SHORT,
    "Until then the lower basin stays shut to boats of more than a metre's draught, the harbour office said on "
    "Monday evening, and skippers are asked to wait at the rope works or to turn back to Aldery, where the "
    "moorings on the north bank are free of charge until the end of the week.",
]


@pytest.mark.parametrize(
    "line",
    [
        "Written by Ada Thorne",
        "Von Ada Thorne",
        "ath/dpa",
        "Quelle: Eld Board, 4 April 2022",
        "Source: Eld Board",
        "First published in the Eld Valley Courier.",
        "Posted by Ada Thorne on April 4, 2022",
    ],
)
def test_a_line_that_signs_the_story_is_no_part_of_it(line: str) -> None:
    page = made(f"<article><h1>Weir opened</h1>{paragraphs(*PROSE, line)}</article>")
    assert body(page) == PROSE
    assert rules(page, line) <= {"closing_byline", "time_stamp"}


def test_the_author_s_name_alone_below_the_text_signs_it() -> None:
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE, '– Ada Thorne')}</article>",
        "<meta name='author' content='Ada Thorne'>",
    )
    assert body(page) == PROSE
    assert page.article.authors == ("Ada Thorne",)


@pytest.mark.parametrize("line", ["By the way, it rained.", "The yard is open again", "Perla Dunn"])
def test_another_last_line_stays(line: str) -> None:
    page = made(f"<article><h1>Weir opened</h1>{paragraphs(*PROSE, line)}</article>")
    assert body(page) == [*PROSE, line]


def test_a_signature_above_further_prose_stays() -> None:
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE[:2], 'Source: Eld Board', *PROSE[2:])}</article>"
    )
    assert body(page) == [*PROSE[:2], "Source: Eld Board", *PROSE[2:]]


def test_the_last_paragraphs_about_the_author_are_no_part_of_the_story() -> None:
    bio = [
        "Ada Thorne keeps bees on the island below the weir, and writes about the river for three papers.",
        "She was born at Aldery and went to school there until the flood of 1974 took the roof off it.",
    ]
    head = "<meta name='author' content='Ada Thorne'>"
    page = made(
        f"<article><h1>Weir opened</h1>{paragraphs(*PROSE, 'Written by Ada Thorne', *bio)}</article>", head
    )
    assert body(page) == PROSE
    kept = made(f"<article><h1>Weir opened</h1>{paragraphs(*PROSE, bio[1])}</article>", head)
    assert body(kept) == [*PROSE, bio[1]]
