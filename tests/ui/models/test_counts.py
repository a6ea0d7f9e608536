from dataclasses import replace

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.ui.models.tally import Tally
from bouwstenen_app.ui.models.uses import CodeUses

BLOCK = Block("a" * 32, "K-001", 1, "w", "Titel", codes=("x", "y"))


def test_a_tally_follows_a_block() -> None:
    tally = Tally(here=lambda block: not block.removed, voted=lambda block: block.votes > 0)
    tally.begin([BLOCK])
    assert (tally["here"], tally["voted"]) == (1, 0)
    voted = replace(BLOCK, votes=2)
    tally.take_off([BLOCK])
    tally.add([voted])
    assert (tally["here"], tally["voted"]) == (1, 1)
    tally.take_off([voted])
    tally.add([replace(voted, removed=True), replace(BLOCK, id="b" * 32)])
    assert (tally["here"], tally["voted"]) == (1, 1)


def test_uses_follow_a_block_in_the_session_and_in_the_workspace() -> None:
    uses = CodeUses()
    uses.begin({"x": 1, "y": 1})
    uses.widen({"x": 5, "y": 1})
    uses.replace(BLOCK, replace(BLOCK, codes=("x", "z")))
    assert (uses.session["y"], uses.workspace["x"], uses.workspace["z"]) == (0, 5, 1)
    uses.replace(None, replace(BLOCK, id="b" * 32))
    uses.replace(BLOCK, replace(BLOCK, removed=True))
    assert uses.session["x"] == 1
