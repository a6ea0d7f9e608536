"""The photos of the block in an inspector: found when it is shown, and opened large when asked."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage, QTransform

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.photos import Photo
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import photos
from bouwstenen_app.ui import pictures
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.remembered import TURNED
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.inspector import Inspector
from bouwstenen_app.ui.widgets.photo_row import SmallPhoto

PICTURE = 128
"""Pixels of the long side of a small picture, for a screen with twice the pixels too."""


class BlockPhotos(QObject):
    """Few blocks have a photo, and those few; a small picture is decoded at once and kept."""

    def __init__(self, desk: Desk, theme: Theme, inspector: Inspector, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._inspector = inspector
        self._block = ""
        self._photos: dict[str, Photo] = {}
        self._small: dict[str, QImage] = {}
        inspector.shown.connect(self._on_shown)
        inspector.photos.asked.connect(self._on_asked)
        desk.changed.connect(self._on_changed)

    def _on_shown(self, block: str) -> None:
        if block != self._block:
            self._block = block
            self._show()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("photo"):
            self._show()

    def _show(self) -> None:
        found = self._desk.read(photos.photos_of_block, self._block) if self._block else ()
        if found or self._photos:
            self._photos = {photo.id: photo for photo in found}
            self._inspector.photos.show_photos(
                [SmallPhoto(photo.id, self._says(photo), self._small_picture(photo)) for photo in found]
            )

    def _on_asked(self, identity: str) -> None:
        from bouwstenen_app.ui.dialogs.photo import PhotoDialog  # rarely needed

        if (photo := self._photos.get(identity)) is not None:
            image, quarters = pictures.decoded(self._bytes(photo)), self._quarters(photo)
            PhotoDialog(self._theme, self._says(photo), image, quarters, self._inspector).open()

    def _small_picture(self, photo: Photo) -> QImage:
        if photo.picture not in self._small:
            self._small[photo.picture] = pictures.decoded(self._bytes(photo), PICTURE)
        quarters = self._quarters(photo)
        small = self._small[photo.picture]
        return small.transformed(QTransform().rotate(90 * quarters)) if quarters else small

    def _bytes(self, photo: Photo) -> bytes:
        try:
            return self._desk.read(photos.picture, photo.picture)
        except Problem:
            return b""  # an empty plane then, with its name: nothing else of the block is less for it

    def _quarters(self, photo: Photo) -> int:
        return int(self._desk.recall(TURNED + photo.id) or 0)

    def _says(self, photo: Photo) -> str:
        return ". ".join(filter(None, (self.tr("Foto {n}").format(n=photo.position), photo.name)))
