from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.services import backups, boards, capturing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import Surroundings, open_store
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.backup_acts import BackupActs
from bouwstenen_app.ui.theme import Theme

Acts = tuple[BackupActs, Desk, Jobs]


@pytest.fixture
def acts(example_store: Store, around: Surroundings, jobs: Jobs, qtbot: QtBot, theme: Theme) -> Acts:
    """The card of a workspace with two backups; a block came since the newest."""
    for _ in backups.backup_if_changed(example_store, around):
        pass
    (first,) = backups.backups(around, example_store.path)
    older = first.path.with_name("2026-01-05 101500 voor samenvoegen.bouwstenen")
    older.write_bytes(first.path.read_bytes())
    window = QWidget()
    qtbot.addWidget(window)
    desk = Desk(example_store, window, around=around)
    desk.do("Nieuw", capturing.capture, "Van nu", workshop=desk.read(preparing.workshops)[0].id)
    made = BackupActs(desk, theme, jobs, window)
    made.card.setParent(window)
    window.show()
    return made, desk, jobs


def _rows(acts: BackupActs) -> list[str]:
    return [acts.card.list.item(row).text() for row in range(acts.card.list.count())]


def test_the_list_shows_when_how_large_and_why_and_what_differs(acts: Acts, qtbot: QtBot) -> None:
    made, _, _ = acts
    newest, older = _rows(made)
    assert newest.endswith(" MB")
    assert older.startswith("ma 5 januari 2026, 10:15 · ")
    assert older.endswith(" · van vóór het samenvoegen")
    qtbot.waitUntil(lambda: made.card.text == "1 bouwsteen minder dan nu.")
    assert made.card.put_back.isEnabled()


def test_the_arrows_choose_and_a_damaged_one_cannot_be_put_back(acts: Acts, qtbot: QtBot) -> None:
    made, desk, _ = acts
    qtbot.waitUntil(made.card.put_back.isEnabled)
    made._kept[1].path.write_bytes(b"kapot" * 1000)
    QTest.keyClick(made.card.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: "niet gaaf" in made.card.text)
    assert not made.card.put_back.isEnabled()
    assert not made.card.new.isEnabled()
    assert desk.path.exists()


def test_nothing_is_put_back_without_a_yes(acts: Acts, qtbot: QtBot) -> None:
    made, _, _ = acts
    qtbot.waitUntil(made.card.put_back.isEnabled)
    asked: list[Path] = []
    made.put_back_asked.connect(asked.append)
    QTest.keyClick(made.card.put_back, Qt.Key.Key_Space)
    assert "Wat er nu in staat, wordt eerst bewaard. 1 bouwsteen minder dan nu." in made.card.text
    QTest.keyClick(made.card.no, Qt.Key.Key_Space)
    assert not asked
    assert made.card.put_back.isVisibleTo(made.card)
    QTest.keyClick(made.card.put_back, Qt.Key.Key_Space)
    QTest.keyClick(made.card.sure, Qt.Key.Key_Space)
    assert asked == [made._kept[0].path]


def test_a_backup_becomes_a_workspace_of_its_own(
    acts: Acts, qtbot: QtBot, tmp_path: Path, around: Surroundings
) -> None:
    made, _, _ = acts
    target = tmp_path / "toen.bouwstenen"
    with qtbot.waitSignal(made.open_asked) as asked:
        made.copy_to(1, target)
    assert asked.args == [target]
    store = open_store(target, around)
    assert store.read(boards.count, Selection()) == 122
    store.close()
    with qtbot.waitSignal(made.problem_told) as problem:
        made.copy_to(1, target)
    assert "bestaat al" in str(problem.args)


def test_one_is_made_now_when_something_changed(acts: Acts, qtbot: QtBot) -> None:
    made, _, _ = acts
    told: list[str] = []
    made.told.connect(lambda sentence, _: told.append(sentence))
    QTest.keyClick(made.card.now, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(told))
    QTest.keyClick(made.card.now, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told == ["De reservekopie is gemaakt.", "Er is niets veranderd sinds de laatste reservekopie."]


def test_a_screen_reader_hears_what_everything_is(acts: Acts) -> None:
    card = acts[0].card
    assert card.accessibleName() == card.list.accessibleName() == "Reservekopieën"
    assert [button.text() for button in (card.put_back, card.new, card.folder, card.now)] == [
        "Terugzetten…",
        "Als nieuwe werkmap openen…",
        "Map tonen",
        "Nu een reservekopie maken",
    ]


def test_in_a_rehearsal_nothing_is_put_back(
    example_store: Store, around: Surroundings, jobs: Jobs, qtbot: QtBot, theme: Theme
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    desk = Desk(example_store, window, rehearsing=True, around=around)
    made = BackupActs(desk, theme, jobs, window)
    assert made.card.put_back.isHidden()
    assert "nog geen reservekopie" in made.card.text
