import datetime
import subprocess
import tempfile
from pathlib import Path
from shutil import which
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.cell.cell import Cell

from bouwstenen_app.domain.data_sheets import DATE, NUMBER, Column, DataBook, Sheet, Value
from bouwstenen_app.export import data_workbook
from bouwstenen_app.export.data_text import LONGEST
from bouwstenen_app.export.workbook_parts import letters

NOW = datetime.datetime(2026, 11, 30, 12, tzinfo=datetime.UTC)
COLUMNS = (Column("titel", width=40), Column("stemmen", NUMBER, 9), Column("datum", DATE, 12))
DANGEROUS = (
    "=1+1",
    "+31 6",
    "-2",
    "@SUM(A1)",
    "\t=1+1",
    "=cmd|' /C calc'!A0",
    "  =1",
    "'=1",
    "_x003D_1+1",
    "<&>\"'",
)


def _book(*rows: tuple[Value, ...]) -> DataBook:
    return DataBook("Gegevens", (Sheet("Bouwstenen", COLUMNS, rows),), "Projectteam")


def _written(book: DataBook, folder: Path) -> Path:
    target = folder / "gegevens.xlsx"
    for _ in data_workbook.write(book, target, now=NOW):
        pass
    return target


def _cells(path: Path) -> list[list[Cell]]:
    return [list(row) for row in load_workbook(path)["Bouwstenen"].iter_rows()]


def test_texts_numbers_and_dates_come_back_as_what_they_are(tmp_path: Path) -> None:
    path = _written(
        _book(("Samen één ☃ 😀\nregel twee", 1284, datetime.date(2026, 11, 24)), ("", 0, None)), tmp_path
    )
    header, first, second = _cells(path)

    assert [cell.value for cell in header] == ["titel", "stemmen", "datum"]
    assert first[0].value == "Samen één ☃ 😀\nregel twee"
    assert (first[1].value, first[1].number_format) == (1284, "#,##0")
    assert first[2].value == datetime.datetime(2026, 11, 24)
    assert first[2].number_format == "dd\\-mm\\-yyyy"
    assert [cell.value for cell in second] == [None, 0, None]


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_is_ever_a_formula(text: str, tmp_path: Path) -> None:
    path = _written(_book((text, 1, None)), tmp_path)
    cell = _cells(path)[1][0]

    assert cell.data_type == "s"
    assert cell.quotePrefix
    with ZipFile(path) as package:
        assert b"<f>" not in package.read("xl/worksheets/sheet1.xml")


@pytest.mark.skipif(which("localc") is None, reason="the spreadsheet of LibreOffice is not here")
def test_libreoffice_shows_the_texts_as_they_were_typed(tmp_path: Path) -> None:
    path = _written(_book(*((text, 1, None) for text in DANGEROUS)), tmp_path)
    command = ["soffice", f"-env:UserInstallation={(tmp_path / 'office').as_uri()}", "--headless", "--convert-to"]
    command += [
        "csv:Text - txt - csv (StarCalc):124,34,76,1,,0,false,true,false",
        "--outdir",
        str(tmp_path),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    lines = (tmp_path / "gegevens.csv").read_text("utf-8").splitlines()

    assert [line.split("|1|")[0].strip('"').replace('""', '"') for line in lines[1:] if "cmd" not in line] == [
        text for text in DANGEROUS if "cmd" not in text
    ]


def test_the_header_stays_in_sight_and_can_be_filtered(tmp_path: Path) -> None:
    sheet = load_workbook(_written(_book(("a", 1, None)), tmp_path))["Bouwstenen"]

    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:C2"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["A"].width == pytest.approx(40.7)


def test_r13_the_file_says_what_it_is_and_nothing_of_this_laptop(tmp_path: Path) -> None:
    properties = load_workbook(_written(_book(("a", 1, None)), tmp_path)).properties

    assert (properties.title, properties.creator, properties.language) == ("Gegevens", "Projectteam", "nl-NL")
    assert properties.lastModifiedBy is None


def test_a_text_that_does_not_fit_in_a_cell_is_cut_visibly(tmp_path: Path) -> None:
    value = _cells(_written(_book(("a" * 40_000, 1, None)), tmp_path))[1][0].value

    assert len(value) == LONGEST
    assert value.endswith("a […]")


def test_it_is_written_whole_or_not_at_all_and_leaves_nothing(tmp_path: Path) -> None:
    before = set(Path(tempfile.gettempdir()).glob("openpyxl*"))
    work = data_workbook.write(_book(*((f"rij {n}", n, None) for n in range(1000))), tmp_path / "uit.xlsx", now=NOW)
    steps = [next(work) for _ in range(3)]

    assert [path.name for path in tmp_path.iterdir()] == ["uit.xlsx.part"]
    work.close()
    assert list(tmp_path.iterdir()) == []
    assert steps[-1].total == 1000
    assert set(Path(tempfile.gettempdir()).glob("openpyxl*")) <= before


def test_columns_have_the_letters_of_a_spreadsheet() -> None:
    assert [letters(place) for place in (0, 25, 26, 51, 52, 701, 702)] == ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]


@given(st.text(max_size=40))
def test_any_text_comes_back_as_it_was_but_for_what_no_document_holds(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cell = _cells(_written(_book((text, 1, None)), Path(folder)))[1][0]

    assert cell.data_type in ("s", "n")
    if text.isprintable() and "_x" not in text:
        assert (cell.value or "") == text
