"""The bar of an export: how far it is, with a way to stop; and then the file, with a way to open it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QProgressBar, QWidget
from typing_extensions import override

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.buttons import IconButton, KeyButton
from bouwstenen_app.ui.widgets.cards import set_kind
from bouwstenen_app.ui.widgets.words import words

SHOWN: Final = 4
"""Lines about what was found in a document that are told at once."""
NARROW: Final = 420
"""Below this width, in pixels at 100 %, the buttons stand under the words."""


class ExportBar(QFrame):
    """Stands above the pages while there is something to tell."""

    cancel_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._file: Path | None = None
        self.setProperty("kind", "header")
        self._words = words("", wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Voortgang"))
        self.cancel = KeyButton(theme, self.tr("Stoppen"))
        self.open = KeyButton(theme, self.tr("Openen"), icon="file")
        self.folder = KeyButton(theme, self.tr("Map tonen"), icon="folder")
        self.close_bar = IconButton(theme, "close", self.tr("Melding sluiten"), size=14)
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(18, 8, 14, 8)
        row.setSpacing(10)
        row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)  # it is told below
        row.addWidget(self._words, 3)
        row.addWidget(self._bar, 2, Qt.AlignmentFlag.AlignVCenter)
        buttons = self._buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button in (self.cancel, self.open, self.folder):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_bar)
        row.addLayout(buttons)
        self.cancel.clicked.connect(self.cancel_asked)
        self.open.clicked.connect(self._on_open)
        self.folder.clicked.connect(self._on_folder)
        self.close_bar.clicked.connect(self.hide)
        self.hide()

    def put_in_card(self) -> None:
        """Stand in a card: without a line of its own, and in line with what stands there."""
        set_kind(self, "")
        self._row.setContentsMargins(0, 4, 0, 0)

    @property
    def text(self) -> str:
        """What it says now."""
        return self._words.text()

    def show_progress(self, progress: Progress) -> None:
        """Say what is being done and how far it is."""
        self._words.setText(f"{progress.what}…")
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._arrange(working=True)

    def show_done(self, file: Path, remarks: Sequence[str] = ()) -> None:
        """Say that the file is there, and what was found in it: a summary, and a line for each thing."""
        self._file = file
        saved = self.tr("Opgeslagen: {name}").format(name=file.name)
        more = [self.tr("En nog {count} meer.").format(count=len(remarks) - SHOWN)] if remarks[SHOWN:] else []
        self._words.setText("\n".join((saved, *remarks[:SHOWN], *more)))
        self._words.setToolTip(tip("\n".join((str(file), *remarks))))
        had_focus = self.cancel.hasFocus()
        self._arrange(working=False)
        if had_focus:
            self.open.setFocus()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._words.text()))

    def _arrange(self, *, working: bool) -> None:
        busy: tuple[QWidget, ...] = (self._bar, self.cancel)
        done: tuple[QWidget, ...] = (self.open, self.folder, self.close_bar)
        for widget in (*busy, *done):
            widget.setVisible(working == (widget in busy))
        self.show()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._least(), super().minimumSizeHint().height())  # the words go above the buttons then

    def _least(self) -> int:
        edges = self._row.contentsMargins()
        return self._buttons.minimumSize().width() + edges.left() + edges.right()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        beside = self._words.minimumSizeHint().width() + self._row.spacing() + self._least()
        narrow = event.size().width() < max(self._theme.px(NARROW), beside)
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def _on_open(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file)))

    def _on_folder(self) -> None:
        if self._file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._file.parent)))
