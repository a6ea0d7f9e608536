"""What every test may ask for: the built-in files, and real workspaces in a temporary folder."""

import gc
import itertools
import json
import shutil
import sys
from collections.abc import Callable, Generator, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from tests.commands import Run, runner
from tests.homes import home_in
from tests.statements import share_codebooks, share_statements

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.codebook_file import read_codebook
from bouwstenen_app.domain.identity import identities
from bouwstenen_app.services import examples
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.store import Store

# A job of one test must not collect the widgets of another on its thread: see bouwstenen_app.ui.collecting.
gc.disable()

share_codebooks()
share_statements()

RESOURCES = Path(__file__).parent.parent / "resources"

_over: list[Path] = []
"""The folder of the test that passed last. It goes when the next begins: late timers of windows read in it."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    while _over:
        shutil.rmtree(_over.pop(), ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Function, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call" and report.passed and "tmp_path" in item.funcargs:
        _over.append(item.funcargs["tmp_path"])
    return report


EVERY = 40
"""Tests of windows after which garbage of every age is collected: that takes a tenth of a second or two."""
_of_windows = itertools.count(1)


@pytest.fixture(autouse=True)
def garbage() -> Iterator[None]:
    """Take away what a test leaves behind, on the thread of the tests: windows, with their timers, too.

    A window that stays is dressed again by every theme of a later test.
    """
    yield
    age = 1
    if (core := sys.modules.get("PySide6.QtCore")) is not None and core.QCoreApplication.instance() is not None:
        if (widgets := sys.modules.get("PySide6.QtWidgets")) is not None:
            for left in widgets.QApplication.topLevelWidgets():
                left.deleteLater()
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)
        age = 1 if next(_of_windows) % EVERY else 2
    gc.disable()
    gc.collect(age)


@pytest.fixture(scope="session", autouse=True)
def clipboard() -> Iterator[None]:
    """Clear the clipboard at the end: without a screen, what is on it is destroyed when Python is gone already."""
    yield
    if (gui := sys.modules.get("PySide6.QtGui")) is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def codebook_file() -> dict[str, Any]:
    return json.loads((RESOURCES / "codebook" / "bouwstenen-basis.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def sessions_file() -> dict[str, Any]:
    return json.loads((RESOURCES / "examples" / "voorbeeldsessies.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def codebook(codebook_file: dict[str, Any]) -> Codebook:
    return read_codebook(codebook_file)


@pytest.fixture
def around(tmp_path: Path) -> Surroundings:
    data = tmp_path / "eigen map"
    data.mkdir()
    return Surroundings(data, "ab" * 16, identities(), datetime.now)


@pytest.fixture
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the program a home folder of its own, with its data and settings in it."""
    for name, folder in home_in(tmp_path).items():
        monkeypatch.setenv(name, folder)


@pytest.fixture
def opened(own_home: None, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Callable[[], Any]]:
    """Opens a window with the program behind it (``Opened``), as often as wanted; all are closed in the end."""
    from tests.opened import Opened  # most tests need no window

    from bouwstenen_app.ui.settings import Settings

    qtbot, qapp = request.getfixturevalue("qtbot"), request.getfixturevalue("qapp")
    windows: list[Opened] = []

    def make() -> Opened:
        windows.append(Opened(qtbot, qapp, Settings(tmp_path / "bouwstenen.ini")))
        return windows[-1]

    yield make
    for window in windows:
        window.close()


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give the program a data folder of its own, and let it work in the folder of the test."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "eigen map"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def run(own_folder: None, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs commands of the program, with a data folder of their own."""
    return runner(capsys, monkeypatch)


@pytest.fixture(scope="session")
def new_file(tmp_path_factory: pytest.TempPathFactory, codebook_file: dict[str, Any]) -> Path:
    """A new workspace, made and filled once: each test works in a copy of its own."""
    made = tmp_path_factory.mktemp("nieuw") / "leeg.bouwstenen"
    create(made, _around(made), lambda new: new.begin("Nieuwe werkmap", examples.fill_new, codebook_file)).close()
    return made


@pytest.fixture(scope="session")
def example_file(
    tmp_path_factory: pytest.TempPathFactory, codebook_file: dict[str, Any], sessions_file: dict[str, Any]
) -> Path:
    """The example workspace, made and filled once: each test works in a copy of its own."""
    made = tmp_path_factory.mktemp("voorbeeld") / "voorbeeld.bouwstenen"
    book, sessions = codebook_file, sessions_file
    create(made, _around(made), lambda new: new.begin("Voorbeeld", examples.fill_example, book, sessions)).close()
    return made


@pytest.fixture
def empty_store(tmp_path: Path, around: Surroundings, new_file: Path) -> Iterator[Store]:
    store = _opened_copy(new_file, tmp_path, around)
    yield store
    store.close()


@pytest.fixture
def example_store(tmp_path: Path, around: Surroundings, example_file: Path) -> Iterator[Store]:
    store = _opened_copy(example_file, tmp_path, around)
    yield store
    store.close()


def _around(made: Path) -> Surroundings:
    """Return the surroundings of the program that makes a file which the tests copy."""
    return Surroundings(made.parent, "ab" * 16, identities(), datetime.now)


def _opened_copy(file: Path, folder: Path, around: Surroundings) -> Store:
    return open_store(Path(shutil.copyfile(file, folder / file.name)), around)
