"""The tags that wait for a decision, as a table."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.proposals import Waiting

TAG, BLOCKS, SESSIONS, SUGGESTION = range(4)
SMALL_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Under this role an index gives what stands small under its words."""
MOST_TITLES: Final = 2

Index = QModelIndex | QPersistentModelIndex


class WaitingTagsModel(QAbstractTableModel):
    """One row per tag: as it is typed, its blocks, its sessions, and the code that comes closest."""

    def __init__(self, book: Codebook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._tags: tuple[Waiting, ...] = ()

    def set_tags(self, tags: Sequence[Waiting], book: Codebook) -> None:
        """Show these tags, with suggestions from this codebook."""
        if (tuple(tags), book) != (self._tags, self._book):
            self.beginResetModel()
            self._tags, self._book = tuple(tags), book
            self.endResetModel()

    def tag(self, row: int) -> Waiting | None:
        """Return the tag in a row, None when there is none."""
        return self._tags[row] if 0 <= row < len(self._tags) else None

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._tags)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 4

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        names = (self.tr("Tag"), self.tr("Bouwstenen"), self.tr("Sessies"), self.tr("Lijkt op"))
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return names[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section == BLOCKS else Qt.AlignmentFlag.AlignLeft
            return int(Qt.AlignmentFlag.AlignVCenter | side)
        return None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tag = self.tag(index.row())
        if tag is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(tag, index.column())
        if role == SMALL_ROLE:
            return self._small(tag, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(tag)
        if role == Qt.ItemDataRole.UserRole:
            return tag
        return None

    def _words(self, tag: Waiting, column: int) -> str:
        if column == TAG:
            return tag.text
        if column == BLOCKS:
            return dutch.number(len(tag.blocks))
        if column == SESSIONS:
            more = len(tag.titles) - MOST_TITLES
            shown = ", ".join(tag.titles[:MOST_TITLES])
            return self.tr("{titles} en nog {n}").format(titles=shown, n=more) if more > 0 else shown
        return self._book.code(tag.suggestions[0]).name if tag.suggestions else "–"

    def _small(self, tag: Waiting, column: int) -> str:
        if column == TAG and len(tag.spellings) > 1:
            return self.tr("ook: {spellings}").format(spellings=", ".join(tag.spellings[1:]))
        if column == SUGGESTION and tag.suggestions:
            return self._book.dimension(self._book.code(tag.suggestions[0]).dimension).name.lower()
        return ""

    def _spoken(self, tag: Waiting) -> str:
        blocks = dutch.counted(len(tag.blocks), self.tr("bouwsteen"), self.tr("bouwstenen"))
        like = self._words(tag, SUGGESTION) if tag.suggestions else self.tr("geen code")
        return self.tr("{tag}, bij {blocks}, lijkt op {code}").format(tag=tag.text, blocks=blocks, code=like)
