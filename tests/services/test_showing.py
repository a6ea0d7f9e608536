import pytest

from bouwstenen_app.domain.blocks import ALIGN_FIRST, CONFIRMED, NOT_SHARED
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.codebook import DOMAIN, Codebook
from bouwstenen_app.domain.stage import ShownBlock, passed
from bouwstenen_app.domain.workshops import ALL, LAST_FIVE, ONLY_COUNT
from bouwstenen_app.services import boards, capturing, preparing, showing, tagging
from bouwstenen_app.storage.store import Done, Store


@pytest.fixture
def workshop(empty_store: Store) -> str:
    return empty_store.do("Sessie", preparing.create_workshop, title="Proef", rounds=("Een", "Twee")).result


def rounds(store: Store, workshop: str) -> list[str]:
    return [step.id for step in store.read(preparing.workshop, workshop).rounds]


def capture(store: Store, workshop: str, line: str, *, round: str | None = None) -> str:
    made = store.do("Vastgelegd", capturing.capture, line, workshop=workshop, round=round).result
    assert made is not None
    return made.block


def titles(store: Store, workshop: str) -> list[str]:
    return [block.title for block in store.read(showing.wall, workshop).seen]


def again(store: Store, workshop: str, changes: Changes) -> dict[str, ShownBlock | None]:
    """Return the blocks that a step changed as the room sees them now, by id; None for one it may not see."""
    ids, wall = store.read(showing.wall_again, workshop, changes)
    seen = {block.id: block for block in wall.seen}
    return {identity: seen.get(identity) for identity in ids}


def test_of_a_block_only_what_the_room_may_see_comes_along(empty_store: Store, workshop: str) -> None:
    one = rounds(empty_store, workshop)[0]
    line = "Samen op pad @politie +3 vb: zaak Jansen nodig: mandaat >> bellen"
    identity = capture(empty_store, workshop, line, round=one)
    empty_store.do("Notitie", capturing.edit_block, identity, note="alleen voor mij", explanation="Uitleg")
    (shown,) = empty_store.read(showing.wall, workshop).seen

    assert (shown.id, shown.number, shown.title, shown.round, shown.votes) == (identity, 1, "Samen op pad", one, 3)
    assert not any(word in str(shown) for word in ("Jansen", "mandaat", "bellen", "alleen voor mij", "Uitleg"))


def test_what_is_not_released_does_not_come_along(empty_store: Store, workshop: str) -> None:
    names = ("open", "achter", "afstemmen", "niet delen", "geparkeerd", "weg")
    ids = {name: capture(empty_store, workshop, name) for name in names}
    other = empty_store.do("Sessie", preparing.create_workshop, title="Andere").result
    capture(empty_store, other, "van een andere sessie")
    for name, fields in {
        "achter": {"held_back": True},
        "afstemmen": {"release": ALIGN_FIRST},
        "niet delen": {"release": NOT_SHARED},
        "geparkeerd": {"parked": True},
        "weg": {"removed": True},
    }.items():
        empty_store.do("Anders", capturing.edit_block, ids[name], **fields)

    assert titles(empty_store, workshop) == ["open"]
    assert empty_store.read(showing.count_withheld, workshop) == 4


def test_a_step_gives_what_it_changed_and_nothing_else(empty_store: Store, workshop: str) -> None:
    first = capture(empty_store, workshop, "Eerste")
    capture(empty_store, workshop, "Tweede")

    def after(done: Done[None]) -> dict[str, ShownBlock | None]:
        assert done.changes is not None
        return dict(again(empty_store, workshop, done.changes))

    renamed = after(empty_store.do("Anders", capturing.edit_block, first, title="Ander woord"))
    assert [(key, block and block.title) for key, block in renamed.items()] == [(first, "Ander woord")]
    assert after(empty_store.do("Achter", capturing.edit_block, first, held_back=True)) == {first: None}
    undone = empty_store.undo()
    assert undone is not None
    assert set(again(empty_store, workshop, undone)) == {first}
    assert after(empty_store.do("Terug", capturing.edit_block, first, read_back=CONFIRMED))[first] is not None
    assert after(empty_store.do("Ronde", preparing.edit_round, rounds(empty_store, workshop)[0], minutes=9)) == {}


def test_the_colour_is_that_of_the_first_domain(empty_store: Store, workshop: str, codebook: Codebook) -> None:
    identity = capture(empty_store, workshop, "Samen #herstel")
    assert [block.colour for block in empty_store.read(showing.wall, workshop).seen] == [""]

    code = codebook.tops(DOMAIN)[0]
    done = empty_store.do("Getagd", tagging.tag, [identity], [code.id])
    assert done.changes is not None
    changed = again(empty_store, workshop, done.changes)[identity]
    assert changed is not None
    assert changed.colour == code.colour_dark


def test_blocks_that_stay_off_are_counted_per_round(empty_store: Store, workshop: str) -> None:
    one, two = rounds(empty_store, workshop)
    hidden = capture(empty_store, workshop, "Een", round=one)
    capture(empty_store, workshop, "Twee", round=two)
    empty_store.do("Achter", capturing.edit_block, hidden, held_back=True)

    assert [empty_store.read(showing.count_withheld, workshop, step) for step in (one, two, None)] == [1, 0, 1]


def test_the_choice_of_a_round_is_a_step_that_can_be_taken_back(empty_store: Store, workshop: str) -> None:
    one = rounds(empty_store, workshop)[0]

    def mode() -> str:
        return empty_store.read(preparing.workshop, workshop).rounds[0].beamer

    assert mode() == ALL
    empty_store.do("Beamer", showing.show_in_round, one, LAST_FIVE)
    empty_store.do("Beamer", showing.show_in_round, one, ONLY_COUNT)
    assert mode() == ONLY_COUNT
    empty_store.undo()
    assert mode() == LAST_FIVE
    with pytest.raises(ValueError, match="de helft"):
        empty_store.do("Beamer", showing.show_in_round, one, "de helft")


def test_the_example_shows_only_free_blocks(example_store: Store) -> None:
    for workshop in example_store.read(preparing.workshops):
        shown = {block.id for block in example_store.read(showing.wall, workshop.id).seen}
        known = example_store.read(boards.blocks_of, workshop.id)
        free = {b.id for b in known if b.release == "vrij" and not b.held_back and not b.parked}
        assert shown == free
        assert example_store.read(showing.count_withheld, workshop.id) == len(known) - len(free)


def test_r02_a_title_that_points_to_a_person_does_not_come_along(empty_store: Store, workshop: str) -> None:
    called = capture(empty_store, workshop, "Bel 06-12345678 maar")
    capture(empty_store, workshop, "Samen op pad")
    capture(empty_store, workshop, "Moeder Fatima belde")
    assert titles(empty_store, workshop) == ["Samen op pad", "Moeder Fatima belde"]
    assert [block.id for block in empty_store.read(showing.wall, workshop).stopped] == [called]

    done = empty_store.do("Anders", capturing.edit_block, called, title="Bel maar")
    assert again(empty_store, workshop, done.changes)[called] is not None
    undone = empty_store.undo()
    assert undone is not None
    assert again(empty_store, workshop, undone)[called] is None


def test_what_stands_in_other_fields_keeps_no_title_off_the_beamer(empty_store: Store, workshop: str) -> None:
    block = capture(empty_store, workshop, "Samen op pad")
    empty_store.do("Uitleg", capturing.edit_block, block, explanation="Bel 06-12345678")
    assert titles(empty_store, workshop) == ["Samen op pad"]
    assert empty_store.read(showing.wall, workshop).stopped == ()


def test_a_title_that_was_let_through_is_shown_as_long_as_it_stays_the_same(
    empty_store: Store, workshop: str
) -> None:
    block = capture(empty_store, workshop, "Bel 06-12345678 maar")
    through = {passed(block, "Bel 06-12345678 maar")}
    assert [one.id for one in empty_store.read(showing.wall, workshop, through).seen] == [block]
    assert empty_store.read(showing.wall, workshop, through).stopped == ()
    empty_store.do("Anders", capturing.edit_block, block, title="Bel 06-87654321 maar")
    assert empty_store.read(showing.wall, workshop, through).seen == ()


def test_what_is_not_released_is_not_told_as_stopped(empty_store: Store, workshop: str) -> None:
    block = capture(empty_store, workshop, "Bel 06-12345678 maar")
    empty_store.do("Achter", capturing.edit_block, block, held_back=True)
    assert empty_store.read(showing.wall, workshop).stopped == ()
