"""Captures read in several processes."""

import os
from pathlib import Path

from archiver.ingest.candidate import Candidate, Refused, candidates
from archiver.ingest.workers import Read, in_processes
from tests.unit.ingest.captures import page, put


def read_or_die(given: Path | bytes) -> tuple[Read, ...]:
    """What a fault in a C library does: the process ends without a word."""
    if isinstance(given, Path) and given.name.startswith("deadly"):
        os._exit(1)
    return candidates(given, None)


def test_a_capture_that_kills_its_process_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    files = [put(tmp_path, f"{number}.html", page(f"Story {number}")) for number in range(8)]
    files[3] = put(tmp_path, "deadly.html", page())
    results = [result for (result,) in in_processes(read_or_die, files, 2)]
    assert [result.capture for result in results] == [str(file) for file in files]
    refused = results.pop(3)
    assert isinstance(refused, Refused)
    assert refused.diagnostic.code == "capture-crashed"
    assert all(isinstance(result, Candidate) for result in results)
