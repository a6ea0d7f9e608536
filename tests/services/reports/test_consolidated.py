from dataclasses import replace
from pathlib import Path
from typing import Any

from tests.services.reports.telling import chapter, report_of, said, session

from bouwstenen_app.domain.recipes import (
    BACKGROUND,
    CONSOLIDATED,
    DECISIONS,
    FIGURES,
    HEARD,
    IN_CONSOLIDATED,
    KEY_MESSAGE,
    MATRIX,
    NEW_THEMES,
    SYNERGY,
    Recipe,
)
from bouwstenen_app.domain.report import Listing, Report
from bouwstenen_app.services import bundling, capturing, examples, preparing, recipes, reporting
from bouwstenen_app.services.boards import Selection, select_blocks
from bouwstenen_app.services.reports import consolidated
from bouwstenen_app.storage.opening import Surroundings, create
from bouwstenen_app.storage.store import Store


def chapters(report: Report) -> list[str]:
    return [section.title for section in report.sections if section.level == 1]


def test_every_part_of_the_kind_is_written_by_something() -> None:
    assert {*IN_CONSOLIDATED} - {*consolidated.PARTS} == {"verantwoording"}
    assert CONSOLIDATED.usual == tuple(name for name in IN_CONSOLIDATED if name not in (HEARD, NEW_THEMES))


def test_the_chapters_stand_in_their_order_and_the_appendices_have_letters(example_store: Store) -> None:
    blocks = example_store.read(select_blocks, Selection())
    example_store.do("Weg", capturing.remove_blocks, [blocks[3].id])
    one = example_store.do("Bundel", bundling.bundle_blocks, [blocks[0].id]).result
    example_store.do("Kern", bundling.edit_bundle, one, key=True, next_step="Beginnen.")

    assert chapters(report_of(example_store)) == [
        "Kernboodschap",
        "Kernbouwstenen",
        "Aanleiding en vraag",
        "Aanpak en verantwoording",
        "Beeld per thema",
        "Samenhang tussen domeinen",
        "Kantelmomenten en levensfasen",
        "Stem van ervaringsdeskundigen en cliënten",
        "Prioriteiten en volgorde",
        "Risico’s en voorwaarden",
        "Per partner: wat wordt gevraagd",
        "Vervolg",
        "Bijlage A: alle bouwstenen",
        "Bijlage B: sessies",
        "Bijlage C: codeboek",
        "Bijlage D: begrippen en afkortingen",
        "Bijlage E: samengevoegd en teruggetrokken",
    ]


def test_a_part_is_a_section_of_the_one_it_belongs_under_only_right_behind_it(example_store: Store) -> None:
    under = report_of(example_store, KEY_MESSAGE, DECISIONS, FIGURES, SYNERGY, MATRIX)
    alone = report_of(example_store, BACKGROUND, FIGURES, KEY_MESSAGE, MATRIX, SYNERGY)

    assert [(s.title, s.level) for s in under.sections] == [
        ("Kernboodschap", 1),
        ("In één oogopslag", 2),
        ("Samenhang tussen domeinen", 1),
        ("Waar gaan de bouwstenen over?", 2),
        ("Witte vlekken", 3),
    ]
    assert chapters(alone)[1:4] == ["In één oogopslag", "Kernboodschap", "Waar gaan de bouwstenen over?"]


def test_many_sections_of_an_appendix_stand_under_small_headings(example_store: Store) -> None:
    def levels() -> list[int]:
        return [section.level for section in chapter(report_of(example_store), "Bijlage B: sessies")]

    assert levels() == [1, 2, 2, 2]
    for number in range(5):
        session(example_store, "Iets", title=f"Sessie {number}", main_question="Hoe?")
    assert levels() == [1]


def test_the_body_does_not_grow_with_the_number_of_blocks(
    tmp_path: Path, around: Surroundings, codebook_file: dict[str, Any], sessions_file: dict[str, Any]
) -> None:
    def words(times: int) -> int:
        store = create(tmp_path / f"{times}.bouwstenen", around)
        many = sessions_file | {"sessies": sessions_file["sessies"] * times}
        store.begin("Voorbeeld", examples.fill_example, codebook_file, many)
        report = report_of(store)
        store.close()
        end = next(n for n, section in enumerate(report.sections) if section.title.startswith("Bijlage A"))
        return len(replace(report, sections=report.sections[:end]).text().split())

    assert words(8) < 1.1 * words(1)


def test_figures_of_insight_are_written_when_they_are_turned_on(example_store: Store) -> None:
    assert {"Wie was er en wat is gehoord", "Nieuwe thema’s per sessie"}.isdisjoint(
        chapters(report_of(example_store))
    )
    assert chapters(report_of(example_store, HEARD, NEW_THEMES)) == [
        "Wie was er en wat is gehoord",
        "Nieuwe thema’s per sessie",
    ]


def test_a_text_of_the_writer_takes_the_place_of_a_list_that_was_written_for_them(example_store: Store) -> None:
    recipe = example_store.read(recipes.standard, CONSOLIDATED.slug)
    text = "Eerst dit.\nDan dat."
    example_store.do("Tekst", recipes.write_passage, recipe.id, "text:kernboodschap:knelt", text)
    report = example_store.read(reporting.consolidated, Recipe(id=recipe.id))
    opening = chapter(report, "Kernboodschap")[0]
    (listing,) = (
        item for item in opening.items if isinstance(item, Listing) and item.source == "text:kernboodschap:knelt"
    )

    assert [runs[0].text for runs in listing.items] == ["Eerst dit.", "Dan dat."]


def test_nothing_is_said_twice_under_one_source(example_store: Store) -> None:
    example_store.do("Sessie", preparing.create_workshop, title="Zonder bouwstenen")
    sources = [
        item.source
        for section in report_of(example_store).sections
        for item in section.items
        if not section.title.startswith("Kernbouwsteen") and getattr(item, "source", "").startswith("text:")
    ]

    assert len(sources) == len({*sources})
    assert len(sources) > 30


def test_what_is_written_for_a_bare_workspace_says_only_what_is_there(empty_store: Store) -> None:
    session(empty_store, "Kaal")
    report = report_of(empty_store)

    assert chapters(report) == [
        "Kernboodschap",
        "Aanleiding en vraag",
        "Aanpak en verantwoording",
        "Bijlage A: alle bouwstenen",
        "Bijlage B: sessies",
    ]
    assert said(chapter(report, "Kernboodschap")[0])[0] == "In 1 sessie is 1 bouwsteen opgehaald uit de praktijk."
