"""The committed content is what ingest makes of the committed captures."""

import shutil
from pathlib import Path

from archiver.ingest import ingest

ROOT = Path(__file__).parents[2]


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_fresh_ingest_of_the_captures_gives_the_committed_content(tmp_path: Path) -> None:
    report = ingest([ROOT / "captures"], tmp_path / "content")
    assert not report.diagnostics
    fresh, committed = _files(tmp_path / "content"), _files(ROOT / "content")
    assert list(fresh) == list(committed), "run `archiver ingest captures` and read what changed"
    assert [name for name in fresh if fresh[name] != committed[name]] == []


def test_ingesting_the_captures_again_changes_nothing(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    ingest([ROOT / "captures"], tmp_path / "content")
    assert _files(tmp_path / "content") == _files(ROOT / "content")
