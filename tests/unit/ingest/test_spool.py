"""Where bundles wait for their place: on disk, whole, and with one clear word where there is no room."""

import subprocess
import sys
from pathlib import Path

from archiver.ingest.candidate import Candidate, candidates
from archiver.ingest.spool import Spool
from tests.unit.ingest.captures import page, put

_WITHOUT_ROOM = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
from archiver.cli import main
sys.exit(main(sys.argv[1:]))
"""


def ready(folder: Path, title: str) -> Candidate:
    (found,) = candidates(put(folder, f"{title}.html", page(title)), None)
    assert isinstance(found, Candidate)
    return found


def test_a_bundle_comes_back_as_it_went_in_whatever_came_between(tmp_path: Path) -> None:
    first, second = ready(tmp_path, "Upper lock opens"), ready(tmp_path, "Bridge shut")
    with Spool() as spool:
        kept = [spool.put(first), spool.put(second)]
        assert [spool.take(item) for item in reversed(kept)] == [second, first]
        assert spool.take(spool.put(first)) == first


def test_what_waits_holds_no_files_in_memory(tmp_path: Path) -> None:
    with Spool() as spool:
        assert spool.put(ready(tmp_path, "Upper lock opens")).candidate.files == {}


def test_a_machine_without_room_says_where_it_is_needed(tmp_path: Path) -> None:
    put(tmp_path / "in", "a.html", page())
    (tmp_path / "content").mkdir()
    command = [sys.executable, "-c", _WITHOUT_ROOM, "ingest", str(tmp_path / "in")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 1, done.stderr
    assert "no temporary file can be written" in done.stderr
    assert "TMPDIR" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list((tmp_path / "content").iterdir())
