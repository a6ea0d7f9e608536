"""Steps back and forward as the window asks for them, told in words, and what the header says of them."""

from PySide6.QtCore import QObject, QTimer

from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.windows.main import MainWindow


class Steps(QObject):
    """Serves one window, for the workspace that is open in it."""

    def __init__(self, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._desk: Desk | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show)
        window.undo_asked.connect(self._undo)
        window.redo_asked.connect(self._redo)

    def use(self, desk: Desk | None) -> None:
        """Serve this workspace from now on; None while none is open."""
        self._desk = desk
        if desk is not None:
            desk.changed.connect(self.show)
            self.show()

    def show(self) -> None:
        """Let the header say soon what can be taken back, and since when all is saved."""
        self._soon.start()

    def _undo(self) -> None:
        done = self._desk.undo() if self._desk else None
        self._window.tell(
            self.tr("Ongedaan: {step}").format(step=done.label)
            if done
            else self.tr("Er is niets om ongedaan te maken.")
        )

    def _redo(self) -> None:
        done = self._desk.redo() if self._desk else None
        self._window.tell(
            self.tr("Opnieuw: {step}").format(step=done.label)
            if done
            else self.tr("Er is niets om opnieuw te doen.")
        )

    def _show(self) -> None:
        if self._desk is None:
            return
        header = self._window.header
        undoable, redoable = self._desk.undoable(), self._desk.redoable()
        header.set_undo(undoable.label if undoable else None)
        header.set_redo(redoable.label if redoable else None)
        if self._desk.read_only:
            header.show_read_only()
        else:
            header.show_saved(self._desk.saved_at)
