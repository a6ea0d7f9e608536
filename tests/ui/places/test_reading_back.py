"""Teruglezen: the room says of the main blocks whether they are right, with the keyboard only."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from tests.ui.hands import focused, press

from bouwstenen_app.domain.beamer import READ_BACK, Scene
from bouwstenen_app.domain.blocks import ADJUSTED, CONFIRMED, NOT_RECOGNISED, Block
from bouwstenen_app.services import boards, capturing, preparing, reading_back
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.reading_back import ReadingBack
from bouwstenen_app.ui.theme import Theme

Key = Qt.Key


@pytest.fixture
def workshop(empty_store: Store) -> str:
    """A session with blocks 1 to 12, of which the last has the most votes."""
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    lines = [f"Bouwsteen nummer {n} +{n}" for n in range(1, 13)]
    empty_store.do("Vast", capturing.capture_lines, lines, workshop=made)
    return made


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> CapturePlace:
    place = begun((1440, 900))
    place.ways.go("teruglezen")
    return place


@pytest.fixture
def way(place: CapturePlace) -> ReadingBack:
    way = place.ways.way("teruglezen")
    assert isinstance(way, ReadingBack)
    return way


def block(store: Store, workshop: str, number: int) -> Block:
    return store.read(reading_back.numbered, workshop, number)


def shown(way: ReadingBack) -> list[int]:
    return [one.number for one in way.page.list.blocks.shown()]


def progress(way: ReadingBack) -> str:
    return way.page._state.text()


def done(store: Store) -> str:
    step = store.undoable()
    assert step is not None
    return step.label


def test_the_eight_with_the_most_votes_are_read_back(place: CapturePlace, way: ReadingBack) -> None:
    assert shown(way) == [12, 11, 10, 9, 8, 7, 6, 5]
    assert progress(way) == "0 van 8 teruggelezen"
    assert way.page.card.title.toPlainText() == "Bouwsteen nummer 12"


def test_a_key_marks_and_enter_goes_on(
    place: CapturePlace, way: ReadingBack, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_B, Key.Key_Return, Key.Key_3, Key.Key_Right, Key.Key_1)

    outcomes = [block(empty_store, workshop, number).read_back for number in (12, 11, 10, 9)]
    assert outcomes == [CONFIRMED, NOT_RECOGNISED, CONFIRMED, ""]
    assert progress(way) == "3 van 8 teruggelezen"
    assert done(empty_store) == "Bouwsteen 10 teruggelezen: bevestigd"
    press(Key.Key_B)
    assert block(empty_store, workshop, 10).read_back == "", "once more takes it off"


def test_a_changes_the_words_and_marks_them_as_adjusted(
    place: CapturePlace, way: ReadingBack, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_A)
    assert way.page.card.title.hasFocus()
    QTest.keyClicks(focused(), ", en dan")
    press(Key.Key_Return)

    found = block(empty_store, workshop, 12)
    assert (found.title, found.read_back) == ("Bouwsteen nummer 12, en dan", ADJUSTED)
    assert way.page.list.hasFocus(), "the keys mean something again"
    press(Key.Key_Return)
    assert way.page.card.title.toPlainText() == "Bouwsteen nummer 11"


def test_changed_words_are_adjusted_words_even_without_the_key(
    place: CapturePlace, way: ReadingBack, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_B)
    way.page.card.explanation.setFocus()
    QTest.keyClicks(focused(), "Nieuw")
    press(Key.Key_Escape)

    found = block(empty_store, workshop, 12)
    assert (found.explanation, found.read_back) == ("Nieuw", ADJUSTED)
    empty_store.undo()
    assert block(empty_store, workshop, 12).read_back == CONFIRMED


def test_a_block_keeps_a_title(place: CapturePlace, way: ReadingBack, empty_store: Store, workshop: str) -> None:
    press(Key.Key_A)
    way.page.card.title.selectAll()
    press(Key.Key_Delete, Key.Key_Escape)

    assert block(empty_store, workshop, 12).title == "Bouwsteen nummer 12"
    assert way.page.card.title.toPlainText() == "Bouwsteen nummer 12"


def test_m_takes_down_a_minority_view_and_letters_are_letters_there(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_M)
    QTest.keyClicks(focused(), "Niet bij acuut gevaar")
    press(Key.Key_Escape)

    found = block(empty_store, workshop, 12)
    assert (found.minority, found.read_back) == ("Niet bij acuut gevaar", "")
    assert done(empty_store) == "Minderheidsstandpunt bij bouwsteen 12"


def test_a_half_written_minority_view_is_kept_at_the_block_it_was_written_at(
    place: CapturePlace, way: ReadingBack, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_M)
    QTest.keyClicks(focused(), "Niet altijd")
    way.page.list.step(1)
    assert block(empty_store, workshop, 12).minority == "Niet altijd"
    assert block(empty_store, workshop, 11).minority == ""
    assert way.page.card.minority.toPlainText() == ""

    way.page.card.write_minority()
    QTest.keyClicks(focused(), "Ook")
    place.ways.go_to_line()
    assert block(empty_store, workshop, 11).minority == "Ook"


def test_p_parks_and_the_block_stays_in_sight_for_now(
    place: CapturePlace, way: ReadingBack, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_P)
    assert block(empty_store, workshop, 12).parked
    assert shown(way)[0] == 12
    assert progress(way) == "1 van 8 teruggelezen"
    place.ways.go_to_line()
    place.ways.go("teruglezen")
    assert shown(way) == [11, 10, 9, 8, 7, 6, 5, 4]


def test_others_are_added_by_their_number_and_remembered(
    place: CapturePlace, way: ReadingBack, theme: Theme, empty_store: Store
) -> None:
    told: list[str] = []
    way.problem_told.connect(told.append)
    QTest.keyClicks(focused(), "+")
    QTest.keyClicks(focused(), "2")
    press(Key.Key_Return)
    assert shown(way)[-1] == 2
    assert way.page.card.title.toPlainText() == "Bouwsteen nummer 2"
    QTest.keyClicks(focused(), "+")
    QTest.keyClicks(focused(), "99")
    press(Key.Key_Return)
    assert told == ["Deze sessie heeft geen bouwsteen 99."]

    way.page.most.setValue(3)
    assert shown(way) == [12, 11, 10, 2]
    again = CapturePlace(Desk(empty_store), theme)
    again.ways.go("teruglezen")
    other = again.ways.way("teruglezen")
    assert isinstance(other, ReadingBack)
    assert shown(other) == [12, 11, 10, 2]
    again.close()
    again.deleteLater()


def test_the_room_sees_the_block_at_hand(
    place: CapturePlace, way: ReadingBack, empty_store: Store, workshop: str
) -> None:
    scenes: list[Scene] = []
    place.ways.scene_changed.connect(lambda: scenes.append(place.ways.scene))
    press(Key.Key_Down, Key.Key_B)

    assert scenes == [Scene(READ_BACK, block(empty_store, workshop, 11).id)]


def test_esc_goes_back_to_the_line_and_an_empty_session_says_what_to_do(
    place: CapturePlace, way: ReadingBack, empty_store: Store
) -> None:
    press(Key.Key_Escape)
    assert place.ways.current == "vastleggen"
    bare = empty_store.do("Sessie", preparing.create_workshop, title="Leeg").result
    place.open_workshop(bare)
    place.ways.go("teruglezen")
    assert way.page.is_empty
    assert way.scene == Scene(READ_BACK, "")
    press(Key.Key_Return)
    assert place.ways.current == "vastleggen"


def test_a_block_that_went_to_the_bin_goes_from_the_list(
    place: CapturePlace, way: ReadingBack, empty_store: Store, workshop: str
) -> None:
    place._desk.do("Weg", capturing.remove_blocks, [block(empty_store, workshop, 12).id])

    assert shown(way) == [11, 10, 9, 8, 7, 6, 5]
    assert way.page.card.title.toPlainText() == "Bouwsteen nummer 11"
    assert empty_store.read(boards.blocks_of, workshop)
