from pathlib import Path

from docx import Document
from tests.export import house_styles
from tests.export.conftest import NOW
from tests.services.reports.made import made, tables

from bouwstenen_app.domain import recipes
from bouwstenen_app.domain.report import Figure
from bouwstenen_app.export import word
from bouwstenen_app.services import checking
from bouwstenen_app.storage.store import Store


def test_a_report_says_how_much_it_is_about(example_store: Store) -> None:
    report = made(example_store, recipes.CONSOLIDATED.slug)

    assert report.facts["aantal_bouwstenen"] == str(example_store.read(checking.totals)["Bouwstenen"])
    assert report.facts["aantal_sessies"] == "3"
    assert report.facts["aantal_deelnemers"] == "63"
    assert report.facts["aantal_stemmen"] == "291"
    assert report.facts["regio’s"].count(",") == 2


def test_an_extract_without_places_names_no_regions(example_store: Store) -> None:
    assert made(example_store, recipes.PARTNER_EXTRACT.slug).facts["regio’s"] == ""


def test_every_figure_has_its_numbers_in_a_table_behind_it(example_store: Store) -> None:
    report = made(example_store, recipes.CONSOLIDATED.slug)
    pairs = [
        (item, following)
        for section in report.sections
        for item, following in zip(section.items, section.items[1:], strict=False)
        if isinstance(item, Figure)
    ]

    assert pairs
    assert all(following == figure.table() for figure, following in pairs)
    assert len({table.caption for table in tables(report)}) == len(tables(report))


def test_the_fields_of_a_house_style_say_the_numbers_of_the_workspace(example_store: Store, tmp_path: Path) -> None:
    report = made(example_store, recipes.CONSOLIDATED.slug)
    template = house_styles.municipality(tmp_path / "gemeente.dotx")
    for _ in word.write(report, tmp_path / "r.docx", template=template, now=NOW):
        pass

    said = [paragraph.text for paragraph in Document(str(tmp_path / "r.docx")).paragraphs]
    assert "122 bouwstenen uit 3 sessies" in said
