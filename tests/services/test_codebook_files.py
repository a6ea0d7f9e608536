"""The codebook in a file: out of one workspace and into another, as one step."""

import json
from pathlib import Path
from typing import Any

import pytest

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import codebook_editing, codebook_files, codebook_merging, codebooks
from bouwstenen_app.storage.store import Store

KINDS = [".json", ".csv", ".qdc"]


def book_of(store: Store) -> Codebook:
    return store.read(codebooks.codebook)


def change(store: Store) -> None:
    """Make a codebook in which everything occurs."""
    slug = store.do("D", codebook_editing.add_dimension, name="Wijk", prefix="!", multiple=False).result
    north = store.do("C", codebook_editing.add_code, dimension=slug, name="=Noord").result
    store.do("C", codebook_editing.add_code, dimension=slug, name="Hoek", parent=north)
    store.do("W", codebook_editing.describe, north, definition="Boven; “de” rivier\n=1+1", synonyms=("n|o", "'t n"))
    first, second = book_of(store).tops("thema")[:2]
    store.do("R", codebook_editing.rename, second.id, "Heel anders")
    store.do("M", codebook_editing.move, second.id, before=first.id)
    store.do("F", codebook_editing.set_favourite, second.id, favourite=True)
    store.do("V", codebook_merging.merge, book_of(store).tops("thema")[4].id, first.id)


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_written_changes_nothing_when_it_is_read_back(
    empty_store: Store, kind: str, tmp_path: Path
) -> None:
    change(empty_store)
    target = tmp_path / f"boek{kind}"
    codebook_files.write(empty_store.read(codebook_files.document, kind), target)
    before = book_of(empty_store)

    plan = empty_store.read(codebook_files.plan, codebook_files.read(target))

    assert {one.kind for one in plan.all} == {"hetzelfde"}
    taken = empty_store.do("In", codebook_files.take_in, codebook_files.read(target))
    assert (taken.result, book_of(empty_store)) == (codebook_files.TakenIn(0, 0), before)


@pytest.mark.parametrize("kind", KINDS)
def test_a_codebook_goes_to_another_workspace_and_undo_takes_it_back(
    empty_store: Store, example_store: Store, kind: str, tmp_path: Path
) -> None:
    change(empty_store)
    target = tmp_path / f"boek{kind}"
    codebook_files.write(empty_store.read(codebook_files.document, kind), target)
    before, given = book_of(example_store), codebook_files.read(target)
    plan = example_store.read(codebook_files.plan, given)

    taken = example_store.do("Codeboek ingelezen", codebook_files.take_in, given).result

    assert (taken.new, taken.changed) == (plan.count("nieuw"), plan.count("gewijzigd"))
    now = {(code.dimension, code.name): code for code in book_of(example_store).codes}
    assert now["wijk", "=Noord"].synonyms == ("n|o", "'t n")
    assert now["wijk", "=Noord"].definition == "Boven; “de” rivier\n=1+1"
    assert now["wijk", "Hoek"].parent == now["wijk", "=Noord"].id
    assert {code.id for code in before.codes} <= {code.id for code in now.values()}
    example_store.undo()
    assert book_of(example_store) == before
    example_store.do("Codeboek ingelezen", codebook_files.take_in, given)
    assert {(code.dimension, code.name) for code in book_of(example_store).codes} == set(now)


def test_json_says_all_that_the_workspace_began_with(empty_store: Store, codebook_file: dict[str, object]) -> None:
    written = json.loads(empty_store.read(codebook_files.document, ".json"))

    assert written == codebook_file


def test_a_file_that_is_no_codebook_is_refused_by_name(tmp_path: Path) -> None:
    for name, text in (
        ("a.json", "[]"),
        ("b.json", '{"schema": "codeboek/1"}'),
        ("c.json", "{" * 100_000),
        ("d.csv", "x;y\n1;2\n"),
        ("e.qdc", "<!DOCTYPE x><x/>"),
        ("f.txt", "tekst"),
    ):
        (tmp_path / name).write_text(text)
        with pytest.raises(Problem):
            codebook_files.read(tmp_path / name)
    with pytest.raises(Problem, match=r"weg\.csv kan niet worden gelezen"):
        codebook_files.read(tmp_path / "weg.csv")


def test_a_folder_that_takes_no_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="Kies een andere map"):
        codebook_files.write(b"x", tmp_path / "geen map" / "boek.csv")


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        *(
            ("codes", "keywords", [["x"]]),
            ("codes", "keywords", [3]),
            ("codes", "name", {}),
            ("codes", "order", "x"),
        ),
        *(("codes", "name", "\ud800"), ("dimensions", "order", 1 << 40), ("dimensions", "quick_prefix", ["#"])),
    ],
)
def test_a_codebook_in_which_a_field_holds_something_else_is_refused_with_a_sentence(
    tmp_path: Path, codebook_file: dict[str, Any], kind: str, field: str, value: object
) -> None:
    source = tmp_path / "vreemd.json"
    rows = [codebook_file[kind][0] | {field: value}, *codebook_file[kind][1:]]
    source.write_text(json.dumps(codebook_file | {kind: rows}), encoding="utf-8")

    with pytest.raises(Problem, match="geen codeboek van Bouwstenen"):
        codebook_files.read(source)
