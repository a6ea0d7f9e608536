import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.warming import Warming


@pytest.fixture
def names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in ("warm_een", "warm_twee"):
        (tmp_path / f"{name}.py").write_text("", encoding="utf-8")
    return ["warm_een", "warm_twee"]


def test_modules_are_imported_one_by_one_when_there_is_time(qtbot: QtBot, names: list[str]) -> None:
    warming = Warming(names)
    warming.start(after=0)
    assert "warm_een" not in sys.modules
    qtbot.waitUntil(lambda: warming.left == 1)
    assert ("warm_een" in sys.modules, "warm_twee" in sys.modules) == (True, False)
    qtbot.waitUntil(lambda: warming.left == 0)
    assert "warm_twee" in sys.modules


def test_stopped_it_leaves_the_rest(qtbot: QtBot, names: list[str]) -> None:
    warming = Warming(names)
    warming.start(after=0)
    warming.stop()
    qtbot.wait(20)
    assert warming.left == 2
