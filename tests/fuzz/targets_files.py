"""Targets that are a document or a workspace: templates, copies that come back, photos, files of other laptops."""

import json
import os
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.fuzz import mutating, seeds
from tests.fuzz.mutating import Json, Packages
from tests.fuzz.targets import OF_BOOKS, Target, WithStore, sound

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, checking, codebooks, formats, merging, preparing, reviewing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import foreign, peek
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.failures import merge_told
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.storage.store import Store

WHOLLY: Final = 20
"""One in so many files of another laptop is merged as the program does it, from begin to end."""


class Template(Target):
    """A Word file as the template of reports."""

    name, ending = "template", ".docx"

    def prepare(self) -> None:
        self._packages = Packages([*seeds.templates(), *sound(self.corpus())])

    def make(self, chance: Random) -> bytes:
        return self._packages.mutated(chance)

    def feed(self, data: bytes) -> None:
        from bouwstenen_app.export.template_check import check

        path = self.folder / "sjabloon.docx"
        path.write_bytes(data)
        list(check(path).lines())


class Report(Template):
    """The same, and then a report is written with it."""

    name = "report"

    def prepare(self) -> None:
        super().prepare()
        self._report = seeds.report()

    def feed(self, data: bytes) -> None:
        from bouwstenen_app.export import word

        path = self.folder / "sjabloon.docx"
        path.write_bytes(data)
        for _ in word.write(self._report, self.folder / "rapport.docx", template=path, now=seeds.NOW):
            pass


class Review(WithStore):
    """A document that comes back with remarks in it."""

    name, ending = "review", ".docx"

    def prepare(self) -> None:
        super().prepare()
        self._packages = Packages([*seeds.reviewed(self.store, self.folder), *sound(self.corpus())])

    def make(self, chance: Random) -> bytes:
        return self._packages.mutated(chance)

    def feed(self, data: bytes) -> None:
        from bouwstenen_app.export import word_reading

        path = self.folder / "terug.docx"
        path.write_bytes(data)
        copy = word_reading.read(path)
        if zlib.crc32(data) % OF_BOOKS == 0:
            self.trying(reviewing.read_back, copy, path.name)


class Format(Target):
    """A way of working in a file."""

    name, ending = "format", ".json"

    def prepare(self) -> None:
        self._json = Json(seeds.formats())

    def make(self, chance: Random) -> bytes:
        return self._json.mutated(chance)

    def feed(self, data: bytes) -> None:
        path = self.folder / "werkvorm.json"
        path.write_bytes(data)
        formats.read(path)


class Photo(Target):
    """A photo of a flip chart."""

    name, is_noisy = "photo", True

    def prepare(self) -> None:
        from PySide6.QtCore import QLoggingCategory

        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        QLoggingCategory.setFilterRules("qt.gui.imageio*=false")  # it has much to say of a broken photo
        self._seeds = [*seeds.photos(), *self.corpus()]

    def make(self, chance: Random) -> bytes:
        return mutating.data(chance, self._seeds)

    def feed(self, data: bytes) -> None:
        from bouwstenen_app.ui import pictures

        pictures.read_bytes(data, "foto")


class Rows(WithStore):
    """Lines of the journal of another laptop, as the library of a team or a parcel gives them."""

    name, ending = "rows", ".json"

    def prepare(self) -> None:
        super().prepare()
        (self.folder / "elders").mkdir()
        self._lines = seeds.journal(self.folder / "elders")
        self._json = Json([self._lines])

    def make(self, chance: Random) -> bytes:
        return self._json.mutated(chance)

    def feed(self, data: bytes) -> None:
        _merged(self.store, _Source(data), named=zlib.crc32(data) % 3 == 0)


def _merged(store: Store, source: Any, *, named: bool) -> None:
    """Merge a source in a transaction that is taken back."""
    with merge_told(), store._engine.connect() as connection, connection.begin() as transaction:
        try:
            merge = Merge(connection, store.milliseconds())
            merge.add(source)
            for _ in merge.fold():
                pass
            if named:
                merge.name()
        finally:
            transaction.rollback()


class _Source:
    name = "elders"

    def __init__(self, data: bytes) -> None:
        try:
            value = json.loads(data)
        except ValueError:
            value = None
        self._lines = value if isinstance(value, dict) else {}

    def steps(self) -> Iterator[Any]:
        return self._of("steps", 9)

    def seen(self) -> Iterator[Any]:
        return self._of("seen", 2)

    def changes(self) -> Iterator[Any]:
        return self._of("changes", 6)

    def pictures(self) -> Iterator[Any]:
        return self._of("pictures", 3)

    def _of(self, kind: str, width: int) -> Iterator[Any]:
        lines = self._lines.get(kind)
        for line in lines if isinstance(lines, list) else []:
            if isinstance(line, list) and len(line) == width:  # as a database gives them: one value in each place
                yield tuple(json.dumps(one) if isinstance(one, (list, dict)) else one for one in line)


class Opening(Target):
    """A workspace file that is opened, read and worked in."""

    name, ending = "opening", ".bouwstenen"

    def prepare(self) -> None:
        self._around = seeds.around(self.folder)
        self._seeds = seeds.workspaces(self.folder)
        self._count = 0

    def make(self, chance: Random) -> bytes:
        seed = chance.choice(self._seeds)
        if chance.random() < 0.6:
            return mutating_pages(chance, seed)
        return mutating_rows(chance, seed, self.folder / "rijen.bouwstenen")

    def feed(self, data: bytes) -> None:
        self._count += 1
        path = self.folder / "map" / f"werk-{self._count % 50}.bouwstenen"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        peek.glance(path)
        store = open_store(path, self._around)
        try:
            self._work(store)
        finally:
            with suppress(Problem):
                store.close()

    def _work(self, store: Any) -> None:
        store.read(checking.totals)
        store.read(codebooks.codebook)
        workshops = store.read(preparing.workshops)
        store.read(boards.find, Selection(query="wijk"), limit=50)
        store.read(boards.select_blocks, Selection())
        store.undoable()
        if workshops and not store.read_only:
            store.do("Vastgelegd", capturing.capture, "Een bouwsteen #onderwijs", workshop=workshops[0].id)
            store.undo()
        store.faults()


class Merging(WithStore):
    """A file of another laptop that is looked at and merged: sometimes in a copy of the workspace, as people do.

    Mostly it is merged in the workspace itself and taken back: a copy, and statements made anew for it, take most
    of the time.
    """

    name, ending = "merging", ".bouwstenen"

    def prepare(self) -> None:
        super().prepare()
        (self.folder / "elders").mkdir()
        self.around = seeds.around(self.folder)
        self._seeds = seeds.workspaces(self.folder / "elders")

    def make(self, chance: Random) -> bytes:
        seed = chance.choice(self._seeds)
        if chance.random() < 0.3:
            return mutating_pages(chance, seed)
        return mutating_rows(chance, seed, self.folder / "rijen.bouwstenen")

    def feed(self, data: bytes) -> None:
        path = self.folder / "ander.bouwstenen"
        path.write_bytes(data)
        if zlib.crc32(data) % WHOLLY == 0:
            for _ in merging.try_files(self.store, [path], self.around):
                pass
            return
        with foreign.opened(path, self.folder / "kopie.bouwstenen") as source:
            _merged(self.store, source, named=False)


def mutating_pages(chance: Random, seed: bytes) -> bytes:
    """Return a database of which some bytes are others, most of them where they matter: the heads of pages."""
    made = bytearray(seed)
    for _ in range(chance.choice((1, 1, 2, 5, 30))):
        page = 4096 * chance.randrange(max(1, len(made) // 4096))
        at = page + (chance.randrange(100) if chance.random() < 0.6 else chance.randrange(4096))
        if at < len(made):
            made[at] = chance.choice((0, 1, 255, 127, made[at] ^ 1 << chance.randrange(8), chance.randrange(256)))
    if chance.random() < 0.08:
        del made[chance.randrange(len(made)) :]
    if chance.random() < 0.05:
        at = chance.randrange(len(made) + 1)
        made[at : at + 4096] = made[:4096]
    return bytes(made)


def mutating_rows(chance: Random, seed: bytes, scratch: Path) -> bytes:
    """Return a workspace in which some values are others, as someone with a tool for databases would write them."""
    scratch.write_bytes(seed)
    connection = connect(scratch)
    try:
        for pragma in ("foreign_keys=OFF", "ignore_check_constraints=ON", "synchronous=OFF"):
            connection.execute(f"PRAGMA {pragma}")
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        tables = sorted(name for name in names if not name.startswith(("block_search", "sqlite_")))
        for _ in range(chance.choice((1, 1, 2, 6))):
            _mutate_row(chance, connection, chance.choice((*tables, "step", "change", "seen", "local")))
    finally:
        connection.close()
    return scratch.read_bytes()


def _mutate_row(chance: Random, connection: Any, table: str) -> None:
    columns = [line[1] for line in connection.execute(f'PRAGMA table_info("{table}")')]
    if not columns:
        return
    column = chance.choice(columns)
    lines = connection.execute(f'SELECT "{columns[0]}", "{column}" FROM "{table}"').fetchall()
    if not lines:
        return
    key, was = chance.choice(lines)
    try:
        if chance.random() < 0.1:
            connection.execute(f'DELETE FROM "{table}" WHERE "{columns[0]}" IS ?', (key,))
        else:
            value = _other(chance, was)
            connection.execute(f'UPDATE "{table}" SET "{column}" = ? WHERE "{columns[0]}" IS ?', (value, key))
    except Exception:  # a rule of the schema that cannot be switched off
        return


def _other(chance: Random, was: Any) -> Any:
    if isinstance(was, str) and chance.random() < 0.7:
        if was.startswith(("{", "[")) and chance.random() < 0.7:
            try:
                value = json.loads(was)
            except ValueError:
                return "{"
            return json.dumps(Json([value]).changed(chance, value))
        return mutating.text(chance, [was]).encode("utf-8", "replace").decode()[:20_000]
    return chance.choice((None, 0, -1, 2**53 - 1, 2**62, 1.5, "", "x", b"\xff\xfe", "9" * 40, "{}", "[]", "null"))


TARGETS = {kind.name: kind for kind in (Template, Report, Review, Format, Photo, Rows, Opening, Merging)}
