from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.insight_filter import InsightFilter

RESOURCES = Path(__file__).parents[3] / "resources"
HELD = (
    Workshop("een", "Eerste", region="Noord"),
    Workshop("twee", "Tweede", region="Noord"),
    Workshop("drie", "Derde"),
)


@pytest.fixture
def chosen(qtbot: QtBot, qapp: QApplication) -> InsightFilter:
    made = InsightFilter(Theme(qapp, RESOURCES, choice="licht"))
    qtbot.addWidget(made)
    made.set_workshops(HELD)
    made.show()
    return made


def chips(widget: InsightFilter) -> list[str]:
    return [chip.text() for chip in widget.findChildren(Chip) if chip.isVisible()]


def test_a_region_stands_for_its_sessions_and_a_session_widens_it(chosen: InsightFilter) -> None:
    told: list[tuple[str, ...]] = []
    chosen.changed.connect(lambda: told.append(chosen.workshops))
    chosen.source.picked.emit("r:Noord")
    chosen.source.picked.emit("s:drie")
    chosen.source.picked.emit("s:drie")

    assert told == [("een", "twee"), ("een", "twee", "drie")]
    assert chips(chosen) == ["Noord", "Derde"]


def test_a_chip_goes_away_by_key(chosen: InsightFilter) -> None:
    chosen.source.picked.emit("r:Noord")
    chip = next(chip for chip in chosen.findChildren(Chip) if chip.isVisible())
    QTest.keyClick(chip, Qt.Key.Key_Delete)

    assert chosen.workshops == ()
    assert chips(chosen) == []


def test_what_is_typed_is_told_after_a_moment_and_enter_tells_it_at_once(
    chosen: InsightFilter, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(chosen.changed, timeout=2000):
        QTest.keyClicks(chosen.field, "domein:zorg")
    assert chosen.text == "domein:zorg"
    with qtbot.waitSignal(chosen.changed, timeout=50):
        QTest.keyClick(chosen.field, Qt.Key.Key_Return)


def test_a_session_that_is_gone_is_not_chosen_any_more(chosen: InsightFilter) -> None:
    chosen.source.picked.emit("s:drie")
    chosen.set_workshops(HELD[:2])

    assert chosen.workshops == ()


def test_clearing_counts_everything_again(chosen: InsightFilter) -> None:
    chosen.source.picked.emit("s:een")
    chosen.field.setText("zorg")
    chosen.clear()

    assert (chosen.text, chosen.workshops) == ("", ())
