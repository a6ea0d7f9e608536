from dataclasses import replace

from bouwstenen_app.domain.report import (
    Card,
    Cell,
    Figure,
    Listing,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    TitlePage,
)
from bouwstenen_app.ui.widgets.report_html import CARDS_AT_MOST, chapters

COVER = TitlePage("Titel <1>", subtitle="Onder", status="Concept", notice="Voorbeeld")


def _card(number: int) -> Card:
    return Card(
        f"Kaart {number}", f"RH-{number:03d}", "", (("Nodig.", "Tijd"),), tags="Zorg", provenance="Herkomst"
    )


def test_each_chapter_begins_a_page_after_title_and_contents() -> None:
    sections = (Section("Een"), Section("Een A", level=2), Section("Twee"), Section("Bijlage", numbered=False))
    made = list(chapters(Report(COVER, sections)))

    assert len(made) == 2 + 3
    assert "Titel &lt;1&gt;" in made[0]
    assert "1 Een" in made[1]
    assert "1.1 Een A" in made[2]
    assert "<h1>2 Twee</h1>" in made[3]
    assert "<h1>Bijlage</h1>" in made[4]


def test_every_kind_of_item_is_on_the_page() -> None:
    items = (
        Paragraph((Run("vet", bold=True), Run(" en <scheef>", italic=True)), role="lead"),
        Listing(((Run("punt"),),)),
        Table("Tabel", ("Wat", "Aantal"), ((Cell("Zorg"), Cell("5", shade=5, bold=True)),), numeric=frozenset({1})),
        Figure("Figuur", (("Idee", 3), ("Risico", 0)), "beschrijving"),
        replace(_card(1), minority="Nee, niet altijd."),
    )
    page = list(chapters(Report(COVER, (Section("Een", items=items),))))[-1]

    for text in (
        "<b>vet</b>",
        "&lt;scheef&gt;",
        "<li>punt</li>",
        "Tabel",
        "Zorg",
        "Figuur",
        "Kaart 1 (RH-001)",
        "Tijd",
        "<b>Minderheidsstandpunt.</b> Nee, niet altijd.",
    ):
        assert text in page


def test_very_many_cards_are_cut_and_that_is_said() -> None:
    section = Section("Een", items=tuple(_card(number) for number in range(CARDS_AT_MOST + 5)))
    page = list(chapters(Report(COVER, (section,))))[-1]

    assert page.count("<h3>") == CARDS_AT_MOST
    assert "En nog 5 bouwstenen; ze staan allemaal in het Word-bestand." in page


def test_a_report_without_sections_is_only_a_title_page() -> None:
    assert len(list(chapters(Report(COVER, ())))) == 1
