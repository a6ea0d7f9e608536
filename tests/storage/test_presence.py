"""A file that is moved, replaced or overwritten under the program takes nothing that nobody finds again."""

import itertools
import os
import shutil
import threading
from pathlib import Path

import pytest
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, capturing
from bouwstenen_app.storage import copies, presence
from bouwstenen_app.storage.failures import NotWritten
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.presence import Gone, Overwritten, Replaced
from bouwstenen_app.storage.store import Store

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of a file that is open")


@pytest.fixture
def older(store: Store, workshop: str, tmp_path: Path) -> Path:
    """A version of the workspace from before its last two blocks."""
    capture(store, workshop, "Eerste")
    file = tmp_path / "ouder.kopie"
    store.copy_to(file)
    capture(store, workshop, "Tweede")
    capture(store, workshop, "Derde")
    return file


def capture(store: Store, workshop: str, text: str) -> None:
    store.do("Vastgelegd", capturing.capture, text, workshop=workshop)


def written_beside(path: Path) -> list[str]:
    """Return the journals with something in them: an empty one harms no file of that name."""
    return [file.name for file in path.parent.glob("*-journal") if file.stat().st_size]


def titles(store: Store) -> list[str]:
    return sorted(block.title for block in store.read(boards.select_blocks, boards.Selection()))


def test_a_file_that_is_not_there_takes_nothing_and_work_goes_on_when_it_is_back(
    store: Store, workshop: str
) -> None:
    away = store.path.rename(store.path.with_name("elders"))
    with pytest.raises(Gone, match=r"staat niet meer op haar plek.*je tekst staat er nog"):
        capture(store, workshop, "In het niets")
    with pytest.raises(Gone):
        store.remember("concept", "half")
    assert titles(store) == []
    assert not written_beside(store.path)

    away.rename(store.path)
    capture(store, workshop, "Weer thuis")
    store.remember("concept", "half")
    assert titles(store) == ["Weer thuis"]
    store.close()
    assert copies.faults(store.path) == ()


def test_what_can_still_be_read_of_a_file_that_was_thrown_away_is_saved_elsewhere(
    store: Store, workshop: str, around: Surroundings, tmp_path: Path
) -> None:
    capture(store, workshop, "Blijft")
    store.path.unlink()
    with pytest.raises(Gone):
        capture(store, workshop, "In het niets")
    store.copy_to(tmp_path / "gered.bouwstenen")
    rescued = open_store(tmp_path / "gered.bouwstenen", around)
    assert titles(rescued) == ["Blijft"]
    rescued.close()


def test_an_older_version_in_its_place_takes_nothing_and_nothing_of_both_is_lost(
    store: Store, workshop: str, older: Path, around: Surroundings, tmp_path: Path
) -> None:
    before = older.read_bytes()
    older.replace(store.path)
    with pytest.raises(
        Replaced, match=r"Er is niets overschreven en je tekst staat er nog\. Sla wat je hier hebt op"
    ):
        capture(store, workshop, "In het niets")
    with pytest.raises(Replaced):
        store.remember("concept", "half")
    assert store.path.read_bytes() == before
    store.copy_to(tmp_path / "hier.bouwstenen")
    store.close()
    assert store.path.read_bytes() == before
    assert not written_beside(store.path)

    here, there = open_store(tmp_path / "hier.bouwstenen", around), open_store(store.path, around)
    assert titles(here) == ["Derde", "Eerste", "Tweede"]
    assert titles(there) == ["Eerste"]
    assert here.laptop != there.laptop != store.laptop, "no number is given out twice"
    here.close()
    there.close()


def test_an_equal_file_in_its_place_is_gone_on_with(store: Store, workshop: str) -> None:
    capture(store, workshop, "Eerste")
    again = Path(shutil.copy(store.path, store.path.with_name("terug")))
    again.replace(store.path)
    capture(store, workshop, "Tweede")
    capture(store, workshop, "Derde")
    store.close()
    assert copies.faults(store.path) == ()


def test_a_server_that_numbers_the_file_anew_each_time_is_no_other_file(
    store: Store, workshop: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    numbers = itertools.count(1)
    monkeypatch.setattr(presence, "_where", lambda _: (1, next(numbers)))
    for number in range(4):
        capture(store, workshop, f"Blok {number}")
        store.remember("concept", "half")
    assert titles(store) == [f"Blok {number}" for number in range(4)]


def test_an_older_version_written_into_the_file_takes_nothing(
    store: Store, workshop: str, older: Path, around: Surroundings
) -> None:
    before = older.read_bytes()
    with store.path.open("r+b") as file:
        file.write(before)
        file.truncate()
    with pytest.raises(Overwritten, match=r"Er is niets bij geschreven.*laatste reservekopie"):
        capture(store, workshop, "In het niets")
    with pytest.raises(Overwritten):
        store.remember("concept", "half")
    store.close()
    again = open_store(store.path, around)
    assert titles(again) == ["Eerste"]
    assert again.laptop != store.laptop
    again.close()


@pytest.mark.parametrize("size", [0, 100, 5_000, 60_000])
def test_a_file_that_was_cut_takes_nothing(store: Store, workshop: str, size: int) -> None:
    os.truncate(store.path, size)
    with pytest.raises(NotWritten):
        capture(store, workshop, "In het niets")
    assert store.path.stat().st_size == size


def test_a_copy_is_made_of_what_was_open_also_when_more_is_asked_at_once(
    store: Store, workshop: str, older: Path, tmp_path: Path
) -> None:
    """A job that asks something at the same moment opens the file once more: that would be the other one."""
    older.replace(store.path)
    asked: list[object] = []

    def question(session: Session) -> int:
        count = len(boards.select_blocks(session, boards.Selection()))
        with pytest.raises(Replaced):
            store.read(lambda again: asked.append(boards.select_blocks(again, boards.Selection())))
        return count

    assert store.read(question) == 3
    assert asked == []
    for number in range(5):
        store.copy_to(tmp_path / f"{number}.kopie")
        rescued = dbapi2.connect(str(tmp_path / f"{number}.kopie"))
        assert rescued.execute("SELECT count(*) FROM block").fetchone() == (3,)
        rescued.close()


def test_a_step_that_went_into_a_file_without_a_name_is_not_called_stored(
    store: Store, workshop: str, older: Path
) -> None:
    """The other file comes while the step is under way: after the look, before the commit."""
    saved = store.saved_at

    def late(session: object) -> None:
        capturing.capture(session, "Te laat", workshop=workshop)  # type: ignore[arg-type]
        older.replace(store.path)

    with pytest.raises(Replaced):
        store.do("Vastgelegd", late)
    assert store.saved_at == saved
    with pytest.raises(Replaced):
        capture(store, workshop, "Nog eens")


def test_a_step_that_missed_an_equal_file_can_be_done_again(store: Store, workshop: str, tmp_path: Path) -> None:
    capture(store, workshop, "Eerste")
    equal = Path(shutil.copy(store.path, tmp_path / "gelijk"))

    def late(session: object) -> None:
        capturing.capture(session, "Tweede", workshop=workshop)  # type: ignore[arg-type]
        equal.replace(store.path)

    with pytest.raises(NotWritten, match="werd net vervangen"):
        store.do("Vastgelegd", late)
    capture(store, workshop, "Tweede")
    assert titles(store) == ["Eerste", "Tweede"]
    store.close()
    assert copies.faults(store.path) == ()


def test_it_is_a_problem_of_a_person_with_a_sentence() -> None:
    assert issubclass(Overwritten, Problem)
    assert issubclass(Replaced, Problem)


def test_what_is_open_can_still_be_copied_as_soon_as_a_connection_is_free(
    store: Store, older: Path, tmp_path: Path
) -> None:
    reading = store._reads.connect()
    older.replace(store.path)
    later = threading.Timer(0.3, reading.close)
    later.start()
    store.copy_to(tmp_path / "gered.kopie")
    later.join()
    connection = copies.bare(tmp_path / "gered.kopie", "ro")
    assert connection.execute("SELECT count(*) FROM block").fetchone() == (3,)
    connection.close()


def test_a_connection_that_never_comes_free_is_told(
    store: Store, older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "_PATIENCE", 0.1)
    with store._reads.connect():
        older.replace(store.path)
        with pytest.raises(Replaced):
            store.copy_to(tmp_path / "gered.kopie")
