from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bouwstenen_app.domain.blocks import RELEASES, STATUSES
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, filters, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.store import Store

TYPED = (
    "", "", "wijk", "RH-017", "rh17", '"samen aan', "-gezin", "thema:w", "stemmen>3", "!!!", "zonder:thema",
    "status:ruw",
    "soort:idee,risico", "domein:politie -soort:idee", "sessie:a", "+soort:idee", "a:b c", ",x", ":y",
)  # fmt: skip


def selected(store: Store, selection: Selection) -> set[str]:
    return {block.id for block in store.read(boards.select_blocks, selection)}


def anything(store: Store, book: Codebook, random: Random) -> Selection:
    def some(values: Any, most: int = 2) -> tuple[str, ...]:
        values = [*values]
        return tuple(random.sample(values, random.randint(0, min(most, len(values)))))

    dimensions = some([dimension.slug for dimension in book.dimensions])
    return Selection(
        query=random.choice(TYPED),
        codes={slug: some([code.id for code in book.of(slug)]) for slug in dimensions},
        workshops=some([workshop.id for workshop in store.read(preparing.headings)])
        if random.random() < 0.4
        else (),
        statuses=some(STATUSES) if random.random() < 0.3 else (),
        releases=some(RELEASES) if random.random() < 0.2 else (),
        without=some(["thema", "domein"], 1) if random.random() < 0.2 else (),
        new_tags=random.random() < 0.1,
        held_back=random.choice((None, None, None, True, False)),
    )


@pytest.mark.parametrize("seed", range(12))
def test_what_is_written_selects_what_was_chosen(example_store: Store, codebook: Codebook, seed: int) -> None:
    random = Random(seed)
    blocks = [*selected(example_store, Selection())]
    held: Any = {"held_back": True, "status": "geduid", "release": "intern"}
    edit: Any = capturing.edit_blocks
    example_store.do("a", edit, random.sample(blocks, 30), **held)
    for _ in range(25):
        selection = anything(example_store, codebook, random)
        line = example_store.read(filters.written, selection)
        assert selected(example_store, Selection(query=line)) == selected(example_store, selection), line


@pytest.mark.parametrize("seed", range(4))
def test_a_filter_that_was_saved_is_chosen_in_the_facets_again(
    example_store: Store, codebook: Codebook, seed: int
) -> None:
    random = Random(seed)
    for _ in range(25):
        selection = anything(example_store, codebook, random)
        line = example_store.read(filters.written, selection)
        again = example_store.read(filters.chosen, line)
        assert selected(example_store, again) == selected(example_store, selection), line
        assert example_store.read(filters.written, again) == line


def test_the_facets_of_a_filter_come_back_as_facets(example_store: Store, codebook: Codebook) -> None:
    workshop = example_store.read(preparing.headings)[0].id
    selection = Selection(
        query="wijk -gezin",
        codes={"soort": (codebook.by_slug["soort", "idee"].id,)},
        workshops=(workshop,),
        statuses=("ruw", "geduid"),
        without=("thema",),
        new_tags=True,
    )
    line = example_store.read(filters.written, selection)
    assert example_store.read(filters.chosen, line) == selection
    assert example_store.read(filters.chosen, "wijk thema:x") == Selection(query="wijk thema:x")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(typed=st.text(alphabet='wijk "-+:,>3thema domeinRH017', max_size=24))
def test_whatever_was_typed_stays_what_it_was_behind_the_facets(
    example_store: Store, codebook: Codebook, typed: str
) -> None:
    selection = Selection(query=typed, codes={"thema": (codebook.tops("thema")[0].id,)})
    line = example_store.read(filters.written, selection)
    assert selected(example_store, Selection(query=line)) == selected(example_store, selection)


@pytest.mark.parametrize("title", ["Overleg", "Zwolle", 'De "kleine" tafel', "a, b", "!"])
def test_sessions_with_a_like_name_are_not_mixed_up(example_store: Store, title: str) -> None:
    ids = [
        example_store.do("s", preparing.create_workshop, title=name).result
        for name in (title, title, f"{title} 2", title.lower())
    ]
    for identity in ids:
        example_store.do("v", capturing.capture, "Een bouwsteen", workshop=identity)
    for identity in ids:
        line = example_store.read(filters.written, Selection(workshops=(identity,)))
        assert selected(example_store, Selection(query=line)) == selected(
            example_store, Selection(workshops=(identity,))
        )


def test_a_filter_reads_as_a_person_would_type_it(example_store: Store, codebook: Codebook) -> None:
    idea = codebook.by_slug["soort", "idee"].id
    police = codebook.by_slug["domein", "veilig-thuis"].id
    selection = Selection(query="wijk", codes={"soort": (idea,), "domein": (police,)}, without=("thema",))
    line = example_store.read(filters.written, selection)
    assert line == 'soort:Idee domein:"Veilig Thuis" zonder:thema wijk'


def test_a_filter_is_saved_renamed_put_in_order_and_thrown_away_each_with_a_way_back(example_store: Store) -> None:
    first = example_store.do("b", filters.save, "  Ruw ", Selection(statuses=("ruw",))).result
    second = example_store.do("b", filters.save, "Wijk", Selection(query="wijk")).result

    def names() -> list[str]:
        return [one.name for one in example_store.read(filters.filters)]

    assert names() == ["Ruw", "Wijk"]
    example_store.do("o", filters.reorder, [second, first])
    assert names() == ["Wijk", "Ruw"]
    example_store.do("n", filters.rename, second, "De wijk")
    example_store.do("w", filters.remove, first)
    assert names() == ["De wijk"]
    example_store.undo()
    example_store.undo()
    example_store.undo()
    assert names() == ["Ruw", "Wijk"]


def test_a_name_that_is_there_already_takes_the_new_choice(example_store: Store) -> None:
    first = example_store.do("b", filters.save, "Wijk", Selection(query="wijk")).result
    again = example_store.do("b", filters.save, "wijk", Selection(query="wijkagent")).result
    assert first == again
    assert [one.query for one in example_store.read(filters.filters)] == ["wijkagent"]


def test_what_cannot_be_a_filter_is_told(example_store: Store) -> None:
    for name, selection in (
        ("", Selection(query="wijk")), ("x" * 61, Selection(query="wijk")), ("Niets", Selection()),
        ("Bak", Selection(removed=True)),
    ):  # fmt: skip
        with pytest.raises(Problem):
            example_store.do("b", filters.save, name, selection)
    example_store.do("b", filters.save, "Een", Selection(query="a"))
    other = example_store.do("b", filters.save, "Twee", Selection(query="b")).result
    with pytest.raises(Problem, match="naam"):
        example_store.do("n", filters.rename, other, "een")
