"""What is erased is gone from rows, journal, index and pictures, stays away, and is gone wherever it is merged."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.storage.erasing_histories import play
from tests.storage.laptops import Laptop, content, merge, merge_files

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.domain.erasing import MARK, TEXTS
from bouwstenen_app.domain.photos import Picture
from bouwstenen_app.services import (
    boards,
    bundling,
    capturing,
    deduplicating,
    differing,
    examples,
    importing,
    parcelling,
    photos,
    portable,
    preparing,
    tagging,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.storage import overwriting
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import JOURNALED
from bouwstenen_app.surroundings import fill_empty

WORD = "Zwanenburg"
COUNT = int(os.environ.get("BOUWSTENEN_HISTORIES", "40"))
"""More of them in a night: ``python -m tests.storage.erasing_histories 10000``."""
NO_WORDS = {
    "recipe": {"about", "chapters", "kind", "releases", "reply_before", "sections", "workshops"},
    "passage": {"key"},
    "edition": {"kind", "made_at"},
    "review": {"edition_id", "kind", "read_at"},
    "remark": {"date", "field", "kind", "outcome", "subject"},
    "erasure": {"on", "table_name"},
    "keeping": {"until"},
    "destruction": {"at", "until"},
    "workspace": {"created_at"},
    "codebook": {"language", "slug", "version"},
    "dimension": {"prefix", "slug"},
    "code": {"colour", "colour_dark", "colour_tint", "slug"},
    "combination": {"codes", "prefix", "slug"},
    "workshop": {"checked", "date", "region_code", "start_time", "state"},
    "round": {"beamer"},
    "block": {"captured_at", "input_kind", "prefix", "read_back", "release", "status"},
    "bundle": {"codes", "release", "status"},
    "consent": {"date", "state"},
    "judgement": {"decision"},
}
"""Columns of text in which no words of a person stand: moments, kinds, letters and slugs."""


@pytest.fixture
def laptop(tmp_path: Path, codebook_file: dict[str, Any]) -> Iterator[Laptop]:
    one = Laptop(tmp_path, "een")
    one.make()
    one.store.begin("Nieuw", examples.fill_new, codebook_file)
    one.store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek")
    yield one
    one.store.close()


def captured(store: Store, text: str) -> Block:
    workshop = store.read(preparing.workshops)[0].id
    identity = store.do("Vastgelegd", capturing.capture, text, workshop=workshop).result.block
    return store.read(boards.blocks, [identity])[0]


def erase(store: Store, *blocks: str) -> None:
    store.do("Gewist", overwriting.note, [("block", block) for block in blocks], whole=True)


def raw(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_r06_an_erased_block_is_nowhere_in_the_file(laptop: Laptop) -> None:
    store = laptop.store
    block = captured(store, f"De buurvrouw in {WORD} belde #{WORD}tag vb: in {WORD} was het zo")
    other = captured(store, "Een andere bouwsteen")
    theme = store.read(codebook).of(THEME)[0].id
    store.do("Getagd", tagging.tag, [block.id], [theme])
    store.do("Bewerkt", capturing.edit_block, block.id, note=f"Bel {WORD} terug")
    store.do("Gebundeld", bundling.bundle_blocks, [block.id, other.id])
    store.do("Apart", deduplicating.judge_apart, block.id, other.id)
    store.remember("concept:x", f"nog iets over De buurvrouw in {WORD} belde")
    erase(store, block.id)
    assert store.read(boards.blocks, [block.id])[0].title == ""
    assert store.read(boards.select_blocks, Selection(query=WORD)) == ()
    assert WORD not in str(content(store))
    store.close()
    assert WORD.lower().encode() not in raw(laptop.path.parent).lower()


def test_r06_the_number_of_an_erased_block_is_never_used_again(laptop: Laptop) -> None:
    first, last = captured(laptop.store, "Eerste"), captured(laptop.store, "Laatste")
    erase(laptop.store, last.id)
    assert captured(laptop.store, "Nieuw").number == last.number + 1
    assert first.number + 1 == last.number


def test_r06_undo_redo_and_the_bin_do_not_bring_an_erased_block_back(laptop: Laptop) -> None:
    store = laptop.store
    block = captured(store, f"Uit {WORD}")
    store.do("Weg", capturing.remove_blocks, [block.id])
    erase(store, block.id)
    assert store.read(boards.select_blocks, Selection(removed=True)) == ()
    while store.undo():
        pass
    while store.redo():
        pass
    store.do("Terug", capturing.restore_blocks, [block.id])
    assert store.read(boards.select_blocks, Selection()) == ()
    assert WORD not in str(content(store))


def test_r06_an_old_file_does_not_bring_an_erased_block_back(laptop: Laptop, tmp_path: Path) -> None:
    block = captured(laptop.store, f"Uit {WORD} #nieuwetag")
    other = Laptop(tmp_path, "twee")
    other.copy_of(laptop)
    other.store.do("Bewerkt", capturing.edit_block, block.id, note=f"Later in {WORD}")
    other.store.do("Gebundeld", bundling.bundle_blocks, [block.id])
    erase(laptop.store, block.id)
    brought = merge(laptop.store, other.store)
    assert brought.made["block"] == 0
    assert [bundle.title for bundle in laptop.store.read(bundling.bundles)] == [
        f"Uit {WORD}"
    ]  # until that one knows
    merge(other.store, laptop.store)
    assert [bundle.title for bundle in other.store.read(bundling.bundles)] == [MARK]
    merge(laptop.store, other.store)
    assert content(laptop.store) == content(other.store)
    other.store.close()
    laptop.store.close()
    assert WORD.lower().encode() not in raw(tmp_path).lower()


def test_r04_what_a_block_said_before_is_gone_after_it_was_replaced(laptop: Laptop) -> None:
    store = laptop.store
    block = captured(store, f"Meneer {WORD} belde")
    store.do(f"Titel van “Meneer {WORD} belde” gewijzigd", capturing.edit_block, block.id, note=f"over {WORD}")
    store.do("Bewerkt", capturing.edit_block, block.id, title="[naam] belde", note="over [naam]")
    store.do("Eerder gewist", overwriting.overwrite, {("block", block.id): {}})
    (now,) = store.read(boards.blocks, [block.id])
    assert (now.title, now.note) == ("[naam] belde", "over [naam]")
    store.undo()
    assert store.read(boards.blocks, [block.id])[0].title == "[naam] belde"
    store.close()
    assert WORD.lower().encode() not in raw(laptop.path.parent).lower()


def test_r04_earlier_versions_go_wherever_the_file_is_merged(laptop: Laptop, tmp_path: Path) -> None:
    block = captured(laptop.store, f"Meneer {WORD} belde")
    other = Laptop(tmp_path, "twee")
    other.copy_of(laptop)
    other.store.do("Stemmen", capturing.edit_block, block.id, votes=3)
    laptop.store.do("Eerder gewist", overwriting.overwrite, {("block", block.id): {"title": "[naam] belde"}})
    merge(other.store, laptop.store)
    merge(laptop.store, other.store)
    assert content(laptop.store) == content(other.store)
    (now,) = other.store.read(boards.blocks, [block.id])
    assert (now.title, now.votes) == ("[naam] belde", 3)
    other.store.close()
    laptop.store.close()
    assert WORD.lower().encode() not in raw(tmp_path).lower()


def test_r04_an_edit_that_did_not_know_of_it_stays_as_a_difference(laptop: Laptop, tmp_path: Path) -> None:
    block = captured(laptop.store, f"Meneer {WORD} belde")
    other = Laptop(tmp_path, "twee")
    other.copy_of(laptop)
    other.store.do("Bewerkt", capturing.edit_block, block.id, title="Iemand belde")
    laptop.store.do("Eerder gewist", overwriting.overwrite, {("block", block.id): {"title": "[naam] belde"}})
    merge(laptop.store, other.store)
    (one,) = laptop.store.read(differing.differing)
    assert {version.value for version in one.versions} == {"[naam] belde", "Iemand belde"}
    laptop.store.close()
    assert WORD.lower().encode() not in laptop.path.read_bytes().lower()  # also what the other one replaced
    other.store.close()


def test_r06_photos_go_with_a_block_unless_somebody_else_shows_the_picture(laptop: Laptop) -> None:
    store = laptop.store
    block, other = captured(store, "Met foto"), captured(store, "Ook met foto")
    pictures = [Picture("jpeg", data, 1, 1) for data in (b"alleen hier", b"gedeeld")]
    workshop = store.read(preparing.workshops)[0].id
    store.do("Foto’s", photos.add_photos, pictures, workshop=workshop, block=block.id)
    store.do("Foto", photos.add_photos, pictures[1:], workshop=workshop, block=other.id)
    erase(store, block.id)
    assert [photo.picture for photo in store.read(photos.photos_of, workshop)] == [pictures[1].id]
    assert store.read(photos.stored_bytes) == len(b"gedeeld")
    store.close()
    assert b"alleen hier" not in raw(laptop.path.parent)


@pytest.mark.parametrize("part", range(2))
def test_r06_random_histories_with_erasures_end_equal_and_keep_no_erased_word(part: int) -> None:
    for seed in range(part, COUNT, 2):
        play(seed, fill_empty)


def test_every_text_of_every_table_is_known_as_words_or_as_something_else() -> None:
    for table, row_class in JOURNALED.items():
        columns = {c.name for c in row_class.__table__.c if c.type.__class__.__name__ in ("Text", "JSON")}
        assert columns - {*TEXTS.get(table, ())} == NO_WORDS.get(table, set()), table


def test_r06_a_parcel_brings_the_tombstone_along(laptop: Laptop, tmp_path: Path) -> None:
    block = captured(laptop.store, f"Uit {WORD}")
    captured(laptop.store, "Blijft")
    other = Laptop(tmp_path, "twee")
    other.copy_of(laptop)
    old = tmp_path / "oud.bouwstenen"
    workshop = laptop.store.read(preparing.workshops)[0].id
    parcelling.send(laptop.store, old, Selection(workshops=(workshop,)))
    erase(laptop.store, block.id)
    new = tmp_path / "nieuw.bouwstenen"
    parcelling.send(laptop.store, new, Selection(workshops=(workshop,)))
    merge_files(other.store, [new], tmp_path)
    merge_files(other.store, [old], tmp_path)
    merge_files(laptop.store, [old], tmp_path)
    for store in (laptop.store, other.store):
        assert [one.title for one in store.read(boards.select_blocks, Selection())] == ["Blijft"]
        assert WORD not in str(content(store))
        store.close()
    assert WORD.lower().encode() not in other.path.read_bytes().lower()


def test_r06_a_json_of_before_does_not_bring_an_erased_block_back(laptop: Laptop, tmp_path: Path) -> None:
    store = laptop.store
    block = captured(store, f"Uit {WORD} #nieuwetag")
    file = tmp_path / "alles.json"
    file.write_text("".join(store.read(lambda session: [*portable.document(session)])), encoding="utf-8")
    erase(store, block.id)
    given = importing.read(file)
    store.do("Importeren", importing.take_in, given, store.read(importing.guess, given))
    assert store.read(boards.select_blocks, Selection()) == ()
    assert WORD not in str(content(store))


def test_r06_a_json_brings_the_tombstone_along(laptop: Laptop, tmp_path: Path) -> None:
    block = captured(laptop.store, f"Uit {WORD}")
    other = Laptop(tmp_path, "twee")
    other.copy_of(laptop)
    erase(laptop.store, block.id)
    file = tmp_path / "alles.json"
    file.write_text("".join(laptop.store.read(lambda session: [*portable.document(session)])), encoding="utf-8")
    given = importing.read(file)
    other.store.do("Importeren", importing.take_in, given, other.store.read(importing.guess, given))
    assert other.store.read(boards.select_blocks, Selection()) == ()
    other.store.close()
    assert WORD.lower().encode() not in other.path.read_bytes().lower()
