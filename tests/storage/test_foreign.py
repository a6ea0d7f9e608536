"""Files of other laptops, as they are looked at before anything of them comes in."""

from pathlib import Path

import pytest

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage import driver
from bouwstenen_app.storage.driver import connect
from bouwstenen_app.storage.failures import Damaged
from bouwstenen_app.storage.foreign import has_news, opened
from bouwstenen_app.storage.store import Store

SAMPLES = Path(__file__).parents[1] / "samples"

LATER = 1 << 47


def test_a_file_that_another_program_keeps_locked_is_not_called_damaged(
    example_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "ander.bouwstenen"
    example_store.copy_to(other)
    monkeypatch.setattr(driver, "READ_PRAGMAS", ("busy_timeout=10",))
    asleep = connect(other)
    asleep.execute("BEGIN EXCLUSIVE")

    with pytest.raises(Problem, match="Een ander programma houdt dit bestand vast"):
        has_news(other, (), LATER)
    with pytest.raises(Problem, match="Een ander programma houdt dit bestand vast"), opened(other, tmp_path / "k"):
        pass
    asleep.close()
    assert has_news(other, (), LATER)


def test_an_older_file_that_cannot_be_brought_up_to_date_is_named_and_never_taken_for_the_open_workspace(
    tmp_path: Path,
) -> None:
    other = tmp_path / "ander.bouwstenen"
    data = bytearray((SAMPLES / "schema-0001.bouwstenen").read_bytes())
    data[32:40] = (7).to_bytes(4, "big") + (90).to_bytes(4, "big")  # free pages that are none
    other.write_bytes(data)

    with pytest.raises(Problem, match=r"^ander\.bouwstenen is beschadigd") as told, opened(other, tmp_path / "k"):
        pass
    assert not isinstance(told.value, Damaged)
    assert not (tmp_path / "k").exists()
