"""The unknown tags of a block: new proposals, kept as they were typed until someone decides."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words


class ProposalField(QWidget):
    """Dashed chips with a ×; hidden when there are none."""

    dropped = Signal(str)
    """The tag that is to go, as typed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags: Sequence[str] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 7, 0, 0)
        column.setSpacing(6)
        column.addWidget(words(self.tr("Nieuwe voorstellen"), "label"))
        self._row = FlowLayout(gap=5)
        column.addLayout(self._row)
        self.hide()

    def set_tags(self, tags: Sequence[str]) -> None:
        """Show these tags."""
        if tags == self._tags:
            return
        self._tags = tags
        self._row.clear()
        for tag in tags:
            chip = Chip(self._theme, tag, dashed=True, removable=True, parent=self)
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            chip.setToolTip(self.tr("Staat niet in het codeboek; de tag blijft bewaard als voorstel."))
            chip.removed.connect(lambda tag=tag: self.dropped.emit(tag))
            self._row.addWidget(chip)
            chip.show()
        self.setVisible(bool(tags))
