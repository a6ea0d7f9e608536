"""Tables in Excel files: values, never formulas."""

import datetime
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from bouwstenen_app.domain.data_sheets import DATE, NUMBER, Column, DataBook, Sheet
from bouwstenen_app.domain.given_blocks import GivenTable
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export import data_workbook
from bouwstenen_app.export.workbook_reading import read

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def saved(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Een"
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def cells(data: bytes) -> list[tuple[int, tuple[str, ...]]]:
    [table] = read(data, "a.xlsx")[0]
    return [*table.rows]


def test_texts_numbers_days_and_times_are_as_a_person_reads_them() -> None:
    moment = datetime.datetime(2026, 11, 24, 13, 30)
    row = ["Zoë & co", 7, 2.5, datetime.date(2026, 11, 24), moment, datetime.time(9, 5), True, " x "]
    assert cells(saved(row)) == [
        (1, ("Zoë & co", "7", "2.5", "2026-11-24", "2026-11-24 13:30", "09:05", "ja", " x "))
    ]


def test_empty_rows_and_columns_keep_their_places() -> None:
    assert cells(saved(["a"], [], [None, None, "c"])) == [(1, ("a",)), (3, ("", "", "c"))]


def test_a_formula_has_its_outcome_or_is_told() -> None:
    data = saved(["a", "=1+1"])
    tables, remarks = read(data, "a.xlsx")
    assert tables[0].rows == ((1, ("a",)),)
    assert [(one.place, one.reason) for one in remarks] == [
        ("blad “Een”, rij 1", "dit is een formule zonder uitkomst")
    ]

    known = with_sheet(data, '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')
    assert cells(known) == [(1, ("2",))]


def test_a_fault_of_excel_is_told() -> None:
    _, remarks = read(with_sheet(saved(["a"]), '<row><c t="e"><v>#N/A</v></c><c><v>1</v></c></row>'), "a.xlsx")
    assert [(one.text, one.reason) for one in remarks] == [("#N/A", "dit is een foutmelding van Excel")]


def test_a_hidden_sheet_is_left_out_and_told() -> None:
    book = openpyxl.Workbook()
    book.active.append(["a"])
    book.create_sheet("Geheim").sheet_state = "hidden"
    out = io.BytesIO()
    book.save(out)
    tables, remarks = read(out.getvalue(), "a.xlsx")
    assert len(tables) == 1
    assert [(one.place, one.reason) for one in remarks] == [
        ("blad “Geheim”", "dit blad is verborgen en niet gelezen")
    ]


def test_a_row_far_below_costs_nothing() -> None:
    data = with_sheet(saved(["a"]), '<row r="1048576"><c r="C1048576"><v>1</v></c></row>')
    assert cells(data) == [(1_048_576, ("", "", "1"))]


def test_rows_and_cells_without_a_name_are_counted() -> None:
    data = with_sheet(saved(["a"]), "<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")
    assert cells(data) == [(1, ("1", "2")), (2, ("3",))]


def test_a_text_in_pieces_is_one_without_its_reading_aid() -> None:
    inline = '<is><r><t>Een </t></r><r><t>tekst</t></r><rPh sb="0" eb="1"><t>aside</t></rPh></is>'
    assert cells(with_sheet(saved(["a"]), f'<row><c t="inlineStr">{inline}</c></row>')) == [(1, ("Een tekst",))]


def test_texts_that_cells_share_are_found_by_their_number() -> None:
    texts = "<si><t>Samen</t></si><si><r><t>In </t></r><r><t>stukken</t></r><rPh><t>x</t></rPh></si>"
    data = with_shared(texts, '<row><c t="s"><v>1</v></c><c t="s"><v>0</v></c></row>')
    assert cells(data) == [(1, ("In stukken", "Samen"))]


@pytest.mark.parametrize("number", ["9", "-9", "x"])
def test_a_shared_text_that_is_not_there_is_told(number: str) -> None:
    data = with_shared("<si><t>Samen</t></si>", f'<row><c t="s"><v>{number}</v></c></row>')
    with pytest.raises(Problem, match="is beschadigd"):
        read(data, "a.xlsx")


def test_what_this_program_writes_is_read_back(tmp_path: Path) -> None:
    columns = (Column("titel"), Column("stemmen", NUMBER), Column("datum", DATE))
    rows = (("=1+1", 7, datetime.date(2026, 11, 24)), ("Zoë\nregel", None, None))
    target = tmp_path / "uit.xlsx"
    for _ in data_workbook.write(
        DataBook("T", (Sheet("Feiten", columns, rows),)), target, now=datetime.datetime.now()
    ):
        pass
    [table], remarks = read(target.read_bytes(), "uit.xlsx")
    assert table == GivenTable(
        "blad “Feiten”",
        (),
        ((1, ("titel", "stemmen", "datum")), (2, ("=1+1", "7", "2026-11-24")), (3, ("Zoë\nregel",))),
    )
    assert remarks == ()


def test_too_many_columns_are_told_with_their_row() -> None:
    wide = "".join("<c><v>1</v></c>" for _ in range(300))
    with pytest.raises(Problem, match="blad “Een”, rij 1 meer dan 200 kolommen"):
        read(with_sheet(saved(["a"]), f"<row>{wide}</row>"), "a.xlsx")


def with_shared(texts: str, rows: str) -> bytes:
    """Return a workbook whose cells refer to texts by their number, as Excel writes it."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    link = f'<Relationship Id="rId99" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(with_sheet(saved(["a"]), rows))) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name).decode()
            new.writestr(name, part.replace("</Relationships>", link) if name.startswith("xl/_rels/") else part)
        new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{texts}</sst>')
    return out.getvalue()


def with_sheet(data: bytes, rows: str) -> bytes:
    """Return a workbook with other rows in its sheet."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
            new.writestr(name, sheet if name.endswith("sheet1.xml") else old.read(name))
    return out.getvalue()
