"""What was found in a report before it goes out: calm lines that can be opened, and the choice to go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import CARD, WARM, Card, set_kind
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.form_fields import in_form
from bouwstenen_app.ui.widgets.line_button import LineButton
from bouwstenen_app.ui.widgets.words import words

LONGEST_REASON: Final = 500
LINES_AT_MOST: Final = 40
"""Lines that are shown; the others are counted."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was found."""

    words: str
    source: str = ""
    """Whose text it is, as in the report; empty when there is nothing to open."""
    grave: bool = False
    """To go on with it needs a reason."""
    name: str = ""
    """What was found, when it can be replaced wherever it stands."""
    role: str = ""
    """What can take its place."""


class FindingsCard(Card):
    """Hidden until something was found. A grave finding asks why the document can go out all the same."""

    accepted = Signal(str)
    """Go on, for this reason; empty when none was asked."""
    source_asked = Signal(str)
    """The text with this source is to be shown."""
    everywhere_asked = Signal(str, str)
    """What was found is to be replaced wherever it stands, now and before, by a role."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(kind=WARM, parent=parent)
        self._theme = theme
        self._grave = False
        self.offers_everywhere = False
        """Whether what was found can be replaced everywhere from here."""
        self._title = words("", "strong", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(2)
        self._why = words(
            self.tr("Waarom kan dit document toch naar buiten? Dit wordt bij de uitgave bewaard."), wrap=True
        )
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        in_form(self.reason, "reden")
        self.reason.setAccessibleName(self._why.text())
        self.reason.setPlaceholderText(self.tr("Bijvoorbeeld: met de regio afgesproken"))
        self.go_on = KeyButton(theme, self.tr("Toch exporteren"), "Ctrl+E", kind=PRIMARY, bound=False)
        self.cancel = KeyButton(theme, self.tr("Nog niet"), "Esc", bound=False)
        self._asks = words("", "bad", wrap=True)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.cancel)
        self.column.addWidget(self._title)
        self.column.addLayout(self._lines)
        for widget in (self._why, self.reason, self._asks):
            self.column.addWidget(widget)
        self.column.addLayout(buttons)
        self.go_on.clicked.connect(self.accept)
        self.reason.returnPressed.connect(self.accept)
        self.cancel.clicked.connect(self.close_card)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_card)
        self.hide()

    def ask(self, title: str, lines: Sequence[Line], *, personal: bool = True) -> None:
        """Show what was found, the grave ones first; ``personal`` when there may be personal data among it."""
        self._grave = any(line.grave for line in lines)
        set_kind(self, WARM if personal else CARD)
        self.go_on.setText(self.tr("Toch exporteren") if personal else self.tr("Exporteren"))
        self.go_on.updateGeometry()
        self._title.setText(title)
        self._fill(sorted(lines, key=lambda line: not line.grave))
        self._why.setVisible(self._grave)
        self.reason.setVisible(self._grave)
        self._asks.hide()
        self.show()
        first = next((one for one in self.findChildren(LineButton) if one.isVisibleTo(self)), self.go_on)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Go on, when there is a reason or none is needed."""
        reason = " ".join(self.reason.text().split())
        if self._grave and not reason:
            self._asks.setText(self.tr("Schrijf in een paar woorden waarom het zo kan."))
            self._asks.show()
            self.reason.setFocus()
            return
        self.hide()
        self.reason.clear()
        self.accepted.emit(reason if self._grave else "")

    def close_card(self) -> None:
        """Do not go on."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _fill(self, lines: Sequence[Line]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines[:LINES_AT_MOST]:
            self._lines.addWidget(self._line(line))
        if len(lines) > LINES_AT_MOST:
            more = self.tr("En nog {n} andere.").format(n=len(lines) - LINES_AT_MOST)
            self._lines.addWidget(words(more, "muted"))

    def _line(self, line: Line) -> QWidget:
        said = self.tr("Ernstig: {what}").format(what=line.words) if line.grave else line.words
        if not line.source:
            return words(f"• {said}", wrap=True)
        button = LineButton(self._theme, said)
        button.clicked.connect(lambda: self.source_asked.emit(line.source))
        return self._with_everywhere(button, line) if self.offers_everywhere and line.name else button

    def _with_everywhere(self, button: LineButton, line: Line) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        everywhere = KeyButton(self._theme, self.tr("Overal vervangen…"), kind=QUIET)
        everywhere.setAccessibleName(self.tr("“{name}” overal vervangen").format(name=line.name))
        everywhere.clicked.connect(lambda: self.everywhere_asked.emit(line.name, line.role))
        column.addWidget(button)
        column.addWidget(everywhere, 0, Qt.AlignmentFlag.AlignLeft)
        return whole
