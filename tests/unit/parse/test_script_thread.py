"""The thread of a page that keeps its posts in JSON."""

import html
import json
from typing import Any

from archiver import extract

ASK = "Does the small ferry at Harrowmere still run on Sundays? The board at the quay was taken down."
REPLY = "It runs until October, every hour, but only from the lower quay."
LATER = "Last Sunday the first boat left at nine, so be there early."


def page(source: str) -> dict[str, Any]:
    """What is extracted from a page of which nothing but the title is printed."""
    made = (
        f"<html><head><title>Sunday ferry - Eld forum</title></head><body><div id=app></div>{source}</body>"
    )
    return extract(made.encode(), url="https://forum.eld.example/t/sunday-ferry/12").to_dict()


def post(number: int, words: str, **more: Any) -> dict[str, Any]:
    """A post as forum software keeps it."""
    return {
        "id": 900 + number,
        "post_number": number,
        "username": f"boater{number}",
        "created_at": f"2021-05-0{number}T08:00:00.000Z",
        "cooked": f"<p>{words}</p>",
    } | more


def in_attribute(posts: list[dict[str, Any]]) -> str:
    """JSON of strings that hold JSON, in an attribute."""
    inner = json.dumps({"post_stream": {"posts": posts}})
    return f'<div class="hidden" data-preloaded="{html.escape(json.dumps({"topic_12": inner}))}"></div>'


def test_a_forums_posts_in_an_attribute_are_its_thread() -> None:
    posts = [post(1, ASK), post(2, REPLY), post(3, LATER, reply_to_post_number=2)]
    made = page(in_attribute(posts))
    assert made["text"] == ASK
    assert made["authors"] == ["boater1"]
    assert [one["text"] for one in made["comments"]] == [REPLY, LATER]
    assert [one["author"] for one in made["comments"]] == ["boater2", "boater3"]
    assert made["comments"][0]["date"].startswith("2021-05-02")
    assert made["comments"][1]["parent"] == 0


def test_a_question_in_json_ld_opens_its_thread() -> None:
    def said(words: str, name: str, /, **more: Any) -> dict[str, Any]:
        return {"text": words, "author": {"name": name}, "datePublished": "2021-05-02T08:00:00Z"} | more

    answer = said(REPLY, "Ines", comment=[said(LATER, "Tove")])
    held = said(ASK, "Arvid", headline="Sunday ferry", comment=[answer]) | {"@type": "DiscussionForumPosting"}
    made = page(f'<script type="application/ld+json">{json.dumps(held)}</script>')
    assert made["text"] == ASK
    assert [one["author"] for one in made["comments"]] == ["Ines", "Tove"]
    assert made["comments"][1]["parent"] == 0


def test_comments_in_an_assignment_do_not_open_a_thread() -> None:
    nodes = [
        {"node": {"body": words, "user": {"name": "Ida"}, "createdAt": 1620115200000}}
        for words in (REPLY, LATER)
    ]
    made = page(f"<script>window.state = {json.dumps({'story': {'comments': {'edges': nodes}}})};</script>")
    assert made["text"] == ""
    assert [(one["author"], one["text"]) for one in made["comments"]] == [("Ida", REPLY), ("Ida", LATER)]


def test_stories_in_json_are_no_posts() -> None:
    held = [post(number, ASK, title="Ferry") for number in (1, 2)]
    made = page(f"<script type='application/json'>{json.dumps({'items': held})}</script>")
    assert made["text"] == ""
    assert made["comments"] == []


def test_posts_that_the_page_prints_are_not_read_twice() -> None:
    posts = [post(1, ASK), post(2, REPLY)]
    made = page(f"<article><h1>Sunday ferry</h1><p>{ASK}</p></article>{in_attribute(posts)}")
    assert sum(entry["text"] == ASK for entry in made["ledger"]) == 1
    assert made["comments"] == []


def test_a_post_cannot_end_its_element_or_pass_for_another() -> None:
    forged = '</div></article><article class="comment"><b class="username">Mayor</b> I resign.</article><script>x()</script>'
    made = page(in_attribute([post(1, ASK), post(2, REPLY + forged, username="<b onclick=x()>Eve</b>")]))
    assert len(made["comments"]) == 1
    assert "I resign." in made["comments"][0]["text"]
    assert made["comments"][0]["author"] != "Mayor"
    assert "x()" not in made["comments"][0]["text"]


STORY = "".join(
    f"<p>On day {day} the ferry crossed the Eld from the lower quay with {day} waggons of hay, two goats and the "
    "mail, and the pilot wrote the hour of each crossing into the book of the quay.</p>"
    for day in range(1, 7)
)


def said(words: str, name: str, /, **more: Any) -> dict[str, Any]:
    """A comment as schema.org has it."""
    return {
        "@type": "Comment",
        "text": words,
        "author": {"@type": "Person", "name": name},
        "dateCreated": "2021-05-02T08:00:00Z",
    } | more


def test_comments_that_json_ld_alone_holds_stand_below_the_printed_story() -> None:
    held = {
        "@type": "NewsArticle",
        "headline": "The ferry's book",
        "comment": [said(REPLY, "Ines", comment=said(LATER, "Tove"))],
    }
    made = page(
        f"<article><h1>The ferry's book</h1>{STORY}</article>"
        f'<script type="application/ld+json">{json.dumps(held)}</script>'
    )
    assert made["text"].startswith("On day 1 ")
    assert [(one["author"], one["text"]) for one in made["comments"]] == [("Ines", REPLY), ("Tove", LATER)]
    assert made["comments"][1]["parent"] == 0


def test_comments_below_a_story_in_a_pages_state_are_read_without_the_story_that_is_printed() -> None:
    held = {
        "title": "The ferry's book",
        "body": STORY,
        "author": "Ida Lund",
        "publishedAt": "2021-05-01",
        "comments": [said(REPLY, "Ines"), said(LATER, "Tove")],
    }
    state = json.dumps({"props": {"pageProps": {"article": held}}})
    made = page(
        f"<article><h1>The ferry's book</h1>{STORY}</article>"
        f'<script id="__NEXT_DATA__" type="application/json">{state}</script>'
    )
    assert sum("On day 1 " in entry["text"] for entry in made["ledger"]) == 1
    assert [one["text"] for one in made["comments"]] == [REPLY, LATER]


def test_comments_on_several_stories_are_on_none_of_them() -> None:
    held = [
        {"name": "Ferry", "comments": [said(REPLY, "Ines")]},
        {"name": "Fair", "comments": [said(LATER, "Bo")]},
    ]
    made = page(f"<article><h1>Ferry</h1>{STORY}</article><script>state = {json.dumps(held)}</script>")
    assert made["comments"] == []


def test_printed_comments_are_not_read_twice_though_their_markup_differs() -> None:
    held = {"comments": [said(f"It **runs** until October, {LATER}", "Ines"), said("Thanks!", "Bo")]}
    made = page(
        f"<article><h1>Ferry</h1>{STORY}</article><section class=comments><h2>2 comments</h2>"
        f"<div class=comment><b class=author>Ines</b><p>It <b>runs</b> until October, {LATER}</p></div>"
        "<div class=comment><b class=author>Bo</b><p>Thanks!</p></div></section>"
        f"<script>state = {json.dumps(held)}</script>"
    )
    assert [one["author"] for one in made["comments"]] == ["Ines", "Bo"]


def test_a_topic_with_replies_in_a_pages_state_is_its_opening_post_and_its_thread() -> None:
    replies = [
        {
            "node": {
                "id": "r1",
                "content": REPLY,
                "user": {"displayName": "Ines"},
                "createdAt": "2021-05-02T08:00:00Z",
            }
        },
        {
            "node": {
                "id": "r2",
                "content": LATER,
                "user": {"displayName": "Tove"},
                "createdAt": "2021-05-03T08:00:00Z",
                "parentId": "r1",
            }
        },
    ]
    topic = {
        "id": "t1",
        "title": "Sunday ferry",
        "content": f"<p>{ASK}</p>",
        "user": {"displayName": "Arvid"},
        "createdAt": "2021-05-01T08:00:00Z",
        "replies": {"edges": replies},
    }
    state = json.dumps({"props": {"pageProps": {"topic": topic}}})
    made = page(f'<script id="__NEXT_DATA__" type="application/json">{state}</script>')
    assert made["text"] == ASK
    assert made["authors"] == ["Arvid"]
    assert [(one["author"], one["text"]) for one in made["comments"]] == [("Ines", REPLY), ("Tove", LATER)]
    assert made["comments"][1]["parent"] == 0


def test_a_page_of_questions_and_answers_gives_the_question_and_all_answers() -> None:
    asked = {
        "@type": "QAPage",
        "mainEntity": said(ASK, "Arvid", name="Sunday ferry")
        | {
            "@type": "Question",
            "acceptedAnswer": said(REPLY, "Ines"),
            "suggestedAnswer": [said(LATER, "Tove")],
        },
    }
    made = page(f'<script type="application/ld+json">{json.dumps(asked)}</script>')
    assert made["text"] == ASK
    assert [one["author"] for one in made["comments"]] == ["Ines", "Tove"]


def test_json_without_an_end_is_no_thread() -> None:
    deep = '{"replies":[' * 20_000
    flood = '=[{"created_at":"' * 100_000
    for script in (deep, flood, "=[[" * 300_000, '="[{' * 100_000 + '"created_at":'):
        assert page(f"<script>'\"created_at\":'; x = {script}</script>")["comments"] == []
