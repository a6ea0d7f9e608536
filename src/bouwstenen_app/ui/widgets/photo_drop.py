"""Photos that are dropped or pasted: which files and pictures a drag or the clipboard carries."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from bouwstenen_app.domain.photos import ENDINGS, PHONE_ENDINGS


class Carried(NamedTuple):
    """What comes in: files, or a picture without a file (of the clipboard, or dragged from a browser)."""

    files: tuple[Path, ...] = ()
    image: QImage | None = None

    def __bool__(self) -> bool:
        return bool(self.files) or self.image is not None


def has_photos(mime: QMimeData) -> bool:
    """Say whether there is any photo in it, without decoding one. Text goes before a picture of that text."""
    return bool(_photo_files(mime)) or (mime.hasImage() and not mime.hasText())


def carried(mime: QMimeData) -> Carried:
    """Return the photos in it."""
    if files := _photo_files(mime):
        return Carried(files)
    if mime.hasImage() and not mime.hasText():
        image = mime.imageData()
        return Carried(image=image if isinstance(image, QImage) else QImage(image))
    return Carried()


def _photo_files(mime: QMimeData) -> tuple[Path, ...]:
    paths = (Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix.lower() in ENDINGS + PHONE_ENDINGS)


class PhotoDrop(QObject):
    """Lets photos be dropped on a widget, and on everything in it that takes no drops itself."""

    hovered = Signal(bool)
    """Photos are held over the widget, or no longer."""
    dropped = Signal(object)
    """Carried."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent):
            if not has_photos(event.mimeData()):
                return False
            event.acceptProposedAction()
            self.hovered.emit(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.hovered.emit(False)
        elif isinstance(event, QDropEvent) and event.type() == QEvent.Type.Drop:
            self.hovered.emit(False)
            if photos := carried(event.mimeData()):
                event.acceptProposedAction()
                self.dropped.emit(photos)
                return True
        return False
