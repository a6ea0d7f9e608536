"""A small window to choose codes of one dimension: type to find, Enter to set or let go."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import Code, Codebook, folded
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.found_list import FoundList
from bouwstenen_app.ui.widgets.picker_rows import DEPTH_ROLE, DETAIL_ROLE, GROUP_ROLE
from bouwstenen_app.ui.widgets.popups import open_under
from bouwstenen_app.ui.widgets.words import words

WIDTH, MOST = 380, 420
"""Pixels at 100 %: the width, and the height of the list at most."""
CODE_ROLE: Final = int(Qt.ItemDataRole.UserRole)


class CodePicker(QFrame):
    """Shows the codes of a dimension with the ones that are on ticked; each choice is told at once.

    In a dimension with one value a choice closes it.
    """

    toggled = Signal(str, bool)
    """Id of a code, and whether it is wanted."""

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._theme = theme
        self._book = book
        self._codes: Sequence[Code] = ()
        self._on: set[str] = set()
        self._groups: set[str | None] = set()
        self._uses: Mapping[str, int] = {}
        self._single = False
        self.setProperty("kind", "card")
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.found = FoundList(theme, self.search, self.tr("Gevonden"))
        self.found.itemClicked.connect(self._on_clicked)
        self._nothing = words(
            self.tr("Niets gevonden. Typ het als tag in de regel: dan wordt het een nieuw voorstel."),
            "muted",
            wrap=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        for widget in (self.search, self.found, self._nothing):
            column.addWidget(widget)

    def choose(self, dimension: str, on: Iterable[str], at: QPoint, uses: Mapping[str, int] | None = None) -> None:
        """Open at a point of the screen for a dimension, with the codes that are on."""
        one = self._book.dimension(dimension)
        self._codes = [code for code in self._book.of(dimension) if not code.retired]
        self._groups = {code.parent for code in self._codes}
        self._on = {code for code in on if code in self._book.by_id}
        self._uses = uses or {}
        self._single = not one.multiple
        self.search.clear()
        self.search.setPlaceholderText(self.tr("{dimension} zoeken…").format(dimension=one.name))
        self.search.setAccessibleName(one.name)
        self.setFixedWidth(self._theme.px(WIDTH))
        self._fill()
        self._fit()
        open_under(self, at)
        self.search.setFocus()

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book

    def _fill(self) -> None:
        wanted = folded(self.search.text())
        fitting = self._fitting(wanted)
        self.found.clear()
        for code in fitting:
            self.found.addItem(self._item(code, searching=bool(wanted)))
        self.found.setVisible(bool(fitting))
        self._nothing.setVisible(not fitting)
        self.found.setCurrentRow(0)

    def _fit(self) -> None:
        """Be as high as all codes need, and no higher than is handy; it stays so while someone searches."""
        rows = self.found.height_of_rows(self._theme.px(WIDTH - 32))
        self.setFixedHeight(min(rows, self._theme.px(MOST)) + self.search.sizeHint().height() + 26)

    def _fitting(self, wanted: str) -> list[Code]:
        if not wanted:
            return list(self._codes)
        ranks = {code.id: self._rank(code, wanted) for code in self._codes}
        found = [code for code in self._codes if ranks[code.id] >= 0]
        return sorted(found, key=lambda code: (ranks[code.id], -self._uses.get(code.id, 0)))

    def _rank(self, code: Code, wanted: str) -> int:
        """Return how well a code fits: 0 the beginning of its name, 1 inside it, 2 a synonym; -1 not."""
        name = folded(code.name)
        if name.startswith(wanted):
            return 0
        if wanted in name:
            return 1
        other = [folded(text) for text in (*code.synonyms, *code.abbreviations)]
        return 2 if any(wanted in text for text in other) else -1

    def _item(self, code: Code, *, searching: bool) -> QListWidgetItem:
        parent = self._book.by_id.get(code.parent or "")
        item = QListWidgetItem(code.name)
        item.setData(CODE_ROLE, code.id)
        item.setData(DETAIL_ROLE, parent.name if parent and searching else "")
        item.setData(DEPTH_ROLE, int(parent is not None and not searching))
        item.setData(GROUP_ROLE, not searching and code.id in self._groups)
        item.setCheckState(Qt.CheckState.Checked if code.id in self._on else Qt.CheckState.Unchecked)
        item.setToolTip(tip(code.definition))
        return item

    def _on_clicked(self, item: QListWidgetItem) -> None:
        code = str(item.data(CODE_ROLE))
        wanted = code not in self._on
        row = self.found.row(item)
        if self._single:
            self._on = {code} if wanted else set()
            self.close()
        else:
            self._on ^= {code}
            self._fill()
            self.found.setCurrentRow(row)
            self.search.selectAll()
        self.toggled.emit(code, wanted)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if (item := self.found.currentItem()) is not None:
                    self._on_clicked(item)
                return True
            if self.found.step(event):
                return True
        return super().eventFilter(watched, event)
