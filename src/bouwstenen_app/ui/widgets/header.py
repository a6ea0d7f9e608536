"""The header above every place: where you are, search, saved or not, undo and redo, the place's own buttons."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton, KeyButton
from bouwstenen_app.ui.widgets.saved_status import SavedStatus
from bouwstenen_app.ui.widgets.search_field import SearchField
from bouwstenen_app.ui.widgets.words import ElidedLabel

HEIGHT: Final = 60
SEARCH_WIDTHS: Final = (300, 210, 170, 96, 72)
"""The search field as wide as can be, and with less and less room."""
LEVELS: Final = len(SEARCH_WIDTHS)
WIDEST: Final = 16_777_215
"""What Qt calls no maximum."""
TITLE_WIDTH: Final = 230
"""What the title may always have, before the rest makes room or goes to a second line."""
LOW_TITLE_WIDTH: Final = 150
"""The same in a low window, where a second line costs more than the end of a title."""


class HeaderBar(QFrame):
    """Makes room when the window is narrow or the text large: first the search field, then words and key caps."""

    undo_asked = Signal()
    redo_asked = Signal()
    search_left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("kind", "header")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.title = ElidedLabel("title")
        self.subtitle = ElidedLabel("muted")
        self.search = SearchField(theme)
        self.status = SavedStatus(theme)
        self.undo = IconButton(theme, "undo", "", framed=True, size=16)
        self.redo = IconButton(theme, "redo", "", framed=True, size=16)
        self._actions: list[QWidget] = []
        self._low = False
        self._lay_out()
        self.set_undo(None)
        self.set_redo(None)
        self.undo.clicked.connect(self.undo_asked)
        self.redo.clicked.connect(self.redo_asked)
        self.search.left.connect(self.search_left)
        theme.changed.connect(self._fit)

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Say where the user is."""
        self.title.setText(title)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))
        self._fit()

    def set_actions(self, actions: Sequence[QWidget]) -> None:
        """Show the buttons of the place that is in front; those of other places stay theirs, out of sight."""
        before, self._actions = self._actions, []
        for widget in before:
            if widget not in actions:
                widget.removeEventFilter(self)
                self._slot.removeWidget(widget)
                widget.hide()
        for widget in actions:
            self._slot.addWidget(widget)
            widget.show()
            widget.installEventFilter(self)
        self._actions = list(actions)
        self._fit()

    def set_low(self, low: bool) -> None:
        """Stay on one line as long as can be: the window is low."""
        if low != self._low:
            self._low = low
            self._fit()

    def set_undo(self, step: str | None) -> None:
        """Say which step *Ongedaan maken* takes back; None when there is none."""
        said = self.tr("Ongedaan maken: {step} (Ctrl+Z)").format(step=step)
        self._set_step(self.undo, said if step is not None else self.tr("Niets om ongedaan te maken"), step)

    def set_redo(self, step: str | None) -> None:
        """Say which step *Opnieuw* does again; None when there is none."""
        said = self.tr("Opnieuw: {step} (Ctrl+Y)").format(step=step)
        self._set_step(self.redo, said if step is not None else self.tr("Niets om opnieuw te doen"), step)

    def show_saved(self, at: datetime | None) -> None:
        """Say that everything is on disk."""
        self.status.show_saved(at)
        self._fit()

    def show_read_only(self) -> None:
        """Say that this is a copy to look at, in which there is nothing to take back."""
        self.set_undo(None)
        self.set_redo(None)
        self.status.show_read_only()
        self._fit()

    def show_unsaved(self, reason: str) -> None:
        """Say that the last change is not on disk, and why."""
        self.status.show_unsaved(reason)
        self._fit()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(TITLE_WIDTH), self._theme.px(HEIGHT))  # it makes room when it is narrower

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_slot"):
            self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A place hides a button that there is nothing for: its room goes to the title.
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent) and watched in self._actions:
            self._fit()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self._words = QWidget()
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.subtitle)
        column.addStretch(1)
        self._tools = QWidget()
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.search, 1)
        row.addWidget(self.status)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        self._buttons = QWidget()
        self._slot = QHBoxLayout(self._buttons)
        self._slot.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._buttons)
        self._row = row
        self._top = QHBoxLayout()
        self._top.addWidget(self._words, 1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        self._box.addLayout(self._top, 1)
        self._box.addWidget(self._tools, 0)

    def _set_step(self, button: IconButton, name: str, step: str | None) -> None:
        button.set_name(name)
        button.setEnabled(step is not None)

    def _fit(self) -> None:
        """Choose how much everything may take: the roomiest way in which the title keeps its width."""
        px = self._theme.px
        for layout, gap in ((self._row, 12), (self._slot, 8), (self._box, 16), (self._top, 16)):
            layout.setSpacing(px(gap))
        room = self.width() - 2 * px(20)
        whole = max(label.full_width() for label in (self.title, self.subtitle))
        level = self._level(room - px(16) - min(px(TITLE_WIDTH), whole))
        if level is None and self._low and self._needed(LEVELS - 1) <= room - px(16 + LOW_TITLE_WIDTH):
            level = LEVELS - 1
        two_lines = level is None
        if two_lines:
            level = self._level(room)
        self._raise_buttons(up=level is None)
        level = LEVELS - 1 if level is None else level
        spare = room - px(16) - whole - self._needed(level)
        self.search.setMinimumWidth(px(SEARCH_WIDTHS[level]))
        towards = QBoxLayout.Direction.TopToBottom if two_lines else QBoxLayout.Direction.LeftToRight
        self._box.setDirection(towards)
        self._box.setContentsMargins(px(20), px(9 if two_lines else 6), px(20), px(9 if two_lines else 6))
        widest = min(px(SEARCH_WIDTHS[0]), px(SEARCH_WIDTHS[level]) + max(0, spare))  # the title has its room first
        self.search.setMaximumWidth(WIDEST if two_lines else widest)
        policy = QSizePolicy.Policy.Preferred if two_lines else QSizePolicy.Policy.Maximum
        self._tools.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        self.setFixedHeight(max(px(HEIGHT), self._box.sizeHint().height() + 1))

    def _raise_buttons(self, *, up: bool) -> None:
        """Set the buttons of the place beside the title, where the line of the tools is too short for them."""
        here, there = (self._top, self._row) if up else (self._row, self._top)
        if here.indexOf(self._buttons) < 0:
            there.removeWidget(self._buttons)
            here.addWidget(self._buttons)

    def _level(self, room: int) -> int | None:
        return next((level for level in range(LEVELS) if self._needed(level) <= room), None)

    def _shorten(self, level: int) -> None:
        """Show as much of the words as goes with a level; the search field would grow at once, so it waits."""
        self.status.set_brief(level >= 2)
        for widget in self._actions:
            if isinstance(widget, KeyButton):
                widget.show_key(level < 3)

    def _needed(self, level: int) -> int:
        self._shorten(level)
        shown = (action for action in self._actions if not action.isHidden())
        parts = (self.status, self.undo, self.redo, *shown)
        widths = [self._theme.px(SEARCH_WIDTHS[level]), *(part.sizeHint().width() for part in parts)]
        return sum(widths) + self._row.spacing() * (len(widths) - 1)
