"""A system that refuses to give a file its name: a virus scanner or a sync program holds it for a moment."""

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.states import state_in, state_of
from tests.faults.work import KEY, Work, around_in, workspace
from tests.protection import put_under

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, restoring
from bouwstenen_app.storage import copies
from bouwstenen_app.storage.opening import Surroundings, create, open_store

Act = Callable[[Path, Surroundings], object]


def _backup(path: Path, around: Surroundings) -> None:
    store = open_store(path, around)
    try:
        list(backups.backup_if_changed(store, around))
    finally:
        store.close()


def _copy(path: Path, around: Surroundings) -> None:
    store = open_store(path, around)
    try:
        store.copy_to(path.with_name("kopie.bouwstenen"))
    finally:
        store.close()


def _secure(path: Path, around: Surroundings) -> None:
    put_under(path, around, KEY)


def _create(path: Path, around: Surroundings) -> None:
    create(path.with_name("nieuw.bouwstenen"), around).close()


def _put_back(path: Path, around: Surroundings) -> None:
    restoring.put_back(path.with_name("eerder.bouwstenen"), path, around)


ACTS: tuple[Act, ...] = (_backup, _copy, _secure, _create, _put_back)


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("act", ACTS, ids=[act.__name__ for act in ACTS])
def test_a_refused_name_is_a_sentence_and_the_workspace_is_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, act: Act, number: int
) -> None:
    around = around_in(tmp_path)
    path = workspace(tmp_path, around)
    path.with_name("eerder.bouwstenen").write_bytes(path.read_bytes())
    store = open_store(path, around)
    steps = Work(store, number).steps()
    for _ in range(6):
        next(steps)
    before = state_of(store)
    store.close()
    real, count = Path.replace, 0

    def refused(self: Path, target: Path) -> Path:
        nonlocal count
        count += 1
        if count == number:
            raise PermissionError(errno.EACCES, "Toegang geweigerd", str(self))
        return real(self, target)

    monkeypatch.setattr(Path, "replace", refused)
    try:
        act(path, around)
    except Problem as problem:
        assert str(problem).endswith(".")  # noqa: PT017
    monkeypatch.undo()

    key = around.keys.of(path)
    assert state_in(path, key).content in (before.content, state_in(path.with_name("eerder.bouwstenen")).content)
    assert copies.faults(path, key) == ()
    assert [left.name for left in tmp_path.rglob("*.part")] == []
    again = open_store(path, around)
    assert not again.read_only
    next(Work(again, number).steps())
    again.close()
