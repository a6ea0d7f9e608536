"""Everything as JSON and back: no loss, nothing double, and a broken file changes nothing."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.storage.laptops import content

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, bundling, capturing, portable, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import JOURNALED, LOCAL_COLUMNS

DESCRIPTION = Path(__file__).parents[2] / "resources" / "docs" / "json-formaat.md"


def text_of(store: Store) -> str:
    return store.read(lambda session: "".join(portable.document(session)))


def test_everything_comes_back_without_loss(example_store: Store, target: Store) -> None:
    blocks = example_store.read(boards.select_blocks, Selection())
    example_store.do("Bundel", bundling.bundle_blocks, [blocks[0].id, blocks[1].id])
    example_store.do("Weg", capturing.remove_blocks, [blocks[2].id])
    text = text_of(example_store)

    done = target.do("Ingelezen", portable.take_in, portable.read(text, "alles.json")).result

    assert done.changed == 0
    assert content(target) == content(example_store)
    assert text_of(target) == text
    assert target.faults() == ()


def test_the_same_file_again_changes_nothing_and_an_edit_is_put_back(example_store: Store) -> None:
    data = portable.read(text_of(example_store), "alles.json")
    assert example_store.do("Ingelezen", portable.take_in, data).changes is None
    block = example_store.read(boards.select_blocks, Selection())[0]
    example_store.do("Bewerkt", capturing.edit_block, block.id, title="Anders")

    done = example_store.do("Ingelezen", portable.take_in, data)

    assert (done.result.new, done.result.changed) == (0, 1)
    assert example_store.read(boards.select_blocks, Selection())[0].title == block.title
    example_store.undo()
    assert example_store.read(boards.select_blocks, Selection())[0].title == "Anders"


def test_reading_in_is_one_step_that_can_be_undone(example_store: Store, target: Store) -> None:
    target.do("Ingelezen", portable.take_in, portable.read(text_of(example_store), "alles.json"))
    assert len(target.read(preparing.workshops)) == 3
    target.undo()
    assert target.read(preparing.workshops) == ()


def _described() -> dict[str, dict[str, tuple[str, str]]]:
    """Return what the description of the format says: table → field → its kind, and its default."""
    tables: dict[str, dict[str, tuple[str, str]]] = {}
    for line in DESCRIPTION.read_text("utf-8").splitlines():
        if head := re.match(r"### `(\w+)`: \S", line):
            tables[head[1]] = {}
        elif row := re.fullmatch(r"\| `(\w+)` \| (.+?) \| (.+?) \| \S.*\. \|", line):
            tables[list(tables)[-1]][row[1]] = (row[2], row[3])
    return tables


@pytest.mark.parametrize("table", JOURNALED)
def test_the_description_names_every_field_with_its_kind_and_its_default(table: str) -> None:
    said = _described()[table]
    columns = {c.name: c for c in journal.table_named(table).c if c.name not in {"id", "removed", *LOCAL_COLUMNS}}
    defaults = journal.defaults_of(table)

    assert list(said) == list(columns)
    for name, (kind, absent) in said.items():
        always = defaults[name] is None and not columns[name].nullable
        assert absent == ("staat er altijd" if always else f"`{json.dumps(defaults[name])}`")
        links = {key.column.table.name for key in columns[name].foreign_keys}
        assert not links or kind == f"id van `{links.pop()}`"


def test_the_description_names_no_table_that_is_not_there(example_store: Store) -> None:
    assert set(_described()) == set(JOURNALED) == set(json.loads(text_of(example_store))["tabellen"])


def _with(change: Callable[[dict[str, Any]], object]) -> Callable[[str], str]:
    def changed(text: str) -> str:
        data = json.loads(text)
        change(data)
        return json.dumps(data)

    return changed


BROKEN: dict[str, Callable[[str], str]] = {
    "no JSON": lambda text: text[: len(text) // 2],
    "a list": lambda _: "[]",
    "another schema": _with(lambda data: data.update(schema="anders/1")),
    "an unknown table": _with(lambda data: data["tabellen"].update(sqlite_master=[])),
    "rows that are none": _with(lambda data: data["tabellen"].update(block="x")),
    "a row without id": _with(lambda data: data["tabellen"]["block"][0].pop("id")),
    "an unknown field": _with(lambda data: data["tabellen"]["block"][0].update(row=3)),
    "a field of another kind": _with(lambda data: data["tabellen"]["block"][0].update(title=3)),
    "a picture of other bytes": _with(
        lambda data: data["beelden"].append({"id": "a" * 32, "format": "png", "data": "AA=="})
    ),
    "a picture that is no base64": _with(
        lambda data: data["beelden"].append({"id": "a" * 32, "format": "png", "data": "?"})
    ),
    "deep": lambda _: "[" * 100_000,
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_file_is_one_sentence(example_store: Store, what: str) -> None:
    with pytest.raises(Problem) as told:
        portable.read(BROKEN[what](text_of(example_store)), "alles.json")
    assert str(told.value).startswith("alles.json is ")
