from pathlib import Path

import pytest

from bouwstenen_app.domain.problems import Problem
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
    WallCard,
)
from bouwstenen_app.export import markdown

REPORT = Report(
    TitlePage("Bouwstenen *nu*", "2 bouwstenen", status="Concept", date="30 november 2026", notice="Voorbeeld"),
    (
        Section(
            "Kern",
            items=(
                Paragraph((Run("Wat horen we? "), Run("RH-001", link="rh-1"))),
                Paragraph((Run("Letterlijk.\nTwee regels."),), role="quote"),
                Listing(((Run("een"),), (Run("twee"),)), numbered=True),
                Table(
                    "Per soort", ("Soort", "Aantal"), ((Cell("a|b"), Cell("3", bold=True)),), numeric=frozenset({1})
                ),
                Figure("Figuur", (("idee", 4), ("risico", 2)), "Alt"),
            ),
            anchor="kern",
        ),
        Section(
            "Alle",
            2,
            (
                Card(
                    "Samen", "RH-001", "rh-1", (("", "Tekst."), ("Nodig:", "tijd")), "thema", "herkomst", "Niet zo."
                ),
            ),
        ),
        Section("Bijlage", numbered=False),
    ),
    cards=(
        WallCard("Titel", "Tekst", "idee", "thema", spoken_id="RH-001", prompts=(("Wat?", 2),), choices=("idee",)),
    ),
)


def test_the_whole_report_stands_in_it() -> None:
    assert markdown.text(REPORT).split("\n\n") == [
        "# Bouwstenen \\*nu\\*",
        "2 bouwstenen",
        "Status: Concept",
        "Datum: 30 november 2026",
        "**Voorbeeld**",
        "## Inhoud",
        "- [1 Kern](#b_kern)\n  - 1.1 Alle\n- Bijlage",
        '<a id="b_kern"></a>',
        "## 1 Kern",
        "Wat horen we? [RH-001](#b_rh_1)",
        "> Letterlijk.\\\n> Twee regels.",
        "1. een\n2. twee",
        "**Per soort**",
        "| Soort | Aantal |\n| --- | ---: |\n| a\\|b | **3** |",
        "**Figuur: de cijfers**",
        "| Soort | Aantal |\n| --- | ---: |\n| idee | 4 |\n| risico | 2 |",
        "### 1.1 Alle",
        '<a id="b_rh_1"></a>',
        "#### RH-001 Samen",
        "Tekst.",
        "**Nodig:** tijd",
        "> **Minderheidsstandpunt.** Niet zo.",
        "thema",
        "herkomst",
        "## Bijlage",
        "## Kaarten",
        "### RH-001 Titel",
        "Tekst",
        "idee · thema",
        "- Wat?",
        "- ☐ idee",
        "",
    ]


def test_it_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "uit.md"
    target.write_text("oud", "utf-8")
    work = markdown.write(REPORT, target)
    next(work)
    work.close()  # cancelled

    assert target.read_text("utf-8") == "oud"
    assert list(tmp_path.iterdir()) == [target]

    steps = list(markdown.write(REPORT, target))

    assert target.read_text("utf-8") == markdown.text(REPORT)
    assert steps[-1].done == steps[-1].total
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="bestaat niet"):
        list(markdown.write(REPORT, tmp_path / "weg" / "uit.md"))


def test_a_compact_report_has_no_contents() -> None:
    report = Report(REPORT.cover, REPORT.sections, compact=True)

    assert "Inhoud" not in markdown.text(report)
