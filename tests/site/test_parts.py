"""What a site's parts say of themselves, and what may stand where the next site is made."""

import subprocess
import sys
from pathlib import Path

import pytest

from archiver.build import build, reading
from archiver.build.reading import read_pages
from archiver.build.report import Clock
from archiver.errors import BuildError
from tests.site.running import environment
from tests.sites import add_article, make_site, tree

_SAID = """
import sys
from pathlib import Path
from archiver import config
from archiver.assemble import assemble
from archiver.build.reading import read_pages
from archiver.build.report import Clock
from archiver.extract.engine import rule_notes
from archiver.render import render_parts, theme_folder

folder = Path(sys.argv[1])
settings = config.load(folder / "site.toml")
read, _ = read_pages(folder / "content", Clock(tell=lambda stage, done, total: None))
site = assemble(settings, [each.page for each in read], rule_notes())
render_parts(site, theme_folder("default", folder), lambda part: print(part.name, part.reads) or ())
"""


def said(site: Path, seed: str) -> str:
    command = [sys.executable, "-c", _SAID, str(site)]
    done = subprocess.run(
        command, env=environment(PYTHONHASHSEED=seed), capture_output=True, text=True, check=True
    )
    return done.stdout


def test_parts_say_what_they_read_in_the_same_words_in_every_process(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    first = said(site, "1")
    assert "article times/2022/04/ferry/" in first
    assert said(site, "2") == first


def spare(site: Path) -> Path:
    (found,) = (site / ".archiver-cache" / "build").glob("*.spare")
    return found


def test_links_in_a_foreign_spare_are_not_followed(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    build(site, with_search=False)
    add_article(site, "times/2022/05/weir", "The weir")
    build(site, with_search=False)
    victim = tmp_path / "victim"
    victim.mkdir()
    (victim / "kept").write_bytes(b"kept")
    (spare(site) / "index.html").unlink()
    (spare(site) / "index.html").symlink_to(victim / "kept")
    (spare(site) / "new").symlink_to(victim)
    add_article(site, "new/mill", "The mill")
    build(site, with_search=False)
    assert tree(victim) == {"kept": b"kept"}
    assert (site / "public" / "new" / "mill" / "index.html").is_file()
    assert not (site / "public" / "index.html").is_symlink()


def test_the_old_site_is_not_written_into_when_the_next_one_is_made(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    build(site, with_search=False)
    for number in range(3):
        with (site / "public" / "index.html").open("rb") as old:
            before = old.read()
            add_article(site, f"times/2022/05/weir-{number}", "The weir")
            build(site, with_search=False)
            old.seek(0)
            assert old.read() == before
        assert (site / "public" / "index.html").read_bytes() != before


def test_a_bundle_that_changes_while_the_site_is_built_ends_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path)
    monkeypatch.setattr(reading, "HELD_BYTES", 0)
    monkeypatch.setattr(reading, "SPOOL_BYTES", 0)
    (first, _), _ = read_pages(site / "content", Clock(tell=lambda stage, done, total: None))
    assert first.page.load().bundle.article.title
    path = first.bundle.path / "index.md"
    path.write_bytes(path.read_bytes() + b"\nMore words.\n")
    with pytest.raises(BuildError, match="was changed while the site was built"):
        first.page.load()


def test_a_site_is_the_same_whether_articles_wait_in_memory_or_on_disk_or_are_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(tmp_path)
    build(site, with_search=False, output=tmp_path / "held")
    monkeypatch.setattr(reading, "HELD_BYTES", 0)
    build(site, with_search=False, output=tmp_path / "waiting")
    monkeypatch.setattr(reading, "SPOOL_BYTES", 0)
    build(site, with_search=False, output=tmp_path / "again")
    assert tree(tmp_path / "held") == tree(tmp_path / "waiting") == tree(tmp_path / "again")


def test_a_large_archive_has_several_bundles_of_its_search_and_makes_one_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archiver.search.bundles.MOST_ARTICLES", 1)
    site = make_site(tmp_path)
    add_article(site, "times/undated", "No day", published=None)
    assert build(site).documents == 4
    index = site / "public" / "pagefind"
    assert {path.name for path in index.iterdir() if path.is_dir()} == {"2021", "2022", "undated"}
    old, new = (
        {path.name: path.stat().st_mtime_ns for path in (index / year).rglob("*") if path.is_file()}
        for year in ("2021", "2022")
    )
    add_article(site, "times/2022/05/weir", "The weir")
    assert build(site).documents == 5
    assert {p.name: p.stat().st_mtime_ns for p in (index / "2021").rglob("*") if p.is_file()} == old
    assert {p.name: p.stat().st_mtime_ns for p in (index / "2022").rglob("*") if p.is_file()} != new
    assert build(site, with_search=False).documents == 0
    assert (index / "2022" / "pagefind-entry.json").is_file()
    monkeypatch.setattr("archiver.search.bundles.MOST_ARTICLES", 100)
    assert build(site).documents == 5
    assert not (index / "2022").exists()
    assert (index / "pagefind-entry.json").is_file()
