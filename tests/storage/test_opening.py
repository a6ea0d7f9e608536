import os
import random
import shutil
import struct
import subprocess
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing, checking, examples, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.codebooks import codebook as read_codebook
from bouwstenen_app.storage import file_locks, schema
from bouwstenen_app.storage.driver import APPLICATION_ID, connect
from bouwstenen_app.storage.headers import examine
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store

OpenBeside = Callable[..., "subprocess.Popen[str]"]


# ---------------------------------------------------------------------- making


def test_a_new_workspace_is_one_file_that_is_ours(tmp_path: Path, around: Surroundings) -> None:
    path = tmp_path / "nieuw.bouwstenen"
    create(path, around).close()

    assert examine(path) == schema.VERSION
    assert {file.name for file in tmp_path.iterdir()} == {"nieuw.bouwstenen", "eigen map"}


def test_a_new_workspace_never_replaces_a_file(tmp_path: Path, around: Surroundings) -> None:
    path = tmp_path / "nieuw.bouwstenen"
    path.write_text("mijn brief", encoding="utf-8")

    with pytest.raises(Problem, match=r"nieuw\.bouwstenen bestaat al"):
        create(path, around)
    assert path.read_text(encoding="utf-8") == "mijn brief"


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("weg/nieuw.bouwstenen", "De map .*weg bestaat niet"),
        ("x" * 300, "te lang"),
        (f"{'x' * 254}", "gaat niet open"),
    ],
)
def test_a_place_where_no_file_can_be_is_a_problem(
    tmp_path: Path, around: Surroundings, name: str, sentence: str
) -> None:
    with pytest.raises(Problem, match=sentence):
        create(tmp_path / name, around)
    assert {file.name for file in tmp_path.iterdir()} == {"eigen map"}


def test_what_goes_wrong_while_filling_leaves_no_file(tmp_path: Path, around: Surroundings) -> None:
    path = tmp_path / "nieuw.bouwstenen"

    def fill(store: Store) -> None:
        store.begin("Half", preparing.create_workshop, title="Proef")
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create(path, around, fill)

    assert {file.name for file in tmp_path.iterdir()} == {"eigen map"}
    create(path, around).close()


def test_what_was_left_of_an_earlier_attempt_is_cleared(tmp_path: Path, around: Surroundings) -> None:
    for left in ("nieuw.bouwstenen.part", "nieuw.bouwstenen.part-journal"):
        (tmp_path / left).write_bytes(b"half")
    create(tmp_path / "nieuw.bouwstenen", around).close()

    assert {file.name for file in tmp_path.iterdir()} == {"nieuw.bouwstenen", "eigen map"}


def test_the_first_content_belongs_to_the_file_that_it_ends_up_in(
    tmp_path: Path, around: Surroundings, codebook_file: dict[str, object]
) -> None:
    def fill(store: Store) -> None:
        store.begin("Nieuw", examples.fill_new, codebook_file)
        store.do("Sessie", preparing.create_workshop, title="Proef")

    store = create(tmp_path / "nieuw.bouwstenen", around, fill)
    step = store.undoable()
    assert step is not None
    assert step.label == "Sessie"
    store.close()


# ---------------------------------------------------------------------- what does not open


def _png(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(2000))


def _other_database(path: Path) -> None:
    connection = connect(path, new=True)
    connection.execute("CREATE TABLE recept (naam)")
    connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    connection.close()


def _half_header(path: Path) -> None:
    path.write_bytes(b"SQLite format 3\0" + bytes(40))


def _header_only(path: Path) -> None:
    """A file of ours that stops after its first hundred bytes."""
    path.write_bytes(_header(schema.VERSION))


def _header_and_noise(path: Path) -> None:
    path.write_bytes(_header(schema.VERSION) + random.Random(5).randbytes(8000))


def _version_nought(path: Path) -> None:
    path.write_bytes(_header(0) + bytes(8000))


def _ours_without_tables(path: Path) -> None:
    connection = connect(path, new=True)
    connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version={schema.VERSION}")
    connection.execute("CREATE TABLE anders (id)")
    connection.execute("PRAGMA journal_mode=DELETE").fetchall()
    connection.close()


def _header(version: int) -> bytes:
    head = bytearray(100)
    head[:24] = b"SQLite format 3\0\x10\0\x01\x01\0\x40\x20\x20"
    head[60:64] = struct.pack(">I", version)
    head[68:72] = b"BwSt"
    return bytes(head)


UNFIT: dict[str, tuple[Callable[[Path], object], str]] = {
    "missing": (lambda _: None, "bestaat niet"),
    "a directory": (lambda path: path.mkdir(), "is een map en geen bestand"),
    "a pipe": (os.mkfifo, "geen werkmap van Bouwstenen"),
    "empty": (lambda path: path.write_bytes(b""), "geen werkmap van Bouwstenen"),
    "plain text": (lambda path: path.write_text("hallo\n" * 500), "geen werkmap van Bouwstenen"),
    "a picture": (_png, "geen werkmap van Bouwstenen"),
    "garbage": (lambda path: path.write_bytes(random.Random(3).randbytes(9000)), "met een wachtwoord"),  # who knows
    "another database": (_other_database, "geen werkmap van Bouwstenen"),
    "half a header": (_half_header, "geen werkmap van Bouwstenen"),
    "a header and nothing else": (_header_only, "beschadigd|geen werkmap"),
    "a header and garbage": (_header_and_noise, "beschadigd|geen werkmap"),
    "version nought": (_version_nought, "beschadigd"),
    "our header on other tables": (_ours_without_tables, "beschadigd"),
}


@pytest.mark.parametrize(("make", "sentence"), UNFIT.values(), ids=UNFIT)
def test_what_is_no_sound_workspace_is_a_problem_and_stays_as_it_is(
    tmp_path: Path, around: Surroundings, make: Callable[[Path], object], sentence: str
) -> None:
    path = tmp_path / "proef.bouwstenen"
    make(path)
    before = path.read_bytes() if path.is_file() else None

    with pytest.raises(Problem, match=sentence):
        open_store(path, around)

    assert (path.read_bytes() if path.is_file() else None) == before
    assert not list(tmp_path.glob("proef.bouwstenen-*"))
    assert not list(tmp_path.glob("*.part"))


def test_a_file_that_stops_half_way_is_a_problem_or_opens_with_its_faults_known(
    example_store: Store, around: Surroundings, tmp_path: Path
) -> None:
    whole = tmp_path / "heel.bouwstenen"
    example_store.copy_to(whole)
    data = whole.read_bytes()
    for part in (0.001, 0.1, 0.5, 0.9, 0.999):
        path = tmp_path / f"{part}.bouwstenen"
        path.write_bytes(data[: int(len(data) * part)])
        try:
            store = open_store(path, around)
        except Problem:
            continue
        with suppress(Problem):
            assert store.faults()
        store.close()


def _mutated(data: bytes, chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 30, 300))):
        # Half of the damage where it hurts most: the header and the pages with the schema.
        end = 30_000 if chance.random() < 0.5 else len(changed)
        place = chance.randrange(min(end, len(changed)))
        match chance.randrange(4):
            case 0:
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                changed[place] = chance.choice((0, 1, 127, 128, 255))
            case 2:
                length = chance.choice((4, 64, 4096))
                changed[place : place + length] = chance.randbytes(length)
            case _:
                other = chance.randrange(len(changed))
                changed[place : place + 16] = changed[other : other + 16]
    if chance.random() < 0.1:
        del changed[chance.randrange(len(changed)) :]
    return bytes(changed)


@pytest.mark.parametrize("seed", range(150))
def test_a_mutated_workspace_is_a_problem_or_opens(
    small_workspace: bytes, around: Surroundings, tmp_path: Path, seed: int
) -> None:
    path = tmp_path / "gemuteerd.bouwstenen"
    path.write_bytes(_mutated(small_workspace, random.Random(seed)))
    try:
        store = open_store(path, around)
    except Problem:
        return
    acts: list[Callable[[], object]] = [
        lambda: store.read(preparing.workshops),
        lambda: store.read(read_codebook),
        lambda: store.read(checking.totals),
        lambda: store.read(boards.select_blocks, Selection()),
        lambda: store.read(boards.find, Selection(query="wijk")),
        lambda: store.do("Nieuw", preparing.create_workshop, title="Proef"),
        store.undo,
        store.faults,
    ]
    for act in acts:
        with suppress(Problem):
            act()
    store.close()


@pytest.fixture(scope="session")
def small_workspace(
    tmp_path_factory: pytest.TempPathFactory, codebook_file: dict[str, object], sessions_file: dict[str, object]
) -> bytes:
    folder = tmp_path_factory.mktemp("klein")
    surroundings = Surroundings(
        folder / "data", "ab" * 16, iter(f"{n:032x}" for n in range(10**6)).__next__, _moment
    )
    path = folder / "klein.bouwstenen"
    only = {**sessions_file, "sessies": sessions_file["sessies"][:1]}  # type: ignore[index]
    create(path, surroundings, lambda store: store.begin("x", examples.fill_example, codebook_file, only)).close()
    return path.read_bytes()


def _moment() -> datetime:
    return datetime(2026, 11, 24, 9, 0)


# ---------------------------------------------------------------------- one at a time


def test_the_second_to_open_gets_a_private_copy_that_is_read_only(
    store: Store, workshop: str, around: Surroundings
) -> None:
    store.do("Bouwsteen", capturing.capture, "Een", workshop=workshop)
    second = open_store(store.path, around)

    assert second.read_only
    assert second.path == store.path
    assert [b.title for b in second.read(boards.blocks_of, workshop)] == ["Een"]
    with pytest.raises(Problem, match="al open"):
        second.do("Nee", capturing.capture, "Twee", workshop=workshop)
    store.do("Bouwsteen", capturing.capture, "Twee", workshop=workshop)
    assert [b.title for b in second.read(boards.blocks_of, workshop)] == ["Een"], "it is a copy"

    second.close()
    assert not list((around.data / "alleen-lezen").iterdir())
    store.do("Bouwsteen", capturing.capture, "Drie", workshop=workshop)
    assert len(store.read(boards.blocks_of, workshop)) == 3


def test_the_lock_is_free_after_closing(store: Store, around: Surroundings) -> None:
    store.close()
    again = open_store(store.path, around)

    assert not again.read_only
    again.close()


def test_a_file_that_does_not_open_is_not_held(tmp_path: Path, around: Surroundings) -> None:
    path = tmp_path / "proef.bouwstenen"
    _header_and_noise(path)
    for _ in range(2):
        with pytest.raises(Problem, match=r"beschadigd|geen werkmap"):
            open_store(path, around)


def test_another_road_to_the_same_file_is_the_same_file(store: Store, around: Surroundings, tmp_path: Path) -> None:
    (tmp_path / "sluipweg").symlink_to(store.path)
    second = open_store(tmp_path / "sluipweg", around)

    assert second.read_only
    second.close()


def test_another_program_holds_the_file_until_it_is_killed(
    store: Store, around: Surroundings, open_beside: OpenBeside
) -> None:
    store.close()
    program = open_beside(store.path, around, read_only=False)

    second = open_store(store.path, around)
    assert second.read_only
    assert "al open" in str(second.refusal)
    second.close()

    program.kill()
    program.wait()
    third = open_store(store.path, around)
    assert not third.read_only
    third.close()


def test_an_older_file_that_another_has_open_is_looked_at_in_a_migrated_copy(
    tmp_path: Path, around: Surroundings
) -> None:
    path = tmp_path / "vroeger.bouwstenen"
    shutil.copy(Path(__file__).parent.parent / "samples" / "schema-0001.bouwstenen", path)
    before = path.read_bytes()
    lock = file_locks.take(path, around)
    assert lock is not None

    store = open_store(path, around)
    assert store.read_only
    assert len(store.read(boards.select_blocks, Selection(query="wijkag"))) == 1
    store.close()
    lock.release()
    assert path.read_bytes() == before
