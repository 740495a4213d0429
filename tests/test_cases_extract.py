"""Every folder in `tests/cases/extract/` gives exactly what it expects."""

from pathlib import Path

import pytest

from archiver.text import clean, visible
from tests.cases.golden import folders, outputs, read_case


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_a_case_gives_what_it_expects(folder: Path) -> None:
    for name, text in outputs(read_case(folder).extraction()):
        path = folder / "expected" / name
        assert path.is_file(), f"no {name}: review what `python -m tests.cases.rewrite {folder}` writes"
        assert text == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("folder", folders(), ids=lambda folder: folder.name)
def test_every_visible_character_of_a_text_case_is_in_the_ledger_once(folder: Path) -> None:
    case = read_case(folder)
    if case.media_type != "text/plain":
        pytest.skip("a page's visible text is what the parser reads")
    told = "".join(visible(entry.text) for entry in case.extraction().ledger)
    assert told == visible(clean(case.data.decode()))


def test_there_are_cases() -> None:
    assert folders()
