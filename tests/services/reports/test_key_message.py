import pytest
from tests.services.reports.telling import chapter, report_of, said, session, tables

from bouwstenen_app.domain.recipes import DECISIONS, KEY_MESSAGE
from bouwstenen_app.domain.report import Listing, Paragraph
from bouwstenen_app.services import boards, bundling
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store


def key_bundle(store: Store, *places: int, **fields: object) -> str:
    blocks = store.read(boards.select_blocks, Selection())
    bundle: str = store.do("Bundel", bundling.bundle_blocks, [blocks[n].id for n in places]).result
    store.do("Kern", bundling.edit_bundle, bundle, key=True, **fields)
    return bundle


def test_with_one_question_it_opens_with_that(empty_store: Store) -> None:
    session(empty_store, "Een !knelpunt", main_question="Hoe dan?", participants=1)
    (opening, *_) = said(chapter(report_of(empty_store, KEY_MESSAGE), "Kernboodschap")[0])

    assert opening == "De vraag was: “Hoe dan?” In 1 sessie haalde 1 deelnemer 1 bouwsteen op uit de praktijk."


def test_what_works_and_pinches_are_the_blocks_with_most_votes(empty_store: Store) -> None:
    session(empty_store, "Weinig !knelpunt +1", "Veel !knelpunt +5", "Geen !knelpunt", "Goed !werkt-goed +2")
    lines = said(chapter(report_of(empty_store, KEY_MESSAGE), "Kernboodschap")[0])

    assert lines[2:4] == ["Dit werkt al", "Goed (SE-004, 2 stemmen)"]
    assert lines[4:7] == ["Dit knelt", "Veel (SE-002, 5 stemmen)", "Weinig (SE-001, 1 stem)"]


def test_without_key_bundles_chances_stand_where_decisions_would(empty_store: Store) -> None:
    session(empty_store, "Een idee !idee +1")
    report = report_of(empty_store, KEY_MESSAGE, DECISIONS)

    assert "Hier liggen kansen" in report.text()
    assert "te besluiten" not in report.text()
    assert chapter(report, "Gevraagde besluiten") == []


def test_key_bundles_are_what_is_asked_and_each_is_a_decision(example_store: Store) -> None:
    key_bundle(
        example_store, 0, 60, title="Eén lijn", owner="Gemeenten", next_step="In maart beginnen.", why="Snel."
    )
    key_bundle(example_store, 1, title="Twee lijnen", owner="", next_step="")
    report = report_of(example_store, KEY_MESSAGE, DECISIONS)
    lines = said(chapter(report, "Kernboodschap")[0])
    section = chapter(report, "Gevraagde besluiten")[0]
    (table,) = tables(section)

    assert lines[-3:] == [
        "Dit vragen wij u te besluiten",
        "Eén lijn (K-01, in meer regio’s)",
        "Twee lijnen (K-02, eenmaal genoemd)",
    ]
    assert section.level == 2
    assert table[1][:4] == ["K-01 Eén lijn", "Snel.", "Gemeenten", "In maart beginnen."]
    assert table[2][1:4] == ["Eenmaal genoemd (1 bouwsteen)", "–", "–"]
    assert "een streepje betekent dat het nog niet is ingevuld" in said(section)[0]


def test_a_bundle_that_is_mostly_about_what_works_comes_before_single_blocks(empty_store: Store) -> None:
    asked = [f"Besluit {n} !idee +5" for n in range(3)]
    session(empty_store, *asked, "A !werkt-goed", "B !werkt-goed", "C !werkt-goed +9")
    for number in range(3):
        key_bundle(empty_store, number)
    key_bundle(empty_store, 3, 4, title="Samen goed")
    lines = said(chapter(report_of(empty_store, KEY_MESSAGE), "Kernboodschap")[0])

    at = lines.index("Dit werkt al")
    assert lines[at + 1 : at + 3] == ["Samen goed (K-04, eenmaal genoemd)", "C (SE-006, 9 stemmen)"]


def test_everything_it_says_can_be_written_anew(example_store: Store) -> None:
    section = chapter(report_of(example_store, KEY_MESSAGE), "Kernboodschap")[0]
    texts = [i for i in section.items if isinstance(i, Listing) or (isinstance(i, Paragraph) and i.role != "label")]

    sources = [item.source for item in texts]  # type: ignore[union-attr]
    assert all(source.startswith("text:kernboodschap:") for source in sources)
    assert len(set(sources)) == len(sources)


@pytest.mark.parametrize("many", [2, 5])
def test_it_names_three_decisions_and_counts_the_rest(example_store: Store, many: int) -> None:
    for number in range(many):
        key_bundle(example_store, number, title=f"Besluit {number}")
    lines = said(chapter(report_of(example_store, KEY_MESSAGE, DECISIONS), "Kernboodschap")[0])

    assert ("En nog 2 andere besluiten: zie Gevraagde besluiten." in lines) is (many == 5)
