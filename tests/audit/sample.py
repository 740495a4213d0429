"""The sites that are audited: the sample captures with a takedown and a correction, and generated archives."""

from pathlib import Path

from archiver.build import build
from archiver.ingest import ingest
from tests.bench.generate import generate

CAPTURES = Path(__file__).parents[2] / "captures"
_SITE = """\
title = "Harrowmere news archive"
description = "What the papers of an invented town on the river Eld wrote, and what their readers answered."
base_url = "/"
contact = "archive@harrowmere.example"

[[corrections]]
date = "2026-02-01"
page = "{taken}"
note = "Taken down at the request of the person named in it."
takedown = true

[[corrections]]
date = "2026-03-01"
page = "{corrected}"
note = "The ferry's name was misspelled in the caption."
"""


def build_sample(folder: Path) -> Path:
    """Build the sample site in a new folder; gives what was built."""
    folder.mkdir(parents=True)
    ingest([CAPTURES], folder / "content")
    places = sorted(
        path.parent.relative_to(folder / "content").as_posix() for path in folder.rglob("index.md")
    )
    taken, corrected = places[0], places[-1]
    (folder / "site.toml").write_text(_SITE.format(taken=taken, corrected=corrected), encoding="utf-8")
    return build(folder).output


def build_generated(folder: Path, articles: int) -> Path:
    """Build a site of so many generated articles in a new folder; gives what was built."""
    generate(folder, articles, hugo=False)
    return build(folder / "site", base_url="/").output
