"""Excel files are trusted by neither name nor size."""

import pytest
from tests.services.broken_files import BOMB, document, workbook
from tests.services.broken_files import packed as pack

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export.workbook_file import read_parts


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (document(), "is een Word-bestand, geen Excel-bestand"),
        (b"%PDF-1.7", "is een pdf"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "van de oude soort"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "met een wachtwoord beveiligd"),
        (b"titel;uitleg", "is beschadigd of geen Excel-bestand"),
        (workbook()[:2_000], "is beschadigd of geen Excel-bestand"),
        (pack({"xl/workbook.xml": BOMB}), "meer dan 250 keer zo groot"),
        (pack({f"xl/{n}.xml": BOMB for n in range(3)}), "te groot om in te lezen"),
    ],
)
def test_what_is_no_sound_workbook_is_told(data: bytes, said: str) -> None:
    with pytest.raises(Problem, match=said) as told:
        read_parts(data, "a.xlsx")
    assert str(told.value).startswith("a.xlsx ")


def test_a_document_type_is_refused_when_its_part_is_read() -> None:
    part = read_parts(pack({"xl/workbook.xml": "<!DOCTYPE a><a/>".encode("utf-16")}), "a.xlsx")
    with pytest.raises(Problem, match="documenttype"):
        part("xl/workbook.xml")


def test_a_part_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        read_parts(workbook(), "a.xlsx")("xl/weg.xml")
