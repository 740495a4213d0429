"""An archive whose index lies in several bundles answers as one whose index is one."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from archiver.build import build
from archiver.search import FOLDER
from tests.browser.conftest import serving
from tests.browser.newspapers import make_newspapers
from tests.browser.searching import counts, results, search, status

if TYPE_CHECKING:
    from playwright.sync_api import Page as Window

pytestmark = pytest.mark.browser
QUERIES: tuple[dict[str, object], ...] = (
    {"query": "heron mill", "sort": "newest"},
    {"query": "lamp -heron", "sort": "oldest"},
    {"query": '"lamp geese"', "sort": "newest"},
    {"query": "lamp", "sort": "newest", "source": ["Eld Valley Post", "Towpath Notes"]},
    {"query": "lamp", "sort": "newest", "year": ["2016", "2019"]},
    {"query": "lamp", "sort": "newest", "from": "2016-03-05", "to": "2018-07-20"},
    {"query": "", "author": "Ada Moss"},
    {"query": "toll*", "sort": "newest", "in": "comments"},
)


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    site = tmp_path_factory.mktemp("shards") / "site"
    make_newspapers(site, 45)
    whole = build(site).output
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("archiver.search.bundles.MOST_ARTICLES", 0)
        parted = build(site, output=site.parent / "parted").output
    assert len(list((parted / FOLDER).glob("20*"))) > 2
    with serving(whole) as one, serving(parted) as many:
        yield one, many


@pytest.mark.parametrize("asked", QUERIES)
def test_bundles_together_answer_as_one(
    roots: tuple[str, str], window: "Window", asked: dict[str, object]
) -> None:
    told = []
    for root in roots:
        search(window, root, str(asked["query"]), **{key: asked[key] for key in asked if key != "query"})
        facets_shown = {name: counts(window, name) for name in ("in", "source", "tag", "author")}
        told.append((results(window), status(window), facets_shown))
    assert sorted(told[0][0]) == sorted(told[1][0])
    assert told[0][1:] == told[1][1:]
    assert told[0][0]


def test_a_bundle_that_cannot_matter_is_not_loaded(roots: tuple[str, str], window: "Window") -> None:
    loaded: list[str] = []
    window.on("request", lambda request: loaded.append(request.url))
    search(window, roots[1], "lamp", year="2017")
    assert results(window)
    assert [url for url in loaded if "/2017/" in url]
    assert not [url for url in loaded if "/2016/" in url or "/2018/" in url]
    assert len([url for url in loaded if "wasm" in url]) == 1


def test_results_by_date_stand_in_the_same_order(roots: tuple[str, str], window: "Window") -> None:
    told = []
    for root in roots:
        search(window, root, "lamp", sort="newest", source="Eld Valley Post")
        told.append(results(window))
    assert told[0] == told[1]
