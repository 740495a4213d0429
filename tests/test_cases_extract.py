"""Every folder below cases/extract: a capture, and exactly what the archive keeps of it.

`make cases` rewrites the expectations, for review in the diff. A folder holds `capture.html` or `capture.txt`, and
may hold `case.toml` with `url`.
"""

import os
import tomllib
from pathlib import Path

import pytest

from archiver import content
from archiver.extract.engine import extract
from archiver.model.document import Document
from archiver.model.extraction import Bundle, Provenance
from archiver.parse import parse
from archiver.text import visible
from archiver.unpack import capture_of
from tests import visible as seen

CASES = Path(__file__).parent / "cases" / "extract"
NAMES = sorted(path.name for path in CASES.iterdir())
REWRITE = os.environ.get("ARCHIVER_REWRITE_CASES") == "1"
KEPT = ("index.md", "comments.md", "ledger.tsv")


def _document(name: str) -> Document:
    told = CASES / name / "case.toml"
    case = tomllib.loads(told.read_text(encoding="utf-8")) if told.is_file() else {}
    (path,) = (CASES / name).glob("capture.*")
    media_type = {".html": "text/html", ".txt": "text/plain"}[path.suffix]
    return parse(capture_of(path.read_bytes(), url=case.get("url"), media_type=media_type))


def _bundle(name: str) -> Bundle:
    made = extract(_document(name))
    kept = Provenance(sha256="0" * 64, media_type="", extractor="archiver", source=name.partition("--")[0])
    return Bundle(article=made.article, comments=made.comments, ledger=made.ledger, provenance=kept)


@pytest.mark.parametrize("name", NAMES)
def test_a_capture_gives_what_its_case_says(name: str) -> None:
    made = {path: data for path, data in content.write(_bundle(name)).items() if path in KEPT}
    expected = CASES / name / "expected"
    if REWRITE:
        expected.mkdir(exist_ok=True)
        for path in KEPT:
            (expected / path).unlink(missing_ok=True)
        for path, data in made.items():
            (expected / path).write_bytes(data)
    assert expected.is_dir(), f"{expected} is missing: run `make cases`, then read what it wrote"
    told = {path.name: path.read_text(encoding="utf-8") for path in expected.iterdir()}
    assert {path: data.decode() for path, data in made.items()} == told


@pytest.mark.parametrize("name", NAMES)
def test_the_ledger_of_a_case_is_its_capture(name: str) -> None:
    document = _document(name)
    assert seen.of_ledger(extract(document)) == visible(document.text)


@pytest.mark.parametrize("name", NAMES)
def test_the_bundle_of_a_case_reads_back_as_it_was(name: str) -> None:
    files = content.write(_bundle(name))
    assert content.write(content.read(files)) == files
