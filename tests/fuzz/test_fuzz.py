"""Everything that reads is fed what nobody meant: what was kept of earlier finds, and a handful of new inputs."""

from pathlib import Path

import pytest
from tests.fuzz.running import TARGETS, fed, input_of
from tests.fuzz.targets import CORPUS

INPUTS = 12


@pytest.mark.qt_log_level_fail("CRITICAL")
@pytest.mark.parametrize("name", TARGETS)
def test_what_nobody_meant_is_read_or_refused_with_a_sentence(tmp_path: Path, name: str) -> None:
    target = TARGETS[name](tmp_path)
    try:
        for data in [*target.corpus(), *(input_of(target, number) for number in range(INPUTS))]:
            assert fed(target, data) == ""
    finally:
        target.close()


def test_the_corpus_belongs_to_targets_and_stays_small() -> None:
    files = [file for file in CORPUS.rglob("*") if file.is_file()]

    assert {file.parent.name for file in files} <= {*TARGETS}
    assert all(file.stat().st_size < 50_000 for file in files)


def test_the_same_number_is_always_the_same_input(tmp_path: Path) -> None:
    first, second = TARGETS["format"](tmp_path / "a"), TARGETS["format"](tmp_path / "b")

    assert [input_of(first, number) for number in range(20)] == [input_of(second, number) for number in range(20)]
