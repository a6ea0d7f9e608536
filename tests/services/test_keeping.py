"""Keeping and forgetting: nothing goes by itself; what is wiped goes everywhere on this laptop, with a record."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bouwstenen_app.domain.erasures import Said
from bouwstenen_app.domain.intakes import Intake
from bouwstenen_app.domain.photos import Picture
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import (
    auditing,
    backups,
    boards,
    bundling,
    capturing,
    checking,
    destruction,
    importing,
    keeping,
    merging,
    photos,
    portable,
    preparing,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook
from bouwstenen_app.services.merging import Told
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store


def done(work: Iterator[object]) -> None:
    for _ in work:
        pass


def returned(work: Told) -> Intake:
    """Do all of the work and return what came in."""
    came: list[Intake] = []

    def through() -> Iterator[object]:
        came.append((yield from work))

    done(through())
    return came[0]


def test_r10_the_end_follows_from_the_last_session_until_somebody_chooses(example_store: Store) -> None:
    last = max(one.date for one in example_store.read(preparing.workshops) if one.date)
    usual = example_store.read(keeping.keeping)
    assert not usual.chosen
    assert usual.until is not None
    assert (usual.until.year * 12 + usual.until.month) - (last.year * 12 + last.month) == 6
    example_store.do("Bewaren", keeping.keep_until, date(2027, 1, 31))
    chosen = example_store.read(keeping.keeping)
    assert (chosen.until, chosen.chosen) == (date(2027, 1, 31), True)
    example_store.undo()
    assert example_store.read(keeping.keeping) == usual
    example_store.do("Bewaren", keeping.keep_until, date(2027, 1, 31))
    example_store.do("Bewaren", keeping.keep_until, None)
    assert example_store.read(keeping.keeping) == usual


def test_r10_nothing_is_said_of_sessions_that_are_made_up(example_store: Store) -> None:
    kept = example_store.read(keeping.keeping)
    assert kept.until is not None
    assert kept.warning(kept.until) == ""


def test_r10_a_new_workspace_has_no_end_yet(empty_store: Store) -> None:
    assert empty_store.read(keeping.keeping).until is None


@pytest.mark.parametrize("text", ["morgen", "32-01-2027", ""])
def test_what_is_no_date_is_said(text: str) -> None:
    with pytest.raises(Problem, match="geen datum"):
        keeping.read_until(text)


def test_a_date_in_the_next_century_is_no_term(empty_store: Store) -> None:
    with pytest.raises(Problem, match="bewaartermijn"):
        empty_store.do("Bewaren", keeping.keep_until, date(2150, 1, 1))


def test_r10_raw_data_go_and_the_codebook_and_a_record_stay(
    example_store: Store, around: Surroundings, tmp_path: Path
) -> None:
    store = example_store
    blocks = store.read(boards.select_blocks, Selection())
    workshops = store.read(preparing.workshops)
    store.do("Bundel", bundling.bundle_blocks, [blocks[0].id])
    store.do("Foto", photos.add_photos, [Picture("jpeg", b"een foto van een flap", 1, 1)], workshop=workshops[0].id)
    store.remember(f"concept:{workshops[0].id}", "half getypt")
    done(backups.backup_if_changed(store, around))
    old = tmp_path / "elders.bouwstenen"
    store.copy_to(old)
    book = store.read(codebook)
    before = store.read(keeping.counts)
    told = Said()

    done(keeping.forget_raw(store, around, told))

    assert (told.count, told.backups, told.left) == (len(blocks), 1, [])
    assert backups.backups(around, store.path) == ()
    assert store.read(boards.select_blocks, Selection()) == ()
    assert store.read(boards.select_blocks, Selection(removed=True)) == ()
    assert store.read(preparing.workshops) == ()
    assert store.read(bundling.bundles) == ()
    assert store.read(codebook) == book
    assert store.recall(f"concept:{workshops[0].id}") == ""
    (record,) = store.read(keeping.destroyed)
    assert (record.workshops, record.blocks, record.bundles, record.photos) == (
        len(workshops), len(blocks), before.bundles, 1,
    )  # fmt: skip
    (line, *_) = store.read(auditing.entries, store.laptop)
    assert line.line.told.startswith("Ruwe gegevens gewist")
    assert store.faults() == ()
    assert store.undo() is None
    store.close()
    held = store.path.read_bytes()
    assert b"een foto van een flap" not in held
    for block in blocks:
        for text in (block.title, block.explanation, block.example):
            if len(text) > 12:
                assert text.encode() not in held
    for workshop in workshops:
        assert workshop.title.encode() not in held

    again = open_store(store.path, around)
    done(merging.merge_files(again, [old], around))  # an old copy brings nothing back
    assert again.read(checking.totals)["Bouwstenen"] == 0
    assert again.read(preparing.workshops) == ()
    again.close()


def test_r10_whoever_takes_in_the_wiped_workspace_is_told_that_all_blocks_go(
    example_store: Store, around: Surroundings, tmp_path: Path
) -> None:
    other = tmp_path / "elders.bouwstenen"
    example_store.copy_to(other)
    count = len(example_store.read(boards.select_blocks, Selection()))
    wiped = example_store
    done(keeping.forget_raw(wiped, around, Said()))
    file = tmp_path / "gewist.json"
    file.write_text("".join(wiped.read(lambda session: [*portable.document(session)])), encoding="utf-8")
    wiped.close()
    elsewhere = open_store(other, around)

    given = importing.read(file)
    planned = elsewhere.read(importing.plan, given, elsewhere.read(importing.guess, given))
    assert (planned.erased, planned.there) == (count, 0)

    intake = returned(merging.merge_files(elsewhere, [wiped.path], around))
    assert (intake.erased, intake.changed_blocks) == (count, 0)
    (sentence,) = intake.sentences()
    assert sentence.startswith(
        f"{count} bouwstenen zijn op een andere laptop voorgoed gewist en verdwijnen hier ook"
    )
    assert elsewhere.read(boards.select_blocks, Selection()) == ()
    merged, erased, *_ = [entry.line.told for entry in elsewhere.read(auditing.entries, elsewhere.laptop)]
    assert erased == f"Gewist zoals op een andere laptop: {count} bouwstenen"
    assert merged.startswith("Samengevoegd: 0 nieuwe bouwstenen")
    elsewhere.close()


def test_r10_without_raw_data_there_is_nothing_to_destroy(empty_store: Store, around: Surroundings) -> None:
    with pytest.raises(Problem, match="geen ruwe gegevens"):
        done(keeping.forget_raw(empty_store, around, Said()))


def test_r10_work_goes_on_after_it_with_numbers_that_were_not_used(
    example_store: Store, around: Surroundings
) -> None:
    region = example_store.read(preparing.workshops)[0].region
    last = max(one.number for one in example_store.read(boards.select_blocks, Selection()))
    done(keeping.forget_raw(example_store, around, Said()))
    example_store.do("Sessie", preparing.create_workshop, title="Nieuw", region=region)
    workshop = example_store.read(preparing.workshops)[0].id
    example_store.do("Vastgelegd", capturing.capture, "Een nieuw begin", workshop=workshop)
    (block,) = example_store.read(boards.select_blocks, Selection())
    assert 0 < block.number <= last + 1


def test_r18_photos_can_go_first(example_store: Store, around: Surroundings) -> None:
    workshop = example_store.read(preparing.workshops)[0].id
    blocks = len(example_store.read(boards.select_blocks, Selection()))
    example_store.do("Foto", photos.add_photos, [Picture("jpeg", b"een flap", 1, 1)], workshop=workshop)
    told = Said()
    done(keeping.forget_photos(example_store, around, told))
    assert told.count == 1
    (line, *_) = example_store.read(auditing.entries, example_store.laptop)
    assert line.line.told == "Foto’s gewist: 1"
    assert example_store.read(photos.photos_of, workshop) == ()
    assert example_store.read(photos.stored_bytes) == 0
    assert len(example_store.read(boards.select_blocks, Selection())) == blocks


def test_the_record_is_a_document_with_counts_only(example_store: Store, around: Surroundings) -> None:
    titles = [one.title for one in example_store.read(preparing.workshops)]
    done(keeping.forget_raw(example_store, around, Said()))
    (record,) = example_store.read(keeping.destroyed)
    made = destruction.report(record, "voorbeeld")
    text = made.text()
    assert {section.level for section in made.sections} == {1}, "none is a part of another"
    assert destruction.TITLE in text
    assert f"{record.blocks}" in text
    assert not [title for title in titles if title in text]
