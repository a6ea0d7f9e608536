"""Sheets of cards: four of A6 on A4, on pages of their own, with nothing of the running head on them."""

import re
import zipfile
from pathlib import Path

import pytest
from tests.export.conftest import NOW, TEMPLATE

from bouwstenen_app.domain.report import Paragraph, Report, Run, Section, TitlePage, WallCard
from bouwstenen_app.export import word
from bouwstenen_app.export.checks import ERROR, findings


def _body(target: Path, *cards: WallCard) -> str:
    section = Section("Gebruik", items=(Paragraph((Run("Knip ze uit."),)),))
    for _ in word.write(Report(TitlePage("Kaarten"), (section,), cards=cards), target, template=TEMPLATE, now=NOW):
        pass
    with zipfile.ZipFile(target) as package:
        return package.read("word/document.xml").decode()


@pytest.mark.parametrize(("count", "sheets"), [(1, 1), (4, 1), (5, 2), (9, 3)])
def test_every_four_cards_take_a_sheet(tmp_path: Path, count: int, sheets: int) -> None:
    body = _body(tmp_path / "k.docx", *(WallCard(f"Kaart {n}", theme="Thema") for n in range(count)))
    heights = [int(height) for height in re.findall(r'<w:trHeight w:val="(\d+)" w:hRule="exact"/>', body)]
    room = 16838 - 2 * 283

    assert len(heights) == 4 * sheets
    assert all(0 < room - sum(heights[n : n + 4]) < min(heights) for n in range(0, len(heights), 4))
    assert [f"Kaart {n}" in body for n in range(count)] == [True] * count


def test_a_card_shows_the_colour_of_its_theme_and_all_its_words(tmp_path: Path) -> None:
    card = WallCard("Titel & <meer>", "Tekst", "idee", "Thema", "#BB4341", "RH-001", 3, (("Waarom?", 2),), ("ja",))
    body = _body(tmp_path / "k.docx", card)

    assert 'w:fill="BB4341"' in body
    for words in (
        "Titel &amp; &lt;meer&gt;",
        "Tekst",
        "RH-001 · IDEE",
        "Thema: Thema",
        "Waarom?",
        "☐\u00a0ja",
        "☐ ☐ ☐",
    ):
        assert words in body


@pytest.mark.parametrize("letters", [10, 90, 150])
def test_a_title_is_never_smaller_than_sixteen_points(tmp_path: Path, letters: int) -> None:
    body = _body(tmp_path / "k.docx", WallCard("x" * letters, theme="Thema"))
    style = re.search(r'<w:pStyle w:val="(\w+)"/></w:pPr><w:r><w:t xml:space="preserve">x+<', body)
    assert style is not None
    with zipfile.ZipFile(tmp_path / "k.docx") as package:
        sheet = package.read("word/styles.xml").decode()
    size = re.search(rf'w:styleId="{style[1]}">.*?<w:sz w:val="(\d+)"/>', sheet)

    assert size is not None
    assert int(size[1]) >= 32


def test_the_pages_of_cards_are_a_section_of_their_own_without_a_running_head(tmp_path: Path) -> None:
    body = _body(tmp_path / "k.docx", WallCard("Eén"))
    first, last = re.findall("<w:sectPr>.*?</w:sectPr>", body)

    assert 'w:header="0"' in last
    assert last.count("Reference") == 6
    assert "Reference" in first
    assert [finding for finding in findings(tmp_path / "k.docx") if finding.kind == ERROR] == []


def test_a_report_without_cards_has_no_such_pages(tmp_path: Path) -> None:
    assert _body(tmp_path / "k.docx").count("<w:sectPr>") == 1
