"""What a page says about comments beside their words, and what is no comment at all."""

import time

import pytest

from archiver import api
from archiver.model import plain
from archiver.model.extraction import Extraction
from archiver.model.ledger import Role
from archiver.text import visible

STORY = (
    "<p>"
    + "The council of Harrowmere met on Monday evening to speak about the bridge over the Eld. " * 3
    + "</p>"
)


def read(comments: str, *, lang: str = "en") -> Extraction:
    head = f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><title>Bridge</title></head>'
    page = f"{head}<body><article><h1>Bridge</h1>{STORY}</article>{comments}</body></html>"
    return api.extract(page.encode(), url="https://e.example/b/")


def comment(
    number: int,
    words: str,
    *,
    name: str = "Ida Holm",
    classes: str = "",
    when: str = "April 26, 2022 at 10:15 am",
    more: str = "",
) -> str:
    return (
        f'<li id="comment-{number}" class="comment {classes}"><div class="comment-author vcard"><cite class="fn">{name}</cite></div>'
        f'<div class="comment-meta"><a href="https://e.example/b/#comment-{number}">{when}</a></div>'
        f'<div class="comment-content">{words}</div>{more}</li>'
    )


def thread(*comments: str, heading: str = "Comments") -> str:
    return f'<div id="comments"><h2>{heading}</h2><ol class="comment-list">{"".join(comments)}</ol></div>'


def test_a_comment_keeps_paragraphs_breaks_links_lists_and_quotes() -> None:
    words = '<p>One<br>two <a href="https://h.example/x">three</a></p><blockquote><p>said</p></blockquote><ul><li>four</li></ul><p>five</p>'
    (found,) = read(thread(comment(1, words))).comments
    assert plain.text(found.body) == "One\ntwo three\n\nsaid\n\nfour\n\nfive"
    assert [type(block).__name__ for block in found.body] == ["Paragraph", "Quote", "ListItem", "Paragraph"]


def test_id_and_address_come_from_the_page() -> None:
    (found,) = read(thread(comment(77, "<p>Paint it.</p>"))).comments
    assert found.id == "comment-77"
    assert found.url == "https://e.example/b/#comment-77"


def test_the_storys_author_the_newsroom_and_features_are_marked() -> None:
    badge = '<span class="badge">Staff</span>'
    found = read(
        thread(
            comment(1, "<p>Mine.</p>", classes="bypostauthor"),
            comment(2, "<p>Ours.</p>", more=badge),
            comment(3, "<p>Good.</p>", classes="featured-comment"),
            comment(4, "<p>Plain.</p>"),
        )
    ).comments
    assert [one.marks for one in found] == [("author",), ("editor",), ("featured",), ()]


def test_a_deleted_comment_keeps_its_place_and_loses_its_notice() -> None:
    found = read(
        thread(comment(1, "<p>This comment has been removed by the author.</p>"), comment(2, "<p>Why?</p>"))
    ).comments
    assert [(one.marks, plain.text(one.body)) for one in found] == [(("deleted",), ""), ((), "Why?")]


def test_a_comment_that_speaks_of_deletion_is_kept() -> None:
    (found,) = read(
        thread(comment(1, "<p>This comment has been removed by the author, they always write. Cowards!</p>"))
    ).comments
    assert found.marks == ()
    assert "Cowards" in plain.text(found.body)


def test_a_notice_of_moderation_is_a_mark_only_as_an_element_of_its_own() -> None:
    waiting = '<em class="comment-awaiting-moderation">Your comment is awaiting moderation.</em>'
    found = read(
        thread(comment(1, f"{waiting}<p>Hello.</p>"), comment(2, "<p>Still awaiting moderation, I see.</p>"))
    ).comments
    assert [(one.marks, plain.text(one.body)) for one in found] == [
        (("pending",), "Hello."),
        ((), "Still awaiting moderation, I see."),
    ]


def test_votes_are_numbers_and_no_words() -> None:
    votes = '<div class="comment-votes"><span class="vote-count">12</span> <a>Like</a></div>'
    (found,) = read(thread(comment(1, "<p>Paint it.</p>", more=votes))).comments
    assert found.votes == 12
    assert plain.text(found.body) == "Paint it."


def test_pingbacks_are_their_own_kind() -> None:
    ping = '<li id="comment-9" class="pingback odd"><p>Pingback: <a href="https://n.example">Bridges we love</a></p></li>'
    found = read(thread(comment(1, "<p>Paint it.</p>"), ping)).comments
    assert [one.marks for one in found] == [(), ("pingback",)]


def test_numeric_dates_are_settled_by_the_page() -> None:
    found = read(
        thread(
            comment(1, "<p>A bridge.</p>", when="05/04/2022 10:15"),
            comment(2, "<p>No bridge.</p>", when="26/04/2022 11:00"),
        )
    ).comments
    assert [one.date for one in found] == ["2022-04-05T10:15", "2022-04-26T11:00"]


def test_a_date_that_nothing_settles_stays_as_printed() -> None:
    (found,) = read(thread(comment(1, "<p>A bridge.</p>", when="05/04/2022 10:15"))).comments
    assert (found.date, found.date_printed) == (None, "05/04/2022 10:15")


def test_a_lost_author_stays_unknown() -> None:
    bare = (
        '<li id="comment-5" class="comment"><div class="comment-content"><p>Nobody said this.</p></div></li>'
    )
    found = read(thread(comment(1, "<p>Paint it.</p>"), bare)).comments
    assert [one.author for one in found] == ["Ida Holm", None]


def test_a_thread_printed_twice_is_kept_once() -> None:
    printed = thread(comment(1, "<p>Paint it.</p>"), comment(2, "<p>Leave it.</p>", name="Jon Eld"))
    found = read(f'<div class="desktop">{printed}</div><div class="mobile">{printed}</div>')
    assert [plain.text(one.body) for one in found.comments] == ["Paint it.", "Leave it."]
    assert "Paint it." not in plain.text(found.article.body)


@pytest.mark.parametrize(
    ("heading", "count"),
    [
        ("94 Comments", 94),
        ("3 thoughts on “7 bridges”", 3),
        ("One thought on “7 bridges”", 1),
        ("Kommentare (1.204)", 1204),
        ("Comments", None),
    ],
)
def test_the_heading_declares_how_many_comments_there_are(heading: str, count: int | None) -> None:
    found = read(thread(comment(1, "<p>Paint it.</p>"), heading=heading))
    assert found.article.comments_declared == count
    assert heading not in plain.text(found.article.body)


@pytest.mark.parametrize(
    "box",
    [
        '<div class="widget widget_recent_comments"><h3>Recent comments</h3><ul id="recentcomments"><li class="recentcomments"><span class="comment-author-link">Ida</span> on <a href="/x">Bridge</a></li></ul></div>',
        '<div class="author-box"><h4 class="author-name">Jon Eld</h4><p>Jon Eld writes about water since May 5, 2015.</p></div>',
        '<ul class="related"><li><h3><a href="/1">A ferry</a></h3><time datetime="2022-04-26">April 26, 2022</time></li><li><h3><a href="/2">A ford</a></h3><time datetime="2022-04-25">April 25, 2022</time></li></ul>',
        '<div id="respond" class="comment-respond"><h3>Leave a Reply</h3><form id="commentform" class="comment-form"><p class="comment-form-author"><label>Name</label></p></form></div>',
        '<div id="comments"><p class="no-comments">Comments are closed.</p></div>',
        '<p class="post-meta"><span class="author">Jon Eld</span> <time datetime="2022-04-26">26 April</time> <a class="comments-link" href="#c">3 comments</a></p>',
        '<div itemscope itemtype="https://schema.org/FAQPage"><div itemprop="mainEntity" itemtype="https://schema.org/Question"><h3 itemprop="name">May I fish?</h3><div itemprop="acceptedAnswer" itemscope itemtype="https://schema.org/Answer"><div itemprop="text"><p>Only from the bank.</p></div></div></div></div>',
    ],
)
def test_what_only_looks_like_comments_is_none(box: str) -> None:
    assert read(box).comments == ()


def test_every_word_of_a_thread_is_in_the_ledger_once() -> None:
    found = read(
        thread(
            comment(1, "<p>Paint it.</p>", more='<div class="reply"><a>Reply</a></div>'),
            comment(2, "<p>No.</p>"),
        )
    )
    said = visible("".join(entry.text for entry in found.ledger))
    assert said.count("Paintit.") == said.count("Reply") == 1
    assert {entry.role for entry in found.ledger if "Reply" in entry.text} == {Role.REMOVED}


def test_answers_a_thousand_deep_keep_their_parents() -> None:
    depth = 1000
    opened = "".join(
        f'<ul><li id="comment-{n + 10}" class="comment"><cite class="fn">N{n}</cite> <time datetime="2022-04-26">26 April 2022</time><div class="comment-content"><p>Word {n}</p></div>'
        for n in range(depth)
    )
    start = time.process_time()
    found = read(f'<div id="comments">{opened}{"</li></ul>" * depth}</div>').comments
    assert time.process_time() - start < 20
    assert found
    assert all(one.parent is None or one.parent < index for index, one in enumerate(found))


def test_thousands_of_comments_are_read_in_bounded_time() -> None:
    many = thread(*(comment(n + 10, f"<p>Plank {n} is loose.</p>", name=f"Reader {n}") for n in range(3000)))
    start = time.process_time()
    found = read(many)
    assert len(found.comments) == 3000
    assert time.process_time() - start < 20
