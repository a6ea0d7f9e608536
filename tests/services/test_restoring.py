import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.protection import put_under
from tests.services.damage import first_page_zeroed, header_overwritten, pages, truncated
from tests.services.found import titles_in

from bouwstenen_app.domain.outlines import differing
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import auditing, backups, capturing, preparing, restoring
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.outlining import outline
from bouwstenen_app.storage.securing import rekey
from bouwstenen_app.storage.store import Store

KEY = Key(bytes(range(32)), bytes(range(16, 32)))
SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture
def backed_up(empty_store: Store, workshop: str, around: Surroundings) -> Path:
    """A backup of a workspace with one block; the workspace has two now."""
    _capture(empty_store, workshop, "Toen")
    for _ in backups.backup_if_changed(empty_store, around):
        pass
    _capture(empty_store, workshop, "Nu")
    (backup,) = backups.backups(around, empty_store.path)
    return backup.path


def _capture(store: Store, workshop: str, text: str) -> None:
    store.do("Nieuw", capturing.capture, text, workshop=workshop)


def test_what_differs_is_told_before_anything_is_put_back(
    empty_store: Store, backed_up: Path, around: Surroundings
) -> None:
    before = backed_up.read_bytes()
    told = [*differing(empty_store.read(outline), restoring.outline(backed_up, around))]
    assert told == ["1 bouwsteen minder dan nu."]
    assert backed_up.read_bytes() == before


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.bouwstenen")), ids=lambda path: path.stem)
def test_the_outline_of_a_backup_of_an_older_version_is_read_too(
    sample: Path, tmp_path: Path, around: Surroundings
) -> None:
    file = Path(shutil.copy(sample, tmp_path / "oud.bouwstenen"))
    told = restoring.outline(file, around)
    assert told.blocks
    assert told.sessions


def test_r19_a_backup_that_is_put_back_holds_the_same_content(
    empty_store: Store, backed_up: Path, around: Surroundings
) -> None:
    empty_store.close()
    then = restoring.outline(backed_up, around)
    restoring.put_back(backed_up, empty_store.path, around)

    store = open_store(empty_store.path, around)
    assert store.read(outline) == then
    assert next(differing(store.read(outline), then)).startswith("Er zou niets anders zijn")
    assert store.read(auditing.entries, store.laptop)[0].line.told == "Reservekopie teruggezet: 1 bouwsteen"
    store.close()


def test_how_it_was_is_kept_first_and_can_be_put_back_too(
    empty_store: Store, backed_up: Path, around: Surroundings
) -> None:
    empty_store.close()
    restoring.put_back(backed_up, empty_store.path, around)
    assert titles_in(empty_store.path, around) == ["Toen"]

    (kept,) = [one for one in backups.backups(around, empty_store.path) if one.reason == backups.BEFORE_RESTORE]
    restoring.put_back(kept.path, empty_store.path, around)
    assert sorted(titles_in(empty_store.path, around)) == ["Nu", "Toen"]


def test_r19_a_plain_backup_over_a_protected_workspace_stays_protected(
    empty_store: Store, backed_up: Path, around: Surroundings
) -> None:
    plain = backed_up.read_bytes()
    empty_store.close()
    put_under(empty_store.path, around, KEY)
    backed_up.write_bytes(plain)
    restoring.put_back(backed_up, empty_store.path, around)

    assert not empty_store.path.read_bytes().startswith(b"SQLite")
    assert around.keys.of(empty_store.path) == KEY
    assert titles_in(empty_store.path, around) == ["Toen"]


def test_a_backup_with_an_older_password_gets_that_of_the_workspace(
    empty_store: Store, backed_up: Path, around: Surroundings
) -> None:
    empty_store.close()
    older = Key(bytes(32), bytes(16))
    put_under(empty_store.path, around, KEY)
    rekey(backed_up, KEY, older)
    with pytest.raises(Problem, match="wachtwoord"):
        restoring.put_back(backed_up, empty_store.path, around)
    around.keys.add(older)
    restoring.put_back(backed_up, empty_store.path, around)
    assert around.keys.of(empty_store.path) == KEY
    assert titles_in(empty_store.path, around) == ["Toen"]


@pytest.mark.parametrize("damage", [first_page_zeroed, header_overwritten, truncated(0.4), pages(0.5, 3)])
def test_a_damaged_workspace_is_kept_beside_the_backup_that_takes_its_place(
    empty_store: Store, backed_up: Path, around: Surroundings, damage: Callable[[bytes], bytes]
) -> None:
    empty_store.close()
    path = empty_store.path
    path.write_bytes(spoiled := damage(path.read_bytes()))
    restoring.put_back(backed_up, path, around)

    assert titles_in(path, around) == ["Toen"]
    (aside,) = path.parent.glob("leeg beschadigd *.bouwstenen")
    assert aside.read_bytes() == spoiled


@pytest.mark.parametrize("known", [True, False])
def test_a_protected_workspace_with_a_damaged_first_page_is_kept_beside_its_backup(
    empty_store: Store, backed_up: Path, around: Surroundings, *, known: bool
) -> None:
    empty_store.close()
    path = empty_store.path
    put_under(path, around, KEY)
    data = bytearray(path.read_bytes())
    data[200] ^= 1
    if not known:
        data[:16] = bytes(range(100, 116))
    path.write_bytes(data)
    around.keys.add(KEY)
    restoring.put_back(backed_up, path, around)

    assert titles_in(path, around) == ["Toen"]
    (aside,) = path.parent.glob("leeg beschadigd *.bouwstenen")
    assert aside.read_bytes() == data


def test_a_workspace_that_somebody_works_in_is_not_replaced(example_store: Store, around: Surroundings) -> None:
    for _ in backups.backup_if_changed(example_store, around):
        pass
    (backup,) = backups.backups(around, example_store.path)
    workshop = example_store.read(preparing.workshops)[0].id
    example_store.do("Titel", preparing.edit_workshop, workshop, title="Anders")
    before = example_store.path.read_bytes()
    with pytest.raises(Problem, match="nog open"):
        restoring.put_back(backup.path, example_store.path, around)
    assert example_store.path.read_bytes() == before
    example_store.do("Titel", preparing.edit_workshop, workshop, title="Nog anders")


def test_a_damaged_backup_is_refused_and_the_workspace_stays(
    empty_store: Store, backed_up: Path, around: Surroundings
) -> None:
    empty_store.close()
    before = empty_store.path.read_bytes()
    backed_up.write_bytes(truncated(0.5)(backed_up.read_bytes()))
    with pytest.raises(Problem, match="niet gaaf"):
        restoring.put_back(backed_up, empty_store.path, around)
    with pytest.raises(Problem, match="niet gaaf"):
        restoring.outline(backed_up, around)
    assert empty_store.path.read_bytes() == before


def test_a_backup_can_be_a_workspace_of_its_own(
    empty_store: Store, backed_up: Path, around: Surroundings, tmp_path: Path
) -> None:
    target = tmp_path / "toen.bouwstenen"
    restoring.copy_out(backed_up, target, around)
    assert titles_in(target, around) == ["Toen"]
    assert copies.faults(backed_up) == ()
    with pytest.raises(Problem, match="bestaat al"):
        restoring.copy_out(backed_up, target, around)


def test_the_newest_sound_backup_is_found_behind_a_damaged_one(
    empty_store: Store, backed_up: Path, around: Surroundings
) -> None:
    spoiled = backed_up.with_name("2026-11-30 000000.bouwstenen")
    spoiled.write_bytes(truncated(0.5)(backed_up.read_bytes()))
    found = backups.newest_sound(around, empty_store.path)
    assert found is not None
    assert found.path == backed_up
    assert empty_store.read(preparing.has_workshops)
