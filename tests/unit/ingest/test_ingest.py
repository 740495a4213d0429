"""Captures into content/: where they land, what a second capture does, what is never overwritten."""

import os
import shutil
from pathlib import Path

import pytest

from archiver import content
from archiver.errors import Severity
from archiver.ingest import Fate, IngestReport, ingest
from tests.unit.ingest.captures import page, put, tree

URL = "https://times.example/2021/05/lock"
DATE = "2021-05-04T08:00:00Z"
MORE = "<p>Boats with a draught of more than a metre must still wait for the dredger from the estuary.</p>"


def fates(report: IngestReport) -> list[str]:
    return [str(outcome.fate) for outcome in report.outcomes]


def test_an_article_lands_under_source_year_and_month(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.html", page(date=DATE), source="Harrowmere Times")
    (outcome,) = ingest([tmp_path / "in"], tmp_path / "out").outcomes
    assert outcome.folder == "harrowmere-times/2021/05/upper-lock-opens"
    files = tree(tmp_path / "out" / outcome.folder)
    assert not content.is_edited(files)
    assert content.read(files).provenance.source == "Harrowmere Times"


def test_an_undated_article_says_so_in_its_place(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.html", page())
    (outcome,) = ingest([tmp_path / "in"], tmp_path / "out").outcomes
    assert outcome.folder == "unknown-source/undated/upper-lock-opens"


def test_the_source_is_what_the_user_says_or_the_sidecar_or_the_domain(tmp_path: Path) -> None:
    told = put(tmp_path, "a.html", page("A lock"), source="Told")
    domain = put(tmp_path, "b.html", page("B lock", url="https://www.times.example/b"))
    assert ingest([told], tmp_path / "x", source="Given").outcomes[0].folder.startswith("given/")
    assert ingest([told], tmp_path / "y").outcomes[0].folder.startswith("told/")
    assert ingest([domain], tmp_path / "z").outcomes[0].folder.startswith("times-example/")


def test_ingesting_twice_changes_no_byte(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.html", page(url=URL, date=DATE))
    put(tmp_path / "in", "b.html", page("Bridge shut"))
    ingest([tmp_path / "in"], tmp_path / "out")
    before = {
        name: (data, (tmp_path / "out" / name).stat().st_mtime_ns)
        for name, data in tree(tmp_path / "out").items()
    }
    assert fates(ingest([tmp_path / "in"], tmp_path / "out")) == ["unchanged", "unchanged"]
    after = {
        name: (data, (tmp_path / "out" / name).stat().st_mtime_ns)
        for name, data in tree(tmp_path / "out").items()
    }
    assert before == after


def two_captures(folder: Path) -> tuple[Path, Path]:
    early = put(folder, "z-early.html", page(url=URL, date=DATE), captured_at="2021-05-05T00:00:00Z")
    late = put(
        folder, "a-late.html", page(url=URL, date=DATE, more=MORE), captured_at="2021-05-05T01:00:00+00:30"
    )
    return early, late


def test_the_later_capture_stands_and_the_earlier_is_kept_whole(tmp_path: Path) -> None:
    early, late = two_captures(tmp_path / "in")
    ingest([early], tmp_path / "out")
    first = tree(tmp_path / "out" / "times-example/2021/05/upper-lock-opens")
    (outcome,) = ingest([late], tmp_path / "out").outcomes
    assert outcome.fate is Fate.UPDATED
    files = tree(tmp_path / "out" / outcome.folder)
    assert b"dredger" in files["index.md"]
    (version,) = {name.split("/")[1] for name in files if name.startswith("versions/")}
    assert {name: files[f"versions/{version}/{name}"] for name in first} == first


@pytest.mark.parametrize("jobs", [1, 3])
def test_the_order_and_the_number_of_processes_do_not_matter(tmp_path: Path, jobs: int) -> None:
    early, late = two_captures(tmp_path / "in")
    for number in range(30):
        same = "Bridge shut" if number % 2 else f"Story {number}"
        put(tmp_path / "in", f"{number}.html", page(same, url=f"https://times.example/{number}", date=DATE))
    everything = sorted((tmp_path / "in").glob("*.html"))
    whole = ingest(everything, tmp_path / "whole", jobs=jobs)
    assert whole.ok
    back = ingest(list(reversed(everything)), tmp_path / "back")
    assert tree(tmp_path / "whole") == tree(tmp_path / "back")
    assert whole.to_dict() == back.to_dict()
    for capture in (early, late):
        ingest([capture], tmp_path / "one")
    for capture in (late, early):
        ingest([capture], tmp_path / "other")
    assert tree(tmp_path / "one") == tree(tmp_path / "other")


def test_different_articles_of_one_name_get_folders_of_their_own(tmp_path: Path) -> None:
    for number in range(3):
        put(tmp_path / "in", f"{number}.html", page(url=f"https://times.example/{number}", date=DATE))
    report = ingest([tmp_path / "in"], tmp_path / "out")
    folders = {outcome.folder for outcome in report.outcomes}
    assert len(folders) == 3
    assert "times-example/2021/05/upper-lock-opens" in folders
    before = tree(tmp_path / "out")
    ingest([tmp_path / "in" / "2.html"], tmp_path / "out")
    assert tree(tmp_path / "out") == before


def test_an_article_whose_title_changed_stays_where_it_is(tmp_path: Path) -> None:
    ingest([put(tmp_path, "a.html", page(url=URL, date=DATE), captured_at="2021-05-05")], tmp_path / "out")
    new = put(
        tmp_path, "b.html", page("Upper lock open at last", url=URL, date=DATE), captured_at="2021-05-06"
    )
    (outcome,) = ingest([new], tmp_path / "out").outcomes
    assert (outcome.fate, outcome.folder) == (Fate.UPDATED, "times-example/2021/05/upper-lock-opens")


def edit(bundle: Path) -> bytes:
    index = bundle / "index.md"
    index.write_bytes(index.read_bytes() + b"\nA note by the archivist.\n")
    return index.read_bytes()


def test_an_edited_bundle_is_never_overwritten(tmp_path: Path) -> None:
    early, late = two_captures(tmp_path / "in")
    (outcome,) = ingest([early], tmp_path / "out").outcomes
    edited = edit(tmp_path / "out" / outcome.folder)
    before = tree(tmp_path / "out")
    same = ingest([early], tmp_path / "out")
    assert tree(tmp_path / "out") == before
    assert same.ok
    newer = ingest([late], tmp_path / "out")
    assert [problem.severity for problem in newer.problems] == [Severity.WARNING]
    files = tree(tmp_path / "out" / outcome.folder)
    assert files["index.md"] == edited
    assert any(name.startswith("versions/") and b"dredger" in data for name, data in files.items())
    before = tree(tmp_path / "out")
    ingest([tmp_path / "in"], tmp_path / "out")
    assert tree(tmp_path / "out") == before


def test_a_bundle_with_broken_front_matter_is_kept_and_reported(tmp_path: Path) -> None:
    early, late = two_captures(tmp_path / "in")
    (outcome,) = ingest([early], tmp_path / "out").outcomes
    index = tmp_path / "out" / outcome.folder / "index.md"
    index.write_text("---\ntitle: [\n---\n\nMine.\n")
    report = ingest([late], tmp_path / "out")
    assert index.read_text().endswith("Mine.\n")
    assert any(str(index.parent.name) in problem.path for problem in report.problems)


def test_media_and_notes_survive_an_update(tmp_path: Path) -> None:
    early, late = two_captures(tmp_path / "in")
    (outcome,) = ingest([early], tmp_path / "out").outcomes
    (tmp_path / "out" / outcome.folder / "gate.jpg").write_bytes(b"picture")
    (updated,) = ingest([late], tmp_path / "out").outcomes
    assert updated.fate is Fate.UPDATED
    assert (tmp_path / "out" / outcome.folder / "gate.jpg").read_bytes() == b"picture"


def test_a_dry_run_writes_nothing_and_says_the_same(tmp_path: Path) -> None:
    two_captures(tmp_path / "in")
    tried = ingest([tmp_path / "in"], tmp_path / "out", dry_run=True)
    assert not (tmp_path / "out").exists()
    assert fates(tried) == fates(ingest([tmp_path / "in"], tmp_path / "out"))


def test_bad_captures_are_refused_one_by_one_and_the_rest_goes_on(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    put(folder, "good.html", page())
    put(folder, "empty.html", "")
    put(folder, "menu.html", "<html><body><a href='/'>Home</a></body></html>")
    put(folder, "sidecar.html", page("Other"), sauce="x")
    (folder / "binary.txt").write_bytes(bytes(range(32)) * 20)
    (folder / "loop").symlink_to(folder)
    (folder / "out.html").symlink_to(put(tmp_path, "secret.html", page("Secret")))
    (folder / "broken.html").symlink_to(folder / "nowhere.html")
    os.mkfifo(folder / "pipe.html")
    (folder / "notes.md").write_text("passed over")
    report = ingest([folder, tmp_path / "missing.html"], tmp_path / "out")
    assert sorted(problem.code for problem in report.problems) == [
        "capture-binary",
        "capture-empty",
        "capture-no-story",
        "capture-not-a-file",
        "capture-unreadable",
        "capture-unreadable",
        "files-passed-over",
        "folder-loop",
        "link-leads-out",
        "sidecar-key",
    ]
    assert all(problem.hint for problem in report.problems)
    assert {name.split("/")[2] for name in tree(tmp_path / "out")} == {"upper-lock-opens"}


def test_a_folder_without_captures_is_a_problem(tmp_path: Path) -> None:
    report = ingest([tmp_path], tmp_path / "out")
    assert [problem.code for problem in report.problems] == ["no-captures"]


def test_standard_input_is_one_more_capture(tmp_path: Path) -> None:
    report = ingest([], tmp_path / "out", standard_input=page().encode())
    assert fates(report) == ["new"]
    assert report.outcomes[0].capture == "<standard input>"


def test_undated_pages_of_one_title_and_other_text_are_different_articles(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.html", page("Weekly note"))
    other = page("Weekly note").replace(
        "The lock keepers of Harrowmere opened", "The council of Harrowmere closed"
    )
    put(tmp_path / "in", "b.html", other)
    assert fates(ingest([tmp_path / "in"], tmp_path / "out")) == ["new", "new"]


def test_what_a_killed_run_left_is_no_bundle(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.html", page(date=DATE))
    ingest([tmp_path / "in"], tmp_path / "out")
    whole = tree(tmp_path / "out")
    month = tmp_path / "out/unknown-source/2021/05"
    shutil.copytree(month / "upper-lock-opens", month / ".upper-lock-opens.partial")
    assert fates(ingest([tmp_path / "in"], tmp_path / "out")) == ["unchanged"]
    shutil.rmtree(month / ".upper-lock-opens.partial")
    assert tree(tmp_path / "out") == whole


ADVERTISED = (
    '<section id="comments"><h2>1 comment</h2><ol><li class="comment" id="comment-7"><b class="fn">Wren</b> '
    '<time datetime="2021-05-04T09:00:00Z">4 May 2021</time><div class="comment-content"><p>'
    '<a href="https://win.example/casino">Best online casino</a></p></div></li></ol></section>'
)


def test_a_persons_word_on_spam_stands_against_later_captures(tmp_path: Path) -> None:
    url = "https://times.example/lock"
    first = put(tmp_path / "in", "a.html", page(url=url, date=DATE, more=ADVERTISED))
    (outcome,) = ingest([first], tmp_path / "out").outcomes
    comments = tmp_path / "out" / outcome.folder / "comments.md"
    assert "marks spam · spam 0.65 commercial links" in comments.read_text()
    edited = comments.read_text().replace(" · marks spam", "")
    comments.write_text(edited)
    again = put(tmp_path / "in", "b.html", page(url=url, date=DATE, more=ADVERTISED + "<p>Corrected.</p>"))
    ingest([first, again], tmp_path / "out")
    assert comments.read_text() == edited


def test_files_that_are_no_captures_are_told_in_one_note(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.html", page(date=DATE), source="Harrowmere Times")
    for name in ("plan.pdf", "lock.jpg", "quay.jpg", ".hidden"):
        (tmp_path / "in" / name).write_bytes(b"x")
    report = ingest([tmp_path / "in"], tmp_path / "out")
    assert fates(report) == ["new"]
    (note,) = report.problems
    assert (note.severity, note.message) == (Severity.NOTE, "3 files passed over (.jpg, .pdf)")


def test_what_a_browser_saved_beside_a_page_is_part_of_that_page(tmp_path: Path) -> None:
    put(tmp_path / "in", "Lock.html", page(date=DATE), source="Harrowmere Times")
    put(tmp_path / "in" / "Lock_files", "frame.html", "<p>An advertisement in a frame</p>")
    put(tmp_path / "in" / "Other_files", "b.html", page("Another lock"))
    report = ingest([tmp_path / "in"], tmp_path / "out")
    assert fates(report) == ["new", "new"]
    assert [problem.code for problem in report.problems] == ["files-passed-over"]
