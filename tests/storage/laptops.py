"""Laptops for the tests of merging: real workspaces that exchange their journals."""

import itertools
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from random import Random, SystemRandom
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.identity import identities
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import capturing, preparing
from bouwstenen_app.storage.foreign import opened
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.storage.tables import JOURNALED

START = datetime(2026, 11, 30, 9, 0)
THREE: Final = {"a": 0, "b": 1, "c": 2}
"""Three laptops, each a minute further off than the one before."""


class Journal:
    """The journal of an open workspace as a source: the same lines as its file has, without the file."""

    def __init__(self, store: Store) -> None:
        self.name = store.path.name
        self._store = store

    def steps(self) -> Iterator[Any]:
        return self._rows("SELECT id, laptop, number, stamp, at, label, kind, of, seen FROM step")

    def seen(self) -> Iterator[Any]:
        return self._rows("SELECT id, vector FROM seen")

    def changes(self) -> Iterator[Any]:
        return self._rows("SELECT step_id, position, table_name, row_id, before, after FROM change")

    def pictures(self) -> Iterator[Any]:
        return self._rows("SELECT id, format, data FROM picture")

    def _rows(self, query: str) -> Iterator[Any]:
        return iter(asked(self._store, query))


class Laptop:
    """One laptop with one workspace, and a clock that may be wrong."""

    def __init__(
        self, folder: Path, name: str, *, off: timedelta = timedelta(), noise: Random | None = None
    ) -> None:
        (folder / name / "eigen").mkdir(parents=True)
        self.describe(folder, name, off, noise)

    def describe(self, folder: Path, name: str, off: timedelta = timedelta(), noise: Random | None = None) -> None:
        """Say where it keeps its things: enough to open again what was made before."""
        self.name = name
        self.path = folder / name / "werk.bouwstenen"
        self.off = off
        """How far its clock is off; a person may set it."""
        self.noise = noise or SystemRandom()
        """What identities are made of: with a seed of its own, the same every time."""
        ticks = itertools.count()
        self.around = Surroundings(
            folder / name / "eigen",
            name.encode().hex()[:32].zfill(32),
            identities(lambda: int(self.around.now().timestamp() * 1000), self.noise.randbytes),
            lambda: START + self.off + timedelta(seconds=next(ticks)),
        )
        self.store: Store

    def make(self, fill: Callable[[Store], object] | None = None) -> None:
        self.store = create(self.path, self.around, fill)

    def copy_of(self, other: "Laptop") -> None:
        other.store.copy_to(self.path)
        self.open()

    def open(self) -> None:
        self.store = open_store(self.path, self.around)

    def restore(self, kept: Path) -> None:
        """Put an earlier state back, as a person would with a file manager."""
        self.store.close()
        shutil.copy(kept, self.path)
        self.open()


@contextmanager
def sharing(
    folder: Path,
    minutes: Mapping[str, int],
    *titles: str,
    fill: Callable[[Store], object] | None = None,
) -> Iterator[list[Laptop]]:
    """Give laptops by their names, each so many minutes off, with a copy of one workspace.

    There is one session in it, with blocks of these titles.
    """
    made = [Laptop(folder, name, off=timedelta(minutes=off)) for name, off in minutes.items()]
    first, *others = made
    first.make(fill)
    first.store.do("Sessie", preparing.create_workshop, title="Proef", region="Rivierenhoek")
    captured(first.store, *titles)
    for other in others:
        other.copy_of(first)
    yield made
    for laptop in made:
        laptop.store.close()


def captured(store: Store, *titles: str) -> list[str]:
    """Capture blocks in the session; return their ids."""
    workshop = store.read(preparing.workshops)[0].id
    done = [store.do("Vastgelegd", capturing.capture, title, workshop=workshop).result for title in titles]
    return [one.block for one in done if one is not None]


def merge(store: Store, *sources: Any) -> Merge:
    """Merge open workspaces (or sources) into one, and return what came in."""
    given = [Journal(source) if isinstance(source, Store) else source for source in sources]

    def add(merge: Merge) -> Iterator[Progress]:
        for place, source in enumerate(given):
            merge.add(source)
            yield Progress(place, len(given), "Lezen")

    return run(store.merge(add))


def merge_files(store: Store, paths: Sequence[Path], folder: Path) -> Merge:
    """Merge files into a workspace."""

    def add(merge: Merge) -> Iterator[Progress]:
        for place, path in enumerate(paths):
            with opened(path, folder / f"kopie-{place}") as source:
                merge.add(source)
            yield Progress(place, len(paths), "Lezen")

    return run(store.merge(add))


def run(steps: Any) -> Any:
    """Run a generator to its end, and return what it returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def asked(store: Store, query: str) -> Sequence[Any]:
    """Return what the bare driver answers, in a transaction of its own."""

    def rows(session: Session) -> Sequence[Any]:
        return session.connection().connection.cursor().execute(query).fetchall()

    return store.read(rows)


def as_kept(store: Store) -> dict[str, list[Any]]:
    """Return the same as ``content``, the rows as they are on disk: quicker to get, to compare."""

    def rows(session: Session) -> dict[str, list[Any]]:
        ask = session.connection().connection.cursor().execute
        return {table: ask(query).fetchall() for table, query in _KEPT.items()}

    return store.read(rows)


def content(store: Store) -> dict[str, dict[str, Any]]:
    """Return every row of every journaled table: table → id → fields, but for what is of one file only."""

    def rows(session: Session) -> dict[str, dict[str, Any]]:
        return {
            table: {
                line["id"]: {name: value for name, value in line.items() if name != "row"}
                for line in session.execute(select(*row_class.__table__.c)).mappings()
            }
            for table, row_class in JOURNALED.items()
        }

    return store.read(rows)


def _columns(row_class: Any) -> str:
    return ", ".join(f'"{column.name}"' for column in row_class.__table__.c if column.name != "row")


_KEPT = {table: f"SELECT {_columns(row)} FROM {table} ORDER BY id" for table, row in JOURNALED.items()}
