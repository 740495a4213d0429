"""The story of a page that leaves its text to a script."""

import json
import time

from archiver import extract

FIRST = (
    "The lock keepers of Harrowmere opened the upper gates on Tuesday. It was the first time since the January flood, "
    "which had torn the old chain from its wheel and left forty boats waiting below the weir."
)
SECOND = (
    "The work took nine weeks. It cost less than the council had feared, said Ines Valdora, who runs the waterways "
    "office, because most of the oak beams under the sill turned out to be sound. Boats must wait for the dredger."
)


def page(script: str, body: str = "") -> dict[str, object]:
    """What is extracted from a page with the script and the body."""
    source = f"<html><head><title>Upper lock opens | Eld Post</title></head><body><div id='root'>{body}</div>{script}"
    return extract(source.encode(), url="https://eld-post.example/2021/05/04/lock").to_dict()


def test_html_in_an_assignment_is_the_story() -> None:
    held = json.dumps({"data": {"html": f"<p>{FIRST}</p>$$AD$$<p>{SECOND}</p>"}})
    made = page(f"<script>window.state = {held};</script>")
    assert made["text"] == f"{FIRST}\n\n{SECOND}"
    assert made["date"] == "2021-05-04"


def test_html_in_json_in_a_string_is_the_story() -> None:
    inner = json.dumps({"content": f"<p>{FIRST}</p><p>{SECOND}</p>"}, separators=(",", ":"))
    made = page(f"<script>self.parts.push([1,{json.dumps(inner)}])</script>")
    assert made["text"] == f"{FIRST}\n\n{SECOND}"


def test_an_article_body_in_json_ld_is_the_story_of_a_page_without_text() -> None:
    held = json.dumps(
        {"@type": "NewsArticle", "headline": "Upper lock opens", "articleBody": f"{FIRST}\n{SECOND}"}
    )
    made = page(f'<script type="application/ld+json">{held}</script>')
    assert made["text"] == f"{FIRST}\n\n{SECOND}"


def test_a_story_that_the_page_prints_is_not_read_twice() -> None:
    held = json.dumps({"articleBody": f"{FIRST}\n{SECOND}"})
    body = f"<article><h1>Upper lock opens</h1><p>{FIRST}</p><p>{SECOND}</p></article>"
    assert page(f"<script>x = {held}</script>", body)["text"] == f"{FIRST}\n\n{SECOND}"


def test_code_and_markup_of_a_script_never_become_the_story() -> None:
    assert page(f"<script>x = {json.dumps('if (a) { b = c; } ' * 80)}</script>")["text"] == ""
    held = json.dumps({"html": f"<p>{FIRST}</p><p>{SECOND}</p><script>alert(1)</script>"}).replace(
        "</", "<\\/"
    )
    assert "alert" not in str(page(f"<script>x = {held}</script>")["text"])


def test_a_flood_of_quotes_takes_no_time() -> None:
    start = time.process_time()
    page("<script>" + '"' * 300_000 + "\\" * 300_001 + "</script>")
    assert time.process_time() - start < 3
