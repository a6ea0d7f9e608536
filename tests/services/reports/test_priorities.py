from tests.services.reports.telling import chapter, report_of, said, session, tables

from bouwstenen_app.domain.recipes import PRIORITIES
from bouwstenen_app.storage.store import Store

TITLE = "Prioriteiten en volgorde"


def test_steps_stand_against_votes_of_their_own_session(empty_store: Store) -> None:
    session(empty_store, "A #stap-1-idee +4", "B #stap-1-idee +1", "C #stap-3-beproeven", "D", title="Een")
    session(empty_store, "E #stap-1-idee +40", "F #stap-5-geborgd +40", title="Twee", region="Noord")
    (section,) = chapter(report_of(empty_store, PRIORITIES), TITLE)
    (grid,) = tables(section)

    assert grid[0] == ["Stap", "Weinig stemmen", "Gemiddeld", "Veel stemmen"]
    assert grid[1] == ["Stap 1: idee", "–", "NO-001, EE-002", "EE-001"]
    assert grid[3] == ["Stap 3: beproeven", "EE-003", "–", "–"]
    assert grid[5] == ["Stap 5: geborgd", "–", "NO-002", "–"]
    assert said(section)[0].endswith("Van 1 bouwsteen is die niet bekend.")


def test_a_cell_names_six_and_counts_the_rest(empty_store: Store) -> None:
    session(empty_store, *(f"Idee {n} #stap-1-idee" for n in range(9)))
    (grid,) = tables(chapter(report_of(empty_store, PRIORITIES), TITLE)[0])

    assert grid[1] == ["Stap 1: idee", "SE-001, SE-002, SE-003, SE-004, SE-005, SE-006 en nog 3"]


def test_what_was_tried_and_is_near_can_begin_tomorrow(empty_store: Store) -> None:
    session(
        empty_store,
        "Kan #stap-4-werkt-in-praktijk #niveau-lokaal >> Gewoon doen.",
        "Te hoog #stap-4-werkt-in-praktijk #niveau-landelijk >> Wet wijzigen.",
        "Te vroeg #stap-1-idee #niveau-lokaal >> Bedenken.",
        "Knelt #stap-3-beproeven #niveau-casus !knelpunt >> Klagen.",
        "Zonder stap #stap-5-geborgd #niveau-lokaal",
    )
    lines = said(chapter(report_of(empty_store, PRIORITIES), TITLE)[0])

    at = lines.index("Morgen mee beginnen (geen besluit nodig)")
    assert lines[at + 2 :] == ["Gewoon doen (SE-001)"]


def test_without_steps_there_is_no_chapter(empty_store: Store) -> None:
    session(empty_store, "Kaal +3")
    assert chapter(report_of(empty_store), TITLE) == []
