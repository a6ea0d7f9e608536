"""Workspaces that are dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

SUFFIX = ".bouwstenen"


def workspaces(mime: QMimeData) -> tuple[Path, ...]:
    """Return the workspaces among what is dragged."""
    paths = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix.lower() == SUFFIX)


class WorkspaceDrop(QObject):
    """Lets workspaces be dropped on a widget, and on everything in it that takes no drops itself."""

    dropped = Signal(object)
    """Paths."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and workspaces(event.mimeData()):
            event.acceptProposedAction()
            return True
        if type(event) is QDropEvent and (found := workspaces(event.mimeData())):
            event.acceptProposedAction()
            self.dropped.emit(found)
            return True
        return False
