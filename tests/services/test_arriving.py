"""Codes of other laptops: proposed for what they seem to be, and brought together in one step."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.laptops import Laptop, merge, run, sharing

from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.services import arriving, boards, capturing, codebook_editing, merging, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.surroundings import fill_empty


@pytest.fixture
def laptops(tmp_path: Path) -> Iterator[tuple[Laptop, Laptop]]:
    with sharing(tmp_path, {"a": 0, "b": 2}, fill=fill_empty) as (first, second):
        yield first, second


def with_code(laptop: Laptop, name: str, title: str) -> str:
    """Make a theme on a laptop, and a block with it."""
    identity = laptop.store.do("Code", codebook_editing.add_code, dimension=THEME, name=name).result
    workshop = laptop.store.read(preparing.workshops)[0].id
    line = f"{title} #{name.casefold().replace(' ', '-')}"
    laptop.store.do("Vast", capturing.capture, line, workshop=workshop)
    return identity


def test_a_code_that_comes_along_is_told_with_what_it_seems_to_be(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    strange = with_code(second, "Terugkoppelingen", "Van b")
    found = run(merging.merge_files(first.store, [second.path], first.around))
    assert found.code_ids == (strange,)

    (arrival,) = first.store.read(arriving.arrivals, found.code_ids)
    assert (arrival.code.name, arrival.dimension, arrival.blocks) == ("Terugkoppelingen", "Thema", 1)
    assert first.store.read(codebook).code(arrival.likely).name == "Terugkoppeling"


def test_brought_together_the_tags_go_along_and_it_is_proposed_again(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    strange = with_code(second, "Terugkoppelingen", "Van b")
    merge(first.store, second.store)
    (arrival,) = first.store.read(arriving.arrivals, [strange])
    first.store.do("Samen", arriving.bring_together, {strange: arrival.likely})

    (block,) = first.store.read(boards.select_blocks, Selection())
    assert block.codes == (arrival.likely,)
    assert first.store.read(arriving.arrivals, [strange]) == ()

    workshop = second.store.read(preparing.workshops)[0].id
    second.store.do("Vast", capturing.capture, "Weer een #terugkoppelingen", workshop=workshop)
    merge(first.store, second.store)
    (again,) = first.store.read(arriving.arrivals, ())
    assert (again.code.id, again.likely) == (strange, arrival.likely)


def test_a_code_that_is_like_no_other_proposes_none(laptops: tuple[Laptop, Laptop]) -> None:
    first, second = laptops
    strange = with_code(second, "Zwemles", "Van b")
    merge(first.store, second.store)
    (arrival,) = first.store.read(arriving.arrivals, [strange])
    assert arrival.likely == ""
