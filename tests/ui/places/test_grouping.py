"""Groeperen: blocks are put together in clusters with the keyboard, or with the mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.hands import focused, press

from bouwstenen_app.domain.beamer import CLUSTERS
from bouwstenen_app.services import capturing, grouping, preparing, reading_back
from bouwstenen_app.services.grouping import Board
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.grouping import Grouping
from bouwstenen_app.ui.widgets.cluster_list import BLOCKS_TYPE
from bouwstenen_app.ui.widgets.cluster_picker import ClusterPicker
from bouwstenen_app.ui.widgets.cluster_section import DRAFT, LOOSE, PARKED, ClusterSection

Key = Qt.Key
Shift, Alt, Ctrl = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def workshop(empty_store: Store) -> str:
    made = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
    lines = [f"Bouwsteen nummer {n}" for n in range(1, 7)]
    empty_store.do("Vast", capturing.capture_lines, lines, workshop=made)
    return made


@pytest.fixture
def place(begun: Callable[..., CapturePlace], workshop: str) -> CapturePlace:
    place = begun((1440, 900))
    place.ways.go("groeperen")
    return place


@pytest.fixture
def way(place: CapturePlace) -> Grouping:
    way = place.ways.way("groeperen")
    assert isinstance(way, Grouping)
    return way


def type_name(name: str) -> None:
    QTest.keyClicks(focused(), name)
    press(Key.Key_Return)


def made(store: Store, workshop: str) -> Board:
    return store.read(grouping.board, workshop)


def grouped(store: Store, workshop: str) -> dict[str, list[int]]:
    board = made(store, workshop)
    found = {group.name: [block.number for block in group.blocks] for group in board.groups}
    return {"": [block.number for block in board.loose], **found}


def done(store: Store) -> str:
    step = store.undoable()
    assert step is not None
    return step.label


def test_n_names_a_new_cluster_for_what_is_marked(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    press(Key.Key_Space, Key.Key_Down, Key.Key_Down, Key.Key_Space, Key.Key_N)
    type_name("Eerder bellen")

    assert grouped(empty_store, workshop) == {"": [2, 4, 5, 6], "Eerder bellen": [1, 3]}
    assert done(empty_store) == "2 bouwstenen in nieuw cluster “Eerder bellen”"


def test_a_digit_puts_the_current_block_in_that_cluster_and_the_next_one_is_current(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_N)
    type_name("Bellen")
    press(Key.Key_1, Key.Key_1, Key.Key_9)

    assert grouped(empty_store, workshop) == {"": [3, 4, 5, 6], "Bellen": [1, 2]}
    assert done(empty_store) == "Bouwsteen 2 in cluster “Bellen”"
    empty_store.undo()
    assert grouped(empty_store, workshop)["Bellen"] == [1]


def test_without_a_name_enter_takes_the_suggestion_and_esc_drops_the_cluster(
    place: CapturePlace, way: Grouping, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_N, Key.Key_Escape)
    assert DRAFT not in way.page.board._sections
    assert way.page.board.focused() == LOOSE
    press(Key.Key_N, Key.Key_Return)

    assert list(grouped(empty_store, workshop)) == ["", "Cluster 1"]


def test_the_arrows_go_through_the_clusters_and_del_takes_out(
    place: CapturePlace, way: Grouping, empty_store: Store, workshop: str
) -> None:
    for name in ("A", "B"):
        press(Key.Key_Space, Key.Key_N)
        type_name(name)
    assert grouped(empty_store, workshop) == {"": [3, 4, 5, 6], "A": [1], "B": [2]}
    press(Key.Key_Right)
    assert way.page.board.focused() == made(empty_store, workshop).groups[0].id
    press(Key.Key_Right)
    assert way.page.board.focused() == made(empty_store, workshop).groups[1].id
    press(Key.Key_Delete)

    assert grouped(empty_store, workshop) == {"": [2, 3, 4, 5, 6], "A": [1], "B": []}
    assert done(empty_store) == "Bouwsteen 2 niet meer in een cluster"
    assert way.page.board.focused() == made(empty_store, workshop).groups[1].id, "an empty cluster can be current"


def test_a_cluster_is_renamed_moved_and_taken_away(place: CapturePlace, empty_store: Store, workshop: str) -> None:
    for name in ("A", "B"):
        press(Key.Key_Space, Key.Key_N)
        type_name(name)
    press(Key.Key_Right, Key.Key_F2)
    type_name("Eerst dit")
    assert done(empty_store) == "Cluster “A” heet nu “Eerst dit”"
    press(Key.Key_Right, held=Alt)
    assert list(grouped(empty_store, workshop)) == ["", "B", "Eerst dit"]
    press(Key.Key_Delete, held=Shift)

    assert grouped(empty_store, workshop) == {"": [1, 3, 4, 5, 6], "B": [2]}
    assert done(empty_store) == "Cluster “Eerst dit” opgeheven; de bouwstenen blijven"
    empty_store.undo()
    assert grouped(empty_store, workshop)["Eerst dit"] == [1]


def test_a_name_that_another_cluster_has_is_refused_in_words(
    place: CapturePlace, way: Grouping, empty_store: Store, workshop: str
) -> None:
    told: list[str] = []
    way.problem_told.connect(told.append)
    for name in ("A", "B"):
        press(Key.Key_N)
        type_name(name)
    press(Key.Key_Right, Key.Key_Right, Key.Key_F2)
    type_name("a")

    assert told == ["Er is al een cluster “a”. Kies een andere naam."]
    assert list(grouped(empty_store, workshop)) == ["", "A", "B"]


def test_g_takes_the_first_letters_of_a_cluster(
    place: CapturePlace, way: Grouping, empty_store: Store, workshop: str
) -> None:
    for name in ("Bellen", "Schrijven"):
        press(Key.Key_N)
        type_name(name)
    way.page.board.focus_section(LOOSE)
    press(Key.Key_G)
    picker = place.findChild(ClusterPicker)
    assert isinstance(picker, ClusterPicker)
    QTest.keyClicks(picker.search, "sch")
    QTest.keyClick(picker.search, Key.Key_Return)

    assert grouped(empty_store, workshop)["Schrijven"] == [1]


def test_p_parks_and_takes_back(place: CapturePlace, way: Grouping, empty_store: Store, workshop: str) -> None:
    press(Key.Key_P)
    assert [block.number for block in made(empty_store, workshop).parked] == [1]
    assert done(empty_store) == "Bouwsteen 1 op de parkeerplaats"
    way.page.board.focus_section(PARKED)
    press(Key.Key_P)
    assert made(empty_store, workshop).parked == ()


def test_esc_lets_go_of_the_marks_and_then_goes_back_to_the_line(place: CapturePlace) -> None:
    press(Key.Key_Space, Key.Key_Escape)
    assert place.ways.current == "groeperen"
    press(Key.Key_Escape)
    assert place.ways.current == "vastleggen"
    assert place.page.bar.line.hasFocus()


def test_blocks_are_dropped_on_a_cluster_on_the_parking_lot_and_back(
    place: CapturePlace, way: Grouping, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_N)
    type_name("Bellen")
    one, two, *_ = made(empty_store, workshop).loose
    cluster = made(empty_store, workshop).groups[0].id
    board = way.page.board

    drop(board.section(cluster), one.id, two.id)
    assert done(empty_store) == "2 bouwstenen in cluster “Bellen”"
    drop(board.section(cluster), one.id)
    assert done(empty_store) == "2 bouwstenen in cluster “Bellen”", "it was there already: no step"
    drop(board.section(PARKED), one.id)
    assert [block.number for block in made(empty_store, workshop).parked] == [1]
    drop(board.section(LOOSE), one.id, two.id)
    assert grouped(empty_store, workshop) == {"": [1, 2, 3, 4, 5, 6], "Bellen": []}


def drop(section: ClusterSection, *ids: str) -> None:
    mime = QMimeData()
    mime.setData(BLOCKS_TYPE, "\n".join(ids).encode())
    actions, button = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), actions, mime, button, NONE)
    QApplication.sendEvent(section, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(section, QDropEvent(QPointF(5, 5), actions, mime, button, NONE))


def test_the_mouse_marks_with_ctrl_and_a_row_with_shift(place: CapturePlace, way: Grouping) -> None:
    blocks = way.page.board.section(LOOSE).list
    spots = [blocks.visualRect(blocks.blocks.index(row)).center() for row in range(6)]
    QTest.mouseClick(blocks.viewport(), Qt.MouseButton.LeftButton, NONE, spots[0])
    QTest.mouseClick(blocks.viewport(), Qt.MouseButton.LeftButton, Shift, spots[2])
    QTest.mouseClick(blocks.viewport(), Qt.MouseButton.LeftButton, Ctrl, spots[4])
    assert len(way.page.board.chosen()) == 4
    QTest.mouseClick(blocks.viewport(), Qt.MouseButton.LeftButton, NONE, spots[5])
    assert len(way.page.board.chosen()) == 1


def test_the_room_sees_the_clusters_and_an_empty_session_says_what_to_do(
    place: CapturePlace, way: Grouping, empty_store: Store
) -> None:
    assert place.ways.scene.kind == CLUSTERS
    bare = empty_store.do("Sessie", preparing.create_workshop, title="Leeg").result
    place.open_workshop(bare)
    assert way.page.is_empty
    way.focus()
    press(Key.Key_Return)
    assert place.ways.current == "vastleggen"


def test_what_another_window_changes_shows_and_keeps_the_focus(
    place: CapturePlace, way: Grouping, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_Down, Key.Key_Down)
    ids = [block.id for block in made(empty_store, workshop).loose]
    place._desk.do("Geparkeerd", reading_back.park, [ids[0]])

    assert way.page.board.focused() == LOOSE
    assert way.page.board.chosen() == [ids[2]]


def test_a_name_that_is_half_typed_is_kept_when_another_way_comes_to_the_front(
    place: CapturePlace, empty_store: Store, workshop: str
) -> None:
    press(Key.Key_N)
    QTest.keyClicks(focused(), "Bel")
    place.ways.go_to_line()

    assert list(grouped(empty_store, workshop)) == ["", "Bel"]


def test_the_keys_of_this_way_are_the_help_while_it_is_in_front(place: CapturePlace) -> None:
    assert "Nieuw cluster" in next(line.does for line in place.key_help() if line.keys == "N")
    place.ways.go_to_line()
    assert next(line for line in place.key_help() if line.keys == "F7")
