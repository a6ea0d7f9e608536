"""A quiet row of chips under the capture line: domains by number, or codes that the text names."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bouwstenen_app.domain.codebook import Code
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.chips import Chip, code_tone
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words


class OfferRow(QWidget):
    """Says what it offers, and shows each code as a chip; hidden when there is nothing to offer."""

    taken = Signal(str)
    """Id of the code that was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._shown: tuple[str, Sequence[tuple[str, Code]], str] = ("", (), "")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = FlowLayout(self, gap=6)
        self.hide()

    def offer(self, lead: str, codes: Sequence[tuple[str, Code]], key: str = "") -> None:
        """Show codes with the words on their chips; ``key`` is the key that takes the first."""
        if (lead, codes, key) == self._shown:
            return
        self._shown = lead, codes, key
        self._row.clear()
        self.setVisible(bool(codes))
        if not codes:
            return
        self._row.addWidget(self._in_line(words(lead, "muted")))
        for text, code in codes:
            chip = Chip(self._theme, text, lambda code=code: code_tone(self._theme, code), parent=self)  # type: ignore[misc]
            chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            chip.setToolTip(tip(code.definition))
            chip.clicked.connect(lambda *_, code=code: self.taken.emit(code.id))
            self._row.addWidget(chip)
        if key:
            self._row.addWidget(self._in_line(words(key, "key")))
        self.updateGeometry()

    def _in_line(self, label: QLabel) -> QLabel:
        """Give a label the height of the chips beside it."""
        label.setMinimumHeight(Chip(self._theme, "").sizeHint().height())
        return label
