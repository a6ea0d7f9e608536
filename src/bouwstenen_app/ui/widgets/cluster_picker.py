"""A small window to choose a cluster for blocks: type its first letters, or the name of a new one."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import folded
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.name_card import LONGEST
from bouwstenen_app.ui.widgets.picker_rows import DEPTH_ROLE, GROUP_ROLE, PickerRows

WIDTH, MOST = 320, 360
"""Pixels at 100 %: the width, and the height of the list at most."""
WHAT: Final = int(Qt.ItemDataRole.UserRole)
"""Under this role a row gives what it stands for: the id of a cluster, ``OUT``, or ``NEW``."""
OUT: Final = ""
NEW: Final = "+"
Row = tuple[str, str]
"""Id and name of a cluster."""


class ClusterPicker(QFrame):
    """Shows the clusters of a session; Enter takes the marked one, and a name that is not there makes one."""

    chosen = Signal(str)
    """Id of a cluster."""
    new_asked = Signal(str)
    """The name of a new cluster."""
    out_asked = Signal()
    """In no cluster any more."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._clusters: Sequence[Row] = ()
        self._in: str | None = None
        self.setProperty("kind", "card")
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setMaxLength(LONGEST)
        self.search.setAccessibleName(self.tr("Cluster"))
        self.search.setPlaceholderText(self.tr("Zoek een cluster, of typ een nieuwe naam"))
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Clusters"))
        self.found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.found.itemClicked.connect(self._take)
        self.found.currentTextChanged.connect(self.search.setAccessibleDescription)
        self._rows = PickerRows(theme, self.found)
        self.found.setItemDelegate(self._rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.search)
        column.addWidget(self.found)

    def choose(self, clusters: Sequence[Row], inside: str | None, at: QPoint) -> None:
        """Open at a point of the screen; ``inside`` is the cluster that the blocks are in, None for various."""
        self._clusters, self._in = tuple(clusters), inside
        self.search.clear()
        self.setFixedWidth(self._theme.px(WIDTH))
        self._fill()
        self._fit()
        area = self.screen().availableGeometry()
        x = max(area.left(), min(at.x(), area.right() - self.width()))
        below = at.y() + 4
        y = below if below + self.height() <= area.bottom() else max(area.top(), at.y() - self.height() - 28)
        self.move(x, y)
        self.show()
        self.search.setFocus()

    def _fill(self) -> None:
        typed = " ".join(self.search.text().split())
        rows = [(name, identity) for identity, name in self._fitting(folded(typed))]
        if typed and typed.casefold() not in (name.casefold() for name, _ in rows):
            rows.append((self.tr("Nieuw cluster “{name}”").format(name=typed), NEW))
        if not typed and self._in != OUT:
            rows.append((self.tr("In geen cluster"), OUT))
        self.found.clear()
        for name, what in rows:
            item = QListWidgetItem(name)
            item.setData(WHAT, what)
            item.setData(DEPTH_ROLE, 0)
            item.setData(GROUP_ROLE, what == NEW)
            item.setCheckState(Qt.CheckState.Checked if what == self._in else Qt.CheckState.Unchecked)
            self.found.addItem(item)
        self.found.setVisible(bool(rows))
        self.found.setCurrentRow(0)

    def _fitting(self, wanted: str) -> list[Row]:
        """Return the clusters whose name has the letters, those that begin with them first."""
        fitting = [row for row in self._clusters if wanted in folded(row[1])]
        return sorted(fitting, key=lambda row: not folded(row[1]).startswith(wanted))

    def _fit(self) -> None:
        """Be as high as the clusters need, with room for the line of a new one."""
        width = self._theme.px(WIDTH - 32)
        rows = (self._rows.height(self.found.model().index(row, 0), width) for row in range(self.found.count()))
        high = min(sum(rows) + self._theme.px(32), self._theme.px(MOST))
        self.setFixedHeight(high + self.search.sizeHint().height() + 26)

    def _take(self, item: QListWidgetItem) -> None:
        what = str(item.data(WHAT))
        typed = " ".join(self.search.text().split())
        self.close()
        if what == NEW:
            self.new_asked.emit(typed)
        elif what == OUT:
            self.out_asked.emit()
        else:
            self.chosen.emit(what)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self.found.currentItem()) is not None:
                    self._take(item)
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.found.setCurrentRow(max(0, min(self.found.count() - 1, self.found.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)
