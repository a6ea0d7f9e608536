"""Files that are dropped: workspaces on the window, Word documents and files of other programs on a place."""

from collections.abc import Container
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.domain.given_blocks import ENDINGS

SUFFIX = ".bouwstenen"
DOCUMENT = ".docx"


def workspaces(mime: QMimeData) -> tuple[Path, ...]:
    """Return the workspaces among what is dragged."""
    return _files(mime, (SUFFIX,))


def _files(mime: QMimeData, suffixes: Container[str]) -> tuple[Path, ...]:
    paths = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix.lower() in suffixes)


class WorkspaceDrop(QObject):
    """Lets workspaces be dropped on a widget, and on everything in it that takes no drops itself."""

    dropped = Signal(object)
    """Paths."""
    suffixes: tuple[str, ...] = (SUFFIX,)

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and _files(event.mimeData(), self.suffixes):
            event.acceptProposedAction()
            return True
        if type(event) is QDropEvent and (found := _files(event.mimeData(), self.suffixes)):
            event.acceptProposedAction()
            self.dropped.emit(found)
            return True
        return False


class DocumentDrop(WorkspaceDrop):
    """Lets Word documents be dropped on a widget in the same way."""

    suffixes = (DOCUMENT,)


class ImportDrop(WorkspaceDrop):
    """Lets files of other programs be dropped on a widget in the same way."""

    suffixes = ENDINGS
