import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot
from tests.ui.hands import told

from bouwstenen_app.domain.workshops import DONE, RUNNING, Workshop
from bouwstenen_app.services import preparing
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.models.workshops import BY_REGION, ITEM_ROLE
from bouwstenen_app.ui.places.sessions import SessionsPlace

RESOURCES = Path(__file__).parents[3] / "resources"
TODAY = datetime.date(2026, 11, 24)
Key = Qt.Key
Alt = Qt.KeyboardModifier.AltModifier

Opened = Callable[[Store], SessionsPlace]


@pytest.fixture
def opened(planned: Callable[..., SessionsPlace]) -> Opened:
    return lambda store: planned(store, backed_up=lambda: "vandaag, 13:02")


def sessions(store: Store) -> tuple[Workshop, ...]:
    return store.read(preparing.workshops)


def current(place: SessionsPlace, store: Store) -> Workshop:
    return store.read(preparing.workshop, place._current)


def labels(place: SessionsPlace) -> str:
    return "\n".join(label.text() for label in place.detail.findChildren(QLabel) if label.isVisible())


def in_table(
    place: SessionsPlace, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        QTest.keyClick(place.detail.agenda.view, key, held)


def type_in_cell(place: SessionsPlace, text: str) -> None:
    editor = place.detail.agenda.view.findChildren(QLineEdit)[-1]
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()  # an editor gives its text after the key, not in it


def test_an_empty_place_offers_to_make_a_session(opened: Opened, empty_store: Store) -> None:
    place = opened(empty_store)

    assert place.subtitle() == "Nog geen sessies"
    assert place._pages.empty.button is not None
    assert place._pages.empty.button.hasFocus()
    QTest.keyClick(place._pages.empty.button, Key.Key_Space)
    assert place.panel.title.hasFocus()


def test_a_session_is_made_with_the_keyboard_alone(opened: Opened, empty_store: Store) -> None:
    place = opened(empty_store)
    sentences = told(place)
    place.begin_new()
    QTest.keyClicks(place.panel.title, "Werksessie zorg & straf")
    QTest.keyClick(place.panel.title, Key.Key_Tab)
    QTest.keyClicks(place.panel.date.line, "24-11-2026")
    QTest.keyClick(place.panel.date.line, Key.Key_Tab)
    QTest.keyClicks(place.panel.region, "Kennemerland")
    QTest.keyClick(place.panel.region, Key.Key_Return)

    made = sessions(empty_store)[0]
    assert (made.title, made.date, made.region) == ("Werksessie zorg & straf", TODAY, "Kennemerland")
    assert [step.name for step in made.rounds] == ["Wat werkt al?", "Waar knelt het?"]
    assert sentences == ["Sessie “Werksessie zorg & straf” gemaakt"]
    assert place._current == made.id
    assert "di 24 november 2026" in labels(place)


def test_a_title_is_asked_for_and_a_wrong_date_is_said(opened: Opened, empty_store: Store) -> None:
    place = opened(empty_store)
    place.begin_new()
    QTest.keyClick(place.panel.title, Key.Key_Return)
    assert sessions(empty_store) == ()

    QTest.keyClicks(place.panel.title, "Proef")
    QTest.keyClicks(place.panel.date.line, "32 november")
    QTest.keyClick(place.panel.date.line, Key.Key_Return)
    assert sessions(empty_store) == ()
    assert not place.panel.date.readable


def test_the_list_says_when_where_and_how_many(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)

    assert place.subtitle() == "3 sessies · 3 regio’s"
    assert place.model.index(0).data(ITEM_ROLE) == "December 2025"
    said = place.model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "2 december 2025 · 41 bouwstenen · Veenhaven (voorbeeld)" in said
    assert "Afgerond" in said


def test_arrows_choose_a_session_and_search_and_groups_narrow_the_list(
    opened: Opened, example_store: Store
) -> None:
    place = opened(example_store)
    QTest.keyClick(place.list, Key.Key_Down)
    assert current(place, example_store).title.startswith("Kantelmomenten")

    QTest.keyClicks(place.search, "signaal")
    assert [one.title for one in place.model.shown()] == ["Van signaal naar samen handelen"]
    assert current(place, example_store).title == "Van signaal naar samen handelen"

    place.search.clear()
    place.model.group_by(BY_REGION)
    assert place.model.index(0).data(ITEM_ROLE) == "Regio Duinstreek-Zuid (voorbeeld)"

    QTest.keyClicks(place.search, "qqq")
    assert "Geen sessie" in place._pages.currentWidget().text()


def test_the_agenda_shows_its_times_total_and_end(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)

    assert place.steps.index(1, 0).data() == "13:40"
    assert place.steps.index(1, 4).data() == "30 min"
    assert "· 160 minuten, eindigt 16:10" in labels(place)


def test_a_round_is_added_renamed_and_timed_in_place(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Een",))
    place = opened(empty_store)
    place.detail.agenda.add_round.click()
    type_in_cell(place, "Wat werkt al?")

    step = current(place, empty_store).rounds[1]
    assert (step.number, step.name, step.minutes) == (2, "Wat werkt al?", 15)

    in_table(place, Key.Key_Right, Key.Key_Return)
    type_in_cell(place, "Waar vinden zorg en straf elkaar?")
    assert current(place, empty_store).rounds[1].question == "Waar vinden zorg en straf elkaar?"


def test_steps_move_and_go_and_come_back(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Een", "Twee", "Drie"))
    place = opened(empty_store)
    sentences = told(place)
    place.detail.agenda.show_step(2)
    in_table(place, Key.Key_Up, held=Alt)
    assert [step.name for step in current(place, empty_store).rounds] == ["Een", "Drie", "Twee"]

    in_table(place, Key.Key_Delete)
    assert [(s.number, s.name) for s in current(place, empty_store).rounds] == [(1, "Een"), (2, "Twee")]
    assert sentences == ["“Drie” uit het draaiboek gehaald"]

    place._desk.undo()
    assert [step.name for step in current(place, empty_store).rounds] == ["Een", "Drie", "Twee"]
    assert place.steps.rowCount() == 3


def test_particulars_are_edited_where_they_stand(opened: Opened, empty_store: Store, qtbot: QtBot) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef")
    place = opened(empty_store)
    place.detail.change.click()
    form = place.detail.form
    form.text_field("main_question").setFocus()
    QTest.keyClicks(form.text_field("main_question"), "Hoe dan?")
    form.start.line.setFocus()
    QTest.keyClicks(form.start.line, "1300")
    form.date.line.setFocus()
    QTest.keyClicks(form.date.line, "1 december 2026")
    form.text_field("agreements").setFocus()
    QTest.keyClicks(form.text_field("agreements"), "Geen namen")
    form.finish()

    read = current(place, empty_store)
    assert (read.main_question, read.start_time) == ("Hoe dan?", "13:00")
    assert read.date == datetime.date(2026, 12, 1)
    assert read.agreements == ("Geen namen",)


def test_an_empty_title_is_refused_and_the_old_one_stays(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef")
    place = opened(empty_store)
    sentences = told(place)
    place.detail.form.edited.emit("title", "  ")

    assert "titel" in sentences[0]
    assert current(place, empty_store).title == "Proef"


def test_organisations_come_in_with_a_number_and_never_a_name(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef")
    place = opened(empty_store)
    sentences = told(place)
    line = place.detail.people.line
    QTest.keyClicks(line, "politie 4")
    QTest.keyClick(line, Key.Key_Return)
    QTest.keyClicks(line, "Jan de Vries")
    QTest.keyClick(line, Key.Key_Return)

    read = current(place, empty_store)
    assert [(one.organisation, one.count) for one in read.attendance] == [("politie", 4)]
    assert read.participants == 4
    assert sentences == ["Typ het soort organisatie en het aantal, bijvoorbeeld: politie 4."]


def test_starting_a_session_opens_it_in_capture(opened: Opened, empty_store: Store) -> None:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    place = opened(empty_store)
    asked: list[str] = []
    place.open_workshop_asked.connect(asked.append)
    assert place.detail.start.text() == "Start sessie"
    place.detail.start.click()

    assert asked == [made]
    assert current(place, empty_store).state == RUNNING
    assert place.detail.start.text() == "Verder met vastleggen"


def test_a_session_without_a_date_that_starts_is_one_of_today(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef")
    place = opened(empty_store)
    place.detail.start.click()
    assert current(place, empty_store).date == TODAY
    empty_store.undo()
    assert current(place, empty_store).date is None


def test_a_session_that_starts_on_another_day_keeps_its_date(opened: Opened, empty_store: Store) -> None:
    planned = datetime.date(2026, 9, 1)
    empty_store.do("Sessie", preparing.create_workshop, title="Proef", on=planned)
    place = opened(empty_store)
    place.detail.start.click()
    assert current(place, empty_store).date == planned


def test_looking_at_a_finished_session_does_not_start_it_again(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    place.detail.start.click()

    assert current(place, example_store).state == DONE


def test_a_session_goes_to_the_bin_and_comes_back(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    sentences = told(place)
    place.detail.remove.click()

    assert len(sessions(example_store)) == 2
    assert "41 bouwstenen in de prullenbak" in sentences[0]
    assert len(place.model.shown()) == 2
    place._desk.undo()
    assert len(place.model.shown()) == 3


def test_what_is_ready_is_true(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=())
    text = labels(opened(empty_store))

    assert text.count("○") == 5
    assert "Klaar?\n· 0 van 11" in text
    assert "7 domeinen, 45 thema’s" in text
    assert "✓\nReservekopie van vandaag, 13:02" in text
