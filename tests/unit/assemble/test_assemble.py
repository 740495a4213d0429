import random

import pytest

from archiver.assemble import assemble, permalink
from archiver.errors import BuildError, Severity
from archiver.model.site import Site, Taxonomy
from tests.unit.harrowmere import CONFIG, page


def _folders(site: Site) -> list[str]:
    return [each.folder for each in site.pages]


def _terms(taxonomy: Taxonomy) -> list[tuple[str, str, int]]:
    return [(term.name, term.slug, len(term.pages)) for term in taxonomy.terms]


def test_a_permalink_is_the_bundles_folder() -> None:
    assert permalink("harrowmere-times/2022/04/bridge") == "harrowmere-times/2022/04/bridge/"


def test_pages_come_newest_first_and_undated_last() -> None:
    pages = [
        page("t/2022/04/old", published="2022-04-01"),
        page("t/undated/b"),
        page("t/undated/a"),
        page("t/2022/04/new", published="2022-04-02T08:00:00+02:00"),
    ]
    wanted = ["t/2022/04/new", "t/2022/04/old", "t/undated/a", "t/undated/b"]
    for seed in range(5):
        random.Random(seed).shuffle(pages)
        assert _folders(assemble(CONFIG, pages)) == wanted


def test_times_of_different_zones_are_compared_as_moments() -> None:
    late = page("t/2022/04/late", published="2022-04-01T01:00:00-06:00")
    early = page("t/2022/04/early", published="2022-04-01T05:00:00Z")
    assert _folders(assemble(CONFIG, [early, late])) == ["t/2022/04/late", "t/2022/04/early"]


@pytest.mark.parametrize(
    "published", ["0000-13-45", "9999-12-31T23:59:59-12:00", "20220401", "٢٠٢٢-٠٤", "soon"]
)
def test_an_absurd_date_stops_nothing(published: str) -> None:
    site = assemble(
        CONFIG, [page("t/x/absurd", published=published), page("t/2022/04/a", published="2022-04")]
    )
    assert len(site.pages) == 2
    assert sum(len(term.pages) for term in site.taxonomy("dates").terms if "/" not in term.slug) == 2


def test_dates_are_years_then_their_months_and_days_then_undated() -> None:
    pages = [
        page("t/2021/12/a", published="2021-12-31"),
        page("t/2022/04/b", published="2022-04-01"),
        page("t/2022/01/c", published="2022-01"),
        page("t/2022/x/d", published="2022"),
        page("t/undated/e"),
    ]
    assert _terms(assemble(CONFIG, pages).taxonomy("dates")) == [
        ("2022", "2022", 3),
        ("2022/04", "2022/04", 1),
        ("2022/04/01", "2022/04/01", 1),
        ("2022/01", "2022/01", 1),
        ("2021", "2021", 1),
        ("2021/12", "2021/12", 1),
        ("2021/12/31", "2021/12/31", 1),
        ("undated", "undated", 1),
    ]


def test_every_way_to_browse_holds_its_terms_by_name() -> None:
    site = assemble(
        CONFIG,
        [
            page(
                "t/2022/04/a", published="2022-04-01", authors=("Morgan Lee", "Ines Duarte"), section="Town"
            ),
            page("p/2022/04/b", source="Eld Post", authors=("Morgan  Lee",), tags=("Geese", "Geese", " ")),
        ],
    )
    assert [each.name for each in site.taxonomies] == [
        *("sources", "authors", "tags", "sections", "credits", "dates")
    ]
    assert _terms(site.taxonomy("sources")) == [
        ("Eld Post", "eld-post", 1),
        ("Harrowmere Times", "harrowmere-times", 1),
    ]
    assert _terms(site.taxonomy("authors")) == [
        ("Ines Duarte", "ines-duarte", 1),
        ("Morgan Lee", "morgan-lee", 2),
    ]
    assert _terms(site.taxonomy("tags")) == [("Geese", "geese", 1)]
    assert _terms(site.taxonomy("sections")) == [("Town", "town", 1)]


def test_terms_that_differ_by_an_accent_are_two() -> None:
    site = assemble(CONFIG, [page("t/a/1", tags=("pie",)), page("t/a/2", tags=("piè",))])
    assert _terms(site.taxonomy("tags")) == [("pie", "pie", 1), ("piè", "piè", 1)]
    assert not site.diagnostics


def test_terms_with_one_slug_stay_apart_and_are_reported() -> None:
    site = assemble(
        CONFIG, [page("t/a/1", tags=("C++",)), page("t/a/2", tags=("C",)), page("t/a/3", tags=("C#",))]
    )
    slugs = {term.name: term.slug for term in site.taxonomy("tags").terms}
    assert slugs["C"] == "c"
    assert len(set(slugs.values())) == 3
    (note,) = site.diagnostics
    assert (note.code, note.severity) == ("slug-collision", Severity.NOTE)
    assert all(f"“{name}” at tags/{slugs[name]}/" in note.message for name in ("C", "C#", "C++"))


def test_pages_with_one_permalink_are_refused_with_all_their_folders() -> None:
    pages = [
        page("t/2022/04/bridge"),
        page("t/2022/04/Bridge"),
        page("p/1/é"),
        page("p/1/é"),
        page("t/2022/04/x"),
    ]
    with pytest.raises(BuildError) as caught:
        assemble(CONFIG, pages)
    told = caught.value.diagnostic.message
    assert all(folder in told for folder in ("t/2022/04/bridge", "t/2022/04/Bridge", "p/1/é", "p/1/é"))
    assert "t/2022/04/x" not in told


def test_neighbours_are_the_dated_pages_of_the_same_source() -> None:
    pages = [page(f"t/2022/04/{day}", published=f"2022-04-0{day}") for day in (1, 2, 3)]
    other = page("p/2022/04/between", source="Eld Post", published="2022-04-02T12:00:00Z")
    site = assemble(CONFIG, [*pages, other, page("t/undated/x")])
    beside = {
        each.folder: (near.previous and near.previous.folder, near.next and near.next.folder)
        for each, near in zip(site.pages, site.neighbours, strict=True)
    }
    assert beside == {
        "t/2022/04/1": (None, "t/2022/04/2"),
        "t/2022/04/2": ("t/2022/04/1", "t/2022/04/3"),
        "t/2022/04/3": ("t/2022/04/2", None),
        "p/2022/04/between": (None, None),
        "t/undated/x": (None, None),
    }


def test_an_empty_archive_is_a_site() -> None:
    site = assemble(CONFIG, [])
    assert site.pages == ()
    assert all(not each.terms for each in site.taxonomies)


def test_a_bundle_without_a_source_is_listed_under_its_folder() -> None:
    site = assemble(CONFIG, [page("eld-post/2022/04/a", source="")])
    assert _terms(site.taxonomy("sources")) == [("eld-post", "eld-post", 1)]
