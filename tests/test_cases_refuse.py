"""Every folder below cases/refuse: damaged or hostile input, and the exact lines that it gets.

`ARCHIVER_REWRITE_CASES=1` rewrites the expectations, for review in the diff.
"""

import os
from pathlib import Path

import pytest

from archiver.errors import Severity
from archiver.ingest import ingest

CASES = Path(__file__).parent / "cases" / "refuse"
REWRITE = os.environ.get("ARCHIVER_REWRITE_CASES") == "1"


@pytest.mark.parametrize("name", sorted(path.name for path in CASES.iterdir()))
def test_bad_input_gets_its_line(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = CASES / name
    monkeypatch.chdir(case)
    captures = sorted(path for path in case.glob("capture.*") if not path.name.endswith(".capture.toml"))
    report = ingest([Path(path.name) for path in captures], tmp_path / "content")
    told = "".join(f"{diagnostic}\n" for diagnostic in report.problems)
    expected = case / "expected" / "diagnostics.txt"
    if REWRITE:
        expected.parent.mkdir(exist_ok=True)
        expected.write_text(told, encoding="utf-8")
    assert expected.is_file(), f"{expected} is missing: say there which lines the input gets"
    assert told == expected.read_text(encoding="utf-8")
    refused = any(diagnostic.severity is Severity.ERROR for diagnostic in report.problems)
    assert refused is not (tmp_path / "content").exists()
