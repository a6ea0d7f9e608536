"""Looking only: in a copy to look at no text field takes what is typed, and it is said why."""

from typing import cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.widgets.growing_text import GrowingText
from bouwstenen_app.ui.windows.main import MainWindow

_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def look_only(desk: Desk, window: MainWindow, why: Problem) -> None:
    """Say that this is a copy to look at, and once more to who types in it, until it is closed."""
    window.tell_problem(str(why))
    told = QCoreApplication.translate("LookingOnly", "Je kunt hier alleen lezen. {why}").format(why=why)
    looking = LookingOnly(desk)
    looking.refused.connect(lambda: window.tell_problem(told))
    desk.closing.connect(looking.stop)


class LookingOnly(QObject):
    """Watches the text fields of the program until it is stopped. What only searches is left alone."""

    refused = Signal()
    """Someone typed in a field."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._application = QApplication.instance()
        assert self._application is not None
        self._application.installEventFilter(self)

    def stop(self) -> None:
        """Watch no longer: another workspace is opened."""
        assert self._application is not None
        self._application.removeEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(watched, GrowingText):
            return False
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.KeyPress, QEvent.Type.InputMethod):
            watched.setReadOnly(True)
        if not _types(event):
            return False
        self.refused.emit()
        return True


def _types(event: QEvent) -> bool:
    """Say whether an event would put something in a field: a letter, text that is composed, something pasted."""
    if event.type() == QEvent.Type.InputMethod:
        return bool(cast(QInputMethodEvent, event).commitString())
    if event.type() != QEvent.Type.KeyPress:
        return False
    key = cast(QKeyEvent, event)
    return key.text().isprintable() and bool(key.text()) and not key.modifiers() & _HELD
