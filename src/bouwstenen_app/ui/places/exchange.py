"""Uitwisselen: what goes out of the workspace and what comes in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Card, ScrollPage
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words

WIDTH = 760


class ExchangePlace(Place):
    """Offers a copy of the workspace, and other workspaces."""

    copy_asked = Signal()
    """Save a complete copy of the workspace somewhere else."""
    open_asked = Signal()
    new_asked = Signal()
    example_asked = Signal()
    recent_asked = Signal(object)
    """Path."""

    def __init__(
        self, theme: Theme, file: Path, recent: Sequence[Path] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._file = file
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._out())
        column.addWidget(self._others([path for path in recent if path != file]))
        column.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 20)
        row.addWidget(self._middle, 1000)
        row.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollPage(row))
        self._fit()
        theme.changed.connect(self._fit)

    @override
    def title(self) -> str:
        return self.tr("Uitwisselen")

    @override
    def subtitle(self) -> str:
        return self.tr("Werkmap {name} · alles blijft op deze laptop").format(name=self._file.stem)

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("Ctrl Shift S", self.tr("Reservekopie opslaan")),
            Key("Ctrl O", self.tr("Een andere werkmap openen")),
        )

    @override
    def activated(self) -> None:
        self.copy.setFocus()

    def _out(self) -> Card:
        card = Card(self.tr("Meegeven"))
        told = self.tr(
            "Een reservekopie is de hele werkmap in één bestand: je kunt haar op een USB-stick bewaren of "
            "aan een collega geven. Je werkt daarna gewoon verder in deze werkmap."
        )
        card.column.addWidget(words(told, "muted", wrap=True))
        self.copy = KeyButton(
            self._theme, self.tr("Reservekopie opslaan…"), "Ctrl+Shift+S", kind=PRIMARY, icon="copy"
        )
        self.copy.clicked.connect(self.copy_asked)
        _add_left(card, self.copy)
        return card

    def _others(self, recent: Sequence[Path]) -> Card:
        card = Card(self.tr("Andere werkmap"))
        told = self.tr("Deze werkmap gaat dan dicht. Alles wat je deed, is al opgeslagen.")
        card.column.addWidget(words(told, "muted", wrap=True))
        self.open = KeyButton(self._theme, self.tr("Werkmap openen…"), "Ctrl+O", icon="folder")
        self.new = KeyButton(self._theme, self.tr("Nieuwe werkmap…"), icon="plus")
        self.example = KeyButton(self._theme, self.tr("Rondkijken in het voorbeeld"), icon="eye")
        self.open.clicked.connect(self.open_asked)
        self.new.clicked.connect(self.new_asked)
        self.example.clicked.connect(self.example_asked)
        _add_left(card, self.open, self.new, self.example)
        if recent:
            label = words(self.tr("Laatst geopend"), "label")
            label.setContentsMargins(0, 6, 0, 0)
            card.column.addWidget(label)
        for path in recent:
            button = QPushButton(path.stem)
            button.setProperty("kind", "line")
            button.setToolTip(str(path))
            button.clicked.connect(lambda _=False, path=path: self.recent_asked.emit(path))
            card.column.addWidget(button)
        return card

    def _fit(self) -> None:
        self._middle.setMaximumWidth(self._theme.px(WIDTH))


def _add_left(card: Card, *buttons: QWidget) -> None:
    flow = FlowLayout(gap=10)
    for button in buttons:
        flow.addWidget(button)
    card.column.addLayout(flow)
