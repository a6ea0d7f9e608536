import pytest
from tests.services.reports.telling import chapter, report_of, said, tables

from bouwstenen_app.domain.recipes import HEARD, NEW_THEMES, SYNERGY
from bouwstenen_app.services import boards, capturing, heard, saturation
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

FREE = Selection(releases=("vrij",), held_back=False)


@pytest.fixture
def partly(example_store: Store) -> Store:
    """Return the example in which some may not be shown."""
    blocks = example_store.read(boards.select_blocks, Selection())
    example_store.do("Achter", capturing.edit_blocks, [block.id for block in blocks[::7]], held_back=True)
    return example_store


def test_who_was_heard_is_the_figure_of_inzicht_over_what_is_shown(partly: Store) -> None:
    found = partly.read(heard.heard, FREE)
    regions, organisations, absent = tables(chapter(report_of(partly, HEARD), "Wie was er en wat is gehoord")[0])

    assert [(row[0], int(row[2]), int(row[3]), float(row[5].replace(",", "."))) for row in regions[1:]] == [
        (one.name, one.participants, one.blocks, round(one.votes / one.participants, 1)) for one in found.regions
    ]
    assert {row[0].casefold(): (row[3], row[4]) for row in organisations[1:]} == {
        one.name.casefold(): (str(one.blocks), "–" if one.about is None else str(one.about))
        for one in found.organisations
    }
    assert [(row[0], int(row[1])) for row in absent[1:]] == [(code.name, n) for code, n in found.absent[:10]]


def test_one_or_two_people_are_not_counted(example_store: Store) -> None:
    _, organisations, _ = tables(chapter(report_of(example_store, HEARD), "Wie was er en wat is gehoord")[0])
    people = {row[0]: row[1] for row in organisations[1:]}

    assert people["Openbaar Ministerie"] == "<3"
    assert people["Lokale teams"] == "13"
    assert not {"1", "2"} & {*people.values()}


def test_new_themes_per_session_are_those_of_inzicht(partly: Store) -> None:
    steps = partly.read(saturation.saturation, FREE)
    section = chapter(report_of(partly, NEW_THEMES), "Nieuwe thema’s per sessie")[0]
    (table,) = tables(section)

    assert [tuple(map(int, row[1:])) for row in table[1:]] == [
        (step.new, step.known, step.blocks, step.so_far) for step in steps
    ]
    assert said(section)[0].startswith(f"Na 3 sessies zijn {steps[-1].so_far} thema’s genoemd.")


def test_participants_stand_beside_the_domains_and_who_fits_none_is_told(example_store: Store) -> None:
    section = chapter(report_of(example_store, SYNERGY), "Samenhang tussen domeinen")[0]
    header, *_, people = tables(section)[0]

    assert people[0] == "Deelnemers"
    assert people[header.index("Veiligheid")] == "9"
    assert people[header.index("Landelijk en bestuur")] == "0"
    assert said(section)[2].endswith("Van 4 deelnemers past de organisatie niet bij één domein.")
