"""What a case folder holds, and what its capture gives now."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from archiver import Extraction, extract

CASES = Path(__file__).parent / "extract"
CAPTURES = {"capture.txt": "text/plain", "capture.html": "text/html"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case folder; `case.toml` may say `url` and `media_type`."""

    folder: Path
    data: bytes
    media_type: str
    url: str | None

    def extraction(self) -> Extraction:
        """What the capture gives now."""
        return extract(self.data, url=self.url, media_type=self.media_type)


def read_case(folder: Path) -> Case:
    """The case in the folder; exactly one capture must be there."""
    (name,) = [name for name in CAPTURES if (folder / name).is_file()]
    notes = folder / "case.toml"
    told = tomllib.loads(notes.read_text(encoding="utf-8")) if notes.is_file() else {}
    return Case(
        folder=folder,
        data=(folder / name).read_bytes(),
        media_type=told.get("media_type", CAPTURES[name]),
        url=told.get("url"),
    )


def folders() -> list[Path]:
    """The case folders, by name."""
    return sorted(path for path in CASES.iterdir() if path.is_dir())


def outputs(extraction: Extraction) -> Iterator[tuple[str, str]]:
    """The expected files' names and what they should hold."""
    values = extraction.to_dict()
    ledger = values.pop("ledger")
    yield "extraction.json", json.dumps(values, ensure_ascii=False, indent=1) + "\n"
    rows = [
        "\t".join(
            (str(entry["line"] or ""), entry["role"], entry["rule"], entry["text"].replace("\n", " ⏎ "))
        )
        for entry in ledger
    ]
    yield "ledger.tsv", "\n".join(rows) + "\n"
