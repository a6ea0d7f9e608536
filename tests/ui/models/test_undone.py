from bouwstenen_app.domain.changes import Change, Changes
from bouwstenen_app.ui.models.undone import UndoneBlocks

MADE = Changes("s1", "Bouwsteen 1 vastgelegd", (Change("block", "b", None, {"title": "Eerst bellen"}),))
GONE = (Change("block", "b", {"removed": False}, {"removed": True}),)
BACK = (Change("block", "b", {"removed": True}, {"removed": False}),)


def test_a_block_whose_making_is_undone_is_not_in_the_bin() -> None:
    undone = UndoneBlocks()
    undone.take_in(MADE)
    assert "b" not in undone
    undone.take_in(Changes("s2", "", GONE, kind="undo", of="s1"))
    assert "b" in undone


def test_done_again_and_thrown_away_it_is() -> None:
    undone = UndoneBlocks()
    undone.take_in(MADE)
    undone.take_in(Changes("s2", "", GONE, kind="undo", of="s1"))
    undone.take_in(Changes("s3", "", BACK, kind="redo", of="s1"))
    undone.take_in(Changes("s4", "Naar de prullenbak", GONE))
    assert "b" not in undone


def test_what_is_undone_later_than_its_making_goes_back_to_the_bin() -> None:
    undone = UndoneBlocks()
    undone.take_in(MADE)
    undone.take_in(Changes("s2", "Naar de prullenbak", GONE))
    undone.take_in(Changes("s3", "Teruggezet", BACK))
    undone.take_in(Changes("s4", "", GONE, kind="undo", of="s3"))
    assert "b" not in undone
