"""The one question before something is erased for good: what goes, what is out of reach, and no way back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QProgressBar, QWidget

from bouwstenen_app.domain.erasures import NO_WAY_BACK, OUT_OF_REACH
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import DANGER, KeyButton
from bouwstenen_app.ui.widgets.cards import WARM, Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words


class EraseQuestion(Card):
    """Hidden until it is asked. The focus is on *Niet wissen*: Enter by itself erases nothing."""

    confirmed = Signal()
    declined = Signal()
    shown = Signal(object)
    """It says something else now: itself, to be scrolled to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(kind=WARM, parent=parent)
        self._back: QWidget | None = None
        self._extra: Callable[[], None] = lambda: None
        self._told = words("", "strong", wrap=True)
        self._lines = words("", wrap=True)
        self._reach = words("", "small", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Voortgang"))
        self.accept = KeyButton(theme, "", kind=DANGER, icon="bin")
        self.first = KeyButton(theme, "")
        self.cancel = KeyButton(theme, "", "Esc", bound=False)
        for widget in (self._told, self._lines, self._reach, self._bar):
            self.column.addWidget(widget)
        flow = FlowLayout(gap=10)
        for button in (self.cancel, self.first, self.accept):
            flow.addWidget(button)
        self.column.addLayout(flow)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self._on_declined)
        self.cancel.clicked.connect(self._on_declined)
        self.accept.clicked.connect(self.confirmed)
        self.first.clicked.connect(lambda: self._extra())
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return "\n".join(label.text() for label in (self._told, self._lines, self._reach) if not label.isHidden())

    def ask(
        self,
        lines: Sequence[str],
        accept: str,
        back: QWidget,
        *,
        first: str = "",
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Say what goes and ask; ``first`` is a button for what should be done before, which calls ``then``."""
        self._say(self.tr("Voorgoed wissen?"), [*lines, NO_WAY_BACK], OUT_OF_REACH)
        self._back, self._extra = back, then
        self.accept.setText(accept)
        self.first.setText(first)
        self.cancel.setText(self.tr("Niet wissen"))
        self._arrange(
            self._told, self._lines, self._reach, self.cancel, self.accept, *([self.first] if first else [])
        )
        self.cancel.setFocus()

    def tell(self, lines: Sequence[str], back: QWidget) -> None:
        """Say that there is nothing to erase."""
        self._say(self.tr("Er is niets te wissen"), lines, ())
        self._back = back
        self.cancel.setText(self.tr("Sluiten"))
        self._arrange(self._told, self._lines, self.cancel)
        self.cancel.setFocus()

    def show_progress(self, progress: Progress) -> None:
        """Say what is being done and how far it is."""
        self._told.setText(f"{progress.what}…")
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._arrange(self._told, self._bar)

    def finish(self) -> None:
        """Hide it, and give the focus back."""
        self.hide()
        if self._back is not None:
            self._back.setFocus()

    def _say(self, title: str, lines: Sequence[str], reach: Sequence[str]) -> None:
        self.setAccessibleName(title)
        self._told.setText(title)
        self._lines.setText("\n".join(lines))
        self._reach.setText(
            "\n".join((self.tr("Hier kan het programma niet bij:"), *(f"• {one}" for one in reach)))
        )

    def _arrange(self, *shown: QWidget) -> None:
        every = (self._told, self._lines, self._reach, self._bar, self.accept, self.first, self.cancel)
        for widget in every:
            widget.setVisible(widget in shown)
        self.show()
        self.shown.emit(self)

    def _on_declined(self) -> None:
        if self._bar.isHidden():
            self.finish()
            self.declined.emit()
