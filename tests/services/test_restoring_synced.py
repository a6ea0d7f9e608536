"""Restoring and mending the time in a synced folder, while another laptop comes in between."""

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, boards, capturing, clock_mending, preparing, publishing, restoring
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store

MOST = 40
"""Looks at the clock while a backup is put back: fewer than this."""


class Clock:
    """A clock that lets something happen at one of the looks at it."""

    def __init__(self) -> None:
        self.wrong = timedelta()
        self.act: Callable[[], None] | None = None
        self.at = 0

    def now(self) -> datetime:
        if self.act is not None:
            self.at -= 1
            if self.at < 0:
                act, self.act = self.act, None
                act()
        return datetime.now() + self.wrong


class Two:
    """Two laptops and one synced folder."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.here = self._laptop(folder / "hier", "ab", self.clock.now)
        self.there = self._laptop(folder / "daar", "cd", datetime.now)
        self.path = folder / "wolk" / "werk.bouwstenen"
        self.path.parent.mkdir()
        store = create(self.path, self.here)
        store.do("Sessie", preparing.create_workshop, title="Proef")
        store.close()

    def _laptop(self, data: Path, letters: str, now: Callable[[], datetime]) -> Surroundings:
        data.mkdir(parents=True)
        return Surroundings(data, letters * 16, identities(), now, synced=lambda _: "OneDrive")

    def captured(self, around: Surroundings, text: str) -> None:
        store = open_store(self.path, around)
        _capture(store, text)
        publishing.finish(store, around)
        store.close()

    def titles(self, file: Path) -> set[str]:
        plain = Surroundings(self.here.data / "kijken", "ef" * 16, identities(), datetime.now)
        with closing(open_store(file, plain)) as store:
            return {block.title for block in store.read(boards.select_blocks, boards.Selection())}

    def files(self) -> Iterator[Path]:
        """Every file in which a person can find something again."""
        yield from self.path.parent.glob("*.bouwstenen")
        yield from (one.path for one in backups.backups(self.here, self.path))


def _capture(store: Store, text: str) -> None:
    store.do("Vast", capturing.capture, text, workshop=store.read(preparing.workshops)[0].id)


@pytest.mark.parametrize("pending", [False, True], ids=["bij", "achter"])
def test_whenever_another_laptop_comes_in_between_a_backup_that_is_put_back_loses_nothing_of_it(
    tmp_path: Path, *, pending: bool
) -> None:
    for at in range(MOST):
        two = Two(tmp_path / str(at))
        store = open_store(two.path, two.here)
        _capture(store, "Toen")
        for _ in backups.backup_if_changed(store, two.here):
            pass
        _capture(store, "Nu")
        if pending:  # the file is away while it is closed
            away = two.path.rename(two.path.with_suffix(".weg"))
        store.close()
        if pending:
            away.rename(two.path)
        two.clock.at, two.clock.act = at, lambda two=two: two.captured(two.there, "Van daar")
        backup = backups.backups(two.here, two.path)[0].path
        with suppress(Problem):
            restoring.put_back(backup, two.path, two.here)
        if two.clock.act is not None:
            assert at > 3
            return
        found = set[str]().union(*map(two.titles, two.files()))
        assert {"Van daar", "Toen", "Nu"} <= found, f"at look {at}"
    raise AssertionError("the clock is looked at too often")


def test_what_another_laptop_writes_while_the_time_is_mended_is_not_gone(tmp_path: Path) -> None:
    two = Two(tmp_path)
    two.clock.wrong = timedelta(days=700)
    two.captured(two.here, "Van later")
    two.clock.wrong = timedelta()
    work = clock_mending.mend(two.path, two.here)
    with pytest.raises(Problem, match="intussen op een andere laptop"):  # noqa: PT012
        for progress in work:
            if progress.done == progress.total > 0:
                two.captured(two.there, "Van daar")
    assert two.titles(two.path) == {"Van later", "Van daar"}
    for _ in clock_mending.mend(two.path, two.here):
        pass
    assert two.titles(two.path) == {"Van later", "Van daar"}
    with closing(open_store(two.path, two.here)) as store:
        assert store.read(clock_mending.ahead, datetime.now()) is None
