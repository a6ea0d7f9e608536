"""Three house styles: a template of a municipality with a cover, pages on their side, and a letter with a place."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_BREAK
from tests.export import house_styles
from tests.export.conftest import NOW, TEMPLATE
from tests.export.word_schema import check_valid

from bouwstenen_app.domain.report import Report, WallCard
from bouwstenen_app.export import word
from bouwstenen_app.export.checks import ERROR, findings


@pytest.fixture
def told(report: Report) -> Report:
    return replace(report, facts={"aantal_bouwstenen": "122", "aantal_sessies": "3"})


def written(report: Report, template: Path) -> Path:
    target = template.with_name("rapport.docx")
    for _ in word.write(report, target, template=template, now=NOW):
        pass
    return target


def member(path: Path, name: str) -> str:
    with ZipFile(path) as package:
        return package.read(name).decode()


def everything(path: Path) -> str:
    with ZipFile(path) as package:
        return "".join(package.read(n).decode() for n in package.namelist() if n.endswith((".xml", ".rels")))


def lines(path: Path) -> list[str]:
    return [paragraph.text for paragraph in Document(str(path)).paragraphs]


def saved(document: WordDocument, folder: Path) -> Path:
    target = folder / "sjabloon.docx"
    document.save(str(target))
    return target


def test_the_cover_of_a_house_style_comes_first_with_its_fields_filled(told: Report, tmp_path: Path) -> None:
    path = written(told, house_styles.municipality(tmp_path / "gemeente.dotx"))

    assert [line for line in lines(path) if line][:6] == [
        "Bouwstenen uit de praktijk",
        "Geconsolideerd rapport voor de stuurgroep, voorjaar 2026",
        "Voorbeeld: fictieve sessies. Regio's, deelnemers en inhoud zijn verzonnen.",
        "Versie 0.3, 3 maart 2026",
        "122 bouwstenen uit 3 sessies",
        "Verspreiding: stuurgroep en deelnemende organisaties",
    ]
    assert lines(path).count("Bouwstenen uit de praktijk") == 1
    assert "Hier komt de tekst" not in everything(path)
    assert "Jan de Vries" not in everything(path)


def test_the_logo_and_the_fields_in_the_headers_stay(told: Report, tmp_path: Path) -> None:
    path = written(told, house_styles.municipality(tmp_path / "gemeente.dotx"))
    document = Document(str(path))
    with ZipFile(path) as package:
        pictures = [name for name in package.namelist() if name.startswith("word/media/")]

    assert len(document.sections) > 1
    assert document.sections[1].left_margin == document.sections[0].left_margin
    assert document.sections[1].header.paragraphs[1].text == "Bouwstenen uit de praktijk · 0.3"
    assert document.sections[1].footer.paragraphs[0].text == (
        "Projectleiding Landelijk Netwerk Veilig Thuis – {{onbekend veld}}"
    )
    assert pictures
    assert 'w:ascii="Georgia"' in member(path, "word/styles.xml")


def test_a_template_on_its_side_gives_pages_on_their_side(told: Report, tmp_path: Path) -> None:
    path = written(told, house_styles.landscape(tmp_path / "liggend.docx"))
    sections = Document(str(path)).sections

    assert {(section.page_width > section.page_height) for section in sections} == {True}
    assert lines(path)[0] == "Bouwstenen uit de praktijk"
    assert "Loze tekst" not in everything(path)
    assert sections[0].header.paragraphs[0].text == "Bouwstenen uit de praktijk"


def test_the_report_comes_in_the_place_that_the_template_marks(told: Report, tmp_path: Path) -> None:
    path = written(told, house_styles.letter(tmp_path / "brief.docx"))
    found = [line for line in lines(path) if line]
    table = Document(str(path)).tables[0]

    assert found[0] == "Ministerie van Voorbeelden"
    assert found[1] == "Kernboodschap"
    assert found[-1] == "Colofon: gemaakt door Projectleiding Landelijk Netwerk Veilig Thuis.\n"
    assert [cell.text for row in table.rows for cell in row.cells] == [
        "Onderwerp", "Bouwstenen uit de praktijk", "Kenmerk", "{{kenmerk}}",
    ]  # fmt: skip
    assert "{{inhoud}}" not in everything(path)


MAKERS = (house_styles.municipality, house_styles.landscape, house_styles.letter, house_styles.word_cover)


def test_a_cover_page_of_word_itself_stays_with_its_title_and_its_text_box(told: Report, tmp_path: Path) -> None:
    path = written(told, house_styles.word_cover(tmp_path / "omslag.docx"))
    body = member(path, "word/document.xml")
    front = body[: body.index("Inhoud</w:t>")]

    assert front.count(">Bouwstenen uit de praktijk<") == 1
    assert front.count("Op 3 maart 2026") == 2
    assert "[Titel van document]" not in body
    assert "rsid" not in front
    assert "Oude tekst" not in body
    assert 'w:type="page"' not in front
    assert "Beeld uit het sjabloon" not in front


@pytest.mark.parametrize("make", MAKERS)
def test_our_own_check_finds_no_errors_in_any_house_style(
    told: Report, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = written(told, make(tmp_path / "sjabloon.dotx"))

    assert [finding for finding in findings(path) if finding.kind == ERROR] == []


@pytest.mark.parametrize("compact", [False, True])
@pytest.mark.parametrize("make", MAKERS)
def test_a_report_in_any_house_style_is_valid_for_word(
    told: Report, tmp_path: Path, make: Callable[[Path], Path], *, compact: bool
) -> None:
    path = written(replace(told, compact=compact), make(tmp_path / "sjabloon.dotx"))

    check_valid(path)


@pytest.mark.parametrize("make", MAKERS)
def test_a_short_piece_fits_every_house_style(
    small_report: Report, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    path = written(replace(small_report, compact=True), make(tmp_path / "sjabloon.dotx"))

    assert "Klein verslag" in everything(path)
    assert [finding for finding in findings(path) if finding.kind == ERROR] == []


def test_a_short_piece_has_no_cover(small_report: Report, tmp_path: Path) -> None:
    path = written(replace(small_report, compact=True), house_styles.municipality(tmp_path / "gemeente.dotx"))

    assert lines(path) == ["Klein verslag", "Kern", "Eén alinea."]
    assert Document(str(path)).sections[0].header.paragraphs[1].text.startswith("Klein verslag")
    assert len(Document(str(path)).sections) == 1


@pytest.mark.parametrize("make", MAKERS)
def test_everything_a_report_refers_to_is_in_it(
    small_report: Report, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    for compact in (False, True):
        path = written(replace(small_report, compact=compact), make(tmp_path / "sjabloon.dotx"))
        used = set(re.findall(r'r:(?:id|embed)="(\w+)"', member(path, "word/document.xml")))

        assert used <= set(re.findall(r'Id="(\w+)"', member(path, "word/_rels/document.xml.rels")))


@pytest.mark.parametrize("make", MAKERS)
def test_cards_for_on_the_wall_fit_every_house_style(
    small_report: Report, tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    with_cards = replace(small_report, cards=(WallCard("Een kaart", theme="Thema"),) * 5)
    for report in (with_cards, replace(with_cards, compact=True)):
        path = written(report, make(tmp_path / "sjabloon.dotx"))

        assert [finding for finding in findings(path) if finding.kind == ERROR] == []
        assert "Een kaart" in Document(str(path)).tables[-1].rows[1].cells[2].text


def test_a_cover_without_the_title_stands_before_our_title_page(small_report: Report, tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("Huisstijl").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("oude tekst")
    path = written(small_report, saved(document, tmp_path))
    body = member(path, "word/document.xml")

    assert [line for line in lines(path) if line] == ["Huisstijl", "Klein verslag", "Kern", "Eén alinea."]
    assert re.search(r'"Title"/><w:pageBreakBefore/>', body)
    assert 'w:type="page"' not in body


def test_a_long_text_is_no_cover(small_report: Report, tmp_path: Path) -> None:
    document = Document()
    for _ in range(20):
        document.add_paragraph("Een lange tekst van vroeger. " * 20)
    document.add_page_break()  # type: ignore[no-untyped-call]
    path = written(small_report, saved(document, tmp_path))

    assert lines(path)[0] == "Klein verslag"
    assert "van vroeger" not in everything(path)


def test_a_text_with_headings_is_no_cover_but_what_stands_before_a_chapter_on_a_new_page_is(
    small_report: Report, tmp_path: Path
) -> None:
    document = Document()
    document.add_paragraph("Voorkant van {{titel}}")
    document.add_heading("Hoofdstuk van vroeger", 1)
    document.add_paragraph("tekst").add_run().add_break(WD_BREAK.PAGE)
    path = written(small_report, saved(document, tmp_path))

    assert [line for line in lines(path) if line] == ["Voorkant van Klein verslag", "Kern", "Eén alinea."]


def test_our_own_template_has_no_cover(small_report: Report, tmp_path: Path) -> None:
    target = tmp_path / "rapport.docx"
    for _ in word.write(small_report, target, template=TEMPLATE, now=NOW):
        pass

    assert lines(target)[0] == "Klein verslag"
