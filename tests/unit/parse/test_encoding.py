"""Bytes to text, whatever the bytes claim."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archiver.parse.encoding import decode
from archiver.parse.encoding.labels import codec_of

FRENCH = "L'écluse a été rouverte mardi, après les dégâts de janvier."
RUSSIAN = "Смотрители шлюза открыли верхние ворота во вторник утром."
JAPANESE = "水門は火曜日の朝に開かれました。"


def meta(label: str, text: str) -> str:
    return f"<html><head><meta charset='{label}'></head><body>{text}</body></html>"


@pytest.mark.parametrize(
    "mark",
    [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE],
)
def test_a_mark_wins_over_what_is_declared(mark: bytes) -> None:
    encoding = {3: "utf-8", 2: "utf-16", 4: "utf-32"}[len(mark)]
    if encoding != "utf-8":
        encoding += "-be" if mark[0] in (0xFE, 0) else "-le"
    page = meta("windows-1251", FRENCH)
    assert decode(mark + page.encode(encoding), "text/html; charset=koi8-r") == page


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_seen_by_its_nuls(encoding: str) -> None:
    page = meta("utf-16", FRENCH)
    assert decode(page.encode(encoding)) == page


def test_the_header_wins_over_the_page() -> None:
    data = meta("windows-1252", RUSSIAN).encode("cp1251")
    assert RUSSIAN in decode(data, 'text/html; charset="windows-1251"')


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset=koi8-r>",
        '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=KOI8-R">',
        "<meta content='text/html;charset=koi8-r' http-equiv=content-type />",
        '<?xml version="1.0" encoding="koi8-r"?>',
        "<!-- <meta charset=windows-1252> --><meta charset=koi8-r>",
        '<meta name="description" content="charset=windows-1252"><meta charset=koi8-r>',
    ],
)
def test_the_page_declares_its_encoding(head: str) -> None:
    assert RUSSIAN in decode((head + RUSSIAN).encode("koi8-r"))


def test_plain_utf_8_is_read_as_such_whatever_is_declared() -> None:
    assert FRENCH in decode(meta("iso-8859-1", FRENCH).encode(), "text/html; charset=windows-1252")


def test_one_damaged_character_does_not_spoil_a_page_in_utf_8() -> None:
    page = meta("iso-8859-1", RUSSIAN).encode()
    assert RUSSIAN in decode(page + "я".encode()[:1], "text/html; charset=iso-8859-1")


def test_an_encoding_in_ascii_bytes_is_believed() -> None:
    data = meta("iso-2022-jp", JAPANESE).encode("iso2022_jp")
    assert JAPANESE in decode(data)


@pytest.mark.parametrize("encoding", ["cp932", "euc_jp"])
def test_an_undeclared_encoding_is_detected(encoding: str) -> None:
    assert JAPANESE in decode((JAPANESE * 8).encode(encoding))


def test_undeclared_western_text_keeps_its_accents() -> None:
    assert decode(FRENCH.encode("cp1252")) == FRENCH


@pytest.mark.parametrize(
    "label", ["utf-7", "unicode_escape", "base64", "rot13", "zip", "idna", "x\x00", "nonsense", ""]
)
def test_a_label_that_no_page_may_use_has_no_codec(label: str) -> None:
    assert codec_of(label) is None


def test_a_claim_of_utf_7_stays_ascii() -> None:
    assert "+ADw-script" in decode(b"<meta charset=utf-7>+ADw-script+AD4-")


def test_lone_surrogates_become_replacement_characters() -> None:
    assert decode(b"\xff\xfe\x3d\xd8a\x00") == "\ufffda"
    assert "\ud83d" not in decode(b"<p>\xed\xa0\xbd caf\xc3\xa9 caf\xc3\xa9</p>")


@given(
    st.binary(max_size=400), st.sampled_from(["", "text/html; charset=big5", "text/plain; charset=utf-16"])
)
def test_no_bytes_are_an_error(data: bytes, media_type: str) -> None:
    decode(data, media_type).encode("utf-8")


@pytest.mark.parametrize("data", [b"\0", b"a\0b", b"ab\0cd lock\0"])
def test_a_few_nuls_in_a_short_text_are_no_utf_16(data: bytes) -> None:
    assert decode(data, "text/plain; charset=utf-8").replace("\0", "") == data.decode().replace("\0", "")


def test_one_byte_is_no_utf_16() -> None:
    assert decode(b"a", "text/plain; charset=utf-8") == "a"


def test_text_encoded_twice_is_read_as_it_was_written() -> None:
    words = "<p>The weir’s gate — “the old one” — was cast at Aldery, says Perla Böhm.</p>"
    assert decode(words.encode().decode("latin-1").encode()) == words


def test_text_that_shows_such_letters_on_purpose_stays() -> None:
    words = "<p>When “ is read wrongly, it shows as â€œ: that is the commonest of all such slips.</p>"
    assert decode(words.encode()) == words
