"""Pages that were read before are taken as they were, and whatever is wrong with them they are read again."""

import os
import pickle
import struct
from pathlib import Path

import pytest

from archiver import content
from archiver.build import build, pages
from tests.sites import add_article, make_site, tree


def kept(site: Path) -> Path:
    (found,) = (site / ".archiver-cache" / "build").glob("*.pages")
    return found


def bytes_of(site: Path) -> dict[str, bytes]:
    return {name: (site / "public" / name).read_bytes() for name in tree(site / "public")}


def plain(site: Path) -> dict[str, bytes]:
    build(site, with_search=False)
    return bytes_of(site)


def test_only_a_changed_bundle_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = make_site(tmp_path)
    plain(site)
    add_article(site, "times/2022/05/weir", "The weir", published="2022-05-01")
    seen = []
    read = content.read

    def watched(files: dict[str, bytes], path: str) -> object:
        seen.append(path)
        return read(files, path)

    monkeypatch.setattr(content, "read", watched)
    plain(site)
    assert seen == ["content/times/2022/05/weir"]


@pytest.mark.parametrize("keep", [0, 1, 40, 200, 5000])
def test_a_cut_file_gives_the_same_site(tmp_path: Path, keep: int) -> None:
    site = make_site(tmp_path)
    first = plain(site)
    os.truncate(kept(site), keep)
    assert plain(site) == first
    assert plain(site) == first


def test_a_file_with_other_bytes_in_it_gives_the_same_site(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    first = plain(site)
    data = bytearray(kept(site).read_bytes())
    for place in range(90, len(data), 97):
        data[place] ^= 0x20
    kept(site).write_bytes(data)
    assert plain(site) == first


def test_a_foreign_file_runs_no_code(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    first = plain(site)
    evil = b"cos\nmkdir\n(V" + str(tmp_path / "ran").encode() + b"\ntR."
    data, told = kept(site).read_bytes(), b""
    head = struct.Struct(">4s64s16sQ")
    start = 0
    while start < len(data):
        mark, key, _, length = head.unpack_from(data, start)
        told += head.pack(mark, key, pages._digest(evil), len(evil)) + evil
        start += head.size + length
    kept(site).write_bytes(told)
    assert plain(site) == first
    assert not (tmp_path / "ran").exists()
    pickle.loads(evil)
    assert (tmp_path / "ran").exists()


def test_the_file_does_not_grow_for_ever(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    plain(site)
    size = kept(site).stat().st_size
    for number in range(20):
        add_article(site, "times/2022/05/weir", f"The weir {number}", published="2022-05-01")
        plain(site)
    assert kept(site).stat().st_size < 4 * size
