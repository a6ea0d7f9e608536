from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.blocks import INTERNAL
from bouwstenen_app.domain.voting import Ballot
from bouwstenen_app.ui.widgets.votes_model import ABOVE_ROLE, PLACE, TITLE, VOTES, VotesModel


def ballot(number: int, votes: int = 0, **fields: Any) -> Ballot:
    return Ballot(f"id-{number}", f"RH-{number:03d}", number, f"Titel {number}", votes=votes, **fields)


def column(model: VotesModel, of: int) -> list[str]:
    return [model.index(row, of).data() for row in range(model.rowCount())]


def test_rows_go_by_number_or_the_most_votes_first(qtbot: QtBot) -> None:
    model = VotesModel()
    model.set_ballots([ballot(2, 7), ballot(1, 3), ballot(3)])
    assert column(model, VOTES) == ["3", "7", "0"]

    model.put_in_order(by_votes=True)
    assert column(model, VOTES) == ["7", "3", "0"]
    assert column(model, PLACE) == ["1", "2", ""]
    assert (model.row_numbered(3), model.row_numbered(9), model.row_of("id-1")) == (2, -1, 1)


def test_a_vote_that_moves_no_row_leaves_the_rows_where_they_are(qtbot: QtBot) -> None:
    model = VotesModel()
    model.set_ballots([ballot(1), ballot(2)])
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.set_ballots([ballot(1, 5), ballot(2)])
    with qtbot.waitSignal(model.modelReset):
        model.set_ballots([ballot(1, 5)])


def test_what_the_room_does_not_see_says_why(qtbot: QtBot) -> None:
    model = VotesModel()
    model.set_ballots(
        [ballot(1, held_back=True), ballot(2, release=INTERNAL), ballot(3, 2, parked=True), ballot(4)]
    )
    assert column(model, TITLE) == [
        "Titel 1 (niet op de beamer)",
        "Titel 2 (niet op de beamer)",
        "Titel 3 (op de parkeerplaats)",
        "Titel 4",
    ]


def test_a_screen_reader_hears_the_block_and_its_votes(qtbot: QtBot) -> None:
    model = VotesModel()
    many = ballot(1, 27)
    model.set_ballots([many, ballot(2, 1)], [many])
    spoken = [model.index(row, VOTES).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]

    assert spoken == ["Bouwsteen 1, Titel 1: 27 stemmen", "Bouwsteen 2, Titel 2: 1 stem"]
    assert [model.index(row, VOTES).data(ABOVE_ROLE) for row in (0, 1)] == [True, False]
