from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.backing_up import HOUR, BackingUp
from bouwstenen_app.domain import audit
from bouwstenen_app.services import auditing, capturing, preparing
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.look import LIGHT
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.main import MainWindow

RESOURCES = Path(__file__).parents[1] / "resources"


@pytest.fixture
def keeping(
    example_store: Store, around: Surroundings, qtbot: QtBot, qapp: QApplication
) -> Iterator[tuple[Desk, Jobs, BackingUp]]:
    window = MainWindow(Theme(qapp, RESOURCES, choice=LIGHT))
    qtbot.addWidget(window)
    desk, jobs = Desk(example_store, window, around=around), Jobs(window)
    made = BackingUp(desk, window, jobs, audit.OPENED)
    qtbot.waitUntil(lambda: not jobs.busy())
    yield desk, jobs, made
    jobs.cancel_all()


def test_it_keeps_one_at_opening_and_one_every_hour_in_which_something_changed(
    keeping: tuple[Desk, Jobs, BackingUp], around: Surroundings, qtbot: QtBot
) -> None:
    desk, jobs, made = keeping
    folder = around.backups(desk.path)
    assert len([*folder.iterdir()]) == 1
    assert made._hour.isActive()
    assert made._hour.interval() == HOUR

    made.on_hour()
    assert not jobs.busy(), "nothing changed"
    (first,) = folder.iterdir()
    first.rename(first.with_name("2026-01-01 120000.bouwstenen"))
    workshop = desk.read(preparing.workshops)[0].id
    desk.do("Nieuw", capturing.capture, "Van dit uur", workshop=workshop)
    made.on_hour()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert len([*folder.iterdir()]) == 2
    made.on_hour()
    assert not jobs.busy(), "it is kept already"
    desk.close()
    assert not made._hour.isActive()


def test_the_log_says_once_that_it_was_opened(
    keeping: tuple[Desk, Jobs, BackingUp], example_store: Store, qtbot: QtBot
) -> None:
    desk, jobs, made = keeping
    desk.do("Nieuw", capturing.capture, "Van dit uur", workshop=desk.read(preparing.workshops)[0].id)
    made.on_hour()
    qtbot.waitUntil(lambda: not jobs.busy())
    told = [entry.line.told for entry in example_store.read(auditing.entries, example_store.laptop)]
    assert told == ["Geopend"]
