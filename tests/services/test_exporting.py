"""Everything as a file for other programs: nothing is left out, nothing of the bin is in it."""

import csv
import datetime
import json
import re
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from openpyxl import load_workbook
from tests.domain.everythings import texts
from tests.domain.test_refi_project import check_standard

from bouwstenen_app.domain import capture
from bouwstenen_app.domain.blocks import NOT_SHARED, Block
from bouwstenen_app.domain.data_sheets import BETWEEN
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export.data_text import guarded
from bouwstenen_app.services import boards, bundling, capturing, exporting, import_reading, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage.store import Store

NOW = datetime.datetime(2026, 11, 30, 17)


def exported(store: Store, folder: Path, kind: str, selection: Selection = exporting.ALL) -> Path:
    target = folder / f"uit{kind}"
    steps = list(exporting.export(store, target, selection, now=NOW))
    assert steps[-1].done == steps[-1].total
    assert [path.name for path in folder.glob("uit*.part")] == []
    return target


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def xlsx_rows(path: Path, sheet: str = "Bouwstenen") -> list[dict[str, object]]:
    header, *rows = load_workbook(path)[sheet].iter_rows(values_only=True)
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


def everything_of(store: Store) -> dict[str, Block]:
    return {block.id: block for block in store.read(boards.select_blocks, Selection())}


@pytest.mark.parametrize("kind", exporting.KINDS)
def test_every_kind_has_every_release_and_nothing_of_the_bin(
    example_store: Store, tmp_path: Path, kind: str
) -> None:
    first, second, *_ = everything_of(example_store).values()
    example_store.do("Vrijgave", capturing.edit_block, first.id, release=NOT_SHARED, title="Blijft binnenskamers")
    example_store.do("Weg", capturing.edit_block, second.id, title="In de prullenbak")
    example_store.do("Weg", capturing.remove_blocks, [second.id])
    path = exported(example_store, tmp_path, kind)
    if kind in (".xlsx", ".qdpx"):
        with ZipFile(path) as package:
            text = "\n".join(package.read(name).decode() for name in package.namelist())
    else:
        text = path.read_text("utf-8")

    assert "In de prullenbak" not in text
    assert ("Blijft binnenskamers" in text) == (kind != ".qdc")


def test_the_workbook_has_a_row_for_each_block_the_outline_the_codes_and_the_matrix(
    example_store: Store, tmp_path: Path
) -> None:
    blocks = everything_of(example_store)
    example_store.do("Bundel", bundling.bundle_blocks, [*blocks][:2])
    path = exported(example_store, tmp_path, ".xlsx")

    assert load_workbook(path).sheetnames == ["Bouwstenen", "Opbouw", "Bundels", "Matrix", "Codeboek", "Sessies"]
    rows = xlsx_rows(path)
    assert {str(row["id"]) for row in rows} == set(blocks)
    assert all(row["titel"] == blocks[str(row["id"])].title for row in rows)
    assert sum(int(str(row["stemmen"])) for row in rows) == sum(block.votes for block in blocks.values())
    carried = sum(len(block.codes) for block in blocks.values())
    assert sum(int(str(row["bouwstenen"])) for row in xlsx_rows(path, "Codeboek")) == carried
    with ZipFile(path) as package:
        assert not any(b"<f>" in package.read(name) for name in package.namelist())


def test_the_text_file_has_the_same_rows(example_store: Store, tmp_path: Path) -> None:
    rows = csv_rows(exported(example_store, tmp_path, ".csv"))

    blocks = everything_of(example_store)
    assert {row["id"] for row in rows} == set(blocks)
    assert [row["titel"] for row in rows] == [guarded(blocks[row["id"]].title) for row in rows]


def test_the_project_follows_the_standard_and_finds_every_block(example_store: Store, tmp_path: Path) -> None:
    with ZipFile(exported(example_store, tmp_path, ".qdpx")) as package:
        files = {n.removeprefix("sources/"): package.read(n).decode() for n in package.namelist() if "sources" in n}
        root = check_standard(package.read("project.qde"), files)

    found = [one for one in root.iter() if one.tag.endswith("PlainTextSelection")]
    blocks = everything_of(example_store)
    assert {one.get("guid", "").replace("-", "") for one in found} == set(blocks)


def test_the_text_is_read_back_with_every_block_and_nothing_else(example_store: Store, tmp_path: Path) -> None:
    given = import_reading.read(exported(example_store, tmp_path, ".md"))
    book = example_store.read(codebook)
    drafts = [capture.read(one.line, book) for one in given.blocks]
    blocks = everything_of(example_store).values()

    def said(one: capture.Draft | Block) -> tuple[object, ...]:
        # A reader of lists gives up the white between paragraphs, and the marks of a list inside an item.
        lines = [re.sub(r"^[-*•] ", "", line) for line in one.explanation.split("\n") if line.strip()]
        return (one.title, *lines, one.next_step, book.sorted(one.codes), one.votes, one.table)

    assert Counter(map(said, drafts)) == Counter(map(said, blocks))
    assert {one.groups[-1] for one in given.blocks} > {"Ronde 1: signalen"}


@pytest.mark.parametrize("kind", [".xlsx", ".csv", ".json", ".md", ".qdpx"])
def test_a_part_is_what_was_asked_for(example_store: Store, tmp_path: Path, kind: str) -> None:
    session = example_store.read(preparing.workshops)[0]
    inside = {b.spoken_id for b in everything_of(example_store).values() if b.workshop == session.id}
    for place, selection in enumerate((Selection(workshops=(session.id,)), Selection(query="school"))):
        (folder := tmp_path / str(place)).mkdir()
        path = exported(example_store, folder, kind, selection)
        found = {b.id: b.spoken_id for b in example_store.read(boards.select_blocks, selection)}
        assert found
        assert place or set(found.values()) == inside
        if kind == ".json":
            assert {row["id"] for row in json.loads(path.read_text("utf-8"))["tabellen"]["block"]} == set(found)
        elif kind == ".csv":
            assert {row["id"] for row in csv_rows(path)} == set(found)
        elif kind == ".xlsx":
            assert {row["id"] for row in xlsx_rows(path)} == set(found)
        elif kind == ".md":
            text = path.read_text("utf-8")
            assert {
                b.spoken_id for b in everything_of(example_store).values() if f"> {b.spoken_id} " in text
            } == set(found.values())


@pytest.mark.parametrize("kind", exporting.KINDS)
def test_stopping_leaves_nothing_and_keeps_what_was_there(example_store: Store, tmp_path: Path, kind: str) -> None:
    target = tmp_path / f"uit{kind}"
    target.write_bytes(b"eerder")
    work = exporting.export(example_store, target, now=NOW)
    next(work)
    next(work)
    work.close()  # type: ignore[attr-defined]

    assert target.read_bytes() == b"eerder"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("place", "selection", "said"),
    [
        (lambda store: store.path.with_name("uit.docx"), exporting.ALL, "Laat de naam eindigen op .xlsx"),
        (lambda store: store.path.with_name("uit.xlsx"), Selection(query="bestaatechtniet"), "niets gevonden"),
        (lambda store: store.path.with_name("uit.json"), Selection(query="bestaatechtniet"), "niets gevonden"),
        (lambda store: store.path.parent / "weg" / "uit.md", exporting.ALL, "bestaat niet"),
    ],
)
def test_what_cannot_be_exported_is_one_sentence(
    example_store: Store, place: Callable[[Store], Path], selection: Selection, said: str
) -> None:
    with pytest.raises(Problem, match=said):
        list(exporting.export(example_store, place(example_store), selection, now=NOW))


def test_an_export_never_takes_the_place_of_the_workspace(example_store: Store, tmp_path: Path) -> None:
    other = tmp_path / "werk.json"
    other.hardlink_to(example_store.path)

    with pytest.raises(Problem, match="de werkmap zelf"):
        list(exporting.export(example_store, other, now=NOW))


def test_a_new_workspace_has_its_codebook_and_its_json(empty_store: Store, tmp_path: Path) -> None:
    assert exported(empty_store, tmp_path, ".qdc").stat().st_size > 10_000
    assert json.loads(exported(empty_store, tmp_path, ".json").read_text("utf-8"))["tabellen"]["block"] == []
    with pytest.raises(Problem, match="de werkmap is leeg"):
        exported(empty_store, tmp_path, ".qdpx")


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(title=texts, explanation=texts, note=texts, condition=texts)
def test_what_is_read_back_is_what_is_in_the_workspace(
    empty_store: Store, title: str, explanation: str, note: str, condition: str
) -> None:
    if not empty_store.read(preparing.has_workshops):
        workshop = empty_store.do("Sessie", preparing.create_workshop, title="Proef").result
        empty_store.do("Vast", capturing.capture, "Eerst", workshop=workshop)
    (identity,) = everything_of(empty_store)
    fields = {"title": title, "explanation": explanation, "note": note, "conditions": [condition]}
    empty_store.do("Bewerkt", capturing.edit_block, identity, **fields)
    block = everything_of(empty_store)[identity]
    kept = {"titel": block.title, "toelichting": block.explanation, "aantekening": block.note}
    kept["nodig"] = BETWEEN.join(block.conditions)
    with tempfile.TemporaryDirectory() as folder:
        (line,) = csv_rows(exported(empty_store, Path(folder), ".csv"))
        (row,) = xlsx_rows(exported(empty_store, Path(folder), ".xlsx"))

    assert {name: line[name] for name in kept} == {name: guarded(text) for name, text in kept.items()}
    assert {name: _unescaped(row[name]) for name in kept} == kept


def _unescaped(value: object) -> str:
    """Return a cell as Excel shows it: openpyxl leaves the escape of ``_x0041_`` as it is."""
    return str(value or "").replace("_x005F_", "_")
