import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.collecting import Collecting


class Circle(QObject):
    """Refers to itself, and notes on which thread it goes."""

    gone: list[threading.Thread]

    def __init__(self, gone: list[threading.Thread]) -> None:
        super().__init__()
        self.me = self
        self.gone = gone

    def __del__(self) -> None:
        self.gone.append(threading.current_thread())


@pytest.fixture
def collecting(qtbot: QtBot) -> Iterator[Collecting]:
    collecting = Collecting()
    yield collecting
    collecting.stop()


def busy() -> None:
    kept = []
    for number in range(20_000):
        kept.append([number])


def test_a_job_never_collects_what_belongs_to_the_window(collecting: Collecting) -> None:
    gone: list[threading.Thread] = []
    for _ in range(50):
        Circle(gone)
    worker = threading.Thread(target=busy)
    worker.start()
    worker.join()
    assert gone == []
    collecting.collect()
    gc.collect()
    assert len(gone) == 50
    assert set(gone) == {threading.current_thread()}


def test_stopping_leaves_it_to_python_again(collecting: Collecting) -> None:
    assert not gc.isenabled()
    collecting.stop()
    assert gc.isenabled()


def test_what_stays_is_left_out_until_the_workspace_is_closed(collecting: Collecting) -> None:
    gone: list[threading.Thread] = []
    Circle(gone)
    collecting.settle()
    gc.collect()
    assert gone == []
    collecting.unsettle()
    gc.collect()
    assert len(gone) == 1
