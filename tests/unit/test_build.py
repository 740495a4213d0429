from pathlib import Path

import pytest

from archiver.build import BuildReport, build
from archiver.errors import ArchiverError, BuildError
from tests.sites import add_bundle, make_site, tree


def test_a_site_is_built_with_its_pages_and_a_marker(tmp_path: Path) -> None:
    report = build(make_site(tmp_path), with_search=False)
    assert report.built
    assert report.articles == 2
    assert report.diagnostics == ()
    built = tree(tmp_path / "public")
    assert report.files == len(built)
    assert report.size_bytes == sum(map(len, built.values()))
    assert {"index.html", "times/2022/04/ferry/index.html", ".archiver-site"} <= built.keys()
    assert [stage for stage, _ in report.seconds] == ["look", "read", "assemble", "render", "media"]


def test_building_again_changes_no_byte(tmp_path: Path) -> None:
    build(make_site(tmp_path), with_search=False)
    before = tree(tmp_path / "public")
    build(tmp_path, with_search=False)
    assert tree(tmp_path / "public") == before


def test_a_bundle_that_cannot_be_read_is_left_out_and_reported(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    add_bundle(site, "times/2022/05/broken", "no front matter here\n")
    report = build(site, with_search=False)
    assert report.built
    assert report.articles == 2
    assert [problem.path for problem in report.diagnostics] == ["content/times/2022/05/broken/index.md"]


def test_a_strict_build_keeps_the_old_site_where_a_bundle_is_bad(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build(site, with_search=False)
    before = tree(site / "public")
    add_bundle(site, "times/2022/05/broken", "no front matter here\n")
    report = build(site, strict=True, with_search=False)
    assert not report.built
    assert len(report.diagnostics) == 1
    assert tree(site / "public") == before


def break_site_toml(site: Path) -> None:
    (site / "site.toml").write_text('title = "A"\nbase-url = "/"\n', encoding="utf-8")


def break_template(site: Path) -> None:
    template = site / "themes" / "default" / "templates" / "article.html"
    template.write_text("{% for broken %}", encoding="utf-8")


def break_every_bundle(site: Path) -> None:
    for path in (site / "content").rglob("index.md"):
        path.write_bytes(b"\xff")


def lose_the_theme(site: Path) -> None:
    (site / "site.toml").write_text('title = "A"\ntheme = "nowhere"\n', encoding="utf-8")


@pytest.mark.parametrize(
    ("breakage", "said"),
    [
        (break_site_toml, "site.toml:2: error: unknown key `base-url`"),
        (break_template, "article.html"),
        (break_every_bundle, "none of 2 page bundles can be read"),
        (lose_the_theme, "nowhere"),
    ],
)
def test_a_build_that_fails_keeps_the_old_site_and_gives_one_diagnostic(
    tmp_path: Path, breakage: object, said: str
) -> None:
    site = make_site(tmp_path, own_theme=True)
    build(site, with_search=False)
    before = tree(site / "public")
    assert callable(breakage)
    breakage(site)
    with pytest.raises(ArchiverError) as caught:
        build(site, with_search=False)
    assert said in str(caught.value)
    assert caught.value.diagnostic.hint
    assert tree(site / "public") == before
    assert [path.name for path in site.iterdir() if path.name.startswith(".")] == [".archiver-cache"]


def test_an_empty_archive_is_an_empty_site_with_a_warning(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text('title = "A"\n', encoding="utf-8")
    report = build(tmp_path, with_search=False)
    assert [str(problem.severity) for problem in report.diagnostics] == ["warning"]
    assert (tmp_path / "public" / "index.html").is_file()
    assert not build(tmp_path, strict=True, with_search=False).built


def test_pictures_of_a_bundle_are_copied_and_pages_among_them_are_not(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    bundle = site / "content" / "times" / "2022" / "04" / "ferry"
    (bundle / "img").mkdir()
    (bundle / "img" / "Ferry.JPG").write_bytes(b"jpeg")
    (bundle / "evil.html").write_bytes(b"<script>")
    (bundle / "link.png").symlink_to(site / "site.toml")
    report = build(site, with_search=False)
    built = tree(site / "public")
    assert built["times/2022/04/ferry/img/Ferry.JPG"] == b"jpeg"
    assert not [path for path in built if path.endswith(("evil.html", "link.png"))]
    assert [problem.code for problem in report.diagnostics] == ["media-unknown"]
    assert build(site, strict=True, with_search=False).built


def test_other_versions_of_an_article_are_no_pages(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    add_bundle(site, "times/2022/04/ferry/versions/abcd")
    assert build(site, with_search=False).articles == 2


def test_a_base_url_given_for_one_build_wins(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build(site, base_url="https://host.example/archive/", with_search=False)
    assert b'href="/archive/' in tree(site / "public")["index.html"]


def test_progress_is_told_for_every_bundle(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    build(make_site(tmp_path), with_search=False, progress=lambda *step: told.append(step))
    assert ("read", 2, 2) in told
    assert told[-1] == ("media", 0, 0)


@pytest.mark.parametrize("place", [".", "..", "content", "content/public", "themes/x", "captures", "/"])
def test_an_output_folder_that_holds_other_things_is_refused(tmp_path: Path, place: str) -> None:
    site = make_site(tmp_path / "site")
    with pytest.raises(BuildError, match="output-refused"):
        build(site, output=site / place, with_search=False)


def test_the_home_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    with pytest.raises(BuildError, match="your home folder"):
        build(make_site(tmp_path / "site"), output=home, with_search=False)


def test_a_link_to_the_content_folder_is_refused(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (site / "public").symlink_to(site / "content")
    with pytest.raises(BuildError, match="content/"):
        build(site, with_search=False)


def test_a_folder_with_foreign_files_is_refused_and_kept(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(BuildError, match=r"not empty and was not built by archiver: chapter\.txt"):
        build(site, output=tmp_path / "thesis", with_search=False)
    assert tree(tmp_path / "thesis") == {"chapter.txt": b"years of work"}


def test_a_file_added_to_a_built_site_is_not_lost(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build(site, with_search=False)
    (site / "public" / "CNAME").write_text("archive.example", encoding="utf-8")
    with pytest.raises(BuildError, match="holds what no build made: CNAME"):
        build(site, with_search=False)


def test_an_empty_folder_and_a_new_one_are_fine(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (tmp_path / "empty").mkdir()
    build(site, output=tmp_path / "empty", with_search=False)
    build(site, output=tmp_path / "a" / "b" / "c", with_search=False)
    assert tree(tmp_path / "empty") == tree(tmp_path / "a" / "b" / "c")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BuildError, match="build-io"):
        build(site, output=tmp_path / "file" / "public", with_search=False)
    with pytest.raises(BuildError, match="is a file and not a folder"):
        build(site, output=tmp_path / "file", with_search=False)


def test_a_report_is_ready_for_json(tmp_path: Path) -> None:
    report: BuildReport = build(make_site(tmp_path))
    told = report.to_dict()
    assert told["documents"] == 3
    assert list(told["seconds"])[-1] == "search"


def test_a_quick_build_keeps_the_search_of_the_site_before_it(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    build(site)
    before = tree(site / "public")
    add_bundle(site, "times/2022/06/late")
    build(site, with_search=False)
    after = tree(site / "public")
    assert "times/2022/06/late/index.html" in after
    kept = {path: data for path, data in before.items() if path.startswith("pagefind/")}
    assert kept == {path: data for path, data in after.items() if path.startswith("pagefind/")}
    assert build(site).documents == 4
