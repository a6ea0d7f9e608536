"""Somebody's notes in Word as blocks."""

from pathlib import Path

import docx
import pytest
from docx.document import Document
from tests.export.word_copies import added, packed, para, parts_of, removed, run

from bouwstenen_app.domain.given_blocks import GivenBlock
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export.word_outline import read


def notes(tmp_path: Path, made: Document) -> tuple[GivenBlock, ...]:
    made.save(str(tmp_path / "notulen.docx"))
    return read(tmp_path / "notulen.docx")[0].found()


def test_paragraphs_and_list_items_are_blocks_under_their_headings(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Werksessie Zuid", 0)
    made.add_heading("Wat werkt goed", 1)
    made.add_paragraph("Samen langs #politie")
    made.add_heading("Knelpunten", 1)
    made.add_paragraph("Wachtlijst", style="List Bullet")
    made.add_paragraph("Regels", style="List Number")
    made.save(str(tmp_path / "a.docx"))
    outline, tables, _ = read(tmp_path / "a.docx")
    assert outline.title == "Werksessie Zuid"
    assert [(one.line, one.groups) for one in outline.found()] == [
        ("Samen langs #politie", ("Wat werkt goed",)),
        ("Wachtlijst", ("Knelpunten",)),
        ("Regels", ("Knelpunten",)),
    ]
    assert tables == ()


def test_a_line_with_a_colon_above_a_list_is_a_heading(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("Tafel 4:")
    made.add_paragraph("Zo zit het:")
    made.add_paragraph("Eén", style="List Bullet")
    made.add_paragraph("Gewoon een zin: met uitleg")
    assert [(one.line, one.groups) for one in notes(tmp_path, made)] == [
        ("Eén", ("Zo zit het",)),
        ("Gewoon een zin: met uitleg", ("Zo zit het",)),
    ]


def test_a_table_with_several_columns_is_a_table_and_a_frame_is_text(tmp_path: Path) -> None:
    made = docx.Document()
    frame = made.add_table(1, 1)
    frame.cell(0, 0).text = "In een kader"
    table = made.add_table(2, 2)
    for place, text in enumerate(("Titel", "Stemmen", "Samen", "3")):
        table.cell(place // 2, place % 2).text = text
    made.save(str(tmp_path / "a.docx"))
    outline, tables, _ = read(tmp_path / "a.docx")
    assert [one.line for one in outline.found()] == ["In een kader"]
    assert [(one.name, one.rows) for one in tables] == [
        ("tabel 2", ((1, ("Titel", "Stemmen")), (2, ("Samen", "3"))))
    ]


def test_what_was_taken_away_is_not_read_and_what_was_added_is(tmp_path: Path) -> None:
    body = para(run("Vast ") + removed("oud ") + added(run("nieuw ")) + run("gezicht"))
    found = read(packed(tmp_path / "a.docx", parts_of(body)))[0].found()
    assert [one.line for one in found] == ["Vast nieuw gezicht"]


def test_places_are_told_by_paragraph(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("")
    made.add_paragraph("Eén")
    assert [one.place for one in notes(tmp_path, made)] == ["alinea 2"]


def test_a_broken_document_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path / "a.docx", parts_of("<w:tbl><w:tc><w:p/></w:tc></w:tbl>"))
    with pytest.raises(Problem, match=r"“a\.docx” is beschadigd"):
        read(path)
