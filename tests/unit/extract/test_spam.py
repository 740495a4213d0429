"""Advertising among readers' comments is marked with its reasons, and what readers write is not."""

import time

import pytest

from archiver.extract.spam import MARKED_FROM, judged
from archiver.model.article import Comment, Paragraph, Prose, Quote, Span
from archiver.model.document import MarkKind

STORY = "The council of Harrowmere met on Monday evening to speak about the bridge over the Eld."
READER = "My aunt crossed the old bridge in 1961 with two goats, and nobody asked her for a permit."


def said(text: str, *, author: str = "Ida Holm", href: str = "", url: str | None = None) -> Comment:
    spans = (Span(kind=MarkKind.LINK, start=0, end=len(text), href=href),) if href else ()
    return Comment(
        id=f"c-{abs(hash((text, author)))}",
        author=author,
        author_url=url,
        body=(Paragraph(prose=Prose(text=text, spans=spans)),),
    )


def judge(*comments: Comment) -> tuple[Comment, ...]:
    return judged(comments, STORY, "https://post.example/bridge")


SPAM = {
    "a link under words of the trade": said("Best online casino of all", href="https://win.example/play"),
    "link markup of every kind": said("[url=https://a.example]a[/url] <a href=https://a.example>a</a>"),
    "a foreign script with many addresses": said(
        "Лучшие предложения для вашего дома и сада в нашем городе", href="https://casino.example/ru"
    ),
    "an address that stands bare": said("Free spins on every visit, see https://casino.example/cup7 now"),
    "several phrases of the trade and any address": said(
        "Replica watches and pills, no prescription, fast shipping https://pills.example/buy"
    ),
    "a local trade that asks for a call": said(
        "Best thatching, best reed, cheap thatchers near me call now https://thatch.example/cheap"
    ),
}


@pytest.mark.parametrize("kind", SPAM)
def test_advertising_is_marked_and_kept_whole(kind: str) -> None:
    (found,) = judge(SPAM[kind])
    assert "spam" in found.marks
    assert found.spam >= MARKED_FROM
    assert found.spam_reasons
    assert found.body == SPAM[kind].body


def test_praise_by_a_shop_is_suspect_and_not_yet_marked() -> None:
    (found,) = judge(
        said("Nice post, thanks for sharing this!", author="Cheap Jerseys", url="https://j.example")
    )
    assert found.spam_reasons == ("commercial name", "generic praise")
    assert 0 < found.spam < MARKED_FROM
    assert found.marks == ()


def test_the_same_words_by_many_hands_add_to_what_else_speaks_against_them() -> None:
    praise = "Great article, thanks for sharing such useful words about this bridge with all of us."
    first, second = judge(
        said(praise, author="Cheap Jerseys", url="https://a.example"),
        said(praise, author="Payday Loans", url="https://b.example"),
    )
    assert "near-copy" not in first.spam_reasons
    assert second.spam_reasons == ("commercial name", "near-copy", "generic praise")
    assert "spam" in second.marks


HARMLESS = {
    "a reader": said(READER),
    "a reader with a link": said("The plan is here, on page nine", href="https://council.example/plan.pdf"),
    "a reader in another script": said("Спасибо, я тоже помню этот старый мост через реку"),
    "praise": said("Great article, I did not know about the goats."),
    "talk about casinos": said("Rather a bridge than another casino on the quay, if you ask me."),
    "a link to the page itself": said("See the casino story", href="https://post.example/casino"),
}


@pytest.mark.parametrize("kind", HARMLESS)
def test_what_readers_write_bears_no_mark(kind: str) -> None:
    (found,) = judge(HARMLESS[kind])
    assert "spam" not in found.marks


def test_a_quotation_and_a_double_post_are_no_copies() -> None:
    quoting = Comment(
        id="c-9",
        author="Wren",
        body=(Quote(prose=Prose(text=READER)), Paragraph(prose=Prose(text="Goats, Ida?"))),
    )
    found = judge(said(READER), said(READER), quoting)
    assert [comment.spam for comment in found] == [0, 0, 0]


def test_a_page_in_two_scripts_knows_both() -> None:
    found = judge(said(READER), said("Спасибо, я тоже помню этот старый мост через реку Эльд"))
    assert [comment.spam_reasons for comment in found] == [(), ()]


def test_an_editor_is_no_advertiser() -> None:
    comment = Comment(
        id="c-1", marks=("editor",), body=said("online casino", href="https://a.example/casino").body
    )
    assert judge(comment) == (comment,)


def test_ten_thousand_copies_are_judged_in_bounded_time() -> None:
    began = time.process_time()
    found = judge(*(said(READER * 5, author=f"N{number}") for number in range(10_000)))
    assert time.process_time() - began < 30
    assert sum("near-copy" in comment.spam_reasons for comment in found) > 9_000
