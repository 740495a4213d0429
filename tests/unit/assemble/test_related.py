"""What articles have in common, and what was taken down."""

from dataclasses import replace

from archiver.assemble import assemble
from archiver.model.site import Correction, Site
from tests.unit.harrowmere import CONFIG, page


def _related(site: Site, permalink: str) -> list[tuple[str, tuple[str, ...]]]:
    index = [each.permalink for each in site.pages].index(permalink)
    return [(each.page.permalink, each.shared) for each in site.neighbours[index].related]


def test_a_rare_name_in_common_counts_more_than_a_frequent_one() -> None:
    others = [page(f"t/2020/{n}", tags=("News",), published=f"2020-01-{n:02}") for n in range(1, 9)]
    here = page("t/2020/here", tags=("News", "Otters"), published="2020-01-05")
    otters = page("t/2015/otters", tags=("Otters",), published="2015-01-05")
    site = assemble(CONFIG, [here, otters, *others])
    assert _related(site, "t/2020/here/")[0] == ("t/2015/otters/", ("Otters",))
    assert len(_related(site, "t/2020/here/")) == 4


def test_an_author_in_common_counts_too_and_nothing_in_common_is_not_related() -> None:
    site = assemble(
        CONFIG, [page("t/a/1", authors=("Ada Moss",)), page("t/a/2", authors=("Ada Moss",)), page("t/a/3")]
    )
    assert _related(site, "t/a/1/") == [("t/a/2/", ("Ada Moss",))]
    assert _related(site, "t/a/3/") == []


def test_a_page_that_was_taken_down_is_in_no_list() -> None:
    log = (Correction(date="2024-01-01", note="At her request.", page="t/a/1/", takedown=True),)
    site = assemble(
        replace(CONFIG, corrections=log), [page("t/a/1", tags=("x",)), page("t/a/2", tags=("x",))]
    )
    assert [each.permalink for each in site.pages] == ["t/a/2/"]
    assert [len(term.pages) for term in site.taxonomy("tags").terms] == [1]
    assert site.gone == log
    assert _related(site, "t/a/2/") == []
