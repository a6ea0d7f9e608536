import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.voting import Ballot
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.vote_table import VoteTable
from bouwstenen_app.ui.widgets.votes_model import VotesModel

Key = Qt.Key


class Scribe:
    """A table with blocks 1 to 30, hands on its keys, and what it told."""

    def __init__(self, theme: Theme) -> None:
        self.model = VotesModel()
        self.votes = dict.fromkeys(range(1, 31), 0)
        self.told: list[tuple[int, int]] = []
        self.unknown: list[int] = []
        self.left = 0
        self._fill()
        self.table = VoteTable(theme, self.model)
        self.table.counted.connect(self._on_counted)
        self.table.unknown_called.connect(self.unknown.append)
        self.table.left.connect(self._on_left)

    def type(self, text: str) -> None:
        QTest.keyClicks(self.table, text)

    def press(self, *keys: Qt.Key) -> None:
        for key in keys:
            QTest.keyClick(self.table, key)

    @property
    def number(self) -> int:
        return self.model.ballots[self.table.currentIndex().row()].number

    def _fill(self) -> None:
        self.model.set_ballots(
            [Ballot(f"id-{n}", f"RH-{n:03d}", n, f"Titel {n}", votes=votes) for n, votes in self.votes.items()]
        )

    def _on_counted(self, block: str, votes: int) -> None:
        number = int(block.removeprefix("id-"))
        self.told.append((number, votes))
        self.votes[number] = votes
        self._fill()

    def _on_left(self) -> None:
        self.left += 1


@pytest.fixture
def scribe(qtbot: QtBot, theme: Theme) -> Scribe:
    scribe = Scribe(theme)
    qtbot.addWidget(scribe.table)
    scribe.table.resize(800, 500)
    scribe.table.show()
    with qtbot.waitActive(scribe.table):
        scribe.table.activateWindow()
    scribe.table.setFocus()
    return scribe


def test_a_number_and_enter_counts_and_goes_to_the_next_row(scribe: Scribe) -> None:
    scribe.type("7")
    scribe.press(Key.Key_Return)
    scribe.type("12")
    scribe.press(Key.Key_Down)
    assert (scribe.told, scribe.number) == ([(1, 7), (2, 12)], 3)


def test_enter_without_a_number_leaves_the_votes_as_they_are(scribe: Scribe) -> None:
    scribe.type("7")
    scribe.press(Key.Key_Return, Key.Key_Up, Key.Key_Return, Key.Key_Return)
    assert (scribe.told, scribe.number) == ([(1, 7)], 3)


def test_digits_overwrite_and_an_emptied_field_is_none(scribe: Scribe) -> None:
    scribe.type("12")
    scribe.press(Key.Key_Return, Key.Key_Up)
    scribe.type("3")
    assert scribe.table.typed == "3"
    scribe.press(Key.Key_Return, Key.Key_Up, Key.Key_Delete, Key.Key_Return)
    assert scribe.told == [(1, 12), (1, 3), (1, 0)]


def test_backspace_takes_back_a_digit_and_escape_all_of_them(scribe: Scribe) -> None:
    scribe.type("12")
    scribe.press(Key.Key_Backspace)
    assert scribe.table.typed == "1"
    scribe.press(Key.Key_Escape)
    assert (scribe.table.typed, scribe.left) == (None, 0)
    scribe.press(Key.Key_Escape)
    assert (scribe.told, scribe.left) == ([], 1)


@pytest.mark.parametrize("called", ["14 7", "14:7", "14=7"])
def test_a_block_that_is_called_out_is_found_by_its_number(scribe: Scribe, called: str) -> None:
    scribe.type(called)
    scribe.press(Key.Key_Return)
    assert (scribe.told, scribe.number) == ([(14, 7)], 15)


def test_a_number_that_no_block_has_changes_nothing(scribe: Scribe) -> None:
    scribe.type("99 ")
    assert (scribe.unknown, scribe.told, scribe.number) == ([99], [], 1)


def test_plus_and_minus_change_a_row_by_one_and_never_below_none(scribe: Scribe) -> None:
    scribe.type("++-")
    scribe.type("--")
    assert scribe.told == [(1, 1), (1, 2), (1, 1), (1, 0)]
    scribe.type("5+")
    assert scribe.told[-1] == (1, 6)
    assert scribe.number == 1


def test_what_is_typed_is_counted_when_the_focus_goes(scribe: Scribe) -> None:
    scribe.type("8")
    scribe.table.clearFocus()
    assert scribe.told == [(1, 8)]


def test_with_the_most_votes_first_a_row_that_moves_is_followed(scribe: Scribe) -> None:
    scribe.model.put_in_order(by_votes=True)
    scribe.type("14 7")
    scribe.press(Key.Key_Return)
    assert (scribe.number, scribe.table.currentIndex().row()) == (14, 0)
    scribe.press(Key.Key_Down)
    assert scribe.number == 1


def test_letters_mean_nothing(scribe: Scribe) -> None:
    scribe.type("Titel 30")
    scribe.press(Key.Key_Escape)
    assert (scribe.told, scribe.number) == ([], 1)
