"""Runs that end before they should: content/ holds whole bundles all the same."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

import archiver
from archiver import content
from archiver.ingest import ingest
from tests.unit.ingest.captures import page, put, tree

ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(archiver.__file__).parents[1])}


@pytest.fixture
def captures(tmp_path: Path) -> Path:
    for number in range(60):
        text = page(f"Story {number % 40}", url=f"https://times.example/{number % 40}", date="2021-05-04")
        put(tmp_path / "in", f"{number}.html", text, captured_at=f"2021-06-{1 + number // 40:02}")
    return tmp_path / "in"


def start(captures: Path, out: Path, *more: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "archiver", "ingest", str(captures), "--content", str(out), *more]
    return subprocess.Popen(
        command, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )


def bundles(out: Path) -> dict[str, dict[str, bytes]]:
    """The files of each bundle that is not hidden."""
    found: dict[str, dict[str, bytes]] = {}
    for name, data in tree(out).items():
        folder, _, file = name.rpartition("/")
        if not any(part.startswith(".") for part in name.split("/")):
            found.setdefault(folder, {})[file] = data
    return found


def test_a_run_that_is_killed_leaves_whole_bundles_and_the_next_one_ends_its_work(
    captures: Path, tmp_path: Path
) -> None:
    ingest([captures], tmp_path / "whole")
    dice = random.Random(7)
    for _ in range(4):
        with start(captures, tmp_path / "out", "--jobs", "1") as process:
            deadline = time.monotonic() + 20
            while not (tmp_path / "out").exists() and time.monotonic() < deadline:
                time.sleep(0.002)
            time.sleep(dice.random() * 0.05)
            process.kill()
        assert all(not content.is_edited(files) for files in bundles(tmp_path / "out").values())
    assert ingest([captures], tmp_path / "out").ok
    assert bundles(tmp_path / "out") == bundles(tmp_path / "whole")


def test_control_c_ends_several_processes_quietly(captures: Path, tmp_path: Path) -> None:
    for number in range(100, 400):
        put(captures, f"{number}.html", page(f"Story {number}"))
    before = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "archiver", "--help"], env=ENVIRONMENT, capture_output=True, check=True
    )
    start_seconds = time.monotonic() - before
    with start(captures, tmp_path / "out", "--jobs", "2") as process:
        time.sleep(max(1.0, 4 * start_seconds))  # before it has started, Ctrl-C is Python's to answer
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) in [(130, b"", b""), (0, out, b"")]


def test_two_runs_at_once_do_not_mix(captures: Path, tmp_path: Path) -> None:
    with start(captures, tmp_path / "out") as one, start(captures, tmp_path / "out") as other:
        assert one.wait(60) == 0
        assert other.wait(60) == 0
    ingest([captures], tmp_path / "whole")
    assert bundles(tmp_path / "out") == bundles(tmp_path / "whole")
