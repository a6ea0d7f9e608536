"""What goes along in a JSON that is exported: nothing of the bin, and whole in itself."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Integer, select
from tests.domain.everythings import texts
from tests.storage.laptops import Laptop, content

from bouwstenen_app.domain.photos import PNG, Picture
from bouwstenen_app.services import boards, bundling, capturing, photos, portable, portable_part, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.report_tables import RemarkRow, ReviewRow
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import JOURNALED, PictureRow

PICTURES = tuple(Picture(PNG, b"\x89PNG\r\n\x1a\n" + bytes([n]) * 50, 10, 10) for n in range(3))


def text_of(store: Store, selection: Selection = Selection()) -> str:  # noqa: B008 - a frozen value
    rows = store.read(portable_part.rows, selection)
    shown = [store.read(portable.picture, one) for one in portable_part.pictures(rows)]
    return "".join(portable.pieces(rows, [one for one in shown if one]))


def filled(store: Store) -> list[str]:
    """Add photos, a bundle and things in the bin; return the ids of the blocks."""
    ids = [block.id for block in store.read(boards.select_blocks, Selection())]
    workshop = store.read(preparing.workshops)[0].id
    store.do("Foto", photos.add_photos, PICTURES[:2], workshop=workshop)
    store.do("Bundel", bundling.bundle_blocks, ids[:3])
    return ids


def test_everything_with_its_photos_comes_back_without_loss(example_store: Store, target: Store) -> None:
    filled(example_store)
    target.do("Ingelezen", portable.take_in, portable.read(text_of(example_store), "alles.json"))

    assert content(target) == content(example_store)
    assert text_of(target) == text_of(example_store)
    assert target.read(lambda s: set(s.scalars(select(PictureRow.id)))) == {one.id for one in PICTURES[:2]}
    assert target.faults() == ()


def test_what_lies_in_the_bin_stays_here_with_its_photos_and_its_tags(example_store: Store, target: Store) -> None:
    ids = filled(example_store)
    gone = example_store.read(boards.block, ids[0])
    assert gone is not None
    example_store.do("Foto", photos.add_photos, PICTURES[2:], workshop=gone.workshop, block=gone.id)
    example_store.do("Weg", capturing.remove_blocks, [gone.id])
    text = text_of(example_store)

    assert gone.id not in text
    assert gone.title not in text
    assert PICTURES[2].id not in text
    assert '"removed":true' not in text
    target.do("Ingelezen", portable.take_in, portable.read(text, "alles.json"))
    assert target.faults() == ()
    assert {b.id for b in target.read(boards.select_blocks, Selection())} == set(ids) - {gone.id}


def test_a_remark_that_quotes_a_block_goes_only_with_that_block(example_store: Store) -> None:
    ids = filled(example_store)

    def remarks(session: Work) -> None:
        review = ReviewRow(id=session.new_id())
        session.add(review)
        for subject in (f"block:{ids[0]}", f"block:{ids[1]}", "text:summary:numbers"):
            session.add(RemarkRow(id=session.new_id(), review_id=review.id, subject=subject, quote="Zoals gezegd"))

    example_store.do("Opmerkingen", remarks)
    example_store.do("Weg", capturing.remove_blocks, [ids[0]])

    kept = example_store.read(portable_part.rows, Selection())["remark"]
    assert {row["subject"] for row in kept} == {f"block:{ids[1]}", "text:summary:numbers"}


def test_a_part_holds_its_sessions_its_bundles_and_the_codebook(example_store: Store, target: Store) -> None:
    ids = filled(example_store)
    session = example_store.read(boards.block, ids[0])
    assert session is not None
    data = json.loads(text_of(example_store, Selection(workshops=(session.workshop,))))["tabellen"]

    assert {one["id"] for one in data["workshop"]} == {session.workshop}
    assert {one["workshop_id"] for one in data["block"]} == {session.workshop}
    assert len(data["bundle"]) == 1
    assert len(data["code"]) == len(example_store.read(portable_part.rows, Selection())["code"])
    assert not any(data[table] for table in portable_part.OF_ALL)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    gone=st.sets(st.integers(0, 121), max_size=40),
    asked=st.sampled_from(("", "#terugkoppeling", "kind", "@politie")),
)
def test_whatever_is_in_the_bin_and_whatever_is_asked_every_reference_is_to_something(
    example_store: Store, gone: set[int], asked: str
) -> None:
    ids = [block.id for block in example_store.read(boards.select_blocks, Selection())]
    example_store.do("Weg", capturing.remove_blocks, [ids[place] for place in gone if place < len(ids)])
    rows = example_store.read(portable_part.rows, Selection(query=asked))
    found = {block.id for block in example_store.read(boards.select_blocks, Selection(query=asked))}
    there = {table: {row["id"] for row in lines} for table, lines in rows.items()}

    assert there["block"] == found
    assert set(rows) == set(JOURNALED)
    for row in rows["tagging"]:
        assert row["block_id"] in there["block"]
        assert row["code_id"] in there["code"]
    for row in rows["block"]:
        assert row["workshop_id"] in there["workshop"]
        assert row.get("round_id") is None or row["round_id"] in there["round"]
    example_store.undo()


@st.composite
def workspaces(draw: st.DrawFn) -> dict[str, list[dict[str, Any]]]:
    """Draw rows for every table, with every awkward character, and references that hold."""
    ids = {
        table: [f"{place:016x}{number:016x}" for number in range(draw(st.integers(1, 3)))]
        for place, table in enumerate(JOURNALED)
    }
    return {
        table: [{"id": one, **_fields(draw, table, ids, photo=PICTURES[draw(st.integers(0, 2))])} for one in those]
        for table, those in ids.items()
    }


def _fields(draw: st.DrawFn, table: str, ids: dict[str, list[str]], *, photo: Picture) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, default in journal.defaults_of(table).items():
        column = journal.table_named(table).c[name]
        references = [key.column.table.name for key in column.foreign_keys]
        if references:
            others = st.sampled_from(ids[references[0]])
            found[name] = draw(st.none() | others if column.nullable else others)
        elif name == "picture_id":
            found[name] = photo.id
        elif isinstance(default, bool):
            found[name] = draw(st.booleans())
        elif isinstance(default, dict):
            found[name] = draw(st.dictionaries(st.sampled_from("ab"), texts))
        elif isinstance(default, list):
            found[name] = draw(st.lists(texts, max_size=2))
        elif isinstance(column.type, Integer):
            found[name] = draw(st.integers(-9, 2**40))
        else:
            found[name] = draw(texts)
    return found


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate])
@given(workspaces())
def test_any_workspace_comes_back_without_loss_and_an_export_of_it_is_whole(
    tmp_path_factory: pytest.TempPathFactory, drawn: dict[str, list[dict[str, Any]]]
) -> None:
    folder = tmp_path_factory.mktemp("werk")
    laptops = [Laptop(folder, name) for name in ("een", "twee", "drie")]
    for laptop in laptops:
        laptop.make()
    one, two, three = (laptop.store for laptop in laptops)
    one.do("Gevuld", _put_in, drawn)
    everything = one.read(lambda session: "".join(portable.document(session)))
    two.do("Ingelezen", portable.take_in, portable.read(everything, "alles.json"))
    three.do("Ingelezen", portable.take_in, portable.read(text_of(one), "export.json"))

    assert content(two) == content(one)
    assert two.read(lambda session: "".join(portable.document(session))) == everything
    assert text_of(three) == text_of(one)
    assert two.faults() == three.faults() == ()
    for laptop in laptops:
        laptop.store.close()


def _put_in(session: Work, drawn: dict[str, list[dict[str, Any]]]) -> None:
    photos._keep(session, PICTURES)
    for table, rows in drawn.items():
        journal.insert_rows(session, JOURNALED[table], rows)
