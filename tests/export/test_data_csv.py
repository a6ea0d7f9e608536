import csv
import datetime
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwstenen_app.domain.data_sheets import Column, Sheet, Value
from bouwstenen_app.export import data_csv
from bouwstenen_app.export.data_text import guarded


def _written(folder: Path, *rows: tuple[Value, ...]) -> Path:
    target = folder / "uit.csv"
    sheet = Sheet("Bouwstenen", tuple(Column(name) for name in ("titel", "stemmen", "datum")), rows)
    assert [step.done for step in data_csv.write(sheet, target)][-1] == len(rows)
    return target


def test_dutch_excel_opens_it_with_a_double_click(tmp_path: Path) -> None:
    path = _written(tmp_path, ('één; "twee"\ndrie', 1284, datetime.date(2026, 11, 24)), ("b", 0, None))

    assert path.read_bytes() == (
        b"\xef\xbb\xbf" + 'titel;stemmen;datum\r\n"één; ""twee""\ndrie";1284;24-11-2026\r\nb;0;\r\n'.encode()
    )


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "＝1", "|calc", "\n=1"])
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert guarded(text).startswith("'")


def test_numbers_of_our_own_stay_numbers(tmp_path: Path) -> None:
    assert "b;-3;" in _written(tmp_path, ("b", -3, None)).read_text("utf-8-sig")


@given(st.text(max_size=60))
def test_no_cell_begins_with_what_a_spreadsheet_runs(text: str) -> None:
    said = guarded(text)

    assert not said.lstrip(" \n").startswith(("=", "+", "-", "@", "\t", "\r"))
    assert said.removeprefix("'").replace("\ufffd", "") in text.replace("\r\n", "\n").replace("\r", "\n") or not (
        text.isprintable()
    )


@given(st.lists(st.text(alphabet="ab;\"\n\r'=é", max_size=10), min_size=3, max_size=3))
def test_what_is_written_is_read_back_by_any_reader(cells: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        written = _written(Path(folder), tuple(cells)).read_bytes().decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(written, newline=""), delimiter=";"))

    assert rows[1] == [guarded(cell) for cell in cells]
