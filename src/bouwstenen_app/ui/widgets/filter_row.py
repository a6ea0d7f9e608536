"""The saved filters as chips above the facets: a click chooses one, its menu renames, moves and throws away."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from bouwstenen_app.ui.look import Tone
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.form_fields import in_form
from bouwstenen_app.ui.widgets.name_card import NameCard

MOST: Final = 8
"""So many are shown as chips, the others in a menu."""
Saved = tuple[str, str, str]
"""Id, name, and what it asks."""


class FilterRow(QWidget):
    """Asks; the place keeps the filters."""

    chosen = Signal(str)
    """Id of the filter to choose."""
    saved = Signal(str)
    """What is chosen now is to be kept under this name."""
    renamed = Signal(str, str)
    move_asked = Signal(str, int)
    """A filter is to go so many places to the right."""
    removal_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._filters: Sequence[Saved] = ()
        self._on = ""
        self._by_id: dict[str, Chip] = {}
        self._renaming = ""
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6)
        self.save = QPushButton(self.tr("Filter bewaren…"))
        self.save.setProperty("kind", "quiet")
        self.save.clicked.connect(self.ask)
        self.naming = NameCard(theme, self.tr("Naam van het filter"), self.tr("Bewaren"))
        in_form(self.naming.line, "naam van een filter")
        self.naming.named.connect(self._on_named)
        self._menu = QMenu(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 10, 0)
        column.setSpacing(4)
        column.addWidget(self._chips)
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.naming)
        self.show_filters((), "", savable=False)

    def show_filters(self, filters: Sequence[Saved], on: str, *, savable: bool) -> None:
        """Show these filters; ``on`` is the one that is chosen now; ``savable`` when something else is."""
        if (tuple(filters), on) != (self._filters, self._on):
            self._fill(filters, on)
        self._chips.setVisible(bool(filters))
        self.save.setVisible(savable)
        if not savable and not self._renaming:
            self.naming.finish()
        self.setVisible(bool(filters) or savable)

    def _fill(self, filters: Sequence[Saved], on: str) -> None:
        focused = next((one for one, chip in self._by_id.items() if chip.hasFocus()), "")
        self._filters, self._on = tuple(filters), on
        self._by_id.clear()
        self._flow.clear()
        for place, (identity, name, asks) in enumerate(filters):
            if place < MOST or identity == on:
                self._by_id[identity] = self._chip(identity, name, asks, on=identity == on)
                self._flow.addWidget(self._by_id[identity])
        if len(filters) > MOST:
            more = Chip(self._theme, self.tr("nog {n}…").format(n=len(filters) - MOST), dashed=True, parent=self)
            more.clicked.connect(self._show_more)
            self._flow.addWidget(more)
            more.show()
        if focused in self._by_id:
            self._by_id[focused].setFocus()

    def ask(self) -> None:
        """Ask under which name what is chosen now is to be kept."""
        self._renaming = ""
        self.naming.ask("", self.save)

    def finish(self) -> None:
        """The name was accepted."""
        self._renaming = ""
        self.naming.finish()

    def _chip(self, identity: str, name: str, asks: str, *, on: bool) -> Chip:
        chip = Chip(self._theme, f"✓ {name}" if on else name, self._tone if on else None, parent=self)
        chip.setAccessibleName(self.tr("Filter {name}, gekozen").format(name=name) if on else name)
        chip.setToolTip(tip(asks))
        chip.clicked.connect(lambda: self.chosen.emit(identity))
        chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        chip.customContextMenuRequested.connect(lambda at: self._show_menu(identity, chip.mapToGlobal(at)))
        chip.show()
        return chip

    def _tone(self) -> Tone:
        look = self._theme.look
        return Tone(look.colour("selected-text"), look.colour("selected"), look.colour("accent"))

    def _show_menu(self, identity: str, at: QPoint) -> None:
        name = next(name for one, name, _ in self._filters if one == identity)
        self._menu.clear()
        add = self._menu.addAction
        add(self.tr("Hernoemen…")).triggered.connect(lambda: self._ask_again(identity, name))
        add(self.tr("Naar voren")).triggered.connect(lambda: self.move_asked.emit(identity, -1))
        add(self.tr("Naar achteren")).triggered.connect(lambda: self.move_asked.emit(identity, 1))
        self._menu.addSeparator()
        add(self.tr("Filter weggooien")).triggered.connect(lambda: self.removal_asked.emit(identity))
        self._menu.popup(at)

    def _show_more(self) -> None:
        self._menu.clear()
        for identity, name, _ in self._filters[MOST:]:
            action = self._menu.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _=False, one=identity: self.chosen.emit(one))
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _ask_again(self, identity: str, name: str) -> None:
        self._renaming = identity
        self.naming.ask(name, self._chips)

    def _on_named(self, name: str) -> None:
        if self._renaming:
            self.renamed.emit(self._renaming, name)
        else:
            self.saved.emit(name)
