"""Which articles are indexed together."""

import pytest

from archiver.assemble import assemble
from archiver.model.site import Site
from archiver.search import parted
from tests.unit.harrowmere import CONFIG, page


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archiver.search.bundles.MOST_ARTICLES", 4)


def site(**years: int) -> Site:
    pages = [
        page(f"times/{year}-{number}", published=None if year == "undated" else f"{year[1:]}-05-04")
        for year, count in years.items()
        for number in range(count)
    ]
    return assemble(CONFIG, pages)


def shape(site: Site) -> dict[str, int]:
    return {bundle.path: len(bundle.pages) for bundle in parted(site)}


def test_a_small_archive_has_one_bundle() -> None:
    assert shape(site()) == {"": 0}
    assert shape(site(y2019=2, y2021=1, undated=1)) == {"": 4}


def test_neighbouring_years_fill_bundles_from_the_oldest_on_and_stand_newest_first() -> None:
    made = shape(site(undated=1, y2017=2, y2018=1, y2019=3, y2020=1, y2021=1))
    assert list(made.items()) == [("2021/", 1), ("2019-2020/", 4), ("undated-2018/", 4)]


def test_a_year_is_never_divided() -> None:
    assert shape(site(y2020=6, y2021=1)) == {"2021/": 1, "2020/": 6}


def test_a_new_article_changes_the_newest_bundle_alone() -> None:
    before, after = parted(site(y2018=3, y2020=3)), parted(site(y2018=3, y2020=3, y2021=1))
    assert [bundle.path for bundle in before] == ["2020/", "2018/"]
    assert [bundle.path for bundle in after] == ["2020-2021/", "2018/"]
