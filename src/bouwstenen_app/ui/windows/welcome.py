"""The first page, when no workspace is open: begin, go on, or look around."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.buttons import BIG, KeyButton
from bouwstenen_app.ui.widgets.cards import Card, ScrollPage
from bouwstenen_app.ui.widgets.line_button import LineButton
from bouwstenen_app.ui.widgets.words import words

MARK = 64
WIDTH = 460


class WelcomePage(QWidget):
    """Offers a new workspace, another one, the example, and the files that were open last, by name only."""

    new_asked = Signal()
    open_asked = Signal()
    example_asked = Signal()
    recent_asked = Signal(object)
    """Path."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._recent = Card(self.tr("Laatst geopend"))
        self._recent_list = QVBoxLayout()
        self._recent_list.setSpacing(2)
        self._recent.column.addLayout(self._recent_list)
        self._middle = QWidget()
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        self._fill(middle)
        row = QHBoxLayout()
        row.setContentsMargins(24, 24, 24, 24)
        row.addStretch(1)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(row))
        self.set_recent(())
        self._fit()
        theme.changed.connect(self._fit)

    def set_recent(self, paths: Sequence[Path]) -> None:
        """Show these files; the folder they are in is told on hover."""
        while (item := self._recent_list.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.setParent(None)
                old.deleteLater()
        for path in paths:
            button = LineButton(self._theme, path.stem)
            button.setToolTip(tip(str(path)))
            button.clicked.connect(lambda _=False, path=path: self.recent_asked.emit(path))
            self._recent_list.addWidget(button)
        self._recent.setVisible(bool(paths))

    def activated(self) -> None:
        """Put the focus on the first thing one can do."""
        self.begin.setFocus()

    def _fit(self) -> None:
        self._middle.setMaximumWidth(self._theme.px(WIDTH))

    def _fill(self, column: QVBoxLayout) -> None:
        self.begin = KeyButton(self._theme, self.tr("Nieuwe werkmap"), "Ctrl+N", kind=BIG, icon="plus")
        self.open = KeyButton(self._theme, self.tr("Werkmap openen"), "Ctrl+O", icon="folder")
        self.example = KeyButton(self._theme, self.tr("Rondkijken in het voorbeeld"), icon="eye")
        self.begin.clicked.connect(self.new_asked)
        self.open.clicked.connect(self.open_asked)
        self.example.clicked.connect(self.example_asked)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addStretch(2)
        column.addWidget(_Mark(self._theme), 0, centre)
        column.addWidget(words(self.tr("Bouwstenen"), "heading"), 0, centre)
        sentence = self.tr(
            "Leg in een sessie vast wat de praktijk leert, breng sessies bij elkaar en lever een rapport op. "
            "Alles staat in één bestand op deze laptop: je werkmap. Bouwstenen gebruikt geen internet."
        )
        told = words(sentence, "muted", wrap=True)
        told.setAlignment(centre)
        column.addWidget(told)
        column.addSpacing(8)
        for button in (self.begin, self.open, self.example):
            column.addWidget(button)
        column.addSpacing(8)
        column.addWidget(self._recent)
        column.addStretch(3)


class _Mark(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._fit()
        theme.changed.connect(self._fit)

    def _fit(self) -> None:
        self.setFixedSize(self._theme.px(MARK), self._theme.px(MARK))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(0, 0, self._theme.pixmap("app", "text", MARK, self))
