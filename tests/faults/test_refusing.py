"""The disk refuses one operation after the other."""

import os
from pathlib import Path

import pytest
from tests.faults.killing import ONCE, Killing
from tests.faults.refusing import refused_at_each, refused_while

FIRST, LAST = 60, 75
"""Operations of the first step: the end of its journal, and the file itself."""


@pytest.mark.parametrize("lasting", [True, False], ids=["until it is mended", "once"])
@pytest.mark.parametrize(
    ("full", "said"),
    [(True, "De schijf is vol. Maak ruimte vrij"), (False, "De schijf gaf een lees- of schrijffout")],
    ids=["full", "an error"],
)
def test_a_disk_that_refuses_an_operation_loses_nothing_and_says_what_to_do(
    tmp_path: Path, full: bool, said: str, lasting: bool
) -> None:
    found = refused_at_each(tmp_path, FIRST, LAST, full=full, lasting=lasting)

    assert found.wrong == []
    assert found.hit > (LAST - FIRST) / 2
    assert any(sentence.startswith(said) for sentence in found.said)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the program that is refused something is forked")
@pytest.mark.parametrize("kind", ONCE, ids=[kind.__name__ for kind in ONCE])
def test_a_refusal_in_the_middle_of_something_large_leaves_the_workspace_as_before_or_after_it(
    tmp_path: Path, kind: type[Killing]
) -> None:
    found = refused_while(tmp_path, kind, 6, 20261130)

    assert found.wrong == []
    assert found.hit > 0
