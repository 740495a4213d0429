"""A site built on what is known of the last build, and the same site built from nothing."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archiver import bundles
from archiver.build import BuildReport, build
from archiver.errors import Severity
from archiver.model.site import OutputFile
from archiver.render import article
from archiver.render import site as rendering
from tests.sites import add_article, comment, make_site, tree

CACHE = Path(".archiver-cache", "build")


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files count as settled at once; without it a test would wait two seconds after each edit."""
    monkeypatch.setattr(bundles, "SETTLED_NS", 0)


def cache_file(site: Path, kind: str = "") -> Path:
    (found,) = (path for path in (site / CACHE).glob("*.json") if path.name[16:] == f"{kind}.json")
    return found


def times(site: Path) -> dict[str, int]:
    return {name: (site / "public" / name).stat().st_mtime_ns for name in tree(site / "public")}


@pytest.mark.usefixtures("settled")
def test_where_nothing_changed_nothing_is_done_and_the_report_is_the_same(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    first = build(site)
    before = times(site)
    second = build(site)
    assert [stage for stage, _ in second.seconds] == ["look"]
    assert {**second.to_dict(), "seconds": {}} == {**first.to_dict(), "seconds": {}}
    assert times(site) == before


def test_a_file_that_has_only_just_changed_is_never_trusted(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build(site, with_search=False)
    assert json.loads(cache_file(site).read_bytes())["inputs"] == ""
    assert "render" in dict(build(site, with_search=False).seconds)


@pytest.mark.usefixtures("settled")
def test_a_site_without_its_search_is_not_up_to_date_for_a_build_with_it(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build(site, with_search=False)
    assert build(site).documents == 3
    assert [stage for stage, _ in build(site, with_search=False).seconds] == ["look"]


@pytest.mark.usefixtures("settled")
def test_a_strict_build_with_nothing_to_do_still_says_what_is_wrong(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (site / "content" / "post" / "2021" / "11" / "bridge" / "index.md").write_bytes(b"no front matter")
    build(site, with_search=False)
    report = build(site, with_search=False, strict=True)
    assert not report.built
    assert [each.severity for each in report.diagnostics] == [Severity.ERROR]


def test_files_whose_bytes_did_not_change_are_not_touched(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build(site, with_search=False)
    before = times(site)
    add_article(site, "times/2022/05/weir", "The weir", published="2022-05-01")
    build(site, with_search=False)
    after = times(site)
    same = {name for name in before if after.get(name) == before[name]}
    assert {"assets/style.css", "robots.txt", "post/2021/11/bridge/index.md"} <= same
    assert "index.html" not in same


def test_the_index_is_kept_while_its_documents_stay_and_made_when_they_change(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build(site)
    before = {name: at for name, at in times(site).items() if name.startswith("pagefind/")}
    (site / "site.toml").write_text('title = "Another title"\n', encoding="utf-8")
    assert build(site).documents == 3
    assert {name: at for name, at in times(site).items() if name.startswith("pagefind/")} == before
    shutil.rmtree(site / "content" / "post")
    assert build(site).documents == 2


@pytest.mark.parametrize(
    "words", ["", "[]", '{"format": 2}', '{"format": 2, "site": null}', "\0", "[" * 50_000]
)
@pytest.mark.parametrize("kind", ["", ".pages", ".parts"])
def test_a_corrupt_cache_is_a_warning_and_a_cold_build(tmp_path: Path, words: str, kind: str) -> None:
    site = make_site(tmp_path)
    build(site, with_search=False)
    cold = tree(site / "public")
    cache_file(site, kind).write_text(words, encoding="utf-8")
    report = build(site, with_search=False)
    assert [(each.code, str(each.severity)) for each in report.diagnostics] == [("cache-unusable", "warning")]
    assert report.built
    assert tree(site / "public") == cold
    assert build(site, with_search=False).diagnostics == ()


def test_a_cache_that_cannot_be_written_is_a_warning(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (site / ".archiver-cache").write_bytes(b"")
    report = build(site, with_search=False)
    assert report.built
    assert "cache-unusable" in {each.code for each in report.diagnostics}


@pytest.mark.usefixtures("settled")
def test_what_a_killed_run_left_is_cleared_away_even_where_nothing_changed(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build(site, with_search=False)
    (site / ".public.partial").mkdir()
    build(site, with_search=False)
    assert not (site / ".public.partial").exists()


def test_articles_are_not_made_again_unless_what_they_show_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path)
    build(site, with_search=False)
    made: list[str] = []
    article_files = article.article_files

    def counted(*given: Any) -> Iterator[OutputFile]:
        made.append(given[3].permalink)
        return article_files(*given)

    monkeypatch.setattr(rendering, "article_files", counted)
    before = tree(site / "public")
    build(site, with_search=False)
    assert made == []
    (site / "public" / "post" / "2021" / "11" / "bridge" / "index.html").write_bytes(b"changed by hand")
    build(site, with_search=False)
    assert made == ["post/2021/11/bridge/"]
    assert tree(site / "public") == before


@pytest.mark.usefixtures("settled")
def test_the_cache_of_another_site_says_nothing_of_this_one(tmp_path: Path) -> None:
    one, other = make_site(tmp_path / "one"), make_site(tmp_path / "other")
    add_article(other, "times/2022/05/weir", "The weir")
    build(one, with_search=False)
    build(other, with_search=False)
    shutil.copytree(one / CACHE, other / CACHE, dirs_exist_ok=True)
    (other / "public" / "index.html").unlink()
    assert "render" in dict(build(other, with_search=False).seconds)
    assert (other / "public" / "index.html").is_file()


NAMES = ("ferry", "bridge", "weir", "mill", "lock")
AUTHORS = (("Ada Moss",), ("ada moss",), ("Ada-Moss", "Nils Rook"), ())
SEQUENCES = int(os.environ.get("ARCHIVER_SEQUENCES", "15"))
"""How many the test run tries; `make warm` tries more."""
EDIT = st.tuples(
    st.sampled_from(
        [
            "write",
            "comment",
            "write",
            "comment",
            "move",
            "remove",
            "touch",
            "title",
            "media",
            "theme",
            "template",
            "cache",
            "takedown",
            "public",
            "spare",
            "leftover",
        ]
    ),
    st.sampled_from(NAMES),
    st.integers(0, 3),
)


def edited(site: Path, edit: tuple[str, str, int]) -> None:
    """Do one thing that a person might do to a site; what cannot be done is left."""
    kind, name, number = edit
    place = site / "content" / "times" / "2022" / name
    if kind in {"write", "comment"}:
        shutil.rmtree(place, ignore_errors=True)
        comments = (comment(1, f"Answer {number}."),) if kind == "comment" else ()
        date = f"202{number}-04-0{number + 1}" if number else None
        authors = AUTHORS[number]
        add_article(
            site, f"times/2022/{name}", f"{name} {number}", published=date, comments=comments, authors=authors
        )
    elif kind in {"move", "touch", "media"} and place.is_dir():
        edited_bundle(site, kind, place, number)
    elif kind == "remove":
        shutil.rmtree(place, ignore_errors=True)
    elif kind in {"title", "takedown"}:
        words = f'title = "Archive {number}"\npage_size = 2\n'
        if kind == "takedown":
            words += f'[[corrections]]\ndate = "2023-01-0{number + 1}"\nnote = "It was wrong."\n'
            words += f'page = "times/2022/{name}/"\ntakedown = {"true" if number else "false"}\n'
        (site / "site.toml").write_text(words, encoding="utf-8")
    else:
        edited_beside(site, kind, number)


def edited_bundle(site: Path, kind: str, place: Path, number: int) -> None:
    """Do something to one page bundle."""
    target = site / "content" / "post" / f"{place.name}-{number}"
    if kind == "touch":
        os.utime(place / "index.md", ns=(number, number))
    elif kind == "media":
        (place / "ferry.png").write_bytes(bytes([number]))
    elif not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        place.rename(target)


def edited_beside(site: Path, kind: str, number: int) -> None:
    """Do something to the theme, the built site or the cache."""
    theme = site / "themes" / "default"
    if kind == "theme":
        (theme / "static" / "style.css").write_text(f"p {{ margin: {number}px }}", encoding="utf-8")
    elif kind == "template":
        template = theme / "templates" / "card.html"
        words = template.read_text(encoding="utf-8").partition("{# changed")[0]
        template.write_text(f"{words}{{# changed #}}{number}", encoding="utf-8")
    elif kind == "cache":
        shutil.rmtree(site / ".archiver-cache", ignore_errors=True)
    elif kind == "spare":
        for spare in (site / ".archiver-cache" / "build").glob("*.spare"):
            shutil.rmtree(spare / "times", ignore_errors=True)
            if number:
                (spare / "times").write_bytes(b"a file where a folder was")
    elif kind == "leftover":
        (site / ".public.partial" / "times").mkdir(parents=True, exist_ok=True)
    elif kind == "public" and (site / "public").is_dir() and any((site / "content").rglob("index.md")):
        (site / "public" / "times" / "2022" / "ferry").mkdir(parents=True, exist_ok=True)
        for path in sorted((site / "public").rglob("*.html"))[number::7]:
            path.write_text(f"changed by hand {number}", encoding="utf-8")
        # Where no input changed the output is not looked at, so one has to.
        for path in sorted((site / "content").rglob("index.md"))[:1]:
            os.utime(path)


@given(st.lists(st.lists(EDIT, max_size=4), min_size=1, max_size=5))
@settings(max_examples=SEQUENCES, deadline=None)
def test_a_warm_build_makes_the_bytes_of_a_cold_one(
    tmp_path_factory: pytest.TempPathFactory, rounds: list[list[tuple[str, str, int]]]
) -> None:
    site = make_site(tmp_path_factory.mktemp("warm"), own_theme=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bundles, "SETTLED_NS", 0)
        for edits in rounds:
            for edit in edits:
                edited(site, edit)
            warm = build(site, with_search=False)
            other = site.parent / f"{site.name}-cold"
            shutil.copytree(site, other, ignore=shutil.ignore_patterns("public", ".*"))
            cold = build(other, with_search=False)
            assert tree(site / "public") == tree(other / "public")
            assert told(warm, site) == told(cold, other)
            shutil.rmtree(other)


def told(report: BuildReport, site: Path) -> str:
    """All that a report says, but for its time and place."""
    return repr({**report.to_dict(), "seconds": {}}).replace(str(site), "")
