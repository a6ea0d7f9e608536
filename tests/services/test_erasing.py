"""Erasing for good: out of the workspace and its backups, with what cannot be reached told."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.storage.laptops import run

from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.erasures import Said
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import (
    auditing,
    backups,
    boards,
    bundling,
    capturing,
    codebook_editing,
    erasing,
    filters,
    importing,
    merging,
    portable,
    preparing,
    recounting,
    restoring,
)
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import keys, overwriting, securing
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.reindexing import MANY
from bouwstenen_app.storage.store import Store

NAME = "Zwanenburg"
SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture
def workshop(empty_store: Store) -> str:
    title = f"Sessie met {NAME}"
    empty_store.do(f"Sessie “{title}” gemaakt", preparing.create_workshop, title=title, region="Rivierenhoek")
    return empty_store.read(preparing.workshops)[0].id


@pytest.fixture
def block(empty_store: Store, workshop: str) -> Block:
    text = f"De familie {NAME} belde vaak >> Bel {NAME} terug"
    made = empty_store.do("Vastgelegd", capturing.capture, text, workshop=workshop).result
    return empty_store.read(boards.blocks, [made.block])[0]


def done(work: Iterator[object]) -> None:
    for _ in work:
        pass


def has(folder: Path, word: str = NAME) -> list[str]:
    """Return the files in which a word stands, however it is written."""
    files = [file for file in folder.rglob("*") if file.is_file()]
    return [file.name for file in files if word.lower().encode() in file.read_bytes().lower()]


def test_what_goes_is_told_before_it_is_done(empty_store: Store, block: Block) -> None:
    empty_store.do("Bundel", bundling.bundle_blocks, [block.id])
    going = empty_store.read(erasing.going, [block.id])
    assert going.names == (block.spoken_id,)
    assert going.bundles == 1
    assert going.copies == {"bundle": 1}
    assert going.sentences()[0].startswith(f"{block.spoken_id}: alle woorden")


def test_r06_a_block_is_erased_in_the_workspace_and_in_its_backups(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    done(backups.keep_before(empty_store, around, backups.BEFORE_MERGE))
    empty_store.do("Bewerkt", preparing.edit_workshop, block.workshop, title="Een sessie")
    empty_store.do("Bewerkt", capturing.edit_block, block.id, note=f"nog een keer {NAME}")
    done(backups.backup_if_changed(empty_store, around))
    assert len(has(tmp_path)) == 3

    told = Said()
    done(erasing.erase_blocks(empty_store, [block.id], around, told))

    assert (told.count, told.backups, told.left) == (1, 2, [])
    assert empty_store.faults() == ()
    empty_store.close()
    kept = backups.backups(around, empty_store.path)
    texts = [text for one in kept if (text := titles(one.path, around))]
    assert texts == []
    assert has(tmp_path, f"familie {NAME}") == []


def titles(path: Path, around: Surroundings) -> list[str]:
    store = open_store(path, around)
    try:
        assert store.faults() == ()
        return [one.title for one in store.read(boards.select_blocks, Selection())]
    finally:
        store.close()


def test_r06_a_backup_that_is_put_back_does_not_bring_the_block_back(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    old = tmp_path / "elders.bouwstenen"
    empty_store.copy_to(old)
    done(backups.backup_if_changed(empty_store, around))
    done(erasing.erase_blocks(empty_store, [block.id], around, Said()))
    path = empty_store.path
    empty_store.close()
    (backup, *_) = backups.backups(around, path)
    restoring.put_back(backup.path, path, around)
    store = open_store(path, around)
    done(merging.merge_files(store, [old], around))
    assert store.read(boards.select_blocks, Selection()) == ()
    store.close()


def test_r04_a_name_is_replaced_by_a_role_wherever_it_stands(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    empty_store.do("Bundel", bundling.bundle_blocks, [block.id])
    empty_store.do(f"Filter “{NAME}” bewaard", filters.save, NAME, Selection(query=f"{NAME} vaak"))
    empty_store.remember("concept:1", f"half getypt over {NAME.upper()}")
    done(backups.backup_if_changed(empty_store, around))
    found = empty_store.read(erasing.found_everywhere, NAME)
    assert found.rows == {"block": 1, "bundle": 1, "workshop": 1, "filter": 1}
    assert (found.sentences, found.kept) == (2, 1)

    told = Said()
    done(erasing.replace_everywhere(empty_store, NAME, "[naam]", around, told))

    assert (told.count, told.backups) == (4, 1)
    (now,) = empty_store.read(boards.blocks, [block.id])
    assert (now.title, now.next_step) == ("De familie [naam] belde vaak", "Bel [naam] terug")
    assert empty_store.recall("concept:1") == "half getypt over [naam]"
    assert empty_store.undoable() is None or NAME not in empty_store.undoable().label  # type: ignore[union-attr]
    assert not empty_store.read(erasing.found_everywhere, NAME).anything
    assert empty_store.faults() == ()
    empty_store.close()
    assert has(tmp_path) == []


def test_r04_a_name_goes_from_a_half_filled_form_also_at_the_start_of_a_line(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    kept = json.dumps({"sessions": [["question", "Vraag", f'Wie helpt?\n{NAME} vraagt "wie"']]})
    empty_store.remember("formulier:half:laptop", kept)
    assert empty_store.read(erasing.found_everywhere, NAME).kept == 1

    done(erasing.replace_everywhere(empty_store, NAME, 'de "moeder"', around, Said()))

    (field,) = json.loads(empty_store.recall("formulier:half:laptop"))["sessions"]
    assert field[2] == 'Wie helpt?\nde "moeder" vraagt "wie"'
    empty_store.close()
    assert has(tmp_path) == []


@pytest.mark.parametrize(
    ("typed", "stands"),
    [
        ("Zoë", "Zoe\u0308"),
        ("Zoe\u0308", "Zoë"),
        ("O'Neil", "O’Neil"),
        ("El-Amrani", "El\u2011Amrani"),
        ("Zwanenburg", "Zwanen\u00adburg"),
        ("van den Berg", "van\u00a0den  Berg"),
    ],
)
def test_r04_a_name_is_found_however_it_was_written(
    empty_store: Store, workshop: str, around: Surroundings, typed: str, stands: str
) -> None:
    empty_store.do("Vastgelegd", capturing.capture, f"Bel {stands} terug", workshop=workshop)
    done(erasing.replace_everywhere(empty_store, typed, "[naam]", around, Said()))
    (now,) = empty_store.read(boards.select_blocks, Selection())
    assert f"{now.title} {now.explanation}".strip() == "Bel [naam] terug"


def test_r04_a_name_with_other_accents_is_told_and_stays(
    empty_store: Store, workshop: str, around: Surroundings
) -> None:
    empty_store.do("Vastgelegd", capturing.capture, "Zoë en Zoe\u0308 komen", workshop=workshop)
    found = empty_store.read(erasing.found_everywhere, "Zoe")
    assert not found.rows
    assert found.lines()[1] == "Anders geschreven, en dat blijft staan: Zoë en Zoe\u0308."


def test_r04_the_short_name_of_a_code_stays_and_is_told(empty_store: Store, around: Surroundings) -> None:
    empty_store.do("Code", codebook_editing.add_code, dimension="thema", name=f"Gezin {NAME}")
    found = empty_store.read(erasing.found_everywhere, NAME)
    told = "In de vaste korte naam van een code blijft het staan: gezin-zwanenburg."
    assert (found.rows, found.lines()[-1]) == ({"code": 1}, told)
    done(erasing.replace_everywhere(empty_store, NAME, "[naam]", around, Said()))
    assert empty_store.read(erasing.found_everywhere, NAME).lines()[1:] == (told,)


def test_r04_a_name_goes_from_what_is_said_of_voting(
    empty_store: Store, workshop: str, around: Surroundings, tmp_path: Path
) -> None:
    empty_store.do("Regel", preparing.edit_workshop, workshop, vote_rule=f"{NAME} telt de stickers")
    done(backups.backup_if_changed(empty_store, around))
    done(erasing.replace_everywhere(empty_store, NAME, "de gastheer", around, Said()))
    assert empty_store.read(preparing.workshops)[0].vote_rule == "de gastheer telt de stickers"
    empty_store.close()
    assert has(tmp_path) == []


def test_r04_a_name_inside_a_longer_word_is_told_and_stays(
    empty_store: Store, workshop: str, around: Surroundings
) -> None:
    empty_store.do("Vastgelegd", capturing.capture, "Jan komt in januari", workshop=workshop)
    found = empty_store.read(erasing.found_everywhere, "jan")
    assert (found.rows, found.inside) == ({"block": 1}, ("januari",))
    done(erasing.replace_everywhere(empty_store, "jan", "[naam]", around, Said()))
    assert [one.title for one in empty_store.read(boards.select_blocks, Selection())] == ["[naam] komt in januari"]


@pytest.mark.parametrize("role", ["", "  ", f"meneer {NAME}"])
def test_a_role_may_not_be_empty_or_name_whom_it_replaces(
    empty_store: Store, block: Block, around: Surroundings, role: str
) -> None:
    with pytest.raises(Problem, match="in de plaats"):
        done(erasing.replace_everywhere(empty_store, NAME, role, around, Said()))
    assert empty_store.read(boards.blocks, [block.id]) == (block,)


def test_r04_earlier_versions_go_from_the_backups_too(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    done(backups.backup_if_changed(empty_store, around))
    empty_store.do("Bewerkt", preparing.edit_workshop, block.workshop, title="Een sessie")
    empty_store.do("Rol", capturing.edit_block, block.id, title="[naam] belde", next_step="")
    workshops = [("workshop", block.workshop), ("block", block.id)]
    done(erasing.forget_earlier(empty_store, workshops, around, Said()))
    path = empty_store.path
    empty_store.close()
    assert has(tmp_path) == []
    (backup,) = backups.backups(around, path)
    assert titles(backup.path, around) == ["[naam] belde"]


def test_r11_the_same_in_a_protected_workspace(tmp_path: Path, around: Surroundings, new_file: Path) -> None:
    path, key = tmp_path / "dicht.bouwstenen", keys.key_of("vijf gewone woorden hier", keys.new_salt())
    shutil.copyfile(new_file, path)
    securing.rekey(path, None, key)
    around.keys.add(key)
    store = open_store(path, around)
    store.do("Sessie", preparing.create_workshop, title="Sessie", region="Rivierenhoek")
    workshop = store.read(preparing.workshops)[0].id
    made = store.do("Vastgelegd", capturing.capture, f"Over {NAME}", workshop=workshop).result
    done(backups.backup_if_changed(store, around))
    told = Said()
    done(erasing.erase_blocks(store, [made.block], around, told))
    assert told.backups == 1
    store.close()
    for place, file in enumerate([path, *(one.path for one in backups.backups(around, path))]):
        scratch = tmp_path / "open" / f"{place}"
        scratch.parent.mkdir(exist_ok=True)
        shutil.copyfile(file, scratch)
        securing.rekey(scratch, key, None)
    assert has(tmp_path) == []


def test_a_backup_that_cannot_be_opened_is_told(empty_store: Store, block: Block, around: Surroundings) -> None:
    done(backups.backup_if_changed(empty_store, around))
    (backup,) = backups.backups(around, empty_store.path)
    backup.path.write_bytes(b"kapot")
    told = Said()
    done(erasing.erase_blocks(empty_store, [block.id], around, told))
    assert told.left == [str(backup.path)]
    assert str(backup.path) in told.sentences("Gewist")[-1]


def test_r04_a_name_that_stands_in_a_backup_only_is_found_and_goes_there(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    path = empty_store.path
    empty_store.close()
    with_name = around.backups(path) / "2026-11-24 120000 voor terugzetten.bouwstenen"
    with_name.parent.mkdir(parents=True)
    path.rename(with_name)
    unreadable = with_name.with_name("2026-11-24 130000.bouwstenen")
    unreadable.write_bytes(b"kapot")
    store = create(path, around)  # an earlier state, from before it was said

    nowhere = store.read(erasing.found_everywhere, NAME)
    found = erasing.found_in_backups(nowhere, NAME, backups.backups(around, path), around)
    assert not nowhere.anything
    assert (found.anything, found.backups, found.closed) == (True, 1, 1)
    assert found.lines() == (
        "Staat niet in de werkmap, wel in 1 reservekopie op deze laptop.",
        "1 reservekopie kon niet worden bekeken; je vindt ze bij Instellingen › Reservekopieën.",
    )
    told = Said()
    done(erasing.replace_everywhere(store, NAME, "[naam]", around, told))
    store.close()
    assert (told.backups, told.left) == (1, [str(unreadable)])
    assert has(tmp_path) == []
    assert titles(with_name, around) == ["De familie [naam] belde vaak"]


def test_what_was_put_aside_of_a_damaged_workspace_is_told(
    empty_store: Store, block: Block, around: Surroundings
) -> None:
    path = empty_store.path
    done(backups.backup_if_changed(empty_store, around))
    empty_store.close()
    with path.open("r+b") as file:
        file.seek(200)
        file.write(b"kapot" * 10_000)
    (backup,) = backups.backups(around, path)
    restoring.put_back(backup.path, path, around)
    (aside,) = (one for one in path.parent.iterdir() if "beschadigd" in one.name)
    other = path.with_name("leeg anders 2026-11-24 120000 kopie.bouwstenen")
    shutil.copyfile(path, other)
    conflict = path.with_name(f"{path.stem} (conflicted copy).bouwstenen")
    shutil.copyfile(path, conflict)
    store = open_store(path, around)
    told = Said()
    done(erasing.erase_blocks(store, [block.id], around, told))
    store.close()
    assert (told.beside, told.copies) == ([str(aside)], [str(conflict)])
    assert told.sentences("Gewist")[-2].endswith(f"gooi het zelf weg: {aside}")
    assert told.sentences("Gewist")[-1].endswith(f"voeg het samen en gooi het dan weg: {conflict}")


def test_a_backup_that_the_system_does_not_let_read_is_told_and_the_others_are_erased(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    done(backups.backup_if_changed(empty_store, around))
    (backup,) = backups.backups(around, empty_store.path)
    unreadable = backup.path.with_name("2099-01-01 120000.bouwstenen")
    unreadable.mkdir()
    told = Said()
    done(erasing.replace_everywhere(empty_store, NAME, "[naam]", around, told))
    assert (told.left, told.backups) == ([str(unreadable)], 1)
    empty_store.close()
    assert has(tmp_path) == []


def test_a_backup_of_an_older_version_is_brought_up_to_date_and_erased(
    around: Surroundings, tmp_path: Path
) -> None:
    sample = next(iter(sorted(SAMPLES.glob("*.bouwstenen"))), None)
    assert sample is not None
    path = tmp_path / "oud.bouwstenen"
    shutil.copyfile(sample, path)
    store = open_store(path, around)  # migrated: a copy of how it was is kept
    (block, *rest) = store.read(boards.select_blocks, Selection())
    (backup,) = backups.backups(around, path)
    assert backup.migrated
    told = Said()
    done(erasing.erase_blocks(store, [block.id], around, told))
    store.close()
    assert (told.backups, told.left) == (1, [])
    assert len(titles(backup.path, around)) == len(rest)


def test_the_log_says_how_many_and_no_word(empty_store: Store, block: Block, around: Surroundings) -> None:
    done(erasing.erase_blocks(empty_store, [block.id], around, Said()))
    (line, *_) = empty_store.read(auditing.entries, empty_store.laptop)
    assert line.line.told == "Gewist: 1 bouwsteen"


def test_blocks_are_found_by_their_number_also_in_the_bin(empty_store: Store, block: Block) -> None:
    empty_store.do("Weg", capturing.remove_blocks, [block.id])
    assert empty_store.read(erasing.named, [block.spoken_id.lower()]) == (block.id,)
    with pytest.raises(Problem, match="RH-999"):
        empty_store.read(erasing.named, [block.spoken_id, "RH-999"])


def test_r06_an_erasure_that_comes_in_goes_from_the_backups_here_too(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    other = tmp_path / "elders" / "elders.bouwstenen"
    other.parent.mkdir()
    empty_store.copy_to(other)
    elsewhere = open_store(other, around)
    elsewhere.do("Bewerkt", preparing.edit_workshop, block.workshop, title="Een sessie")
    done(erasing.erase_blocks(elsewhere, [block.id], around, Said()))
    elsewhere.close()
    done(merging.merge_files(empty_store, [other], around))
    empty_store.close()
    assert len(backups.backups(around, empty_store.path)) == 1
    assert has(tmp_path, f"familie {NAME}") == []


def test_r06_a_json_that_brings_an_erasure_lets_it_go_from_the_backups_here_too(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    elsewhere = _elsewhere(empty_store, tmp_path, around)
    done(erasing.erase_blocks(elsewhere, [block.id], around, Said()))
    file = tmp_path / "alles.json"
    file.write_text("".join(elsewhere.read(lambda session: [*portable.document(session)])), encoding="utf-8")
    elsewhere.close()
    done(backups.backup_if_changed(empty_store, around))
    assert has(around.data, f"familie {NAME}") != []

    given = importing.read(file)
    chosen = empty_store.read(importing.guess, given)
    told = empty_store.read(importing.plan, given, chosen)
    assert told.erased == 1
    assert any("voorgoed gewist en verdwijnt hier ook" in said for said in told.sentences())
    took = empty_store.do("Overgenomen", importing.take_in, given, chosen)
    assert erasing.erase_what_came_in(empty_store, around, took.changes).backups == 1
    empty_store.close()
    assert len(backups.backups(around, empty_store.path)) == 1
    assert has(tmp_path, f"familie {NAME}") == []


def test_a_json_without_an_erasure_leaves_the_backups_alone(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    elsewhere = _elsewhere(empty_store, tmp_path, around)
    elsewhere.do("Nieuw", capturing.capture, "Van elders", workshop=block.workshop)
    file = tmp_path / "alles.json"
    file.write_text("".join(elsewhere.read(lambda session: [*portable.document(session)])), encoding="utf-8")
    elsewhere.close()
    done(backups.backup_if_changed(empty_store, around))
    before = [one.path.read_bytes() for one in backups.backups(around, empty_store.path)]
    given = importing.read(file)
    took = empty_store.do("Over", importing.take_in, given, empty_store.read(importing.guess, given))
    assert (took.result.new, took.result.erased) == (1, 0)
    assert erasing.erase_what_came_in(empty_store, around, took.changes) == Said()
    assert [one.path.read_bytes() for one in backups.backups(around, empty_store.path)] == before


def _elsewhere(store: Store, folder: Path, around: Surroundings) -> Store:
    other = folder / "elders" / "elders.bouwstenen"
    other.parent.mkdir()
    store.copy_to(other)
    return open_store(other, around)


def test_r06_a_backup_that_could_not_be_reached_brings_nothing_back_when_it_is_restored(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    away = tmp_path / "stick.bouwstenen"
    empty_store.copy_to(away)
    done(erasing.erase_blocks(empty_store, [block.id], around, Said()))
    path = empty_store.path
    empty_store.close()
    restoring.put_back(away, path, around)
    store = open_store(path, around)
    assert store.read(boards.select_blocks, Selection()) == ()
    store.close()
    assert f"familie {NAME}".encode() not in path.read_bytes()


def test_r04_the_history_of_a_block_says_that_it_was_erased_and_nothing_of_before(
    empty_store: Store, block: Block, around: Surroundings
) -> None:
    empty_store.do("Rol", capturing.edit_block, block.id, title="[naam] belde")
    done(erasing.forget_earlier(empty_store, [("block", block.id)], around, Said()))
    first, *rest = empty_store.read(recounting.history, block.id)
    assert (first.label, first.details) == ("Eerdere versies gewist", ())
    assert [(event.made, event.details) for event in rest] == [(True, ())]


def test_r06_a_look_at_a_file_tells_that_blocks_were_erased_there(
    empty_store: Store, block: Block, around: Surroundings, tmp_path: Path
) -> None:
    other = tmp_path / "elders.bouwstenen"
    empty_store.copy_to(other)
    elsewhere = open_store(other, around)
    done(erasing.erase_blocks(elsewhere, [block.id], around, Said()))
    elsewhere.close()
    intake = run(merging.try_files(empty_store, [other], around))
    assert (intake.erased, intake.changed_blocks) == (1, 0)
    assert any("voorgoed gewist en verdwijnt hier ook" in said for said in intake.sentences())
    assert empty_store.read(boards.blocks, [block.id]) == (block,)


def test_r06_what_was_noted_when_the_program_ended_is_gone_after_the_next_start(
    empty_store: Store, block: Block, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "_erase", lambda _: None)  # as if it was killed after the step
    empty_store.do("Gewist", overwriting.note, [("block", block.id)], whole=True)
    path = empty_store.path
    empty_store.close()
    assert f"familie {NAME}".encode() in path.read_bytes()
    again = open_store(path, around)
    assert again.read(boards.select_blocks, Selection()) == ()
    again.close()
    assert f"familie {NAME}".encode() not in path.read_bytes()


def test_r11_many_blocks_at_once_leave_nothing_in_the_index_either(
    empty_store: Store, workshop: str, around: Surroundings, tmp_path: Path
) -> None:
    lines = [f"Bouwsteen {n} over {NAME} en meer" for n in range(MANY + 50)]
    made = empty_store.do("Vastgelegd", capturing.capture_lines, lines, workshop=workshop).result
    done(backups.backup_if_changed(empty_store, around))
    done(erasing.replace_everywhere(empty_store, NAME, "[plaats]", around, Said()))
    assert len(empty_store.read(boards.select_blocks, Selection(query="plaats"))) == len(lines)
    assert has(tmp_path) == []
    done(erasing.erase_blocks(empty_store, [one.block for one in made[:-1]], around, Said()))
    assert empty_store.faults() == ()
    assert [one.title for one in empty_store.read(boards.select_blocks, Selection(query="meer"))] == [
        f"Bouwsteen {len(lines) - 1} over [plaats] en meer"
    ]
    empty_store.close()
    assert has(tmp_path, "en meer") != []
    assert [name for name in has(tmp_path, "Bouwsteen 7 over")] == []


def test_r04_words_of_before_that_stand_elsewhere_are_told(empty_store: Store, block: Block) -> None:
    empty_store.do("Bundel", bundling.bundle_blocks, [block.id])
    assert empty_store.read(erasing.earlier_elsewhere, block.id) == {}
    empty_store.do("Rol", capturing.edit_block, block.id, title="[naam] belde")
    assert empty_store.read(erasing.earlier_elsewhere, block.id) == {"bundle": 1}
