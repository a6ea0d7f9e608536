import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.textfile import decode, is_foreign, is_noise

LINES = "Eén café, “zó” – € 5\r\nen 🧱"


@pytest.mark.parametrize(
    "data",
    [
        LINES.encode(),
        codecs.BOM_UTF8 + LINES.encode(),
        codecs.BOM_UTF16_LE + LINES.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LINES.encode("utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with a mark", "utf-16 little", "utf-16 big"],
)
def test_unicode_comes_in_whole(data: bytes) -> None:
    assert decode(data) == LINES


def test_the_old_windows_page_comes_in_whole() -> None:
    text = "Eén café, “zó” – € 5"

    assert decode(text.encode("cp1252")) == text


def test_a_broken_byte_does_not_spoil_the_rest_of_the_file() -> None:
    assert decode("Eén café en één zaak".encode() + b"\xff!") == "Eén café en één zaak\ufffd!"


def test_a_lone_surrogate_is_left_to_who_cleans_the_text() -> None:
    assert decode("één ".encode() + b"\xed\xa0\x80") == "één \ud800"


def test_bytes_that_mean_nothing_anywhere_leave_a_mark() -> None:
    assert decode(b"a\x81b") == "a\ufffdb"


@given(st.binary(max_size=200))
def test_any_bytes_are_a_text(data: bytes) -> None:
    assert isinstance(decode(data), str)


@given(st.text(st.characters(codec="utf-8"), max_size=100).filter(lambda text: not text.startswith("\ufeff")))
def test_any_text_in_utf_8_comes_back(text: str) -> None:
    assert decode(text.encode()) == text


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"%PDF-1.7", b"SQLite format 3\0", b"\x89PNG"])
def test_a_document_a_picture_or_a_database_is_foreign(start: bytes) -> None:
    assert is_foreign(start + b"...")
    assert not is_foreign(b"tekst " + start)


def test_what_is_mostly_no_text_is_noise_and_a_stray_byte_is_not() -> None:
    assert is_noise("".join(map(chr, range(32))) * 20)
    assert not is_noise("een \0 en nog een \0\ufffd")
    assert not is_noise(LINES * 100)
