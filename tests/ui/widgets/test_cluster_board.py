from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.services.grouping import Board, Group
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cluster_board import ClusterBoard
from bouwstenen_app.ui.widgets.cluster_section import LOOSE, PARKED

Key = Qt.Key


def _blocks(first: int, count: int) -> tuple[Block, ...]:
    numbers = range(first, first + count)
    return tuple(Block(id=f"b{n}", spoken_id="", number=n, workshop="w", title=f"Titel {n}") for n in numbers)


BOARD = Board(
    _blocks(1, 4),
    (Group("c1", "A", _blocks(5, 3)), Group("c2", "B", _blocks(8, 2)), Group("c3", "C")),
    _blocks(10, 1),
)


@pytest.fixture
def board(qtbot: QtBot, theme: Theme) -> Iterator[ClusterBoard]:
    board = ClusterBoard(theme)
    qtbot.addWidget(board)
    board.resize(900, 600)  # room for two columns of clusters
    with qtbot.waitActive(board):
        board.show()
    board.show_board(BOARD)
    board.focus()
    yield board
    board.hide()


def _press(board: ClusterBoard, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(board.section(board.focused()).list, key)


def test_the_arrows_go_between_columns_at_the_same_height_and_down_a_column(board: ClusterBoard) -> None:
    _press(board, Key.Key_Down, Key.Key_Right)
    assert (board.focused(), board.chosen()) == ("c1", ["b6"])
    _press(board, Key.Key_Right)
    assert board.focused() == "c2"
    _press(board, Key.Key_Down, Key.Key_Down)
    assert board.focused() == PARKED, "under the second cluster in its column"
    _press(board, Key.Key_Left)
    assert board.focused() == "c3"
    assert board.chosen() == []
    _press(board, Key.Key_Up)
    assert (board.focused(), board.chosen()) == ("c1", ["b7"])
    _press(board, Key.Key_Left)
    assert board.focused() == LOOSE


def test_marks_go_over_all_clusters_and_keep_the_order_of_the_board(board: ClusterBoard) -> None:
    _press(board, Key.Key_Space, Key.Key_Right, Key.Key_Space, Key.Key_Left)
    assert board.chosen() == ["b1", "b5"]
    _press(board, Key.Key_Escape)
    assert board.chosen() == ["b1"]


def test_after_a_block_went_the_next_one_is_current(board: ClusterBoard) -> None:
    _press(board, Key.Key_Down)
    board.show_board(Board((BOARD.loose[0], *BOARD.loose[2:]), BOARD.groups, BOARD.parked))
    assert board.chosen() == ["b3"]
    board.show_board(Board(BOARD.loose[:1], BOARD.groups, BOARD.parked))
    assert board.chosen() == ["b1"]


def test_a_cluster_that_goes_gives_the_focus_to_what_is_loose(board: ClusterBoard) -> None:
    board.focus_section("c1")
    board.show_board(Board(BOARD.loose, BOARD.groups[1:], BOARD.parked))
    assert board.focused() == LOOSE


def test_marks_of_blocks_that_are_gone_do_not_count(board: ClusterBoard, qtbot: QtBot) -> None:
    _press(board, Key.Key_Space)
    with qtbot.waitSignal(board.marks_changed) as changed:
        board.show_board(Board(BOARD.loose[1:], BOARD.groups, BOARD.parked))
    assert changed.args == [0]


def test_a_key_without_a_meaning_is_left_to_the_window(board: ClusterBoard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(board.put_asked):
        _press(board, Key.Key_9, Key.Key_Question, Key.Key_F2)
