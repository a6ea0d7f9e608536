from dataclasses import replace

import pytest

from bouwstenen_app.domain.beamer import BLOCKS, CLUSTERS, PHOTO, READ_BACK, VOTES, Scene, released
from bouwstenen_app.domain.blocks import ALIGN_FIRST, FREE, INTERNAL, NOT_SHARED
from bouwstenen_app.domain.stage import (
    ShownBlock,
    Stage,
    above,
    opening_stage,
    passed,
    paused_stage,
    pointing,
    stage,
)
from bouwstenen_app.domain.workshops import ALL, LAST_FIVE, ONLY_COUNT, Cluster, Round, Workshop

ONE = Round("r1", "Wat werkt al?", 1, "Waar vinden jullie elkaar?")
TWO = Round("r2", "Wat knelt?", 2, beamer=LAST_FIVE)
SESSION = Workshop("w", "Proef", rounds=(ONE, TWO), votes_each=4, votes_stack=False)


def block(number: int, round: str = "r1", cluster: str = "", votes: int = 0) -> ShownBlock:
    return ShownBlock(f"b{number}", number, f"Bouwsteen {number}", round=round, cluster=cluster, votes=votes)


def numbers(seen: Stage) -> list[int]:
    return [block.number for block in seen.blocks]


@pytest.mark.parametrize("release", [ALIGN_FIRST, INTERNAL, NOT_SHARED])
def test_only_what_is_free_is_released(release: str) -> None:
    assert released(release=FREE, held_back=False, parked=False, removed=False)
    assert not released(release=release, held_back=False, parked=False, removed=False)


@pytest.mark.parametrize("mark", ["held_back", "parked", "removed"])
def test_what_is_held_back_parked_or_in_the_bin_is_not_released(mark: str) -> None:
    marks = {"held_back": False, "parked": False, "removed": False, mark: True}
    assert not released(release=FREE, **marks)


def test_a_round_shows_its_own_blocks_the_newest_first() -> None:
    seen = stage(Scene(), SESSION, ONE, [block(1), block(3), block(2, "r2"), block(4)])

    assert (seen.session, seen.round_name, seen.round_number, seen.question) == (
        "Proef", "Wat werkt al?", 1, "Waar vinden jullie elkaar?",
    )  # fmt: skip
    assert (numbers(seen), seen.total, seen.mode) == ([4, 3, 1], 3, ALL)


def test_a_session_without_rounds_shows_everything() -> None:
    assert numbers(stage(Scene(), SESSION, None, [block(1), block(2, "")])) == [2, 1]


def test_the_last_five_are_five_and_the_others_are_counted() -> None:
    seen = stage(Scene(), SESSION, TWO, [block(n, "r2") for n in range(1, 9)])

    assert (numbers(seen), seen.total, seen.mode) == ([8, 7, 6, 5, 4], 8, LAST_FIVE)


def test_only_the_number_brings_no_title_along() -> None:
    seen = stage(Scene(), SESSION, replace(ONE, beamer=ONLY_COUNT), [block(1), block(2)])

    assert (seen.blocks, seen.total) == ((), 2)


def test_photos_and_what_is_typed_over_from_them_stay_off_the_beamer() -> None:
    seen = stage(Scene(PHOTO, "p1"), SESSION, ONE, [block(1)])

    assert (seen.scene, seen.blocks, seen.question) == (PHOTO, (), ONE.question)


def test_votes_are_not_in_what_is_shown_until_they_are_revealed() -> None:
    known = [block(1, votes=3), block(2, "r2", votes=9), block(3, votes=9)]
    hidden = stage(Scene(VOTES), SESSION, ONE, known)
    shown = stage(Scene(VOTES), replace(SESSION, votes_shown=True), ONE, known)

    assert (numbers(hidden), {block.votes for block in hidden.blocks}) == ([1, 2, 3], {0})
    assert (hidden.votes_each, hidden.votes_stack) == (4, False)
    assert [(block.number, block.votes) for block in shown.blocks] == [(2, 9), (3, 9), (1, 3)]


@pytest.mark.parametrize("kind", [BLOCKS, CLUSTERS])
def test_no_scene_carries_hidden_votes_along(kind: str) -> None:
    session = replace(SESSION, clusters=(Cluster("c", "Samen"),))
    seen = stage(Scene(kind), session, ONE, [block(1, cluster="c", votes=7)])
    blocks = [*seen.blocks, *(block for cluster in seen.clusters for block in cluster.blocks)]

    assert [block.votes for block in blocks] == [0]


def test_clusters_come_in_their_order_with_their_blocks_by_number() -> None:
    session = replace(SESSION, clusters=(Cluster("c1", "Samen"), Cluster("c2", "")))
    known = [block(3, cluster="c1"), block(1, "r2", "c1"), block(2, cluster="x")]
    seen = stage(Scene(CLUSTERS), session, ONE, known)

    assert [(cluster.name, [b.number for b in cluster.blocks]) for cluster in seen.clusters] == [
        ("Samen", [1, 3]),
        ("", []),
    ]
    assert (numbers(seen), seen.total) == ([2], 3)


def test_a_block_that_is_read_back_stands_alone_and_only_when_it_is_released() -> None:
    known = [block(1), block(2)]

    assert numbers(stage(Scene(READ_BACK, "b2"), SESSION, ONE, known)) == [2]
    assert numbers(stage(Scene(READ_BACK, "held back"), SESSION, ONE, known)) == []


def test_a_vote_rule_that_only_stands_in_words_counts_too() -> None:
    session = replace(SESSION, votes_each=0, vote_rule="5 stemmen per deelnemer; stapelen mag")
    seen = stage(Scene(VOTES), session, ONE, [])

    assert (seen.votes_each, seen.votes_stack) == (5, True)


def test_r02_a_question_or_a_title_that_points_to_a_person_is_not_on_the_wall() -> None:
    called = "Bel 06-12345678 als je later komt"
    session, step = replace(SESSION, title=called), replace(ONE, question=called, name=called)
    seen = stage(Scene(BLOCKS), session, step, [])
    assert (seen.session, seen.round_name, seen.question) == ("", "", "")
    assert opening_stage(session, 6).session == paused_stage(session).session == ""
    assert above(session, ONE) == (called,)
    assert above(SESSION, step) == (called, called)
    assert above(SESSION, ONE) == above(SESSION, None) == ()


def test_r02_a_cluster_whose_name_points_to_a_person_stands_on_the_wall_without_it() -> None:
    clusters = (Cluster("c1", "Gezin van 06-12345678"), Cluster("c2", "Samen optrekken"))
    seen = stage(Scene(CLUSTERS), replace(SESSION, clusters=clusters), ONE, [block(1, cluster="c1")])
    assert [cluster.name for cluster in seen.clusters] == ["", "Samen optrekken"]
    assert [one.number for one in seen.clusters[0].blocks] == [1]


@pytest.mark.parametrize(
    ("title", "kinds"),
    [
        ("Samen optrekken", ()),
        ("Moeder Fatima belde", ()),
        ("Bel 06-12345678 of 06-87654321", ("TELEFOON",)),
        ("Mail k.visser@ziggo.nl, bsn 123456782", ("EMAIL", "BSN")),
    ],
)
def test_r02_a_title_points_to_a_person_by_its_identifiers(title: str, kinds: tuple[str, ...]) -> None:
    assert pointing(title) == kinds


def test_what_is_let_through_is_one_title_of_one_block() -> None:
    assert passed("a", "Bel 06-12345678") == passed("a", "Bel 06-12345678")
    assert len({passed("a", "x"), passed("b", "x"), passed("a", "y")}) == 3
    assert passed("a", "x\ud800").isalnum()
