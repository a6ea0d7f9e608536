from dataclasses import replace
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from tests.export.conftest import NOW, TEMPLATE
from tests.export.word_schema import check_valid

from bouwstenen_app.domain.report import GROUPED, LINES, STACKED, Figure, Report, Section, Series, TitlePage
from bouwstenen_app.export import word
from bouwstenen_app.export.word_chart import chart_xml
from bouwstenen_app.export.word_chart_data import workbook
from bouwstenen_app.export.word_chart_paint import Paint

SERIES = (Series("Nieuw", (5, 3, 0)), Series("Al bekend", (1, 4, 6)), Series("=Anders", (2, 2, 2)))
MANY = Figure("Per sessie", (), "Drie sessies.", STACKED, ("Sessie 1", "Sessie 2", "Sessie 3"), SERIES, "Sessie")


def rows(figure: Figure) -> list[tuple[object, ...]]:
    sheet = load_workbook(BytesIO(workbook(figure))).active
    assert sheet is not None
    return [tuple(cell.value for cell in row) for row in sheet.iter_rows()]


def test_the_figures_behind_a_chart_are_text_and_numbers_never_formulas() -> None:
    figure = Figure("Soorten", (("=1+1 & <meer>", 3), ("@SUM(A1)", 2)), "")
    with ZipFile(BytesIO(workbook(figure))) as package:
        sheet = package.read("xl/worksheets/sheet1.xml")

    assert rows(figure) == [("Soort", "Aantal"), ("=1+1 & <meer>", 3), ("@SUM(A1)", 2)]
    assert b"<f" not in sheet


def test_more_series_are_more_columns() -> None:
    assert rows(MANY)[:2] == [("Sessie", "Nieuw", "Al bekend", "=Anders"), ("Sessie 1", 5, 1, 2)]


def test_the_workbook_says_nothing_of_when_and_with_what_it_was_made() -> None:
    with ZipFile(BytesIO(workbook(MANY))) as package:
        everything = b"".join(package.read(name) for name in package.namelist())

    assert workbook(MANY) == workbook(MANY)
    assert b"openpyxl" not in everything
    assert b"Microsoft Excel" not in everything


@pytest.mark.parametrize(
    ("kind", "marks"),
    [
        (STACKED, ('grouping val="stacked"', '<c:overlap val="100"/>')),
        (GROUPED, ('grouping val="clustered"', 'dLblPos val="outEnd"')),
        (LINES, ("<c:lineChart>", '<c:symbol val="triangle"/>')),
    ],
)
def test_a_chart_of_more_series_tells_them_apart_by_more_than_colour(kind: str, marks: tuple[str, ...]) -> None:
    xml = chart_xml(replace(MANY, kind=kind), "rId1", Paint("0B5A5E", "1F2A2C"))

    assert all(mark in xml for mark in marks)
    assert "Gegevens!$D$2:$D$4" in xml
    assert "<c:legend>" in xml
    assert "pattFill" in xml or "prstDash" in xml


def test_a_chart_has_the_font_of_the_template() -> None:
    assert '<a:latin typeface="Georgia"/>' in chart_xml(MANY, "rId1", Paint("0B5A5E", "1F2A2C", "Georgia"))


def test_what_a_figure_shows_is_a_table_too() -> None:
    table = MANY.table()

    assert table.header == ("Sessie", "Nieuw", "Al bekend", "=Anders")
    assert [cell.text for cell in table.rows[1]] == ["Sessie 2", "3", "4", "2"]


def test_every_kind_of_chart_is_valid_for_word(tmp_path: Path) -> None:
    single = Figure("Soorten", (("Idee", 3), ("Risico", 2)), "x")
    figures = (single, *(replace(MANY, kind=kind) for kind in (GROUPED, STACKED, LINES)))
    target = tmp_path / "figuren.docx"
    for _ in word.write(Report(TitlePage("T"), (Section("K", items=figures),)), target, template=TEMPLATE, now=NOW):
        pass

    check_valid(target)
