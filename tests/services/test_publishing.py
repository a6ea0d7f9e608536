"""Two laptops and one synced folder: what is in the file there, and that nothing is lost or overwritten."""

import os
import traceback
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from itertools import permutations
from pathlib import Path

import pytest
from sqlalchemy import text
from tests.faults.work import KEY, OTHER_KEY
from tests.protection import put_under

from bouwstenen_app.domain import audit
from bouwstenen_app.domain.erasures import Said
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import (
    auditing,
    backups,
    boards,
    capturing,
    erasing,
    preparing,
    publishing,
    restoring,
)
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import OpenElsewhere, Surroundings, create, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.working import Away, Gone
from bouwstenen_app.surroundings import fill_empty


def laptop(folder: Path, name: str) -> Surroundings:
    data = folder / name
    data.mkdir()
    around = Surroundings(
        data, name[:1].encode().hex() * 16, identities(), datetime.now, synced=lambda _: "OneDrive"
    )
    for key in (KEY, OTHER_KEY):
        around.keys.add(key)
    return around


@pytest.fixture
def here(tmp_path: Path) -> Surroundings:
    return laptop(tmp_path, "hier")


@pytest.fixture
def there(tmp_path: Path) -> Surroundings:
    return laptop(tmp_path, "daar")


@pytest.fixture(params=[None, KEY], ids=["open", "beveiligd"])
def key(request: pytest.FixtureRequest) -> Key | None:
    return request.param


@pytest.fixture
def path(tmp_path: Path, here: Surroundings, key: Key | None) -> Path:
    folder = tmp_path / "wolk"
    folder.mkdir()
    made = folder / "werk.bouwstenen"
    store = create(made, here, fill_empty, key=key)
    store.do("Sessie", preparing.create_workshop, title="Proef")
    store.close()
    return made


def capture(store: Store, text: str) -> None:
    store.do("Vast", capturing.capture, text, workshop=store.read(preparing.workshops)[0].id)


def titles(store: Store) -> set[str]:
    return {block.title for block in store.read(boards.select_blocks, boards.Selection())}


def titles_in(path: Path, key: Key | None) -> set[str]:
    connection = connect(path, read_only=True, key=key)
    try:
        return {title for (title,) in connection.execute("SELECT title FROM block WHERE NOT removed")}
    finally:
        connection.close()


def publish(store: Store, around: Surroundings, *, anew: bool = False) -> publishing.Told:
    told = publishing.Told()
    for _ in publishing.publish(store, around, told, anew=anew):
        pass
    return told


def finished(store: Store, around: Surroundings) -> None:
    publishing.finish(store, around)
    store.close()


def left_in(around: Surroundings) -> list[str]:
    return sorted(one.name for one in (around.data / "werkkopieën").glob("*"))


def test_the_file_is_left_alone_until_it_is_brought_up_to_date(path: Path, here: Surroundings, key: Key) -> None:
    store = open_store(path, here)
    before = path.read_bytes()
    capture(store, "Een")
    assert path.read_bytes() == before
    assert store.path == path
    assert store.file.parent.name == "werkkopieën"
    publish(store, here)
    assert titles_in(path, key) == {"Een"}
    capture(store, "Twee")
    store.close()
    assert titles_in(path, key) == {"Een", "Twee"}
    assert left_in(here) == []
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_the_copy_is_protected_as_the_file_is(path: Path, here: Surroundings, key: Key) -> None:
    store = open_store(path, here)
    capture(store, "Kanariegeel")
    names = list((here.data / "werkkopieën").iterdir())
    assert not [one for one in names if "werk." in one.name]
    if key is not None:
        assert store.file.read_bytes()[:16] == path.read_bytes()[:16] == key.salt
        assert b"Kanariegeel" not in store.file.read_bytes()
    store.close()


def test_two_laptops_at_once_lose_nothing_in_any_order(
    tmp_path: Path, path: Path, here: Surroundings, there: Surroundings, key: Key
) -> None:
    ends = []
    for order in permutations("hd"):
        copy = tmp_path / "".join(order)
        copy.mkdir()
        place = copy / path.name
        place.write_bytes(path.read_bytes())
        first, second = open_store(place, here), open_store(place, there)
        capture(first, "Van hier")
        capture(second, "Van daar")
        for who in order * 2:
            publish(*((first, here) if who == "h" else (second, there)))
        assert titles(first) | titles(second) == titles_in(place, key) == {"Van hier", "Van daar"}
        finished(first, here)
        finished(second, there)
        assert left_in(here) == left_in(there) == []
        ends.append(titles_in(place, key))
    assert ends[0] == ends[1]


def test_what_came_in_is_told_and_kept_before_as_a_backup(
    path: Path, here: Surroundings, there: Surroundings
) -> None:
    store = open_store(path, here)
    capture(store, "Van hier")
    other = open_store(path, there)
    capture(other, "Van daar")
    finished(other, there)
    came = publish(store, here).came
    assert came is not None
    assert came.new_blocks == 1
    assert came.backup
    assert publish(store, here).came is None
    store.close()


def test_a_program_that_was_stopped_goes_on_with_its_copy_and_takes_in_what_changed(
    path: Path, here: Surroundings, there: Surroundings, key: Key
) -> None:
    killed(lambda: capture(open_store(path, here), "Van hier"))
    other = open_store(path, there)
    capture(other, "Van daar")
    finished(other, there)
    again = open_store(path, here)
    assert again.working is not None
    assert again.working.is_left_over
    assert titles(again) == {"Van hier"}
    publish(again, here)
    assert titles(again) == titles_in(path, key) == {"Van hier", "Van daar"}
    finished(again, here)
    assert left_in(here) == []


def test_who_opens_it_too_sees_the_copy_that_is_worked_in(path: Path, here: Surroundings) -> None:
    store = open_store(path, here)
    capture(store, "Nog nergens anders")
    also = open_store(path, replace(here))
    assert isinstance(also.refusal, OpenElsewhere)
    assert titles(also) == {"Nog nergens anders"}
    also.close()
    store.close()


def test_a_file_that_is_gone_is_told_and_only_made_again_when_asked(
    path: Path, here: Surroundings, key: Key
) -> None:
    store = open_store(path, here)
    capture(store, "Bewaard")
    moved = path.rename(path.with_name("verhuisd.bouwstenen"))
    with pytest.raises(Gone, match="Opnieuw bewaren"):
        publish(store, here)
    store.close()
    assert not path.exists()
    again = open_store(path, here)
    assert titles(again) == {"Bewaard"}
    publish(again, here, anew=True)
    again.close()
    assert titles_in(path, key) == {"Bewaard"}
    assert titles_in(moved, key) == set()
    assert left_in(here) == []


def test_a_folder_that_is_away_is_waited_for(path: Path, here: Surroundings, key: Key) -> None:
    store = open_store(path, here)
    capture(store, "Bewaard")
    away = path.parent.rename(path.parent.with_name("weg"))
    with pytest.raises(Away, match="zodra de map er weer is"):
        publish(store, here)
    away.rename(path.parent)
    publish(store, here)
    store.close()
    assert titles_in(path, key) == {"Bewaard"}


def test_a_file_with_another_password_is_never_overwritten(
    path: Path, here: Surroundings, there: Surroundings, key: Key | None
) -> None:
    store = open_store(path, here)
    capture(store, "Van hier")
    put_under(path, there, OTHER_KEY)
    before = path.read_bytes()
    with pytest.raises(publishing.Strange, match="ander wachtwoord"):
        publish(store, here)
    finished_unmerged(store)
    assert path.read_bytes() == before
    again = open_store(path, here)
    assert titles(again) == {"Van hier"}
    told = publish(again, here, anew=True)
    again.close()
    assert titles_in(path, key) == {"Van hier"}
    assert told.aside is not None
    assert told.aside.read_bytes() == before


def test_a_password_that_was_taken_away_elsewhere_is_told_too(
    path: Path, here: Surroundings, there: Surroundings, key: Key | None
) -> None:
    if key is None:
        return
    store = open_store(path, here)
    capture(store, "Van hier")
    put_under(path, there, None)
    with pytest.raises(publishing.Strange, match="ander wachtwoord"):
        publish(store, here)
    finished_unmerged(store)


@pytest.mark.parametrize("damage", [b"", b"geen werkmap", None], ids=["leeg", "tekst", "half"])
def test_a_damaged_file_is_never_overwritten(path: Path, here: Surroundings, damage: bytes | None) -> None:
    store = open_store(path, here)
    capture(store, "Van hier")
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2] if damage is None else damage)
    before = path.read_bytes()
    with pytest.raises(publishing.Strange, match="niet gaaf"):
        publish(store, here)
    finished_unmerged(store)
    assert path.read_bytes() == before
    path.write_bytes(whole)  # the sync program comes with the rest
    again = open_store(path, here)
    publish(again, here)
    finished(again, here)
    assert left_in(here) == []


def test_a_file_of_which_a_line_is_damaged_is_never_overwritten_and_there_is_a_way_out(
    path: Path, here: Surroundings, there: Surroundings, key: Key | None
) -> None:
    store, before = left_with_a_damaged_line(path, here, there, key)
    with pytest.raises(publishing.Strange, match="niet gaaf"):
        publish(store, here)
    assert path.read_bytes() == before
    aside = publish(store, here, anew=True).aside
    store.close()
    assert titles_in(path, key) == {"Van hier"}
    assert aside is not None
    assert aside.read_bytes() == before


def test_a_damaged_line_in_the_file_keeps_no_backup_from_being_put_back(
    path: Path, here: Surroundings, there: Surroundings, key: Key | None
) -> None:
    store, before = left_with_a_damaged_line(path, here, there, key)
    for _ in backups.backup_if_changed(store, here):
        pass
    finished_unmerged(store)
    restoring.put_back(backups.backups(here, path)[0].path, path, here)
    assert titles_in(path, key) == {"Van hier"}
    (aside,) = path.parent.glob("* van een ander *.bouwstenen")
    assert aside.read_bytes() == before


def left_with_a_damaged_line(
    path: Path, here: Surroundings, there: Surroundings, key: Key | None
) -> tuple[Store, bytes]:
    """Another laptop put a version in its place of which one line of the journal is not sound."""
    store = open_store(path, here)
    capture(store, "Van hier")
    other = open_store(path, there)
    capture(other, "Van daar")
    finished(other, there)
    connection = connect(path, key=key)
    connection.execute("UPDATE change SET after = '{' WHERE after LIKE '%Van daar%'")
    connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    connection.close()
    return store, path.read_bytes()


def test_another_workspace_in_its_place_is_not_merged(
    path: Path, here: Surroundings, there: Surroundings, key: Key
) -> None:
    store = open_store(path, here)
    capture(store, "Van hier")
    path.unlink()
    other = create(path, there, fill_empty, key=key)
    other.close()
    with pytest.raises(publishing.Strange, match="andere werkmap"):
        publish(store, here)
    finished_unmerged(store)


def test_what_is_erased_is_gone_from_the_file_and_comes_not_back(
    path: Path, here: Surroundings, there: Surroundings, key: Key | None
) -> None:
    store = open_store(path, here)
    capture(store, "Kanariegeel")
    publish(store, here)
    other = open_store(path, there)
    capture(other, "Van daar")
    (block,) = (one.id for one in store.read(boards.select_blocks, boards.Selection()))
    for _ in erasing.erase_blocks(store, [block], here, Said()):
        pass
    finished(store, here)
    assert titles_in(path, key) == set()
    if key is None:
        assert b"Kanariegeel" not in path.read_bytes()
    finished(other, there)
    assert titles_in(path, key) == {"Van daar"}
    if key is None:
        assert b"Kanariegeel" not in path.read_bytes()


def test_a_new_password_is_in_the_file_at_once(path: Path, here: Surroundings) -> None:
    store = open_store(path, here)
    capture(store, "Van hier")
    finished(store, here)
    put_under(path, here, OTHER_KEY)
    assert titles_in(path, OTHER_KEY) == {"Van hier"}
    assert left_in(here) == []


def test_no_new_password_while_the_file_is_behind(path: Path, here: Surroundings) -> None:
    store = open_store(path, here)
    capture(store, "Van hier")
    path.rename(path.with_name("verhuisd.bouwstenen"))
    store.close()
    with pytest.raises(Problem, match="alleen nog op deze laptop"):
        put_under(path, here, OTHER_KEY)


def test_a_backup_takes_the_place_of_file_and_copy(path: Path, here: Surroundings, key: Key) -> None:
    store = open_store(path, here)
    capture(store, "Toen")
    for _ in backups.backup_if_changed(store, here):
        pass
    capture(store, "Nu")
    store.close()
    killed(lambda: capture(open_store(path, here), "Net nog"))
    kept = backups.backups(here, path)
    restoring.put_back(kept[-1].path, path, here)
    assert titles_in(path, key) == {"Toen"}
    assert left_in(here) == []
    before = [one for one in backups.backups(here, path) if one.reason == backups.BEFORE_RESTORE]
    assert titles_in(before[0].path, key) == {"Toen", "Nu", "Net nog"}


def test_no_backup_is_put_back_under_somebody_who_works_in_the_copy(
    path: Path, here: Surroundings, key: Key
) -> None:
    store = open_store(path, here)
    for _ in backups.backup_if_changed(store, here):
        pass
    capture(store, "Nu")
    before = path.read_bytes()
    with pytest.raises(Problem, match="nog open"):
        restoring.put_back(backups.backups(here, path)[0].path, path, replace(here))
    assert path.read_bytes() == before
    capture(store, "En nu")
    store.close()
    assert titles_in(path, key) == {"Nu", "En nu"}


def test_a_damaged_copy_is_put_aside_and_the_file_is_kept(path: Path, here: Surroundings, key: Key) -> None:
    store = open_store(path, here)
    capture(store, "Toen")
    for _ in backups.backup_if_changed(store, here):
        pass
    store.close()
    killed(lambda: capture(open_store(path, here), "Weg"))
    copy = here.file(path)
    copy.write_bytes(b"geen werkmap" * 9)
    restoring.put_back(backups.backups(here, path)[0].path, path, here)
    assert titles_in(path, key) == {"Toen"}
    assert left_in(here) == []
    (aside,) = path.parent.glob("*beschadigd*.bouwstenen")
    assert aside.read_bytes() == b"geen werkmap" * 9


def test_the_log_of_both_laptops_stays(path: Path, here: Surroundings, there: Surroundings) -> None:
    store, other = open_store(path, here), open_store(path, there)
    capture(store, "Van hier")
    auditing.note(store, audit.EXPORTED, "docx", 3)
    auditing.note(other, audit.PAPER, "dpia")
    finished(other, there)
    finished(store, here)
    looking = open_store(path, here)
    told = [entry.line.told for entry in looking.read(auditing.entries, looking.laptop)]
    looking.close()
    assert any("docx" in line for line in told)
    assert any("dpia" in line for line in told)


def test_half_typed_text_comes_along_and_what_was_stored_comes_not_back(
    path: Path, here: Surroundings, there: Surroundings
) -> None:
    store = open_store(path, here)
    store.remember("concept:a", "half")
    finished(store, here)
    store, other = open_store(path, here), open_store(path, there)
    store.aside(lambda session: session.execute(text("DELETE FROM local WHERE key = 'concept:a'")))
    store.remember("concept:b", "nieuw")
    finished(store, here)
    capture(other, "Van daar")
    publish(other, there)
    assert (other.recall("concept:a"), other.recall("concept:b")) == ("", "nieuw")
    other.close()


def test_a_form_that_is_filled_in_half_way_waits_for_its_own_laptop_while_another_works_on(
    path: Path, here: Surroundings, there: Surroundings
) -> None:
    kept = "formulier:half:" + "68" * 16
    store, other = open_store(path, here), open_store(path, there)
    store.remember(kept, "half ingevuld")
    finished(store, here)
    capture(other, "Van daar")
    finished(other, there)
    store = open_store(path, here)
    assert titles(store) == {"Van daar"}
    assert store.recall(kept) == "half ingevuld"
    store.close()


def test_a_workspace_in_an_ordinary_folder_is_worked_in_where_it_is(path: Path, here: Surroundings) -> None:
    store = open_store(path, replace(here, synced=lambda _: ""))
    assert store.working is None
    assert store.file == path
    store.close()
    assert not (here.data / "werkkopieën").exists() or left_in(here) == []


def finished_unmerged(store: Store) -> None:
    """Close what cannot be brought up to date: the copy stays."""
    store.close()
    assert store.working is not None
    assert store.working.is_here


def killed(act: Callable[[], object]) -> None:
    """Let another process do something, and end without closing anything."""
    child = os.fork()
    if not child:
        try:
            act()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    assert os.waitpid(child, 0)[1] == 0
