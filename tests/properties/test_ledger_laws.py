"""The laws of the ledger: nothing of a capture is lost or said twice, and extraction is a function."""

from hypothesis import HealthCheck, given, settings

from archiver.extract.engine import extract
from archiver.model.capture import Capture
from archiver.model.document import Document
from archiver.parse import parse
from archiver.text import clean, visible
from tests import visible as seen
from tests.properties.page_strategies import HTML_PAGES, TEXT_PAGES

LAWFUL = settings(max_examples=120, suppress_health_check=[HealthCheck.too_slow])


def _document(page: str, media_type: str) -> Document:
    data = page.encode("utf-8", "replace")
    url = "https://harrowmere-times.example/2021/05/lock"
    return parse(
        Capture(data=data, sha256="", media_type=f"{media_type}; charset=utf-8", origin="page", url=url)
    )


def _html(page: str) -> Document:
    return _document(page, "text/html")


def _text(page: str) -> Document:
    return _document(page, "text/plain")


@LAWFUL
@given(HTML_PAGES)
def test_every_visible_character_of_a_page_is_in_its_document_once(page: str) -> None:
    assert seen.of_document(_html(page)) == seen.of_page(page)


@LAWFUL
@given(HTML_PAGES)
def test_the_ledger_of_a_page_is_the_page(page: str) -> None:
    document = _html(page)
    assert seen.of_ledger(extract(document)) == visible(document.text)


@LAWFUL
@given(TEXT_PAGES)
def test_the_ledger_of_a_text_capture_is_the_capture(page: str) -> None:
    assert seen.of_ledger(extract(_text(page))) == visible(clean(page))


@LAWFUL
@given(HTML_PAGES)
def test_extracting_a_page_twice_gives_equal_results(page: str) -> None:
    assert extract(_html(page)) == extract(_html(page))


@LAWFUL
@given(TEXT_PAGES)
def test_a_comment_answers_only_a_comment_before_it(page: str) -> None:
    found = extract(_text(page)).comments
    assert all(comment.parent is None or comment.parent < at for at, comment in enumerate(found))
    assert len({comment.id for comment in found}) == len(found)
