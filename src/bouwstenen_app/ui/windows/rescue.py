"""What the window says while nothing can be stored, and what it offers when the file is not there as it was."""

from contextlib import suppress
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.ui import copying
from bouwstenen_app.ui.desk import REOPEN, SAVE_AS, Desk
from bouwstenen_app.ui.remembered import DRAFT, HALF_FILLED, PHOTO_DRAFT, REMARK_DRAFTS
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.windows.main import MainWindow

TYPED: Final = (DRAFT, PHOTO_DRAFT, REMARK_DRAFTS, HALF_FILLED)
"""How the names of half-typed texts begin."""


class Rescue(QObject):
    """Follows one desk. The header says *Niet opgeslagen* until something is stored again.

    Whoever closes the window while typed text could not be kept is told so once; the second time it closes.
    """

    save_as_asked = Signal()
    """Save what can still be read as another file, and go on there."""
    reopen_asked = Signal()
    """Open the file anew, as it is now."""
    written_again = Signal()

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(desk)
        self._desk = desk
        self._window = window
        self._warned = False
        self._said = self._way = self._dropped = ""
        # After the sentence of whoever asked: an offer says the same, with what can be done.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._offer)
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._write_again)
        desk.not_written.connect(self._on_not_written)
        desk.written_again.connect(self._on_written_again)
        desk.closing.connect(self._stop)
        self._frame = window.window()
        self._frame.installEventFilter(self)

    def _on_not_written(self, said: str, way: str) -> None:
        self._said, self._way = said, way
        self._window.header.show_unsaved(said)
        for field in self._frame.findChildren(EditedText):
            field.keep_unwritten()
            field.dropped.connect(self._on_dropped, Qt.ConnectionType.UniqueConnection)
        self._later.start()

    def _on_dropped(self, text: str) -> None:
        self._dropped = text
        self._later.start()

    def _offer(self) -> None:
        notice = self._window.notice
        if self._dropped:
            text, self._dropped = self._dropped, ""
            told = self.tr("{why} Wat je net typte, is niet bewaard en staat niet meer in beeld. Kopieer het nu.")
            notice.offer(told.format(why=self._said), self.tr("Kopiëren"), lambda: copying.copy(text), grave=True)
            return
        match self._way:
            case way if way == SAVE_AS:
                notice.offer(self._said, self.tr("Opslaan als…"), self.save_as_asked.emit, grave=True)
            case way if way == REOPEN:
                notice.offer(self._said, self.tr("Opnieuw openen"), self.reopen_asked.emit, grave=True)
            case _:
                notice.tell_problem(self._said)

    def _stop(self) -> None:
        self._later.stop()
        self._again.stop()
        self._frame.removeEventFilter(self)

    def _on_written_again(self) -> None:
        self._warned = False
        self._later.stop()
        self._again.start()  # after the step that went well was told to everyone
        if self._window.notice.text == self._said:
            self._window.notice.hide()
        self.written_again.emit()

    def _write_again(self) -> None:
        """Tell again of what stands in fields and could not be written."""
        for field in unwritten_in(self._frame):
            field.finish()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.Close or self._warned or not self._holds_typed_text():
            return False
        self._warned = True
        event.ignore()
        told = self.tr(
            "De tekst die je aan het typen was kon niet worden bewaard en gaat weg als je nu sluit. Kopieer die "
            "eerst, of sluit nog eens. {why}"
        )
        self._window.notice.offer(told.format(why=self._said), grave=True)
        return True

    def _holds_typed_text(self) -> bool:
        keep_again(self._desk)
        half_typed = any(text and name.startswith(TYPED) for name, text in self._desk.unkept.items())
        return half_typed or bool(unwritten_in(self._frame))


def keep_again(desk: Desk) -> None:
    """Try once more to keep what could not be: the stick may be back, and nobody typed since."""
    with suppress(Problem):
        for key, value in desk.unkept.items():
            desk.remember(key, value)


def unwritten_in(window: QWidget) -> list[EditedText]:
    """Return the fields of which the text could not be written."""
    return [field for field in window.findChildren(EditedText) if field.unwritten]
