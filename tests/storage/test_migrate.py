import shutil
import sqlite3
import struct
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, text
from sqlcipher3 import dbapi2

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import backups, boards, bundling, capturing, filters, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage import copies, migrate, schema
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.headers import examine
from bouwstenen_app.storage.opening import Surroundings, open_store

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "vroeger.bouwstenen"
    shutil.copy(SAMPLES / "schema-0001.bouwstenen", path)
    return path


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_there_is_a_sample_of_every_released_schema() -> None:
    for version in range(1, schema.VERSION):
        assert examine(SAMPLES / f"schema-{migrate.revision_of(version)}.bouwstenen") == version


def test_an_older_file_is_copied_to_the_backups_and_then_migrated(old: Path, around: Surroundings) -> None:
    before = _digest(old)
    store = open_store(old, around)
    store.close()

    assert examine(old) == schema.VERSION
    (backup,) = backups.backups(around, old)
    assert backup.migrated
    assert _content(backup.path) == _content(SAMPLES / "schema-0001.bouwstenen")
    assert examine(backup.path) == 1
    assert _digest(SAMPLES / "schema-0001.bouwstenen") == before, "the sample itself is left alone"


def test_everything_in_an_older_file_is_still_there(old: Path, around: Surroundings) -> None:
    store = open_store(old, around)
    (workshop,) = store.read(preparing.workshops)
    first, second = store.read(boards.select_blocks, Selection())

    assert workshop.title == "Sessie van vroeger"
    assert (first.spoken_id, first.title) == ("RH-001", "School hoort niets terug na een melding")
    assert (first.explanation, first.conditions) == ("De cliënt wacht wéken.", ("Vast moment", "Tijd"))
    assert (second.explanation, second.codes, second.round) == ("Binnen 48 uur 🧱", ("c" * 32,), 1)
    assert [block.title for block in store.read(boards.select_blocks, Selection(removed=True))] == [
        "Ligt in de prullenbak"
    ]
    store.close()


def test_an_older_file_can_be_searched_and_worked_in(old: Path, around: Surroundings) -> None:
    store = open_store(old, around)
    assert [b.number for b in store.read(boards.select_blocks, Selection(query="client"))] == [1]
    assert [b.number for b in store.read(boards.select_blocks, Selection(query="wijkag"))] == [2]

    (workshop,) = store.read(preparing.workshops)
    captured = store.do("Nieuw", capturing.capture, "Nieuw na de verhuizing @politie", workshop=workshop.id).result
    assert captured is not None
    assert captured.spoken_id == "RH-004"
    assert [b.number for b in store.read(boards.select_blocks, Selection(query="verhuizing"))] == [4]
    store.undo()
    store.close()
    assert copies.faults(old) == ()


def test_a_migrated_file_is_opened_without_a_second_copy(old: Path, around: Surroundings) -> None:
    open_store(old, around).close()
    open_store(old, around).close()

    assert len(backups.backups(around, old)) == 1
    assert not list(old.parent.glob("vroeger*-journal"))


def test_a_newer_file_is_refused_kindly_and_stays_byte_for_byte_as_it_was(old: Path, around: Surroundings) -> None:
    data = bytearray(old.read_bytes())
    data[60:64] = struct.pack(">I", schema.VERSION + 1)
    old.write_bytes(data)
    before, modified = _digest(old), old.stat().st_mtime_ns

    with pytest.raises(Problem, match=r"gemaakt met een nieuwere versie .* Werk het programma bij"):
        open_store(old, around)

    assert (_digest(old), old.stat().st_mtime_ns) == (before, modified)
    assert [file.name for file in old.parent.glob("vroeger*")] == [old.name]
    assert not backups.backups(around, old)


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    old: Path, around: Surroundings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    real: Callable[..., None] = migrate.migrate

    def broken(connection: Connection, version: int, *args: Any) -> None:
        real(connection, version, *args)
        raise ZeroDivisionError

    monkeypatch.setattr(migrate, "migrate", broken)
    with pytest.raises(ZeroDivisionError):
        open_store(old, around)

    assert old.read_bytes() == before
    monkeypatch.undo()
    store = open_store(old, around)
    assert len(store.read(boards.select_blocks, Selection())) == 2
    store.close()


def test_an_older_file_that_does_not_hold_what_it_should_is_a_problem(
    old: Path, around: Surroundings, example_store: Any
) -> None:
    example_store.copy_to(old)
    data = bytearray(old.read_bytes())
    data[60:64] = struct.pack(">I", 1)  # says version 1, but is of today
    old.write_bytes(data)

    with pytest.raises(Problem, match="beschadigd"):
        open_store(old, around)
    assert old.read_bytes() == data


def test_two_migrations_in_one_second_do_not_lose_a_backup(old: Path, around: Surroundings, tmp_path: Path) -> None:
    moment = datetime(2026, 11, 24, 9, 30, 15)
    frozen = Surroundings(around.data, around.laptop, around.new_id, lambda: moment)
    other = tmp_path / "ander.bouwstenen"
    shutil.copy(old, other)
    for path in (old, other):
        open_store(path, frozen).close()

    assert [backup.at for backup in backups.backups(around, old)] == [moment]
    assert [backup.at for backup in backups.backups(around, other)] == [moment]


def _content(path: Path) -> list[str]:
    connection = sqlite3.connect(path)  # the driver of the program cannot dump
    try:
        return list(connection.iterdump())
    finally:
        connection.close()


def test_a_minority_view_of_before_can_be_searched_and_photos_stay(tmp_path: Path, around: Surroundings) -> None:
    path = tmp_path / "vorige.bouwstenen"
    shutil.copy(SAMPLES / "schema-0003.bouwstenen", path)
    store = open_store(path, around)

    assert [b.number for b in store.read(boards.select_blocks, Selection(query="politie anders"))] == [1]
    assert store.read(preparing.workshops)[0].votes_each == 4
    pictures = text("SELECT picture.data FROM photo JOIN picture ON picture.id = picture_id")
    assert store.read(lambda session: session.execute(pictures).scalars().all()) == [b"geen echte foto"]
    store.close()


def test_bundles_and_filters_of_before_stay_and_a_report_can_be_kept(tmp_path: Path, around: Surroundings) -> None:
    path = tmp_path / "vorige.bouwstenen"
    shutil.copy(SAMPLES / "schema-0004.bouwstenen", path)
    store = open_store(path, around)

    (bundle,) = store.read(bundling.bundles)
    assert (bundle.spoken_id, bundle.title, len(bundle.contributions)) == ("K-05", "School hoort iets terug", 1)
    assert [one.name for one in store.read(filters.filters)] == ["Scholen"]
    store.close()


def test_documents_of_before_stay_and_a_line_of_the_log_is_never_changed(
    tmp_path: Path, around: Surroundings
) -> None:
    path = tmp_path / "vorige.bouwstenen"
    shutil.copy(SAMPLES / "schema-0005.bouwstenen", path)
    store = open_store(path, around)
    texts = text("SELECT text FROM passage UNION ALL SELECT kind FROM edition")
    assert store.read(lambda session: session.execute(texts).scalars().all()) == [
        "Wat wij hoorden.",
        "geconsolideerd",
    ]
    store.close()

    connection = connect(path)
    connection.execute("INSERT INTO audit (act) VALUES ('geopend')")
    for statement in ("UPDATE audit SET act = ''", "DELETE FROM audit"):
        with pytest.raises(dbapi2.IntegrityError, match="log is not changed"):
            connection.execute(statement)
    connection.close()
