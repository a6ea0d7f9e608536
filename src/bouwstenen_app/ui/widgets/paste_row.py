"""What to do with many pasted lines: blocks, one block, or nothing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.capture import lines
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.growing_text import MOST_PASTED
from bouwstenen_app.ui.widgets.words import words


class PasteRow(QWidget):
    """Stands in the box of the capture line until it is answered; Esc is *Annuleren*."""

    lines_accepted = Signal(list)
    """The lines, each a block."""
    whole_accepted = Signal(str)
    """The whole text, as one block."""
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._lines: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = FlowLayout(self, gap=8)
        self._question = words("", "muted")
        self.many = self._button("primary", self._on_many)
        self.one = self._button("", self._on_one)
        self.one.setText(self.tr("Als één bouwsteen"))
        cancel = self._button("quiet", self.close_row)
        cancel.setText(self.tr("Annuleren"))
        for widget in (self._question, self.many, self.one, cancel):
            row.addWidget(widget)
        self.hide()

    def offer(self, text: str) -> None:
        """Ask about a pasted text of several lines."""
        self._text = text
        self._lines = lines(text, without_bullets=True)
        count = len(self._lines)
        self._question.setMinimumHeight(self.many.sizeHint().height())
        self._question.setText(self.tr("Je plakt {n} regels.").format(n=count))
        self.many.setText(self.tr("{n} bouwstenen vastleggen").format(n=count))
        self.one.setVisible(len(text) <= MOST_PASTED)
        self.show()
        self.many.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_row(self) -> None:
        """Leave the pasted text where it came from."""
        self._text, self._lines = "", ()
        self.hide()
        self.closed.emit()

    def _button(self, kind: str, slot: object) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("kind", kind)
        button.setAutoDefault(True)
        button.clicked.connect(slot)
        return button

    def _on_many(self) -> None:
        found = list(self._lines)
        self.close_row()
        self.lines_accepted.emit(found)

    def _on_one(self) -> None:
        text = self._text
        self.close_row()
        self.whole_accepted.emit(text)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_row()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.many.hasFocus():
            self._on_many()
        else:
            super().keyPressEvent(event)
