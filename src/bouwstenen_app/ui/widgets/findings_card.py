"""What was found in a report before it goes out: calm lines that can be opened, and the choice to go on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

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
    instead: str = ""
    """What one key puts in its place here; empty when it has to be changed where it stands."""


class FindingsCard(Card):
    """Hidden until something was found. A grave finding asks why the document can go out all the same."""

    accepted = Signal(str)
    """Go on, for this reason; empty when none was asked."""
    source_asked = Signal(str)
    """The text with this source is to be shown."""
    everywhere_asked = Signal(str, str)
    """What was found is to be replaced wherever it stands, now and before, by a role."""
    replace_asked = Signal(object)
    """The Line of which something is to be replaced, here and now."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(kind=WARM, parent=parent)
        self._theme = theme
        self._grave = False
        self._shown: dict[QWidget, Line] = {}
        self.offers_everywhere = False
        """Whether what was found can be replaced everywhere from here."""
        self._title = words("", "strong", wrap=True)
        self._hint = words(
            self.tr("Ctrl+H zet een rol in de plaats van wat je aanwijst. Enter opent waar het staat."),
            "small",
            wrap=True,
        )
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 8, 0)
        self._lines.setSpacing(2)
        self._why = words(
            self.tr("Waarom kan dit toch naar buiten? De reden wordt bij de uitgave bewaard."), wrap=True
        )
        self.reason = QLineEdit()
        self.reason.setMaxLength(LONGEST_REASON)
        in_form(self.reason, "reden")
        self.reason.setAccessibleName(self._why.text())
        self.reason.setPlaceholderText(self.tr("Bijvoorbeeld: met de regio afgesproken"))
        self.go_on = KeyButton(theme, self.tr("Toch exporteren"), "Ctrl+E", kind=PRIMARY, bound=False)
        self.cancel = KeyButton(theme, self.tr("Nog niet"), "Esc", bound=False)
        self._asks = words("", "bad", wrap=True)
        self._lay_out()
        self._connect()
        self.hide()

    def ask(self, title: str, lines: Sequence[Line], *, personal: bool = True) -> None:
        """Show what was found, the grave ones first; ``personal`` when there may be personal data among it."""
        self._say(title, lines, personal=personal)
        self.show()
        self._point_at(0)

    def follow(self, title: str, lines: Sequence[Line], *, personal: bool = True) -> None:
        """Show what is left of it, with the focus where it was."""
        focused = QApplication.focusWidget()
        was_inside, place = focused is not None and self.isAncestorOf(focused), self._place()
        self._say(title, lines, personal=personal)
        if was_inside and not (focused is self.reason and self._grave):
            self._point_at(place)

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

    def _lay_out(self) -> None:
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.cancel)
        self.column.addWidget(self._title)
        self.column.addWidget(self._hint)
        self.column.addLayout(self._lines)
        for widget in (self._why, self.reason, self._asks):
            self.column.addWidget(widget)
        self.column.addLayout(buttons)

    def _connect(self) -> None:
        self.go_on.clicked.connect(self.accept)
        # Only after the key: it would press the button to which the focus goes back.
        self.reason.returnPressed.connect(self.accept, Qt.ConnectionType.QueuedConnection)
        self.cancel.clicked.connect(self.close_card)
        for key, act in (("Esc", self.close_card), ("Ctrl+H", self._on_replace)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def _say(self, title: str, lines: Sequence[Line], *, personal: bool) -> None:
        self._grave = any(line.grave for line in lines)
        set_kind(self, WARM if personal else CARD)
        self.go_on.setText(self.tr("Toch exporteren") if personal else self.tr("Exporteren"))
        self.go_on.updateGeometry()
        self._title.setText(title)
        self._fill(sorted(lines, key=lambda line: not line.grave))
        self._why.setVisible(self._grave)
        self.reason.setVisible(self._grave)
        self._asks.hide()
        self._hint.setVisible(any(line.instead for line in lines))

    def _point_at(self, place: int) -> None:
        """Take the focus to a line; without lines to the button that goes on."""
        buttons = [*self._shown]
        widget = buttons[min(place, len(buttons) - 1)] if buttons else self.go_on
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place(self) -> int:
        """Return at which of the lines in sight the focus is; the first when it is elsewhere."""
        return next((place for place, one in enumerate(self._shown) if _has_focus(one)), 0)

    def _on_replace(self) -> None:
        lines = [*self._shown.values()]
        here = lines[self._place() :]
        if here and here[0].instead:
            self.replace_asked.emit(here[0])

    def _fill(self, lines: Sequence[Line]) -> None:
        self._shown.clear()
        while (item := self._lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines[:LINES_AT_MOST]:
            shown = self._line(line)
            self._lines.addWidget(shown)
            shown.show()  # at once, so that it can have the focus
        if len(lines) > LINES_AT_MOST:
            more = self.tr("En nog {n} andere.").format(n=len(lines) - LINES_AT_MOST)
            self._lines.addWidget(words(more, "muted"))

    def _line(self, line: Line) -> QWidget:
        said = self.tr("Ernstig: {what}").format(what=line.words) if line.grave else line.words
        if not line.source:
            return words(f"• {said}", wrap=True)
        button = LineButton(self._theme, said)
        self._shown[button] = line
        button.clicked.connect(lambda: self.source_asked.emit(line.source))
        offered = [*self._offered(line)]
        return self._with(button, offered) if offered else button

    def _offered(self, line: Line) -> Iterator[QWidget]:
        if line.instead:
            replace = KeyButton(
                self._theme, self.tr("Vervangen door {words}").format(words=line.instead), kind=QUIET
            )
            replace.setAccessibleName(self.tr("{what}: {act}").format(what=line.words, act=replace.text()))
            replace.clicked.connect(lambda: self.replace_asked.emit(line))
            yield replace
        if self.offers_everywhere and line.name:
            everywhere = KeyButton(self._theme, self.tr("Overal vervangen…"), kind=QUIET)
            everywhere.setAccessibleName(self.tr("“{name}” overal vervangen").format(name=line.name))
            everywhere.clicked.connect(lambda: self.everywhere_asked.emit(line.name, line.role))
            yield everywhere

    def _with(self, button: QWidget, offered: Sequence[QWidget]) -> QWidget:
        """Return a line with what is offered for it under it."""
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(0)
        column.addWidget(button)
        flow = FlowLayout(gap=4)
        for one in offered:
            flow.addWidget(one)
        column.addLayout(flow)
        return whole


def _has_focus(button: QWidget) -> bool:
    """Say whether the focus is at a line: on it, or on what is offered for it."""
    focused = QApplication.focusWidget()
    around = button.parentWidget()
    if focused is None or around is None:
        return False
    return focused is button or (focused.parentWidget() is around and isinstance(focused, KeyButton))
