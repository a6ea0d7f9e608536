"""The photos of a session, for a list: in the order in which they came, with their small pictures."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage, QTransform
from typing_extensions import override

from bouwstenen_app.domain.photos import Photo
from bouwstenen_app.ui.tips import tip

PHOTO_ROLE: Final = int(Qt.ItemDataRole.UserRole)
"""Under this role an index gives its Photo."""
NUMBER_ROLE: Final = PHOTO_ROLE + 1
"""The number of the block that it belongs to, 0 when it is of the session."""

Index = QModelIndex | QPersistentModelIndex


class PhotoListModel(QAbstractListModel):
    """Small pictures come in later, as they are decoded; ``describe`` gives what a screen reader says."""

    def __init__(self, parent: QObject | None = None, *, describe: Callable[[Photo, int], str]) -> None:
        super().__init__(parent)
        self._describe = describe
        self._photos: Sequence[Photo] = ()
        self._numbers: Mapping[str, int] = {}
        self._pictures: dict[str, QImage] = {}
        self._turned: dict[str, int] = {}

    def set_photos(self, photos: Sequence[Photo], numbers: Mapping[str, int]) -> None:
        """Show these photos; ``numbers`` are those of the blocks that they belong to (block id → number)."""
        if [photo.id for photo in photos] == [photo.id for photo in self._photos]:
            self._photos, self._numbers = photos, numbers
            if photos:
                self.dataChanged.emit(self.index(0), self.index(len(photos) - 1))
            return
        self.beginResetModel()
        self._photos, self._numbers = photos, numbers
        self.endResetModel()

    def set_picture(self, picture: str, image: QImage) -> None:
        """Take the small picture of the photos that show this picture."""
        self._pictures[picture] = image
        for row, photo in enumerate(self._photos):
            if photo.picture == picture:
                self.dataChanged.emit(self.index(row), self.index(row))

    def set_turned(self, photo: str, quarters: int) -> None:
        """Show a photo turned so many quarters to the right."""
        self._turned[photo] = quarters
        if (row := self.row_of(photo)) >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def number_of(self, block: str) -> int:
        """Return the number of a block that a photo belongs to, 0 when there is none."""
        return self._numbers.get(block, 0)

    def has_picture(self, picture: str) -> bool:
        """Say whether the small picture is there."""
        return picture in self._pictures

    def photos(self) -> Sequence[Photo]:
        """Return the photos, in order."""
        return self._photos

    def index_of(self, identity: str) -> QModelIndex:
        """Return the index of a photo, invalid when it is not there."""
        row = self.row_of(identity)
        return self.index(row) if row >= 0 else QModelIndex()

    def row_of(self, identity: str) -> int:
        """Return the row of a photo, -1 when it is not there."""
        return next((row for row, photo in enumerate(self._photos) if photo.id == identity), -1)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._photos)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._photos):
            return None
        photo = self._photos[index.row()]
        number = self.number_of(photo.block)
        if role == PHOTO_ROLE:
            return photo
        if role == NUMBER_ROLE:
            return number
        if role == Qt.ItemDataRole.DecorationRole:
            image = self._pictures.get(photo.picture)
            quarters = self._turned.get(photo.id, 0)
            return image.transformed(QTransform().rotate(90 * quarters)) if image and quarters else image
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            told = self._describe(photo, number)
            return tip(told) if role == Qt.ItemDataRole.ToolTipRole else told
        return None
