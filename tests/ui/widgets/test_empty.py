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


def test_with_little_height_the_words_and_the_step_go_before_the_picture(theme: Theme, qtbot: QtBot) -> None:
    empty = EmptyState(theme, "photo", "Sleep foto’s van flappen hierheen, of kies ze.", "Foto’s kiezen…")
    qtbot.addWidget(empty)
    empty.resize(600, 120)
    empty.show()
    assert empty.button is not None
    assert not empty.picture.isVisible()
    assert empty.button.height() >= empty.button.sizeHint().height()
    assert empty.button.geometry().bottom() < empty.height()

    empty.resize(600, 400)
    assert empty.picture.isVisible()
