"""The repository speaks of the project alone."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
MACHINE_PATH = re.compile(r"(?<![\w.])/(?:home|root|work|Users)/\w")


def _files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name]


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    for path in _files():
        if path == Path(__file__) or path.suffix in (".png", ".ico") or not path.is_file():
            continue
        found = MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace"))
        assert found is None, f"{path.relative_to(ROOT)}: {found[0] if found else ''}"


def test_no_module_is_called_utils() -> None:
    assert [path for path in _files() if path.stem in ("utils", "util", "helpers", "misc", "common")] == []
