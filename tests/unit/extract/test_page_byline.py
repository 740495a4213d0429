"""Where HTML pages print who wrote the story, on small pages built as real systems build them."""

import pytest

from tests.unit.extract.test_story_region import PROSE, body, made, paragraphs, rules

WRITERS = """<script type="application/ld+json">{"@type": "NewsArticle", "author": [
{"@type": "Person", "name": "Ada Thorne"}, {"@type": "Person", "name": "AP"}]}</script>"""


@pytest.mark.parametrize("line", ["von Ada Thorne", "Ada Thorne and AP", "ADA THORNE"])
def test_a_line_of_nothing_but_the_writers_is_a_byline_wherever_it_stands(line: str) -> None:
    story = f"<h1>Weir opened</h1>{paragraphs(PROSE[0])}<div class='x1'>{line}</div>{paragraphs(*PROSE[1:])}"
    page = made(f"<article>{story}</article>", WRITERS)
    assert body(page) == PROSE
    assert rules(page, line) == {"page_byline"}
    assert page.article.authors == ("Ada Thorne",)


def test_a_line_that_names_somebody_else_stays() -> None:
    story = f"<h1>Weir opened</h1>{paragraphs(PROSE[0], 'Perla Dunn', *PROSE[1:])}"
    assert body(made(f"<article>{story}</article>", WRITERS)) == [PROSE[0], "Perla Dunn", *PROSE[1:]]


def test_the_date_behind_the_names_is_none_of_them() -> None:
    story = (
        f"<h1>Weir opened</h1>{paragraphs(PROSE[0])}<div>Ada Thorne 4 May 2021</div>{paragraphs(*PROSE[1:])}"
    )
    page = made(f"<article>{story}</article>", WRITERS)
    assert rules(page, "Ada Thorne") == {"page_byline"}
    assert rules(page, "2021") != {"page_byline"}
