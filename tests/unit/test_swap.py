import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from archiver import swap


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_new_folder_is_written_whole(tmp_path: Path) -> None:
    swap.write_folder({"a.txt": b"a", "deep/er/b.txt": b"b"}, tmp_path / "made" / "site")
    assert names(tmp_path) == ["made/site/a.txt", "made/site/deep/er/b.txt"]


def test_the_old_folder_is_replaced_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    swap.write_folder({"old.txt": b"old"}, tmp_path / "site")
    swap.write_folder({"new.txt": b"new"}, tmp_path / "site")
    assert names(tmp_path) == ["site/new.txt"]


@pytest.mark.parametrize("name", ["../out.txt", "/out.txt", "a/../../out.txt", "", "a\0b"])
def test_a_path_that_leads_out_of_the_folder_is_refused(tmp_path: Path, name: str) -> None:
    swap.write_folder({"old.txt": b"old"}, tmp_path / "site")
    with pytest.raises(ValueError, match="not a path inside"):
        swap.write_folder({name: b"x"}, tmp_path / "site")
    assert names(tmp_path) == ["site/old.txt"]


def test_an_error_while_writing_keeps_the_old_folder(tmp_path: Path) -> None:
    swap.write_folder({"old.txt": b"old"}, tmp_path / "site")
    with pytest.raises(OSError, match="exists"):
        swap.write_folder({"a": b"", "a/b": b""}, tmp_path / "site")
    assert names(tmp_path) == ["site/old.txt"]


def test_a_file_system_that_cannot_exchange_renames_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(swap, "_exchange", lambda one, other: False)
    swap.write_folder({"old.txt": b"old"}, tmp_path / "site")
    swap.write_folder({"new.txt": b"new"}, tmp_path / "site")
    assert names(tmp_path) == ["site/new.txt"]


def test_a_kill_between_the_two_renames_is_repaired(tmp_path: Path) -> None:
    swap.write_folder({"old.txt": b"old"}, tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / ".site.old")
    swap.recover(tmp_path / "site")
    assert names(tmp_path) == ["site/old.txt"]


def test_a_kill_after_the_two_renames_is_tidied(tmp_path: Path) -> None:
    swap.write_folder({"old.txt": b"old"}, tmp_path / ".site.old")
    swap.write_folder({"new.txt": b"new"}, tmp_path / "site")
    swap.recover(tmp_path / "site")
    assert names(tmp_path) == ["site/new.txt"]


def test_the_leavings_of_a_killed_run_are_seen_and_cleared(tmp_path: Path) -> None:
    (tmp_path / ".site.partial").mkdir()
    (tmp_path / ".site.partial" / "half.txt").write_bytes(b"ha")
    (tmp_path / ".site.lock").touch()
    assert swap.leftovers(tmp_path / "site") == (tmp_path / ".site.partial",)
    assert not swap.is_at_rest(tmp_path / "site")
    swap.write_folder({"new.txt": b"new"}, tmp_path / "site")
    assert names(tmp_path) == ["site/new.txt"]


def test_a_link_is_replaced_and_never_followed(tmp_path: Path) -> None:
    swap.write_folder({"kept.txt": b"kept"}, tmp_path / "elsewhere")
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere")
    swap.write_folder({"new.txt": b"new"}, tmp_path / "site")
    assert names(tmp_path) == ["elsewhere/kept.txt", "site/new.txt"]
    assert not (tmp_path / "site").is_symlink()


def test_a_second_run_waits_and_then_says_so(tmp_path: Path) -> None:
    with swap.locked(tmp_path / "site"), pytest.raises(BlockingIOError, match="another run"):
        swap.write_folder({"a.txt": b"a"}, tmp_path / "site", wait_seconds=0.1)
    swap.write_folder({"a.txt": b"a"}, tmp_path / "site", wait_seconds=0)


def test_the_lock_dies_with_its_process(tmp_path: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from archiver import swap\n"
        "with swap.locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "site")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(BlockingIOError):
            swap.write_folder({"a.txt": b"a"}, tmp_path / "site", wait_seconds=0)
        os.kill(holder.pid, signal.SIGKILL)
    swap.write_folder({"a.txt": b"a"}, tmp_path / "site", wait_seconds=0)
