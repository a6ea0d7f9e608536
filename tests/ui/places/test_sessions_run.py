"""Before, during and after a session in *Sessies*: the checklist, starting and ending, and how late it is."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QSpinBox, QWidget
from tests.ui.clocks import DayClock
from tests.ui.hands import told

from bouwstenen_app.domain import readiness
from bouwstenen_app.domain.timer import RoundTimer
from bouwstenen_app.domain.workshops import DONE, PREPARING, RUNNING, Workshop
from bouwstenen_app.services import attendance, capturing, formats, preparing
from bouwstenen_app.services.formats import FormatFolders
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.models.agenda import NOW_ROLE
from bouwstenen_app.ui.models.workshops import BY_STATE, ITEM_ROLE
from bouwstenen_app.ui.places.sessions import SOON, SessionsPlace
from bouwstenen_app.ui.remembered import LAST_ROUND, TIMER

RESOURCES = Path(__file__).parents[3] / "resources"
TODAY = datetime.date(2026, 11, 24)
Key = Qt.Key
Ctrl, Shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


Opened = Callable[[Store], SessionsPlace]


@pytest.fixture
def clock() -> DayClock:
    return DayClock(TODAY, "12:45")


@pytest.fixture
def opened(planned: Callable[..., SessionsPlace], clock: DayClock) -> Opened:
    return lambda store: planned(store, clock=clock)


@pytest.fixture
def prepared(empty_store: Store) -> str:
    """A session of two hours, ready to begin at one o'clock."""
    two_hours = formats.known(FormatFolders(RESOURCES / "formats", Path("er-is-niets"))).formats[0]
    made = empty_store.do("Sessie", preparing.create_from_format, two_hours, title="Dinsdag", on=TODAY).result
    empty_store.do("Tijd", preparing.edit_workshop, made, start_time="13:00")
    empty_store.do("Wie", attendance.set_attendance, made, "politie", 4)
    return made


def current(place: SessionsPlace, store: Store) -> Workshop:
    return store.read(preparing.workshop, place._current)


def labels(place: SessionsPlace) -> str:
    return "\n".join(label.text() for label in place.detail.findChildren(QLabel) if label.isVisible())


def press(place: SessionsPlace, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    focused = QApplication.focusWidget() or place
    QTest.keyClick(focused, key, held)


# -- the checklist


def test_the_checklist_says_what_is_there_and_what_is_missing(
    opened: Opened, empty_store: Store, prepared: str
) -> None:
    text = labels(opened(empty_store))

    assert "Klaar?\n· 5 van 11" in text
    assert "Di 24 november 2026, 13:00" in text
    assert "Het draaiboek past: 115 van 120 minuten" in text
    assert "Elke ronde heeft een vraag" in text
    assert "4 deelnemers uit 1 soort organisatie" in text
    assert "4 stemmen per deelnemer, meer op één bouwsteen mag; eerst stil" in text


def test_a_point_is_ticked_with_the_keyboard_and_comes_back_with_undo(
    opened: Opened, empty_store: Store, prepared: str
) -> None:
    place = opened(empty_store)
    place.detail.check.setFocus()
    QTest.keyClick(place.detail.check, Key.Key_Space)
    box = place.detail.ready.boxes[readiness.ROOM]
    assert box.hasFocus()

    QTest.keyClick(box, Key.Key_Space)
    assert current(place, empty_store).checked == (readiness.ROOM,)
    assert place.detail.check.text() == "Klaar? 6 van 11"
    assert empty_store.undoable().label == "Afgevinkt: Ruimte en tafels staan klaar"
    QTest.keyClick(box, Key.Key_Space)
    assert current(place, empty_store).checked == ()

    place._desk.undo()
    assert box.isChecked()
    place._desk.undo()
    assert not box.isChecked()


@pytest.mark.parametrize(
    ("point", "lacking"),
    [
        (readiness.MOMENT, {"start_time": ""}),
        (readiness.MOMENT, {"date": ""}),
        (readiness.AGENDA, {"minutes": 0}),
        (readiness.VOTES, {"votes_each": 0, "vote_rule": ""}),
    ],
)
def test_an_open_point_brings_you_to_its_field(
    opened: Opened, empty_store: Store, prepared: str, point: str, lacking: dict[str, object]
) -> None:
    empty_store.do("Weg", preparing.edit_workshop, prepared, **lacking)
    place = opened(empty_store)
    form = place.detail.form
    QTest.keyClick(place.detail.ready.row(point).button, Key.Key_Space)

    wanted = {
        "start_time": form.start.line,
        "date": form.date.line,
        "minutes": form.end.line,
        "votes_each": form.votes,
    }
    assert form.isVisible()
    assert wanted[next(iter(lacking))].hasFocus()


def test_a_round_without_a_question_opens_to_type_it(opened: Opened, empty_store: Store, prepared: str) -> None:
    second = empty_store.read(preparing.workshop, prepared).numbered_rounds[1]
    empty_store.do("Leeg", preparing.edit_round, second.id, question="", minutes=0)
    place = opened(empty_store)
    assert "1 ronde heeft nog geen vraag ›" in place.detail.ready.row(readiness.QUESTIONS).button.text()
    QTest.keyClick(place.detail.ready.row(readiness.QUESTIONS).button, Key.Key_Space)
    editor = place.detail.agenda.view.findChildren(QLineEdit)[-1]
    QTest.keyClicks(editor, "Waar?")
    QTest.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()
    assert current(place, empty_store).numbered_rounds[1].question == "Waar?"

    assert "Van 1 onderdeel ontbreekt de duur" in place.detail.ready.row(readiness.AGENDA).button.text()
    QTest.keyClick(place.detail.ready.row(readiness.AGENDA).button, Key.Key_Space)
    assert place.detail.agenda.view.findChildren(QSpinBox)


def test_who_comes_and_the_first_round_are_asked_for_where_they_stand(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=())
    place = opened(empty_store)
    QTest.keyClick(place.detail.ready.row(readiness.PEOPLE).button, Key.Key_Space)
    assert place.detail.people.line.hasFocus()
    for point in (readiness.QUESTIONS, readiness.AGENDA):
        QTest.keyClick(place.detail.ready.row(point).button, Key.Key_Space)
        assert place.detail.agenda.add_round.hasFocus()


def test_an_agenda_that_is_too_long_is_said(opened: Opened, empty_store: Store, prepared: str) -> None:
    empty_store.do("Kort", preparing.edit_workshop, prepared, minutes=100)
    place = opened(empty_store)
    QTest.keyClick(place.detail.ready.row(readiness.AGENDA).button, Key.Key_Space)

    assert place.detail.ready.row(readiness.AGENDA).button.text() == "Het draaiboek loopt 15 minuten uit ›"
    assert place.detail.agenda.view.hasFocus()


# -- starting and ending


def test_a_key_starts_the_session_whatever_the_checklist_says(
    opened: Opened, empty_store: Store, prepared: str
) -> None:
    place = opened(empty_store)
    asked: list[str] = []
    place.open_workshop_asked.connect(asked.append)
    assert current(place, empty_store).state == PREPARING
    assert not place.detail.finish.isVisible()
    press(place, Key.Key_Return, Ctrl)

    assert asked == [prepared]
    assert current(place, empty_store).state == RUNNING
    assert empty_store.undoable().label == "Sessie “Dinsdag” gestart"
    press(place, Key.Key_Return, Ctrl)
    assert asked == [prepared, prepared]


def test_what_is_half_typed_is_kept_when_the_session_starts(
    opened: Opened, empty_store: Store, prepared: str
) -> None:
    place = opened(empty_store)
    place.detail.change.click()
    question = place.detail.form.text_field("main_question")
    question.setFocus()
    QTest.keyClicks(question, "Hoe dan?")
    press(place, Key.Key_Return, Ctrl)

    assert current(place, empty_store).main_question == "Hoe dan?"


def test_a_key_ends_the_session_and_undo_lets_it_run_again(
    opened: Opened, empty_store: Store, prepared: str
) -> None:
    place = opened(empty_store)
    sentences = told(place)
    press(place, Key.Key_E, Ctrl | Shift)
    assert current(place, empty_store).state == PREPARING

    press(place, Key.Key_Return, Ctrl)
    assert place.detail.finish.isVisible()
    press(place, Key.Key_E, Ctrl | Shift)
    assert current(place, empty_store).state == DONE
    assert sentences == ["Sessie “Dinsdag” afgerond"]
    assert not place.detail.ready.isVisible()
    place._desk.undo()
    assert current(place, empty_store).state == RUNNING


def test_the_focus_goes_on_when_the_button_that_had_it_is_gone(
    opened: Opened, empty_store: Store, prepared: str
) -> None:
    place = opened(empty_store)
    press(place, Key.Key_Return, Ctrl)
    place.detail.finish.setFocus()
    QTest.keyClick(place.detail.finish, Key.Key_Space)

    assert place.detail.start.hasFocus()


def test_sessions_stand_under_their_state_and_are_found_by_it(
    opened: Opened, example_store: Store, prepared: str
) -> None:
    example_store.do("Sessie", preparing.create_workshop, title="Nog te doen")
    place = opened(example_store)
    place.side.group._buttons[BY_STATE].click()
    lines = [place.model.index(row).data(ITEM_ROLE) for row in range(place.model.rowCount())]
    assert [line for line in lines if isinstance(line, str)] == ["In voorbereiding", "Afgerond"]

    QTest.keyClicks(place.search, "afgerond signaal")
    assert [one.title for one in place.model.shown()] == ["Van signaal naar samen handelen"]


# -- the vote rule


def test_the_vote_rule_and_the_tables_are_typed(opened: Opened, empty_store: Store, prepared: str) -> None:
    place = opened(empty_store)
    place.detail.change.click()
    form = place.detail.form
    for field, text in ((form.votes, "5"), (form.tables, "6")):
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Key.Key_Return)
    QTest.keyClick(form.stack, Key.Key_Space)

    read = current(place, empty_store)
    assert (read.votes_each, read.votes_stack, read.tables) == (5, False, 6)
    assert empty_store.undoable().label == "Stemregel van de sessie gewijzigd"
    assert "5 stemmen per deelnemer, op elke bouwsteen hoogstens één" in labels(place)
    form.votes.setFocus()
    form.votes.selectAll()
    QTest.keyClicks(form.votes, "0")
    QTest.keyClick(form.votes, Key.Key_Return)
    assert current(place, empty_store).votes_each == 0
    assert form.votes.text() == "niet afgesproken"


# -- running late


def late(place: SessionsPlace) -> str:
    place.pace.refresh()
    return place.detail._pace.text() if place.detail._pace.isVisible() else ""


def test_the_agenda_says_live_how_late_it_is(
    opened: Opened, empty_store: Store, prepared: str, clock: DayClock
) -> None:
    place = opened(empty_store)
    assert late(place) == ""
    press(place, Key.Key_Return, Ctrl)
    assert late(place) == ""

    clock.set("13:12")
    assert late(place) == "Nu: “Wat werkt al?”, volgens plan tot 13:30. Op tijd."
    assert place.steps.index(1, 0).data(NOW_ROLE)
    assert place.steps.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "13:10, nu"
    clock.set("13:34")
    assert late(place) == (
        "Nu: “Wat werkt al?”, volgens plan tot 13:30. 4 minuten achter op de agenda. "
        "Het eind blijft 15:00: er is nog speling."
    )
    clock.set("13:42")
    assert "12 minuten achter op de agenda. Eind wordt 15:07 in plaats van 15:00." in late(place)
    assert place.detail._pace.property("kind") == "warn"


def test_the_round_and_the_timer_of_vastleggen_count(
    opened: Opened, empty_store: Store, prepared: str, clock: DayClock
) -> None:
    place = opened(empty_store)
    press(place, Key.Key_Return, Ctrl)
    second = current(place, empty_store).numbered_rounds[1]
    place._desk.remember(LAST_ROUND + prepared, second.id)
    clock.set("13:40")
    assert "Nu: “Waar knelt het?”" in late(place)

    place._desk.remember(TIMER + prepared, RoundTimer.start(20, clock(), round=second.id).written())
    assert "10 minuten achter op de agenda" in late(place)
    place._desk.remember(TIMER + prepared, RoundTimer.start(20, clock() - 720, round=second.id).written())
    assert "2 minuten voor op de agenda" in late(place)


def test_nothing_is_late_once_the_session_is_over(
    opened: Opened, empty_store: Store, prepared: str, clock: DayClock
) -> None:
    place = opened(empty_store)
    press(place, Key.Key_Return, Ctrl)
    clock.set("14:00")
    assert late(place)
    press(place, Key.Key_E, Ctrl | Shift)

    assert late(place) == ""
    assert not place.steps.index(1, 0).data(NOW_ROLE)


def test_a_copy_to_read_shows_the_checklist_and_changes_nothing(
    opened: Opened, empty_store: Store, prepared: str, around: Surroundings
) -> None:
    reader = open_store(empty_store.path, around)
    assert reader.read_only
    place = opened(reader)
    assert not place.detail.ready.boxes[readiness.ROOM].isEnabled()
    assert [command.keys for command in place.commands()][:1] == ["Ctrl+E"]
    reader.close()


def test_the_palette_offers_what_can_be_done_now(opened: Opened, empty_store: Store, prepared: str) -> None:
    place = opened(empty_store)
    assert [command.words for command in place.commands()][:2] == ["Nieuwe sessie", "Start sessie"]
    press(place, Key.Key_Return, Ctrl)
    words = [command.words for command in place.commands()]
    assert words[1:4] == ["Verder met vastleggen", "Sessie afronden", "Terugkoppelverslag naar Word"]


# -- with the keyboard alone


def tab_to(wanted: QWidget, most: int = 40) -> None:
    """Press Tab until a widget has the focus."""
    for _ in range(most):
        if wanted.hasFocus():
            return
        QTest.keyClick(focused(), Key.Key_Tab)
    raise AssertionError(f"not within {most} tabs: {wanted.accessibleName() or wanted}")


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_a_session_is_prepared_and_started_without_a_mouse(opened: Opened, empty_store: Store) -> None:
    place = opened(empty_store)
    detail, panel = place.detail, place.panel
    QTest.keyClick(focused(), Key.Key_Return)
    QTest.keyClicks(focused(), "Werksessie")
    tab_to(panel.date.line)
    QTest.keyClicks(focused(), "24-11-2026")
    tab_to(panel.format)
    QTest.keyClick(focused(), Key.Key_Down)
    QTest.keyClick(focused(), Key.Key_Return, Ctrl)
    assert detail.start.hasFocus()
    assert len(current(place, empty_store).rounds) == 9

    tab_to(detail.check)
    QTest.keyClick(focused(), Key.Key_Space)
    QTest.keyClick(focused(), Key.Key_Space)
    assert detail.form.start.line.hasFocus()
    QTest.keyClicks(focused(), "1300")
    tab_to(detail.agenda.view)
    for key, held in (
        (Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Key.Key_Down, Qt.KeyboardModifier.AltModifier),
    ):
        QTest.keyClick(focused(), key, held)
    assert [step.start for step in current(place, empty_store).rounds][:2] == ["13:00", "13:10"]
    tab_to(detail.people.line)
    for text in ("politie 4", "Veilig Thuis 5"):
        QTest.keyClicks(focused(), text)
        QTest.keyClick(focused(), Key.Key_Return)
    for box in detail.ready.boxes.values():
        if box.isVisible():
            tab_to(box)
            QTest.keyClick(focused(), Key.Key_Space)
    assert detail.check.text() == "Klaar? 11 van 11"

    asked: list[str] = []
    place.open_workshop_asked.connect(asked.append)
    QTest.keyClick(focused(), Key.Key_Return, Ctrl)
    assert asked == [place._current]
    assert current(place, empty_store).state == RUNNING


def test_what_changed_out_of_sight_is_shown_when_the_place_comes_back(
    opened: Opened, empty_store: Store, prepared: str
) -> None:
    place = opened(empty_store)
    place.hide()
    place._desk.do("Bouwsteen", capturing.capture, "Samen aan de deur", workshop=prepared)
    place._desk.do("Sessie", preparing.create_workshop, title="Erbij gekomen")
    assert len(place.model.shown()) == 1

    place.show()
    QTest.qWait(3 * SOON)
    assert len(place.model.shown()) == 2
    assert "1 bouwsteen" in place.model.data(place.model.index_of(prepared), Qt.ItemDataRole.AccessibleTextRole)
    assert place.detail.exports.cards.isVisible()


def test_a_round_is_filled_cell_by_cell_with_tab(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=())
    place = opened(empty_store)
    QTest.keyClick(place.detail.agenda.add_round, Key.Key_Space)
    for text in ("Wat werkt al?", "Wanneer lukte het?", "Aan tafel"):
        editor = focused()
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        QTest.keyClicks(editor, text)
        QTest.keyClick(editor, Key.Key_Tab)
        QApplication.processEvents()
    minutes = focused()
    assert isinstance(minutes, QSpinBox)
    minutes.selectAll()
    QTest.keyClicks(minutes, "25")
    QTest.keyClick(minutes, Key.Key_Return)
    QApplication.processEvents()

    (step,) = current(place, empty_store).rounds
    assert (step.name, step.question, step.method, step.minutes) == (
        "Wat werkt al?",
        "Wanneer lukte het?",
        "Aan tafel",
        25,
    )
