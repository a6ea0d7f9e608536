"""What to do with many pasted lines: a look at what they become, and then blocks, one block, or nothing."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.capture import lines, names_only_a_table
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.growing_text import MOST_PASTED
from bouwstenen_app.ui.widgets.words import ElidedLabel, words

MOST_SHOWN: Final = 4
"""Lines."""
ROOMY: Final = 36
"""Lines of text that the window is high at least, or one pasted line is shown."""


class PasteRow(QWidget):
    """Stands in the box of the capture line until it is answered; Esc is *Annuleren*.

    ``describe`` says in one line what becomes of a pasted line, ``notice`` what in all of them points to a person.
    """

    lines_accepted = Signal(list)
    """The lines, each a block."""
    whole_accepted = Signal(str)
    """The whole text, as one block."""
    closed = Signal()

    def __init__(
        self,
        describe: Callable[[str], str],
        notice: Callable[[Sequence[str]], str] = lambda _: "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._describe = describe
        self._notice = notice
        self._text = ""
        self._lines: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        self._shown = [ElidedLabel() for _ in range(MOST_SHOWN)]
        self._more = words("", "muted")
        self._pointing = words("", "warn", wrap=True)
        for label in (*self._shown, self._more, self._pointing):
            column.addWidget(label)
        column.addSpacing(3)
        row = FlowLayout(gap=8)
        column.addLayout(row)
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
        count = sum(not names_only_a_table(line) for line in self._lines)
        self._show_lines()
        self._question.setMinimumHeight(self.many.sizeHint().height())
        self._question.setText(self.tr("Je plakt {n} regels.").format(n=len(self._lines)))
        self.many.setText(self.tr("{n} bouwstenen vastleggen").format(n=count))
        self.one.setVisible(len(text) <= MOST_PASTED)
        self.show()
        self.many.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_row(self) -> None:
        """Leave the pasted text where it came from."""
        self._text, self._lines = "", ()
        self.hide()
        self.closed.emit()

    @property
    def shown(self) -> list[str]:
        """What is said of the first lines, and of the rest."""
        return [label.text() for label in (*self._shown, self._more, self._pointing) if label.text()]

    def _show_lines(self) -> None:
        roomy = self.window().height() >= ROOMY * self.fontMetrics().lineSpacing()
        most = MOST_SHOWN if roomy else 1
        texts = [self._describe(line) for line in self._lines[:most]]
        for place, label in enumerate(self._shown):
            label.setText(texts[place] if place < len(texts) else "")
            label.setFixedHeight(label.sizeHint().height())
            label.setVisible(place < len(texts))
        rest = len(self._lines) - most
        self._more.setText(self.tr("… en nog {n}").format(n=rest) if rest > 0 else "")
        self._more.setVisible(rest > 0)
        told = self._notice(self._lines)
        self._pointing.setText(told)
        self._pointing.setVisible(bool(told))
        self.setAccessibleDescription(told)

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
