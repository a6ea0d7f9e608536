"""What a person sees of a bug of ours: calm words, and three ways on. It stands beside the work, not before it."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QDialog, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.showing_folders import show_folder
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.typed_keys import TypedKeys
from bouwstenen_app.ui.widgets.words import words

WIDTH: Final = 560
_COMMANDS: Final = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)


class BugDialog(QDialog):
    """*Doorgaan* (Enter or Esc) goes on; what was typed meanwhile comes in the field one was in.

    ``kept``: whether half-typed text could be kept.
    """

    begin_again_asked = Signal()
    """Close the workspace, and open it where one was."""

    def __init__(self, theme: Theme, log: Path, *, kept: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._typed = TypedKeys()
        self._field = parent.window().focusWidget() if parent is not None else None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Er ging iets mis"))
        self.said = words(self._words(kept=kept), wrap=True)
        self.go_on = KeyButton(theme, self.tr("Doorgaan"), "Esc", kind=PRIMARY, bound=False)
        self.begin_again = KeyButton(theme, self.tr("Opnieuw beginnen waar ik was"))
        self.show_log = KeyButton(theme, self.tr("Verslag tonen"), icon="folder")
        self._lay_out(theme)
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self.accept)
        self.begin_again.clicked.connect(self._on_begin_again)
        self.show_log.clicked.connect(self._on_show_log)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setFocus()  # not on a button: the space bar of someone who types on would press it

    def _words(self, *, kept: bool) -> str:
        typed = (
            self.tr("Alles wat was opgeslagen staat er nog, en de tekst die je aan het typen was ook.")
            if kept
            else self.tr(
                "Alles wat was opgeslagen staat er nog. De tekst die je aan het typen was kon niet worden bewaard: "
                "kopieer die voordat je opnieuw begint."
            )
        )
        return self.tr(
            "Dat ligt aan Bouwstenen, niet aan jou. {typed}\n\nIn een verslag staat waar in het "
            "programma het misging. Er staat niets in van wat jij hebt getypt, en het gaat nergens heen."
        ).format(typed=typed)

    def _lay_out(self, theme: Theme) -> None:
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        ways = QBoxLayout.Direction
        foot = QBoxLayout(ways.LeftToRight)
        foot.setSpacing(8)
        foot.addWidget(self.show_log)
        foot.addStretch(1)
        foot.addWidget(self.begin_again)
        foot.addWidget(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(words(self.tr("Er ging iets mis"), "title"))
        column.addWidget(self.said)
        column.addStretch(1)
        column.addLayout(foot)
        self.setAccessibleDescription(self.said.text())
        room = self.screen().availableSize()
        width = min(max(theme.px(WIDTH), column.sizeHint().width()), room.width())
        if column.minimumSize().width() > width:
            foot.setDirection(ways.TopToBottom)  # large text on a small screen: the ways on stand under each other
        self.setFixedSize(width, min(column.totalHeightForWidth(width), room.height()))

    def _on_begin_again(self) -> None:
        self.accept()
        self.begin_again_asked.emit()

    def _on_show_log(self) -> None:
        show_folder(self._log.parent)

    def _give_back(self) -> None:
        if self._field is not None:
            self._field.window().activateWindow()
            self._field.setFocus()
            self._typed.hand_over(self._field)
            self._field = None

    # ------------------------------------------------------------------ Qt

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        command = any(event.modifiers() & held for held in _COMMANDS)
        writes = event.text() != "" and event.text().isprintable() and not command
        if self.hasFocus() and (writes or event.key() == Qt.Key.Key_Backspace):
            self._typed.take(event)
        else:
            super().keyPressEvent(event)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.activateWindow()

    @override
    def done(self, result: int) -> None:
        super().done(result)
        self._give_back()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self._give_back()
