"""What the report says about few, about none, and about names."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Listing, Paragraph, Report, Table
from bouwstenen_app.export import word
from bouwstenen_app.export.checks import findings
from bouwstenen_app.folders import report_template
from bouwstenen_app.services import boards, capturing, preparing, reporting
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.reporting import Recipe
from bouwstenen_app.services.reports.pieces import lowered
from bouwstenen_app.storage.store import Store

NOW = datetime(2026, 11, 24, tzinfo=UTC)


def captured(store: Store, *lines: str, **workshop: object) -> str:
    identity: str = store.do("Sessie", preparing.create_workshop, **{"title": "De sessie", **workshop}).result
    for line in lines:
        store.do("Bouwsteen", capturing.capture, line, workshop=identity)
    return identity


def report_of(store: Store, recipe: Recipe | None = None) -> Report:
    return store.read(reporting.consolidated, recipe or Recipe(on=date(2026, 11, 24)))


def titles(report: Report) -> list[str]:
    return [section.title for section in report.sections]


def test_the_report_of_the_example_has_nothing_to_mend(example_store: Store, tmp_path: Path) -> None:
    target = tmp_path / "rapport.docx"
    for _ in word.write(report_of(example_store), target, template=report_template(), now=NOW):
        pass

    assert findings(target) == ()


def test_the_matrix_of_the_example_stays_on_an_upright_page(example_store: Store, tmp_path: Path) -> None:
    target = tmp_path / "rapport.docx"
    for _ in word.write(report_of(example_store), target, template=report_template(), now=NOW):
        pass

    assert b"landscape" not in word.ZipFile(target).read("word/document.xml")


def test_the_report_opens_with_what_works_what_pinches_and_what_could_be_done(example_store: Store) -> None:
    opening = report_of(example_store).sections[0]
    labels = [i.runs[0].text for i in opening.items if isinstance(i, Paragraph) and i.role == "label"]

    assert opening.title == "Kernboodschap"
    assert labels == ["Dit werkt al", "Dit knelt", "Hier liggen kansen"]


def test_the_main_questions_stand_with_the_reason_for_the_report(example_store: Store) -> None:
    reason = next(s for s in report_of(example_store).sections if s.title == "Aanleiding en vraag")
    asked = ["".join(run.text for run in runs) for i in reason.items if isinstance(i, Listing) for runs in i.items]

    for workshop in example_store.read(preparing.workshops):
        assert f"{workshop.title}: {workshop.main_question}" in asked


def test_few_participants_of_a_kind_are_named_without_their_number(example_store: Store) -> None:
    glance = next(s for s in report_of(example_store).sections if s.title == "In één oogopslag")
    people = next(i for i in glance.items if isinstance(i, Table) and i.header[0] == "Organisatie")

    assert min(int(row[1].text) for row in people.rows) >= 3
    assert "met elk minder dan 3 deelnemers: " in report_of(example_store).text()
    assert "Openbaar Ministerie" in report_of(example_store).text()


def test_names_of_domains_keep_their_capitals(example_store: Store) -> None:
    text = report_of(example_store).text()

    assert "Vaakst genoemde domeinen: Sociaal domein (29), Advies en meldpunt (15), Veiligheid (13)." in text
    assert "Sociaal domein en Advies en meldpunt staan het vaakst samen: in 56 bouwstenen." in text
    assert "openbaar ministerie" not in text


@pytest.mark.parametrize(
    ("name", "found"),
    [("Werkt goed", "werkt goed"), ("OM-zaak", "OM-zaak"), ("Cliënt: pleger", "cliënt: pleger"), ("", "")],
)
def test_a_name_in_a_sentence_begins_small_unless_it_is_an_abbreviation(name: str, found: str) -> None:
    assert lowered(name) == found


def test_one_block_is_told_in_the_singular(empty_store: Store) -> None:
    captured(empty_store, "Kaal @politie @ggz #kantelmomenten")
    text = report_of(empty_store).text()

    assert "In 1 sessie is 1 bouwsteen opgehaald." in text
    assert "De bouwsteen verbindt twee of meer hoofddomeinen." in text
    assert "Over dit thema is in 1 sessie 1 bouwsteen opgehaald. Draagvlak: eenmaal genoemd." in text
    assert "De bouwsteen komt uit 1 sessie." in text
    assert "Hier staat de bouwsteen zoals die in de sessie is vastgelegd." in text
    assert "Waar gaan de bouwstenen over?" not in text
    assert "stem" not in text.replace("fstemm", "")


def test_of_one_block_it_is_told_what_it_says(empty_store: Store) -> None:
    captured(empty_store, "Samen @politie #kantelmomenten !werkt-goed +1")
    text = report_of(empty_store).text()

    assert "De bouwsteen zegt wat al werkt." in text
    assert "Deze bouwsteen zegt wat al werkt." in text


def test_one_block_that_is_left_out_is_told_in_the_singular(empty_store: Store) -> None:
    captured(empty_store, "Een", "Twee")
    first = empty_store.read(boards.select_blocks, Selection())[0]
    empty_store.do("Achter", capturing.edit_block, first.id, held_back=True)

    assert "1 bouwsteen is weggelaten, omdat die wordt achtergehouden" in report_of(empty_store).text()


def test_one_vote_is_a_vote(empty_store: Store) -> None:
    captured(empty_store, "Een #kantelmomenten", "Twee")
    first = empty_store.read(boards.select_blocks, Selection())[0]
    empty_store.do("Stem", capturing.edit_block, first.id, votes=1)
    text = report_of(empty_store).text()

    assert "zijn 2 bouwstenen opgehaald en 1 stem verdeeld." in text
    assert "goed voor 1 stem." in text
    assert "1 van 1 stem" in text


def test_parts_without_anything_to_say_are_left_out_and_named(empty_store: Store) -> None:
    captured(empty_store, "Kaal")
    report = report_of(empty_store)

    assert titles(report) == [
        "Kernboodschap",
        "In één oogopslag",
        "Aanleiding en vraag",
        "Aanpak en verantwoording",
        "Bijlage A: alle bouwstenen",
        "Nog zonder thema",
        "De sessie",
        "Bijlage B: sessies",
    ]
    assert (
        "Niet opgenomen, omdat er niets over is vastgelegd: “Gevraagde besluiten”, “Kernbouwstenen”, “Beeld per "
        "thema”, “Samenhang tussen domeinen”, “Thema’s en domeinen”, “Kantelmomenten en levensfasen”, “Stem van "
        "ervaringsdeskundigen en cliënten”, “Prioriteiten en volgorde”, “Risico’s en voorwaarden”, “Per partner: "
        "wat wordt gevraagd”, “Afstemming”, “Vervolg”, “Bijlage: codeboek”, “Bijlage: begrippen en afkortingen” "
        "en “Bijlage: samengevoegd en teruggetrokken”." in report.text()
    )


def test_a_report_of_only_empty_parts_is_a_problem(empty_store: Store) -> None:
    captured(empty_store, "Kaal")

    with pytest.raises(Problem, match="Kies meer onderdelen"):
        report_of(empty_store, Recipe(sections=("matrix",)))


def test_a_table_of_sessions_has_no_column_of_dashes(empty_store: Store) -> None:
    captured(empty_store, "Kaal")
    tables = [i for s in report_of(empty_store).sections for i in s.items if isinstance(i, Table)]

    assert [table.header for table in tables] == [("Sessie", "Bouwstenen")]


def test_many_white_spots_are_counted_and_few_are_named(empty_store: Store, example_store: Store) -> None:
    captured(empty_store, "Samen @politie #kantelmomenten", "Apart @ggz #kantelmomenten")

    assert "In de tabel zijn 68 van de 70 vakken leeg." in report_of(empty_store).text()
    assert "Geen enkele combinatie van een thema en een domein komt vaker" in report_of(empty_store).text()
    assert "In de tabel ontbreken 8 combinaties" in report_of(example_store).text()


def test_titles_in_another_script_emoji_and_long_ones_make_a_sound_document(
    empty_store: Store, tmp_path: Path
) -> None:
    captured(
        empty_store,
        "Emoji 👩‍👩‍👧 en שלום עולם en مرحبا @politie #kantelmomenten",
        f"{'Een titel die doorgaat ' * 13}#kantelmomenten",
        "W" * 300,
        title="Sessie " * 40,
    )
    target = tmp_path / "rapport.docx"
    recipe = Recipe(title="Rapport over alles wat er gezegd is " * 9, on=date(2026, 11, 24))
    for _ in word.write(report_of(empty_store, recipe), target, template=report_template(), now=NOW):
        pass

    assert findings(target) == ()
