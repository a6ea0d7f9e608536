"""The power goes out at every moment of a piece of work."""

from pathlib import Path

import pytest
from tests.faults import power
from tests.faults.outcome import Outcome
from tests.faults.work import KEY

from bouwstenen_app.storage.keys import Key

OFF = tuple("synchronous=OFF" if one.startswith("synchronous") else one for one in power.OUR_PRAGMAS)
WAL = ("journal_mode=WAL", "synchronous=NORMAL", *power.OUR_PRAGMAS[2:])


def _outcome(folder: Path, pragmas: tuple[str, ...], most: int, key: Key | None = None) -> Outcome:
    (folder / "werk").mkdir()
    (folder / "beeld").mkdir()
    recording = power.recorded(folder / "werk", 12, 20261130, pragmas, key)
    return power.looked_over(recording, folder / "beeld", 1, 20261130, most)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "protected"])
def test_after_a_power_cut_at_any_moment_everything_that_was_stored_is_there(
    tmp_path: Path, key: Key | None
) -> None:
    found = _outcome(tmp_path, power.OUR_PRAGMAS, 300, key)

    assert found.wrong == []
    assert found.runs == 300
    assert found.hit > 30


@pytest.mark.parametrize("pragmas", [OFF, WAL], ids=["synchronous=OFF", "WAL and NORMAL"])
def test_the_same_look_finds_what_a_less_careful_program_would_lose(
    tmp_path: Path, pragmas: tuple[str, ...]
) -> None:
    assert len(_outcome(tmp_path, pragmas, 120).wrong) > 10


def test_what_was_not_synced_may_be_there_in_pieces_of_a_sector() -> None:
    write = power.Operation("write", "f", 1_000, bytes(range(256)) * 8)

    pieces = power.pieces(write)

    assert [offset for offset, _ in pieces] == [1_000, 1_024, 1_536, 2_048, 2_560]
    assert b"".join(data for _, data in pieces) == write.data
