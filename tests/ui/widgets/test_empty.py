from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.empty import EmptyState


def test_it_offers_the_next_step(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "sessions", "Hier komen je sessies.", "Nieuwe sessie", "Ctrl+N")
    qtbot.addWidget(empty)
    assert empty.button is not None
    with qtbot.waitSignal(empty.accepted, timeout=1000):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)


def test_without_a_step_there_is_no_button(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "search", "Niets gevonden.")
    qtbot.addWidget(empty)
    assert empty.button is None
