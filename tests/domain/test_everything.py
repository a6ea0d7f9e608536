from dataclasses import replace
from datetime import date

from bouwstenen_app.domain.blocks import CONFIRMED, Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.everything import Everything, about, attended, by_round, facts, round_name
from bouwstenen_app.domain.workshops import Attendance, Round, Workshop

ROUNDS = (Round("a", "Opening"), Round("b", "Signalen", 1), Round("c", "Oogst", 2))
SESSION = Workshop("s", "Proef", date(2026, 11, 30), region="Twente", rounds=ROUNDS)
BLOCK = Block("1", "TW-001", 1, "s", "Eén", round=2)


def test_rounds_come_in_their_order_and_blocks_without_one_last() -> None:
    blocks = [replace(BLOCK, id="2", round=None), BLOCK, replace(BLOCK, id="3", round=9)]

    assert list(by_round(SESSION, blocks)) == [
        (ROUNDS[1], []),
        (ROUNDS[2], [BLOCK]),
        (None, [blocks[0], blocks[2]]),
    ]


def test_blocks_are_those_of_their_session() -> None:
    other = replace(SESSION, id="t")
    every = Everything("Werk", "", Codebook("", "", (), ()), (SESSION, other), (BLOCK,))

    assert (list(every.of(SESSION)), list(every.of(other))) == ([BLOCK], [])


def test_only_what_is_known_is_told() -> None:
    assert about(SESSION) == ["30 november 2026", "Twente", "in voorbereiding"]
    assert attended(replace(SESSION, attendance=(Attendance("politie", 3), Attendance("school", 1)))) == (
        "politie 3, school 1"
    )
    told = replace(BLOCK, votes=1, table=2, read_back=CONFIRMED, held_back=True)
    assert facts(told) == [
        "TW-001",
        "1 stem",
        "tafel 2",
        "ruw",
        "vrij",
        "teruggelezen: bevestigd",
        "achtergehouden",
    ]


def test_a_round_says_its_number_once() -> None:
    assert [round_name(step) for step in ROUNDS[1:]] == ["Ronde 1: Signalen", "Ronde 2: Oogst"]
    assert round_name(Round("d", "Ronde 3: later", 3)) == "Ronde 3: later"
    assert round_name(Round("d", "", 3)) == "Ronde 3"
