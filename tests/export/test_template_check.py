from pathlib import Path

import pytest
from docx import Document
from docx.shared import Cm, Pt, RGBColor
from tests.export import house_styles
from tests.export.conftest import TEMPLATE

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export.template_check import check


def test_our_own_template_has_everything() -> None:
    found = check(TEMPLATE)

    assert found.missing == ()
    assert found.added == ()
    assert found.warnings == ()
    assert found.fonts == ("Calibri (11 punten)",)
    assert found.paper == "A4 staand, 21 × 29,7 cm; de regel is 16,2 cm breed"


def test_a_house_style_is_told_what_is_used_and_what_comes_instead(tmp_path: Path) -> None:
    found = check(house_styles.municipality(tmp_path / "gemeente.dotx"))
    lines = list(found.lines())

    assert "Georgia (11 punten)" in found.fonts
    assert {"Titel", "Kop 1", "Citaat"} <= set(found.present)
    assert [missing.name for missing in found.missing] == ["Inhopg 1", "Inhopg 2", "Hyperlink"]
    assert "Herkomst" in found.added
    assert {"{{titel}}", "{{versie}}", "{{aantal_bouwstenen}}", "{{opsteller}}"} <= set(found.fields)
    assert found.unknown == ("{{onbekend_veld}}",)
    assert "met de titel erop" in found.cover
    assert lines[0] == "Sjabloon “gemeente.dotx” is te gebruiken."
    assert "Let op: het invulveld {{onbekend_veld}} is onbekend en blijft staan zoals het is." in lines


def test_what_makes_a_report_hard_to_read_is_a_warning(tmp_path: Path) -> None:
    document = Document()
    document.styles["Normal"].font.size = Pt(9.5)
    document.styles["Heading 2"].font.color.rgb = RGBColor(0xCC, 0xCC, 0xCC)
    document.sections[0].left_margin = Cm(12)
    document.save(str(tmp_path / "s.docx"))
    warnings = "\n".join(check(tmp_path / "s.docx").warnings)

    assert "de gewone tekst (stijl Normal) is 9,5 punten; kies minstens 11." in warnings
    assert "de letters van de stijl Heading 2 zijn te licht" in warnings
    assert "de marges laten weinig plaats over" in warnings
    assert "het sjabloon heeft geen voettekst" in warnings


def test_a_template_that_says_where_the_text_comes(tmp_path: Path) -> None:
    assert "op de plaats van {{inhoud}}" in check(house_styles.letter(tmp_path / "brief.docx")).cover


def test_paper_on_its_side_is_told(tmp_path: Path) -> None:
    assert check(house_styles.landscape(tmp_path / "l.docx")).paper.startswith("A4 liggend, 29,7 × 21 cm")


def test_a_template_that_cannot_be_used_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "s.docx").write_bytes(b"%PDF-1.7")

    with pytest.raises(Problem, match="is een pdf, geen Word-bestand"):
        check(tmp_path / "s.docx")
