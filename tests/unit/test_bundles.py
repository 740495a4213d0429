import os
from pathlib import Path

import pytest

from archiver import bundles
from archiver.errors import Severity


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"words")


def found(folder: Path) -> list[str]:
    return [bundle.folder for bundle in bundles.find(folder)[0]]


def test_every_folder_with_an_index_is_a_bundle_in_sorted_order(tmp_path: Path) -> None:
    put(tmp_path, "b/2/index.md", "a/z/index.md", "a/b/c/d/e/index.md", "a/notes.txt")
    assert found(tmp_path) == ["a/b/c/d/e", "a/z", "b/2"]


def test_a_bundle_reads_its_own_files_alone(tmp_path: Path) -> None:
    put(
        tmp_path,
        "a/index.md",
        "a/comments.md",
        "a/ledger.tsv",
        "a/manifest.sha256",
        "a/x.png",
        "a/img/comments.md",
    )
    (bundle,), (note,) = bundles.find(tmp_path)
    assert sorted(bundle.read()) == ["comments.md", "index.md", "ledger.tsv", "manifest.sha256"]
    assert bundle.media == ("x.png",)
    assert note.path.endswith("a/img/comments.md")


def test_hidden_folders_links_and_versions_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "a/index.md", "a/versions/x/index.md", ".git/index.md", "b/.c.partial/index.md")
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "b" / "index.md").symlink_to(tmp_path / "a" / "index.md")
    os.mkfifo(tmp_path / "a" / "comments.md")
    assert found(tmp_path) == ["a"]
    assert bundles.find(tmp_path)[0][0].names == ("index.md",)


def test_a_source_may_be_called_versions(tmp_path: Path) -> None:
    put(tmp_path, "versions/a/index.md")
    assert found(tmp_path) == ["versions/a"]


def test_names_that_no_address_can_have_are_told(tmp_path: Path) -> None:
    odd = ["new\nline", "back\\slash", "over\u202eride", os.fsdecode(b"not-utf8-\xff")]
    put(tmp_path, "index.md", "good/index.md", *(f"{name}/index.md" for name in odd))
    usable, notes = bundles.find(tmp_path)
    assert [bundle.folder for bundle in usable] == ["good"]
    assert len(notes) == 5
    assert {note.severity for note in notes} == {Severity.ERROR}
    assert all(str(note).isprintable() for note in notes)


def test_a_file_larger_than_any_article_is_not_read(tmp_path: Path) -> None:
    put(tmp_path, "a/index.md")
    with (tmp_path / "a" / "index.md").open("r+b") as file:
        file.truncate(bundles.LARGEST_BYTES + 1)
    (bundle,) = bundles.find(tmp_path)[0]
    with pytest.raises(OSError, match=r"index\.md has more than 100 MB"):
        bundle.read()
