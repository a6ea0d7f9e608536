"""What every office file is looked at for, before anything of it is read."""

from zipfile import ZipInfo

import pytest

from bouwstenen_app.export.packages import (
    MOST_MEMBERS,
    Fault,
    Wrong,
    fault_of_kind,
    fault_of_members,
    fault_of_start,
    has_doctype,
)

OLE = b"\xd0\xcf\x11\xe0"


def member(size: int, packed: int, flag: int = 0) -> ZipInfo:
    made = ZipInfo("word/document.xml")
    made.file_size, made.compress_size, made.flag_bits = size, packed, flag
    return made


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"PK\x03\x04", None),
        (OLE + b"\0" * 20, Fault(Wrong.OLD)),
        (OLE + "EncryptedPackage".encode("utf-16-le"), Fault(Wrong.PROTECTED)),
        (b"\xef\xbb\xbf\n<HTML>", Fault(Wrong.OTHER, "een webpagina")),
        (b"SQLite format 3\0", Fault(Wrong.OTHER, "een database")),
        (b"zomaar tekst", Fault(Wrong.UNREADABLE)),
    ],
)
def test_the_first_bytes_say_what_a_file_is(data: bytes, fault: Fault | None) -> None:
    assert fault_of_start(data) == fault


def test_what_is_too_much_to_read_is_known_before_it_is_read() -> None:
    sound, swelling = member(20_000_000, 1_000_000), member(20_000_000, 10)
    assert fault_of_members([sound], [sound], 30_000_000) is None
    assert fault_of_members([sound], [sound], 10_000_000) == Fault(Wrong.LARGE)
    assert fault_of_members([sound] * (MOST_MEMBERS + 1), [], 1) == Fault(Wrong.LARGE)
    assert fault_of_members([swelling], [swelling], 30_000_000) == Fault(Wrong.SWELLING)
    assert fault_of_members([member(1, 1, 1)], [member(1, 1, 1)], 10) == Fault(Wrong.PROTECTED)


def test_another_kind_of_package_is_known_by_its_parts() -> None:
    assert fault_of_kind({"word/document.xml"}, "word/document.xml") is None
    assert fault_of_kind({"word/document.xml"}, "xl/workbook.xml") == Fault(Wrong.OTHER, "een Word-bestand")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_seen_in_every_encoding(encoding: str) -> None:
    assert has_doctype("<!DOCTYPE a><a/>".encode(encoding))
    assert not has_doctype("<a/>".encode(encoding))
