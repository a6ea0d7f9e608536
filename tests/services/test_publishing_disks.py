"""A synced folder or an own folder without room, or that gives no answer: a sentence, and nothing is lost."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from tests.disks import SmallDisk, Stick, small_disk, stick

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, boards, capturing, preparing, publishing, restoring
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store

NAME = "werk.bouwstenen"


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    return _around(tmp_path / "eigen")


@pytest.fixture
def cloud(tmp_path: Path) -> Iterator[SmallDisk]:
    """A synced folder on a disk of four megabytes."""
    with small_disk(tmp_path / "wolk", 4) as disk:
        yield disk


@pytest.fixture
def own(tmp_path: Path) -> Iterator[SmallDisk]:
    """The own folder on a disk of four megabytes."""
    with small_disk(tmp_path / "eigen", 4) as disk:
        yield disk


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Stick]:
    """A synced folder on a disk that can break down."""
    with stick(tmp_path / "wolk") as one:
        yield one


def _around(data: Path) -> Surroundings:
    data.mkdir(exist_ok=True)
    return Surroundings(data, "ab" * 16, identities(), datetime.now, synced=lambda _: "OneDrive")


def _made(path: Path, around: Surroundings) -> bytes:
    path.parent.mkdir(exist_ok=True)
    store = create(path, around)
    store.do("Sessie", preparing.create_workshop, title="Proef")
    store.close()
    return path.read_bytes()


def _captured(store: Store, text: str) -> None:
    store.do("Vast", capturing.capture, text, workshop=store.read(preparing.workshops)[0].id)


def _titles(path: Path, around: Surroundings) -> set[str]:
    store = open_store(path, around)
    try:
        return {block.title for block in store.read(boards.select_blocks, boards.Selection())}
    finally:
        store.close()


def _published(store: Store, around: Surroundings) -> None:
    for _ in publishing.publish(store, around, publishing.Told()):
        pass


def test_a_synced_folder_that_is_full_keeps_its_file_whole_and_the_work_here(
    cloud: SmallDisk, around: Surroundings
) -> None:
    path = cloud.folder / NAME
    before = _made(path, around)
    store = open_store(path, around)
    _captured(store, "Bewaard")
    cloud.fill(left=len(before) // 2)
    with pytest.raises(Problem, match="schijf is vol"):
        _published(store, around)
    store.close()
    assert path.read_bytes() == before
    assert cloud.names() == {NAME}
    cloud.free()
    assert _titles(path, around) == {"Bewaard"}
    assert path.read_bytes() != before
    assert not [*(around.data / "werkkopieën").iterdir()]


def test_an_own_folder_that_is_full_is_told_at_opening_and_leaves_nothing_half(
    own: SmallDisk, tmp_path: Path
) -> None:
    around, path = _around(own.folder), tmp_path / "wolk" / NAME
    before = _made(path, around)
    own.fill(left=8192)
    with pytest.raises(Problem, match="schijf is vol"):
        open_store(path, around)
    assert path.read_bytes() == before
    assert not [name for name in own.names() if "werkkopie" in name and not name.endswith(".json")]
    own.free()
    assert _titles(path, around) == set()


def test_an_own_folder_that_gets_full_while_one_works_keeps_file_and_copy(own: SmallDisk, tmp_path: Path) -> None:
    around, path = _around(own.folder), tmp_path / "wolk" / NAME
    before = _made(path, around)
    store = open_store(path, around)
    _captured(store, "Bewaard")
    own.fill()
    with pytest.raises(Problem, match="schijf is vol"):
        _published(store, around)
    store.close()
    assert path.read_bytes() == before
    own.free()
    assert _titles(path, around) == {"Bewaard"}
    assert not [*(own.folder / "werkkopieën").iterdir()]


def test_a_disk_without_an_answer_is_a_sentence_and_the_work_stays_here(
    shared: Stick, around: Surroundings
) -> None:
    path = shared.folder / NAME
    _made(path, around)
    store = open_store(path, around)
    _captured(store, "Bewaard")
    shared.break_down()
    with pytest.raises(Problem):
        _published(store, around)
    publishing_ends(store, around)
    assert around.file(path) != path
    shared.take_out()
    shared.back()
    assert _titles(path, around) == {"Bewaard"}
    assert around.file(path) == path


def test_a_disk_without_an_answer_while_nothing_is_new_keeps_the_copy_too(
    shared: Stick, around: Surroundings
) -> None:
    path = shared.folder / NAME
    _made(path, around)
    store = open_store(path, around)
    _captured(store, "Bewaard")
    _published(store, around)
    shared.break_down()
    publishing_ends(store, around)
    shared.take_out()
    shared.back()
    assert _titles(path, around) == {"Bewaard"}


def test_a_damaged_copy_for_which_there_is_no_room_stays_where_it_is(
    cloud: SmallDisk, around: Surroundings
) -> None:
    path = cloud.folder / NAME
    before = _made(path, around)
    store = open_store(path, around)
    for _ in backups.backup_if_changed(store, around):
        pass
    assert store.working is not None
    store.working.damaged = True
    store.close()
    copy = around.file(path)
    copy.write_bytes(b"geen werkmap" * len(before))
    cloud.fill(left=2 * len(before))
    with pytest.raises(Problem, match="schijf is vol"):
        restoring.put_back(backups.backups(around, path)[0].path, path, around)
    assert copy.read_bytes() == b"geen werkmap" * len(before)
    assert path.read_bytes() == before
    assert cloud.names() == {NAME}


def publishing_ends(store: Store, around: Surroundings) -> None:
    """Close a workspace as the window does: what stands in the way is told at the next opening."""
    try:
        publishing.finish(store, around)
    except Problem:
        pass
    finally:
        store.close()
