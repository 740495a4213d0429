import gzip
import json
from pathlib import Path

import pytest

from archiver.assemble import assemble
from archiver.errors import BuildError
from archiver.search import index
from archiver.search.listing import lighten
from tests.unit.harrowmere import CONFIG, comment, page

SIGNATURE = b"pagefind_dcd"
NONE = b"\x80"
LISTED = b"\x86\x651.5.2\x82\x82\x64en_b\x18\x2a\x82\x64en_a\x03\x80\x80\x81\x82\x65place\x82\x01\x00\x80"
"""Two documents; in the archive's order the second stands first."""


def index_folder(folder: Path, data: bytes) -> Path:
    (folder / "fragment").mkdir(parents=True)
    for name in ("en_a", "en_b"):
        (folder / "fragment" / f"{name}.pf_fragment").write_text(name)
    entry = {"version": "1.5.2", "languages": {"en": {"hash": "en_12c65f9a43"}}}
    (folder / "pagefind-entry.json").write_text(json.dumps(entry))
    (folder / "pagefind.en_12c65f9a43.pf_meta").write_bytes(gzip.compress(SIGNATURE + data))
    return folder


def test_documents_are_named_by_their_kind_and_their_number_in_pagefind_s_list(tmp_path: Path) -> None:
    folder = index_folder(tmp_path, LISTED)
    listed = lighten(folder, ["article", "comments"])
    assert (listed.tag, listed.rows) == ("12c65f9a", (1, 0))
    assert listed.files == ("pagefind.en_12c65f9a43.pf_meta", "wasm.unknown.pagefind")
    named = {path.name: path.read_text() for path in (folder / "fragment").iterdir()}
    assert named == {"12c65f9ac0.pf_fragment": "en_b", "12c65f9aa1.pf_fragment": "en_a"}
    said = gzip.decompress((folder / "pagefind.en_12c65f9a43.pf_meta").read_bytes())
    assert said == SIGNATURE + (
        b"\x86\x651.5.2\x82\x82\x6a12c65f9ac0\x18\x2a\x82\x6a12c65f9aa1\x03\x80\x80\x80\x80"
    )


@pytest.mark.parametrize(
    "data",
    [b"", b"\x86", LISTED[:-1], LISTED + b"\x00", b"\xa0" + LISTED, LISTED.replace(b"place", b"plate")],
    ids=["nothing", "a head", "cut", "too long", "a map", "no order"],
)
def test_a_list_of_another_form_is_refused_and_nothing_is_renamed(tmp_path: Path, data: bytes) -> None:
    folder = index_folder(tmp_path, data)
    with pytest.raises(BuildError, match=r"another form.*pagefind\[bin\]==1\.5\.2.*search-version"):
        lighten(folder, ["article", "comments"])
    assert sorted(path.stem for path in (folder / "fragment").iterdir()) == ["en_a", "en_b"]


def test_every_document_of_an_index_says_what_it_is(tmp_path: Path) -> None:
    said = (comment(1), comment(2, text="Cheap boats", marks=("spam",)))
    index(assemble(CONFIG, [page("times/a", comments=said), page("times/b")]), tmp_path)
    (told,) = json.loads((tmp_path / "pagefind" / "shards.json").read_bytes())
    names = [path.stem.removeprefix(told["ids"]) for path in (tmp_path / "pagefind" / "fragment").iterdir()]
    assert sorted(name[0] for name in names) == ["a", "a", "c", "s"]
    assert sorted(name[1:] for name in names) == ["0", "1", "2", "3"]
    for path in (tmp_path / "pagefind" / "fragment").iterdir():
        url = json.loads(gzip.decompress(path.read_bytes())[len(SIGNATURE) :])["url"]
        kind = path.stem.removeprefix(told["ids"])[0]
        assert url.endswith({"a": ("/a/", "/b/"), "c": "/comments/", "s": "/spam/"}[kind])
