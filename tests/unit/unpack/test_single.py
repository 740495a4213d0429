"""Captures from files: what is taken, what is refused, and what a sidecar may say."""

import os
from pathlib import Path

import pytest

from archiver.errors import CaptureError
from archiver.unpack import LARGEST_BYTES, capture_of, is_cut_off, unpack

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
)
PAGE = b"<html><body><p>The lock keepers opened the gates.</p></body></html>"


def refusal(data: bytes) -> str:
    with pytest.raises(CaptureError) as caught:
        capture_of(data)
    assert caught.value.diagnostic.hint
    return caught.value.diagnostic.code


@pytest.mark.parametrize(
    "data", [b"", b" \n\t", b"\x00\x00", b"\xef\xbb\xbf", b"\xff\xfe", b"\xef\xbb\xbf \n"]
)
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    assert refusal(data) == "capture-empty"


@pytest.mark.parametrize(
    "data", [PNG, b"\x1f\x8b\x08\x00" + bytes(range(256)), b"GIF89a\x01\x00\x01\x00" + bytes(9)]
)
def test_a_picture_or_an_archive_is_binary(data: bytes) -> None:
    assert refusal(data) == "capture-binary"


def test_a_page_beyond_the_limit_is_refused() -> None:
    assert refusal(b"a" * (LARGEST_BYTES + 1)) == "capture-too-large"


def test_one_huge_line_is_text() -> None:
    assert capture_of(b"lock " * 200_000).media_type == "text/plain"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1251"]
)
def test_the_bytes_of_a_page_in_any_encoding_are_html(encoding: str) -> None:
    assert capture_of("<!DOCTYPE html><p>The gates opened</p>".encode(encoding)).media_type == "text/html"


def test_chinese_in_utf_16_is_text() -> None:
    assert capture_of(("水閘今天早上打開了" * 20).encode("utf-16")).media_type == "text/plain"


def test_a_stray_nul_does_not_make_a_page_binary() -> None:
    assert capture_of(PAGE.replace(b"gates", b"ga\x00tes")).sha256


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    with pytest.raises(CaptureError) as caught:
        list(unpack(tmp_path / "pipe.html"))
    assert caught.value.diagnostic.code == "capture-not-a-file"


@pytest.mark.parametrize("name", ["missing.html", "a\x00b.html", "x" * 5000])
def test_a_file_that_cannot_be_opened_is_one_diagnostic(name: str, tmp_path: Path) -> None:
    with pytest.raises(CaptureError) as caught:
        list(unpack(tmp_path / name))
    assert caught.value.diagnostic.code == "capture-unreadable"


def sidecar(folder: Path, text: str | bytes) -> Path:
    (folder / "page.html").write_bytes(PAGE)
    data = text.encode() if isinstance(text, str) else text
    (folder / "page.html.capture.toml").write_bytes(data)
    return folder / "page.html"


def test_a_sidecar_tells_what_the_file_cannot(tmp_path: Path) -> None:
    path = sidecar(
        tmp_path,
        'url = "https://times.example/lock"\nsource = "Harrowmere Times"\ncaptured_at = 2021-05-04T08:00:00Z\n',
    )
    (capture,) = unpack(path)
    assert (capture.url, capture.source) == ("https://times.example/lock", "Harrowmere Times")
    assert capture.captured_at == "2021-05-04T08:00:00+00:00"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ('url = "https://a.example/"\nsauce = "x"\n', "sidecar-key", 2),
        ("source = 3\n", "sidecar-value", 1),
        ('url = "javascript:alert(1)"\n', "sidecar-value", 1),
        ('captured_at = "yesterday"\n', "sidecar-value", 1),
        ('source = "x"\nurl = = 3\n', "sidecar-unreadable", 2),
        ("source = [[[[\n", "sidecar-unreadable", None),
        (b"source = '\xff'\n", "sidecar-unreadable", None),
    ],
)
def test_a_wrong_sidecar_is_refused_with_its_line(
    text: str | bytes, code: str, line: int | None, tmp_path: Path
) -> None:
    with pytest.raises(CaptureError) as caught:
        list(unpack(sidecar(tmp_path, text)))
    assert caught.value.diagnostic.code == code
    assert caught.value.diagnostic.line == line


@pytest.mark.parametrize(
    ("data", "cut"),
    [
        (PAGE, False),
        (b"<html><body><p>The lock kee", True),
        (b"<html><body><p>The lock keepers.<img src='a", True),
        (b"<html><body><p>The lock keepers opened the gates.</p>", False),
        (b"<p>A fragment that somebody saved", False),
    ],
)
def test_a_page_that_stops_inside_a_word_or_a_tag_is_cut_off(data: bytes, cut: bool) -> None:
    assert is_cut_off(capture_of(data, media_type="text/html")) is cut
