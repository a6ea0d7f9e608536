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


def test_the_text_of_a_report_holds_every_word_in_reading_order() -> None:
    report = Report(
        TitlePage("Titel", "Ondertitel", "concept", "24 november 2026", "facilitator", "intern", "Voorbeeld"),
        (
            Section(
                "Eerste",
                items=(
                    Paragraph((Run("Een "), Run("alinea", bold=True))),
                    Listing(((Run("punt "), Run("een", link="a")), (Run("punt twee"),))),
                ),
            ),
            Section(
                "Tweede",
                2,
                (
                    Table("Tabel", ("Wat", "Aantal"), ((Cell("rij"), Cell("3")),), "beschrijving"),
                    Figure("Figuur", (("staaf", 4),), "beschrijving"),
                    Card("Bouwsteen", "RH-001", "b", (("", "uitleg"), ("Nodig.", "geld")), "Politie", "Herkomst"),
                ),
            ),
        ),
    )

    assert report.text().splitlines() == [
        "Titel", "Ondertitel", "concept", "24 november 2026", "facilitator", "intern", "Voorbeeld",
        "Eerste", "Een alinea", "punt een", "punt twee",
        "Tweede", "Tabel", "Wat | Aantal", "rij | 3", "Figuur", "staaf: 4",
        "RH-001 Bouwsteen", "uitleg", "Nodig. geld", "Politie", "Herkomst",
    ]  # fmt: skip


def test_what_a_title_page_leaves_out_leaves_no_empty_line() -> None:
    assert Report(TitlePage("Titel"), ()).text() == "Titel"


def test_a_card_without_tags_and_provenance_says_only_what_it_has() -> None:
    report = Report(TitlePage("T"), (Section("S", items=(Card("Kaart", "", "a", ()),)),))

    assert report.text().splitlines() == ["T", "S", "Kaart"]
