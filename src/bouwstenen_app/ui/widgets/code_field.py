"""A field with the codes of one dimension as chips, and a way to add one."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from bouwstenen_app.domain.codebook import Code, Dimension
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.chips import Chip, CodeChip
from bouwstenen_app.ui.widgets.flow import FlowLayout


class CodeField(QFrame):
    """Chips with a ×, and a dashed chip that asks for the picker."""

    picker_asked = Signal(str, QPoint)
    """Slug of the dimension, and where the picker may open."""
    removed = Signal(str)
    """Id of the code that is to go."""

    def __init__(self, theme: Theme, dimension: Dimension, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dimension = dimension
        self._shown: Sequence[Code] | None = None
        self.setProperty("kind", "card")
        self.setAccessibleName(dimension.name)
        self.setToolTip(tip(dimension.definition))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = FlowLayout(self, gap=5)
        self._row.setContentsMargins(10, 8, 10, 8)
        self._add = Chip(theme, "+", dashed=True)
        self._add.setAccessibleName(self.tr("{dimension} toevoegen").format(dimension=dimension.name))
        self._add.clicked.connect(self._on_add)
        self._row.addWidget(self._add)

    def set_codes(self, codes: Sequence[Code]) -> None:
        """Show these codes."""
        if codes == self._shown:
            return
        self._shown = codes
        had_focus = any(chip.hasFocus() for chip in self.findChildren(CodeChip))
        while self._row.count() > 1:
            item = self._row.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        last: QWidget = self._add
        for place, code in enumerate(codes):
            chip = CodeChip(self._theme, code, removable=True, parent=self)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.removed.connect(lambda identity=code.id: self.removed.emit(identity))
            self._row.insert_widget(place, chip)
            QWidget.setTabOrder(last, chip)
            last = chip
            chip.show()
        if codes:
            QWidget.setTabOrder(last, self._add)  # as it is read: the codes first, then adding one
        if had_focus:
            self._add.setFocus()
        self.updateGeometry()

    def _on_add(self) -> None:
        self.picker_asked.emit(self._dimension.slug, self._add.mapToGlobal(QPoint(0, self._add.height())))
