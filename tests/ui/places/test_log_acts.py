from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain import audit
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.store import Store
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.log_acts import LogActs
from bouwstenen_app.ui.theme import Theme


@pytest.fixture
def acts(
    example_store: Store, around: Surroundings, jobs: Jobs, qtbot: QtBot, theme: Theme
) -> tuple[LogActs, Desk]:
    window = QWidget()
    qtbot.addWidget(window)
    desk = Desk(example_store, window, around=around)
    desk.note(audit.OPENED)
    return LogActs(desk, theme, jobs, window), desk


def test_r14_the_log_is_shown_the_newest_first(acts: tuple[LogActs, Desk]) -> None:
    made, desk = acts
    desk.note(audit.EXPORTED, "samenvatting", 12, 1)
    made.show()
    table = made.card.table
    assert [table.item(row, 1).text() for row in range(table.rowCount())] == [
        "Geëxporteerd (samenvatting): 12 bouwstenen; 1 bevinding bewust laten staan",
        "Geopend",
    ]
    assert table.item(0, 2).text() == "deze laptop"
    assert table.accessibleName() == "Logboek"


def test_r14_the_log_is_exported_to_a_table(acts: tuple[LogActs, Desk], qtbot: QtBot, tmp_path: Path) -> None:
    made, _ = acts
    with qtbot.waitSignal(made.told) as told:
        made.write(tmp_path / "logboek.csv")
    assert told.args == ["Het logboek staat in logboek.csv.", False]
    assert "Geopend" in (tmp_path / "logboek.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("percent", [100, 200])
def test_no_word_of_what_was_done_is_cut(acts: tuple[LogActs, Desk], theme: Theme, percent: int) -> None:
    made, desk = acts
    desk.note(audit.PASSWORD_CHANGED)
    theme.scale_to(percent)
    made.show()
    made.card.resize(760, 700)
    made.card.show()
    QApplication.processEvents()
    table = made.card.table
    longest = max(desk.tr("Wachtwoord gewijzigd").split(), key=len)
    assert table.columnWidth(1) > table.fontMetrics().horizontalAdvance(longest)
    assert sum(map(table.columnWidth, range(3))) <= table.viewport().width()
    assert all(table.rowHeight(row) >= table.sizeHintForRow(row) for row in range(table.rowCount()))


def test_all_lines_are_seen_at_once_up_to_a_most(acts: tuple[LogActs, Desk], theme: Theme) -> None:
    made, _ = acts
    made.card.resize(900, 700)
    made.card.show()
    QApplication.processEvents()
    assert made.card.table.verticalScrollBar().maximum() == 0
