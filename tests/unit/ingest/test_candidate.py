"""One capture made ready: whatever its bytes are, it is a bundle that reads back or one refusal."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archiver import content
from archiver.ingest.candidate import Candidate, candidates
from archiver.ingest.placement import beside, identity, place, rank
from archiver.model.article import Article, Paragraph, Prose
from tests.unit.ingest.captures import page

PIECES = st.sampled_from(
    [
        "<p>", "</p>", "<h1>", "</h1>", "<article>", "</article>", "<ul><li>", "</li></ul>", "<blockquote>", "<pre>",
        "<!--", "-->", "<script>", "</script>", "<table><tr><td>", "</table>", "<img src='x' alt='Lock'>", "<b>",
        "<figure>", "</figure>", "<figcaption>", "(Photo: Ines Valdora)", "&#0;", "&lt;", "\x00", "\ud800", "\u202e",
        "  1. ", "\n    • ", "\n\n", "The lock keepers opened the gates. ", "水門は開かれました。", "```", "---\n", "{{ 7*7 }}",
        "<ol class='comment-list'><li id='comment-1'>", "3 Comments", "Leave a Reply", "<meta charset=utf-16>",
    ]
)  # fmt: skip


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=40), st.sampled_from(["utf-8", "utf-16", "cp1252", "shift_jis"]))
def test_no_page_is_a_fault_of_the_code_that_reads_it(pieces: list[str], encoding: str) -> None:
    data = "".join(pieces).encode(encoding, "replace" if encoding != "utf-8" else "surrogatepass")
    (found,) = candidates(data, None)
    if isinstance(found, Candidate):
        assert content.write(content.read(found.files)) == found.files
        assert candidates(data, None) == (found,)
    else:
        assert found.diagnostic.code in ("capture-empty", "capture-binary", "capture-no-story")


@given(st.text(max_size=300), st.text(max_size=40), st.none() | st.text(max_size=12))
def test_every_place_is_a_path_that_any_file_system_takes(
    title: str, source: str, published: str | None
) -> None:
    article = Article(title=title, body=(), published=published)
    for part in (place(article, source).parts, beside(place(article, source), title, set()).parts):
        assert all(0 < len(name.encode()) <= 120 for name in part)
        assert not any(name.startswith(".") or set(name) & set('/\\:*?"<>|\x00') for name in part)


def test_addresses_that_differ_in_scheme_fragment_or_last_slash_are_one_article() -> None:
    same = {
        identity(Article(title="", body=(), url=url), "s", "0")
        for url in ("https://Times.example/a/", "http://times.example/a", "https://times.example/a#comments")
    }
    assert len(same) == 1
    other = identity(Article(title="", body=(), url="https://times.example/a?page=2"), "s", "0")
    assert other not in same


def test_captures_without_any_words_of_their_own_are_never_one_article() -> None:
    empty = Article(title="", body=())
    assert identity(empty, "s", "1") != identity(empty, "s", "2")
    body = (Paragraph(prose=Prose(text="The gates are open.")),)
    assert identity(Article(title="", body=body), "s", "1") == identity(
        Article(title="", body=body), "s", "2"
    )


def test_times_of_any_zone_are_compared_as_moments() -> None:
    assert rank("2021-05-05T01:00:00+03:00", "b") < rank("2021-05-04T23:00:00Z", "a")
    assert rank("2021-05-04", "a") < rank("2021-05-04T00:00:01+00:00", "a")
    assert rank(None, "f") < rank("0001-01-01T00:00:00Z", "0")
    assert rank("0001-01-01T00:00:00+14:00", "a") == ("", "a")


def test_the_source_of_a_page_is_told_in_its_bundle() -> None:
    (found,) = candidates(page(url="https://www.times.example/a").encode(), "Given")
    assert isinstance(found, Candidate)
    assert content.read(found.files).provenance.source == "Given"
