"""Preparing in *Sessies*: formats, copies, and an agenda beside the time there is."""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.hands import told

from bouwstenen_app.domain.workshops import ONLY_COUNT, PREPARING, Workshop
from bouwstenen_app.services import formats, preparing
from bouwstenen_app.services.formats import FormatFolders
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.sessions import SessionsPlace

RESOURCES = Path(__file__).parents[3] / "resources"
Key = Qt.Key
Opened = Callable[[Store], SessionsPlace]


@pytest.fixture
def folders(tmp_path: Path) -> FormatFolders:
    return FormatFolders(RESOURCES / "formats", tmp_path / "werkvormen")


@pytest.fixture
def opened(planned: Callable[..., SessionsPlace], folders: FormatFolders) -> Opened:
    return lambda store: planned(store, formats=folders)


def current(place: SessionsPlace, store: Store) -> Workshop:
    return store.read(preparing.workshop, place._current)


def labels(place: SessionsPlace) -> str:
    return "\n".join(label.text() for label in place.findChildren(QLabel) if label.isVisible())


def choices(place: SessionsPlace) -> list[str]:
    return [place.panel.format.itemText(row) for row in range(place.panel.format.count())]


def timed(store: Store, minutes: int, *, planned: int, start: str = "13:00") -> str:
    made = store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Een",)).result
    store.do("Sessie", preparing.edit_workshop, made, start_time=start, minutes=planned)
    step = store.read(preparing.workshop, made).rounds[0]
    store.do("Sessie", preparing.edit_round, step.id, minutes=minutes)
    return made


def test_a_session_is_made_after_a_format_with_the_keyboard_alone(opened: Opened, empty_store: Store) -> None:
    place = opened(empty_store)
    place.begin_new()
    assert choices(place)[:2] == ["Eigen rondes", "Bouwstenensessie 2 uur · 120 minuten"]
    assert place.panel.rounds.isVisible()

    QTest.keyClicks(place.panel.title, "Dinsdag")
    place.panel.format.setFocus()
    QTest.keyClick(place.panel.format, Key.Key_Down)
    assert "20 min · Ronde 1: Wat werkt al?" in labels(place)
    assert "5 min · speling" in labels(place)
    assert not place.panel.rounds.isVisible()
    QTest.keyClick(place.panel.format, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    made = current(place, empty_store)
    assert (made.title, made.minutes, len(made.rounds), len(made.numbered_rounds)) == ("Dinsdag", 120, 9, 3)
    assert made.rounds[1].question.startswith("Wanneer lukte het")
    assert "115 minuten · 5 minuten speling" in labels(place)
    place._desk.undo()
    assert empty_store.read(preparing.workshops) == ()


def test_own_rounds_come_back_when_the_panel_is_opened_again(opened: Opened, empty_store: Store) -> None:
    place = opened(empty_store)
    place.begin_new()
    QTest.keyClick(place.panel.format, Key.Key_Down)
    place.panel.cancel.click()
    place.begin_new()

    assert place.panel.format.currentText() == "Eigen rondes"
    assert place.panel.rounds.isVisible()
    QTest.keyClicks(place.panel.title, "Proef")
    QTest.keyClick(place.panel.title, Key.Key_Return)
    assert [step.name for step in current(place, empty_store).rounds] == ["Wat werkt al?", "Waar knelt het?"]


def test_a_session_is_copied_and_its_title_is_typed_over(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    sentences = told(place)
    earlier = current(place, example_store)
    QTest.mouseClick(place.detail.copy, Qt.MouseButton.LeftButton)
    copy = current(place, example_store)
    assert sentences == [f"Sessie “{earlier.title}” gekopieerd"]
    assert (copy.title, copy.blocks, copy.state) == (f"{earlier.title} (kopie)", 0, PREPARING)
    assert [step.question for step in copy.rounds] == [step.question for step in earlier.rounds]

    title = place.detail.form.text_field("title")
    assert title.hasFocus()
    QTest.keyClicks(title, "Vervolg in het voorjaar")
    place.detail.form.finish()
    assert current(place, example_store).title == "Vervolg in het voorjaar"
    place._desk.undo()
    place._desk.undo()
    assert len(example_store.read(preparing.workshops)) == 3
    assert place._current in {one.id for one in example_store.read(preparing.workshops)}


def test_an_agenda_is_kept_as_a_format_and_offered_from_then_on(
    opened: Opened, example_store: Store, folders: FormatFolders
) -> None:
    place = opened(example_store)
    sentences = told(place)
    QTest.mouseClick(place.detail.keep, Qt.MouseButton.LeftButton)
    line = place.detail.naming.line
    assert line.hasFocus()
    QTest.keyClicks(line, "korte sessie 1 uur")
    QTest.keyClick(line, Key.Key_Return)
    assert "andere naam" in sentences[-1]
    assert line.isVisible()

    line.selectAll()
    QTest.keyClicks(line, "Dagdeel met drie rondes")
    QTest.keyClick(line, Key.Key_Return)
    assert sentences[-1] == "Werkvorm “Dagdeel met drie rondes” bewaard"
    assert not line.isVisible()
    assert place.detail.keep.hasFocus()
    assert len(list(folders.own.iterdir())) == 1

    place.begin_new()
    assert choices(place)[-1] == "Dagdeel met drie rondes · 160 minuten"


def test_escape_keeps_no_format_and_another_session_asks_no_name(
    opened: Opened, example_store: Store, folders: FormatFolders
) -> None:
    place = opened(example_store)
    place.detail.keep.click()
    QTest.keyClick(place.detail.naming.line, Key.Key_Escape)
    assert not place.detail.naming.isVisible()
    assert place.detail.keep.hasFocus()

    place.detail.keep.click()
    QTest.keyClick(place.list, Key.Key_Down)
    assert not place.detail.naming.isVisible()
    assert not folders.own.exists()


def test_a_session_without_an_agenda_is_no_format(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=())
    place = opened(empty_store)
    sentences = told(place)
    place.detail.keep.click()
    QTest.keyClick(place.detail.naming.line, Key.Key_Return)

    assert sentences == ["Er staat nog niets in het draaiboek. Voeg eerst een ronde toe."]


def test_a_bad_file_is_told_and_the_other_formats_are_offered(
    opened: Opened, empty_store: Store, folders: FormatFolders
) -> None:
    folders.own.mkdir()
    (folders.own / "stuk.json").write_text(json.dumps({"schema": "iets/1"}), encoding="utf-8")
    place = opened(empty_store)
    sentences = told(place)
    place.begin_new()

    assert len(choices(place)) == 5
    assert "stuk.json" in sentences[0]


@pytest.mark.parametrize(
    ("minutes", "room", "said"),
    [
        (110, 120, "110 minuten, eindigt 14:50 · 10 minuten speling"),
        (125, 120, "125 minuten, eindigt 15:05 · loopt 5 minuten uit"),
        (121, 120, "121 minuten, eindigt 15:01 · loopt 1 minuut uit"),
        (120, 120, "120 minuten, eindigt 15:00"),
        (120, 0, "120 minuten, eindigt 15:00"),
        (0, 120, ""),
    ],
)
def test_the_agenda_says_what_it_leaves_or_lacks(
    opened: Opened, empty_store: Store, minutes: int, room: int, said: str
) -> None:
    timed(empty_store, minutes, planned=room)
    place = opened(empty_store)

    assert place.detail._agenda_title.text() == (f"· {said}" if said else "")


def test_the_end_is_typed_as_a_time_and_follows_the_start(opened: Opened, empty_store: Store) -> None:
    timed(empty_store, 110, planned=0)
    place = opened(empty_store)
    place.detail.change.click()
    end = place.detail.form.end.line
    assert end.text() == ""
    end.setFocus()
    QTest.keyClicks(end, "1500")
    QTest.keyClick(end, Key.Key_Tab)
    assert current(place, empty_store).minutes == 120
    assert "10 minuten speling" in labels(place)
    assert "13:00–15:00" in labels(place)

    start = place.detail.form.start.line
    start.setFocus()
    start.selectAll()
    QTest.keyClicks(start, "9:30")
    QTest.keyClick(start, Key.Key_Tab)
    assert end.text() == "11:30"

    end.setFocus()
    end.selectAll()
    QTest.keyClick(end, Key.Key_Delete)
    QTest.keyClick(end, Key.Key_Tab)
    assert current(place, empty_store).minutes == 0


def test_without_a_start_there_is_no_end_to_type(opened: Opened, empty_store: Store) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef")
    place = opened(empty_store)
    place.detail.change.click()

    assert not place.detail.form.end.isEnabled()


def drag(place: SessionsPlace, row: int, onto: int, *, lower: bool) -> None:
    """Drag a step to the upper or lower half of another, with the events that Qt sends."""
    view, model = place.detail.agenda.view, place.steps
    mime = model.mimeData([model.index(row, 1)])
    area = view.visualRect(model.index(onto, 1))
    point = QPointF(area.center().x(), area.bottom() - 2 if lower else area.top() + 2)
    common = (Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entered, moved = QDragEnterEvent(point.toPoint(), *common), QDragMoveEvent(point.toPoint(), *common)
    for event in (entered, moved, QDropEvent(point, *common)):
        QApplication.sendEvent(view.viewport(), event)
        QApplication.processEvents()
        assert event.isAccepted()


@pytest.mark.parametrize(
    ("row", "onto", "lower", "order"),
    [
        (0, 2, True, ["Twee", "Drie", "Een"]),
        (0, 2, False, ["Twee", "Een", "Drie"]),
        (2, 0, False, ["Drie", "Een", "Twee"]),
        (2, 0, True, ["Een", "Drie", "Twee"]),
        (1, 1, True, ["Een", "Twee", "Drie"]),
        (1, 0, True, ["Een", "Twee", "Drie"]),
    ],
)
def test_a_step_is_dragged_to_another_place(
    opened: Opened, empty_store: Store, row: int, onto: int, lower: bool, order: list[str]
) -> None:
    empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Een", "Twee", "Drie"))
    place = opened(empty_store)
    dragged = place.steps.step(row)
    drag(place, row, onto, lower=lower)

    rounds = current(place, empty_store).rounds
    assert [step.name for step in rounds] == order
    assert [step.number for step in rounds] == [1, 2, 3]
    assert place.detail.agenda.view.currentIndex().data(Qt.ItemDataRole.UserRole).id == dragged.id
    if order != ["Een", "Twee", "Drie"]:
        place._desk.undo()
        assert [step.name for step in current(place, empty_store).rounds] == ["Een", "Twee", "Drie"]


def test_something_else_is_not_dropped_in_the_agenda(opened: Opened, example_store: Store) -> None:
    place = opened(example_store)
    mime = QMimeData()
    mime.setText("Een bouwsteen")
    before = current(place, example_store).rounds
    event = QDropEvent(
        QPointF(20, 20), Qt.DropAction.MoveAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(place.detail.agenda.view.viewport(), event)

    assert not event.isAccepted()
    assert current(place, example_store).rounds == before


def test_a_copy_to_read_is_not_changed_but_its_agenda_can_be_kept(
    opened: Opened, example_store: Store, around: Surroundings
) -> None:
    reader = open_store(example_store.path, around)
    place = opened(reader)

    assert reader.read_only
    assert not place.detail.agenda.view.dragEnabled()
    assert not place.detail.agenda.view.acceptDrops()
    assert not place.detail.copy.isVisible()
    assert place.detail.keep.isVisible()
    reader.close()


def own_format(place: SessionsPlace, folders: FormatFolders, name: str) -> None:
    """Save an own format, and open the panel for a new session with it chosen."""
    formats.save(folders, dataclasses.replace(formats.known(folders).formats[0], name=name))
    place.begin_new()
    QTest.keyClicks(place.panel.title, "Dinsdag")
    place.panel.format.setFocus()
    QTest.keyClick(place.panel.format, Key.Key_End)


def test_only_own_formats_can_be_renamed_and_taken_away(
    opened: Opened, empty_store: Store, folders: FormatFolders
) -> None:
    place = opened(empty_store)
    own_format(place, folders, "Onze ochtend")
    assert place.panel.rename.isVisible()
    QTest.keyClick(place.panel.format, Key.Key_Up)
    assert place.panel.format.currentText() == "Tafelgesprekken · 90 minuten"
    assert not place.panel.rename.isVisible()
    QTest.keyClick(place.panel.format, Key.Key_Home)
    assert not place.panel.remove.isVisible()


def test_an_own_format_is_renamed_and_what_was_typed_stays(
    opened: Opened, empty_store: Store, folders: FormatFolders
) -> None:
    place = opened(empty_store)
    sentences = told(place)
    own_format(place, folders, "Onze ochtend")
    QTest.keyClick(place.panel.rename, Key.Key_Space)
    line = place.panel.naming.line
    QTest.keyClicks(line, "Tafelgesprekken")
    QTest.keyClick(line, Key.Key_Return)
    assert "andere naam" in sentences[-1]
    assert line.isVisible()

    line.selectAll()
    QTest.keyClicks(line, "Onze middag")
    QTest.keyClick(line, Key.Key_Return)
    assert sentences[-1] == "De werkvorm heet nu “Onze middag”"
    assert place.panel.format.currentText() == "Onze middag · 120 minuten"
    assert place.panel.title.text() == "Dinsdag"
    assert place.panel.rename.hasFocus()
    QTest.keyClick(place.panel.title, Key.Key_Return)
    assert len(current(place, empty_store).rounds) == 9


def test_escape_leaves_the_name_and_not_the_panel(
    opened: Opened, empty_store: Store, folders: FormatFolders
) -> None:
    place = opened(empty_store)
    own_format(place, folders, "Onze ochtend")
    QTest.keyClick(place.panel.rename, Key.Key_Space)
    QTest.keyClick(place.panel.naming.line, Key.Key_Escape)
    assert not place.panel.naming.isVisible()
    assert place.panel.isVisible()

    QTest.keyClick(place.panel.rename, Key.Key_Escape)
    assert not place.panel.isVisible()


def test_an_own_format_is_taken_away_and_put_back(
    opened: Opened, empty_store: Store, folders: FormatFolders
) -> None:
    place = opened(empty_store)
    own_format(place, folders, "Onze ochtend")
    QTest.keyClick(place.panel.remove, Key.Key_Space)
    assert len(choices(place)) == 5
    assert "Werkvorm “Onze ochtend” is weggehaald." in labels(place)
    assert place.panel.put_back.hasFocus()

    QTest.keyClick(place.panel.put_back, Key.Key_Space)
    assert choices(place)[-1] == "Onze ochtend · 120 minuten"
    assert place.panel.format.currentText() == "Onze ochtend · 120 minuten"
    assert "weggehaald" not in labels(place)
    assert formats.known(folders).own.keys() == {"Onze ochtend"}


def test_a_session_kept_as_a_format_keeps_its_votes_and_what_the_room_sees(
    opened: Opened, example_store: Store, folders: FormatFolders
) -> None:
    place = opened(example_store)
    workshop = current(place, example_store)
    example_store.do("Stemmen", preparing.edit_workshop, workshop.id, votes_each=5, votes_stack=False)
    example_store.do("Beamer", preparing.edit_round, workshop.numbered_rounds[0].id, beamer=ONLY_COUNT)
    place.refresh()
    place.detail.keep.click()
    QTest.keyClicks(place.detail.naming.line, "Onze sessie")
    QTest.keyClick(place.detail.naming.line, Key.Key_Return)

    kept = formats.known(folders).formats[-1]
    assert (kept.votes_each, kept.votes_stack) == (5, False)
    assert ONLY_COUNT in {step.beamer for step in kept.steps}
    place.begin_new()
    QTest.keyClicks(place.panel.title, "Nog eens")
    place.panel.format.setFocus()
    QTest.keyClick(place.panel.format, Key.Key_End)
    assert "5 stemmen per deelnemer" in labels(place)
    QTest.keyClick(place.panel.title, Key.Key_Return)
    made = current(place, example_store)
    assert (made.title, made.votes_each, made.votes_stack) == ("Nog eens", 5, False)
    assert made.numbered_rounds[0].beamer == ONLY_COUNT
