"""A FigureTable as a table to walk through: names left, numbers right; Enter or a click asks for a row."""

from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget
from typing_extensions import override

from bouwstenen_app.domain.figures import FigureTable, shown
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.plain_table import dress
from bouwstenen_app.ui.widgets.wrapped_text import text_height

ROW, NUMBERS, CLOSE, WORDS, LEAST_NAMES, WIDE_NAMES = 34, 96, 72, 170, 190, 420
RING = 2
"""Pixels of the edge that shows the focus."""
EDGES, PADDING = 26, 18
"""Pixels at 100 % beside the words: of a column that is as wide as they are, and of a cell in which they wrap."""
TEXT = 13
MOST_WRAPPED: Final = 300
"""More rows than this have one line each: measuring them takes too long."""
AT_LEAST, AT_MOST = 4, 12
"""Rows in sight."""

Index = QModelIndex | QPersistentModelIndex


class FigureModel(QAbstractTableModel):
    """The names in the first column, then the values."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.table: FigureTable | None = None

    def set_table(self, table: FigureTable) -> None:
        """Show another table."""
        if table != self.table:
            self.beginResetModel()
            self.table = table
            self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.table.rows) if self.table is not None and not parent.isValid() else 0

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return len(self.table.columns) + 1 if self.table is not None and not parent.isValid() else 0

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.table is None or orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(self._side(section) | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        return (self.table.corner, *self.table.columns)[section] if role == Qt.ItemDataRole.DisplayRole else None

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if self.table is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column) | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.FontRole:
            return self._theme.font(TEXT, QFont.Weight.DemiBold if column == 0 else QFont.Weight.Normal)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            cell = shown(self.table.values[row][column - 1]) if column else self.table.rows[row]
            return tip(cell) if role == Qt.ItemDataRole.ToolTipRole else cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name, heads = self.table.rows[row], self.table.columns
            return f"{name}, {heads[column - 1]}: {shown(self.table.values[row][column - 1])}" if column else name
        return None

    def _side(self, column: int) -> Qt.AlignmentFlag:
        wordy = column == 0 or (self.table is not None and self.table.is_words(column - 1))
        return Qt.AlignmentFlag.AlignLeft if wordy else Qt.AlignmentFlag.AlignRight


class FigureView(QTableView):
    """Up and down walk over the rows; it is as high as its rows, up to a dozen."""

    row_asked = Signal(int)
    copy_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.figure = FigureModel(theme, self)
        self.setModel(self.figure)
        dress(self)
        self.setProperty("kind", "figure")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().setMinimumSectionSize(1)
        head = self.horizontalHeader()
        head.setSectionsClickable(False)
        head.setMinimumSectionSize(1)
        self.clicked.connect(lambda index: self.row_asked.emit(index.row()))
        theme.changed.connect(self.fit)

    def show_table(self, table: FigureTable) -> None:
        """Show a table; the same one leaves everything where it is."""
        self.setAccessibleName(table.title)
        if table != self.figure.table:
            self.figure.set_table(table)
            self.fit()

    def fit(self) -> None:
        """Divide the width, and take the height that the rows need."""
        px, table = self._theme.px, self.figure.table
        if table is None:
            return
        widths = self._widths(table)
        names = max(px(LEAST_NAMES), self.viewport().width() - sum(widths))
        for section, width in enumerate((names, *widths)):
            self.setColumnWidth(section, width)
        small = self._theme.font(12, QFont.Weight.DemiBold)
        heads = zip((table.corner, *table.columns), (names, *widths), strict=True)
        head = max(text_height(name, small, width - px(20)) for name, width in heads) + px(12)
        self.horizontalHeader().setFixedHeight(head)
        heights = self._heights(table, names, widths)
        for row, height in enumerate(heights):
            self.setRowHeight(row, height)
        bar = self.horizontalScrollBar().sizeHint().height() if names + sum(widths) > self.viewport().width() else 0
        self.setFixedHeight(head + bar + 2 * RING + 2 + max(px(ROW), sum(heights[:AT_MOST])))

    def _widths(self, table: FigureTable) -> list[int]:
        """Return how wide the values are: words no wider than they are, numbers closer where names need room."""
        px, room, places = self._theme.px, self.viewport().width(), range(len(table.columns))
        words = {at: self._whole(table, at) for at in places if table.is_words(at)}
        base = {at: min(px(WORDS), whole) for at, whole in words.items()}
        for least in (NUMBERS, CLOSE):
            widths = [base[at] if at in base else self._wide(table.columns[at], least) for at in places]
            if sum(widths) + px(LEAST_NAMES) <= room:
                break
        for at, whole in words.items():  # what is left beside roomy names is for words that would wrap
            spare = room - sum(widths) - px(WIDE_NAMES)
            widths[at] += max(0, min(spare, whole - widths[at]))
        return widths

    def _whole(self, table: FigureTable, column: int) -> int:
        """Return how wide the longest words of a column are, on one line."""
        metrics = QFontMetrics(self._theme.font(TEXT))
        longest = max((metrics.horizontalAdvance(shown(values[column])) for values in table.values), default=0)
        return max(longest + self._theme.px(EDGES), self._wide(table.columns[column], 0))

    def _wide(self, name: str, least: int) -> int:
        metrics = QFontMetrics(self._theme.font(12, QFont.Weight.DemiBold))
        longest = max(map(metrics.horizontalAdvance, name.split() or [""]))
        return max(self._theme.px(least), longest + self._theme.px(EDGES))

    def _heights(self, table: FigureTable, names: int, widths: list[int]) -> list[int]:
        px = self._theme.px
        if len(table.rows) > MOST_WRAPPED:
            return [px(ROW)] * len(table.rows)
        bold, plain, heights = self._theme.font(TEXT, QFont.Weight.DemiBold), self._theme.font(TEXT), []
        for name, values in zip(table.rows, table.values, strict=True):
            tall = [text_height(name, bold, names - px(PADDING))]
            words = [(value, width) for value, width in zip(values, widths, strict=True) if isinstance(value, str)]
            tall += [text_height(value, plain, width - px(PADDING)) for value, width in words if value]
            heights.append(max(px(ROW), max(tall) + px(12)))
        return heights

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(300), self.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentIndex().isValid():
            self.row_asked.emit(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_C and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.copy_asked.emit()
        else:
            super().keyPressEvent(event)
