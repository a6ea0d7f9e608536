"""What the window says while nothing can be stored, and what it offers when the file is not there as it was."""

from PySide6.QtCore import QObject, QTimer, Signal

from bouwstenen_app.ui.desk import REOPEN, SAVE_AS, Desk
from bouwstenen_app.ui.windows.main import MainWindow


class Rescue(QObject):
    """Follows one desk. The header says *Niet opgeslagen* until something is stored again."""

    save_as_asked = Signal()
    """Save what can still be read as another file, and go on there."""
    reopen_asked = Signal()
    """Open the file anew, as it is now."""
    written_again = Signal()

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(desk)
        self._window = window
        self._said = self._way = ""
        # After the sentence of whoever asked: an offer says the same, with what can be done.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._offer)
        desk.not_written.connect(self._on_not_written)
        desk.written_again.connect(self._on_written_again)
        desk.closing.connect(self._later.stop)

    def _on_not_written(self, said: str, way: str) -> None:
        self._said, self._way = said, way
        self._window.header.show_unsaved(said)
        self._later.start()

    def _offer(self) -> None:
        notice = self._window.notice
        match self._way:
            case way if way == SAVE_AS:
                notice.offer(self._said, self.tr("Opslaan als…"), self.save_as_asked.emit, grave=True)
            case way if way == REOPEN:
                notice.offer(self._said, self.tr("Opnieuw openen"), self.reopen_asked.emit, grave=True)
            case _:
                notice.tell_problem(self._said)

    def _on_written_again(self) -> None:
        self._later.stop()
        if self._window.notice.text == self._said:
            self._window.notice.hide()
        self.written_again.emit()
