"""Cards with a wide column beside them."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

from docx import Document

from bouwstenen_app.domain.report import Card, Report, Section, TitlePage
from bouwstenen_app.export import word
from bouwstenen_app.export.checks import findings
from bouwstenen_app.folders import report_template

NOW = datetime(2026, 3, 3, 14, 3, tzinfo=UTC)
ASKED = ("☐ Klopt", "Toelichting:")


def card(number: int, text: str = "Uitleg.", **more: object) -> Card:
    return Card(f"Titel {number}", f"RH-{number:03}", f"b-{number}", (("", text),), source="block:" + "0" * 32,
                fields=("explanation",), **more)  # type: ignore[arg-type]  # fmt: skip


def written(tmp_path: Path, *cards: Card) -> Path:
    target = tmp_path / "uit.docx"
    report = Report(TitlePage("Titel"), (Section("Kop", items=cards),))
    for _ in word.write(report, target, template=report_template(), now=NOW):
        pass
    return target


def test_cards_that_follow_each_other_are_rows_of_one_table(tmp_path: Path) -> None:
    target = written(tmp_path, card(1, beside=ASKED), card(2, beside=ASKED), card(3), card(4, beside=ASKED))
    first, second = Document(str(target)).tables

    assert [len(first.rows), len(second.rows)] == [2, 1]
    assert [cell.text for cell in first.rows[0].cells] == ["RH-001 Titel 1\nUitleg.", "☐ Klopt\nToelichting:"]
    assert findings(target) == ()


def test_a_long_card_may_go_on_on_the_next_page_and_a_short_one_stays_together(tmp_path: Path) -> None:
    target = written(tmp_path, card(1, beside=ASKED), card(2, "woord " * 2_000, beside=ASKED))
    rows = Document(str(target)).tables[0].rows

    assert ["cantSplit" in row._tr.xml for row in rows] == [True, False]


def test_a_heading_in_a_cell_does_not_hold_the_rows_together(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path, card(1, beside=ASKED))) as package:
        body = package.read("word/document.xml").decode()

    assert '<w:keepNext w:val="0"/>' in body[body.index("<w:tbl>") :]
