"""The search finds exactly what looking through every document finds: the same set, the same counts."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from archiver.build import build
from tests.browser.conftest import serving
from tests.browser.newspapers import Document, Newspapers, make_newspapers
from tests.browser.searching import counts, results, search, status

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Newspapers]]:
    site = tmp_path_factory.mktemp("papers") / "site"
    papers = make_newspapers(site, 60)
    with serving(build(site).output) as root:
        yield root, papers


def test_all_words_must_be_there(papers: tuple[str, Newspapers], window: "Page") -> None:
    root, site = papers
    search(window, root, "Heron mill")
    assert set(results(window)) == site.found(lambda one: one.has("heron") and one.has("mill"))


def test_a_word_that_no_document_has_finds_nothing(papers: tuple[str, Newspapers], window: "Page") -> None:
    for query in ("heron zeppelin", "heronsbury", '"heron zeppelin"', "zeppelin*"):
        search(window, papers[0], query)
        assert results(window) == []
    assert "No results" in status(window)
    assert window.get_by_text("Nothing was found").is_visible()


def test_a_phrase_stands_in_one_block_in_this_order(papers: tuple[str, Newspapers], window: "Page") -> None:
    root, site = papers
    pairs = Counter(
        pair
        for one in site.documents
        for block in one.blocks
        for pair in pairwise(block)
        if not {"jo", "reed"} & set(pair)
    )
    for first, second in [pair for pair, _ in pairs.most_common(2)] + sorted(pairs)[:3]:
        search(window, root, f"“{first} {second}”")
        wanted = {one.address for one in site.documents if one.has(first, second)}
        assert set(results(window)) == wanted


def test_words_and_phrases_are_left_out(papers: tuple[str, Newspapers], window: "Page") -> None:
    root, site = papers
    search(window, root, "heron -lamp")
    assert set(results(window)) == site.found(lambda one: one.has("heron") and not one.has("lamp"))
    pair = next(
        pair
        for one in site.documents
        for block in one.blocks
        for pair in pairwise(block)
        if one.has("geese") and "jo" not in pair
    )
    search(window, root, f'geese -"{" ".join(pair)}"')
    assert set(results(window)) == site.found(lambda one: one.has("geese") and not one.has(*pair))
    search(window, root, "-lamp -heron")
    assert set(results(window)) == site.found(lambda one: not one.has("lamp") and not one.has("heron"))


def test_leaving_out_an_unknown_word_leaves_nothing_out(
    papers: tuple[str, Newspapers], window: "Page"
) -> None:
    root, site = papers
    search(window, root, "heron -heronsbury")
    assert set(results(window)) == site.found(lambda one: one.has("heron"))


def test_values_of_one_facet_widen_and_facets_narrow(papers: tuple[str, Newspapers], window: "Page") -> None:
    root, site = papers
    chosen = {"source": ["Eld Valley Post", "Towpath Notes"], "tag": ["Topic 1", "Topic 2", "Topic 3"]}

    def wanted(one: Document) -> bool:
        return one.has("lamp") and all(set(chosen[name]) & set(one.facets[name]) for name in chosen)

    search(window, root, "lamp", **chosen)
    assert set(results(window)) == site.found(wanted)
    assert results(window)


def test_every_facet_counts_what_choosing_a_value_would_show(
    papers: tuple[str, Newspapers], window: "Page"
) -> None:
    root, site = papers
    search(window, root, "mill", source="Eld Valley Post")
    hits = [one for one in site.documents if one.has("mill")]
    mine = [one for one in hits if "Eld Valley Post" in one.facets["source"]]
    assert counts(window, "source") == Counter(one.facets["source"][0] for one in hits)
    assert counts(window, "in") == Counter(one.kind for one in mine)
    assert counts(window, "year") == Counter(one.date[:4] or "undated" for one in mine)
    for name in ("section", "author", "language"):
        assert counts(window, name) == Counter(value for one in mine for value in one.facets[name])


@pytest.mark.parametrize(
    ("first", "last"), [("2016-03-05", "2018-07-20"), ("2019-01-01", ""), ("", "2015-12-31")]
)
def test_a_range_of_days_holds_its_first_and_last_day(
    papers: tuple[str, Newspapers], window: "Page", first: str, last: str
) -> None:
    root, site = papers
    search(window, root, "lamp", **{"from": first, "to": last})
    wanted = site.found(
        lambda one: bool(one.date) and one.has("lamp") and first <= one.date <= (last or "9999")
    )
    assert set(results(window)) == wanted


def test_a_year_and_a_month_of_another_widen_each_other(
    papers: tuple[str, Newspapers], window: "Page"
) -> None:
    root, site = papers
    month = next(one.date[:7] for one in site.documents if one.date.startswith("2018"))
    search(window, root, year=["2016", month])
    assert set(results(window)) == site.found(lambda one: one.date.startswith(("2016", month)))


def test_results_come_newest_or_oldest_first_and_undated_last(
    papers: tuple[str, Newspapers], window: "Page"
) -> None:
    root, site = papers
    dates = {one.address: one.date for one in site.documents}
    for order in ("newest", "oldest"):
        search(window, root, "lamp", sort=order)
        shown = [dates[address] for address in results(window)]
        dated = sorted((date for date in shown if date), reverse=order == "newest")
        assert shown == dated + [""] * (len(shown) - len(dated))
        assert len(dated) < len(shown)


def test_filters_alone_browse_the_archive(papers: tuple[str, Newspapers], window: "Page") -> None:
    root, site = papers
    search(window, root, author="Ada Moss", **{"in": "comments"})
    wanted = site.found(lambda one: one.kind == "comments" and "Ada Moss" in one.facets["author"])
    assert set(results(window)) == wanted
    noun = "article" if len(wanted) == 1 else "articles"
    assert status(window) == f"comments on {len(wanted)} {noun}."
