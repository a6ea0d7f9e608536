from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.row_list import SteppedList


class Names(SteppedList):
    @override
    def current_id(self) -> str:
        return self.currentIndex().data() or ""


def names(theme: Theme, qtbot: QtBot) -> tuple[Names, list[int]]:
    """Return a list of three rows in a page, and the keys that the page was given."""
    keys: list[int] = []

    class Page(QWidget):
        @override
        def keyPressEvent(self, event) -> None:  # type: ignore[no-untyped-def]
            keys.append(event.key())

    page = Page()
    shown = Names(theme)
    shown.setModel(QStringListModel(["een", "twee", "drie"], shown))
    QVBoxLayout(page).addWidget(shown)
    qtbot.addWidget(page)
    page.show()
    shown.page = page  # type: ignore[attr-defined]
    return shown, keys


def test_it_tells_what_is_current_and_goes_no_further_than_its_rows(theme: Theme, qtbot: QtBot) -> None:
    shown, _ = names(theme, qtbot)
    told: list[str] = []
    shown.current_changed.connect(told.append)

    shown.go(0)
    shown.step(1)
    shown.step(9)
    shown.step(-9)

    assert told == ["een", "twee", "drie", "een"]


def test_the_arrows_move_and_other_keys_are_for_the_page(theme: Theme, qtbot: QtBot) -> None:
    shown, keys = names(theme, qtbot)
    shown.go(0)

    qtbot.keyClick(shown, Qt.Key.Key_Down)
    assert shown.current_id() == "twee"
    qtbot.keyClick(shown, Qt.Key.Key_End)
    assert shown.current_id() == "drie"
    qtbot.keyClick(shown, Qt.Key.Key_E)
    qtbot.keyClick(shown, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert shown.current_id() == "drie"
    assert keys == [Qt.Key.Key_E, Qt.Key.Key_Alt, Qt.Key.Key_Up]
