"""De-duplicating: what is suggested, and what was decided of it."""

import pytest

from bouwstenen_app.domain.blocks import BUNDLED, EXPIRED
from bouwstenen_app.domain.look_alikes import CLEAR, Suggestion
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, bundling, capturing, deduplicating, preparing
from bouwstenen_app.storage.store import Store

LINES = (
    "Tien dagen huisverbod en dan stilte",
    "Na tien dagen huisverbod valt het stil",
    "Huisverbod: na tien dagen is het stil",
    "Tolk regelen duurt te lang",
)


@pytest.fixture
def ids(empty_store: Store) -> list[str]:
    """Three blocks that say the same, of three sessions, and one that does not."""
    made = []
    for place, line in enumerate(LINES):
        workshop = empty_store.do("Sessie", preparing.create_workshop, title=f"Sessie {place}").result
        made.append(empty_store.do("Vast", capturing.capture, line, workshop=workshop).result.block)
    return made


def suggested(store: Store) -> tuple[Suggestion, ...]:
    work = deduplicating.compare(store.read(deduplicating.material))
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: tuple[Suggestion, ...] = end.value
            return found


def pairs(store: Store) -> set[tuple[str, str]]:
    return {(one.first, one.second) for one in suggested(store)}


def test_blocks_of_several_sessions_are_suggested_the_most_alike_first(empty_store: Store, ids: list[str]) -> None:
    a, b, c, _ = ids

    assert pairs(empty_store) == {(a, b), (a, c), (b, c)}
    assert all(one.score >= CLEAR for one in deduplicating.clear(suggested(empty_store)))


def test_removed_and_expired_blocks_and_removed_sessions_are_not_suggested(
    empty_store: Store, ids: list[str]
) -> None:
    a, b, c, _ = ids
    found = suggested(empty_store)
    empty_store.do("Weg", capturing.remove_blocks, [a])
    assert pairs(empty_store) == {(b, c)}
    assert {(one.first, one.second) for one in empty_store.read(deduplicating.still_open, found)} == {(b, c)}

    empty_store.undo()
    empty_store.do("Vervallen", capturing.edit_block, b, status=EXPIRED)
    assert pairs(empty_store) == {(a, c)}

    block = empty_store.read(boards.block, c)
    assert block is not None
    empty_store.do("Weg", preparing.remove_workshops, [block.workshop])
    assert pairs(empty_store) == set()


def test_together_makes_a_bundle_in_one_step_and_is_remembered(empty_store: Store, ids: list[str]) -> None:
    a, b, c, _ = ids

    bundle = empty_store.do("Samen", deduplicating.judge_together, [a, b]).result

    assert set(empty_store.read(bundling.contributions, bundle)) == {a, b}
    assert {one.status for one in empty_store.read(boards.blocks, [a, b])} == {BUNDLED}
    assert pairs(empty_store) == {(a, c), (b, c)}
    empty_store.undo()
    assert empty_store.read(bundling.bundles) == ()
    assert empty_store.read(deduplicating.judged) == frozenset()
    assert pairs(empty_store) == {(a, b), (a, c), (b, c)}


def test_together_puts_a_block_in_the_bundle_of_the_other(empty_store: Store, ids: list[str]) -> None:
    a, b, c, _ = ids
    bundle = empty_store.do("Bundel", bundling.bundle_blocks, [b, c]).result

    assert empty_store.do("Samen", deduplicating.judge_together, [a, b]).result == bundle
    assert set(empty_store.read(bundling.contributions, bundle)) == {a, b, c}
    assert pairs(empty_store) == set()


def test_together_joins_two_bundles_in_that_with_the_lower_number(empty_store: Store, ids: list[str]) -> None:
    a, b, c, d = ids
    first = empty_store.do("Bundel", bundling.bundle_blocks, [b, d]).result
    empty_store.do("Bundel", bundling.bundle_blocks, [a, c])

    assert empty_store.do("Samen", deduplicating.judge_together, [a, b]).result == first
    assert [one.id for one in empty_store.read(bundling.bundles)] == [first]
    assert set(empty_store.read(bundling.contributions, first)) == {a, b, c, d}
    empty_store.undo()
    assert len(empty_store.read(bundling.bundles)) == 2


def test_a_whole_group_is_joined_in_one_step(empty_store: Store, ids: list[str]) -> None:
    a, b, c, _ = ids

    bundle = empty_store.do("Samen", deduplicating.judge_together, [a, b, c]).result

    assert set(empty_store.read(bundling.contributions, bundle)) == {a, b, c}
    assert len(empty_store.read(deduplicating.judged)) == 3
    empty_store.undo()
    assert empty_store.read(deduplicating.judged) == frozenset()


@pytest.mark.parametrize("verb", [deduplicating.judge_linked, deduplicating.judge_apart])
def test_a_decision_is_remembered_and_can_be_undone_and_made_again(
    empty_store: Store, ids: list[str], verb: object
) -> None:
    a, b, c, _ = ids
    assert callable(verb)

    empty_store.do("Oordeel", verb, b, a)
    assert pairs(empty_store) == {(a, c), (b, c)}
    assert empty_store.read(bundling.bundles) == ()
    empty_store.undo()
    assert (a, b) in pairs(empty_store)
    empty_store.do("Oordeel", verb, a, b)
    assert (a, b) not in pairs(empty_store)
    empty_store.undo()
    empty_store.redo()


def test_linked_blocks_know_each_other(empty_store: Store, ids: list[str]) -> None:
    a, b, c, _ = ids
    empty_store.do("Koppelen", deduplicating.judge_linked, a, b)
    empty_store.do("Niet", deduplicating.judge_apart, a, c)

    assert empty_store.read(deduplicating.linked_with, a) == (b,)
    assert empty_store.read(deduplicating.linked_with, c) == ()


def test_a_later_decision_replaces_an_earlier_one(empty_store: Store, ids: list[str]) -> None:
    a, b, *_ = ids
    empty_store.do("Niet", deduplicating.judge_apart, a, b)
    empty_store.do("Koppelen", deduplicating.judge_linked, a, b)

    assert empty_store.read(deduplicating.linked_with, a) == (b,)
    assert len(empty_store.read(deduplicating.judged)) == 1


def test_a_block_that_is_gone_is_told_of(empty_store: Store, ids: list[str]) -> None:
    empty_store.do("Weg", capturing.remove_blocks, ids[:1])

    with pytest.raises(Problem, match="er niet meer"):
        empty_store.do("Samen", deduplicating.judge_together, ids[:2])
    with pytest.raises(Problem, match="er niet meer"):
        empty_store.do("Niet", deduplicating.judge_apart, ids[1], ids[1])


def test_a_pair_comes_with_its_reason_its_bundles_and_its_group(empty_store: Store, ids: list[str]) -> None:
    a, b, c, _ = ids
    empty_store.do("Bundel", bundling.bundle_blocks, [b])
    found = suggested(empty_store)

    pair = next(
        one
        for one in empty_store.read(deduplicating.pairs, found, found)
        if {one.first.id, one.second.id} == {a, b}
    )

    assert pair.reason.startswith(f"lijkt {round(pair.score * 100)} % · delen: huisverbod, ")
    assert pair.bundles == ("", "K-01")
    assert [block.id for block in pair.also] == [c]
    text = deduplicating.words_of(pair.second)
    assert {text[word.start : word.end].lower() for word in pair.shared.second} >= {"huisverbod", "tien", "dagen"}


def test_the_words_of_the_codebook_are_related(empty_store: Store) -> None:
    workshop = empty_store.do("Sessie", preparing.create_workshop, title="S").result
    for line in ("Wijkteam aan tafel bij het eerste gesprek", "Bij het eerste gesprek zit het buurtteam aan tafel"):
        empty_store.do("Vast", capturing.capture, line, workshop=workshop)

    (one,) = suggested(empty_store)
    (pair,) = empty_store.read(deduplicating.pairs, [one])

    assert {word.word for word in pair.shared.second} >= {"buurtteam", "gesprek", "tafel"}


def test_an_empty_workspace_has_no_pairs(empty_store: Store) -> None:
    assert suggested(empty_store) == ()
