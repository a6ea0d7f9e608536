"""What stays active for every block that is captured, tags and a table: *Blijft actief*."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from bouwstenen_app.domain.codebook import DOMAIN, Code, Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.chips import Chip, code_tone
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words

FAVOURITES: Final = 9
"""As many as there are digits."""


class StickyRow(QWidget):
    """Chips with a × and a menu in which domains and the favourite themes are set and let go."""

    changed = Signal(list)
    """The ids of the codes that stay active now."""

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._book = book
        self._codes: list[str] = []
        self._favourites: Sequence[str] = ()
        self._table: int | None = None
        self._tables = 0
        self._tight = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._row = FlowLayout(self, gap=6)
        self._label = words(self.tr("Blijft actief:"), "muted")
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more = Chip(theme, "", dashed=True)
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self._open_menu)
        self._label.setMinimumHeight(self._more.sizeHint().height())
        self._row.addWidget(self._label)
        self._row.addWidget(self._more)
        self._show()

    @property
    def codes(self) -> tuple[str, ...]:
        """The ids of the codes that stay active."""
        return tuple(self._codes)

    @property
    def table(self) -> int | None:
        """The number of the table that stays active, if one does."""
        return self._table

    def set_table(self, number: int | None) -> None:
        """Let a table stay active; None or 0 for none."""
        if (number or None) != self._table:
            self._table = number or None
            self._show()

    def set_tables(self, count: int) -> None:
        """Take how many tables the session has, for the menu."""
        self._tables = count

    def set_tight(self, *, tight: bool) -> None:
        """Take no room while nothing stays active; the keys for it go on working."""
        if tight != self._tight:
            self._tight = tight
            self._show()

    def let_go(self) -> bool:
        """Let nothing stay active; say whether anything was."""
        was_any = bool(self._codes) or self._table is not None
        self.set_table(None)
        self.set_codes([])
        return was_any

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook; codes that are not in it are let go."""
        self._book = book
        self._favourites = [code for code in self._favourites if code in book.by_id]
        self.set_codes([code for code in self._codes if code in book.by_id])

    def set_favourites(self, favourites: Sequence[str]) -> None:
        """Take the themes of Alt+1 … Alt+9, none to begin anew.

        One that is still among them keeps its digit, for the fingers know it; a newcomer takes the place of one
        that is not.
        """
        newcomers = [code for code in favourites[:FAVOURITES] if code not in self._favourites]
        room = FAVOURITES - len(self._favourites)
        coming = iter(newcomers[max(0, room) :])
        kept = [code if code in favourites else next(coming, code) for code in self._favourites]
        self._favourites = [*kept, *newcomers[: max(0, room)]] if favourites else []

    def set_codes(self, codes: Sequence[str]) -> None:
        """Let exactly these codes stay active, and tell so if it is a change."""
        known = [code for code in dict.fromkeys(codes) if code in self._book.by_id]
        if known != self._codes:
            self._codes = known
            self._show()
            self.changed.emit(list(known))

    def toggle(self, code: str) -> None:
        """Let a code stay active, or no longer; in a dimension with one value it replaces the other."""
        if code in self._codes:
            self.set_codes([other for other in self._codes if other != code])
            return
        dimension = self._book.dimension(self._book.code(code).dimension)
        kept = [c for c in self._codes if dimension.multiple or self._book.code(c).dimension != dimension.slug]
        self.set_codes([*kept, code])

    def toggle_favourite(self, digit: int) -> None:
        """Do what Alt and a digit does: the favourite theme on or off; 0 lets all go."""
        if digit == 0:
            self.let_go()
        elif digit <= len(self._favourites):
            self.toggle(self._favourites[digit - 1])

    def _show(self) -> None:
        while self._row.count() > 2:
            item = self._row.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        chips = [self._table_chip(self._table)] if self._table else []
        chips += [self._chip(self._book.code(identity)) for identity in self._codes]
        for place, chip in enumerate(chips, start=1):
            self._row.insert_widget(place, chip)
        self._label.setVisible(bool(chips))
        self._more.setHidden(self._tight and not chips)
        self._more.setText("+" if chips else self.tr("+ vaste tag"))
        name = self.tr("Tags die bij elke volgende bouwsteen blijven")
        self._more.setToolTip(tip(name))
        self._more.setAccessibleName(name)
        self._more.updateGeometry()
        self.updateGeometry()

    def _open_menu(self) -> None:
        self._menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _chip(self, code: Code) -> Chip:
        sign = self._book.dimension(code.dimension).prefix
        chip = Chip(
            self._theme, f"{sign} {code.name}", lambda: code_tone(self._theme, code), removable=True, parent=self
        )
        chip.removed.connect(lambda: self.toggle(code.id))
        return chip

    def _table_chip(self, number: int) -> Chip:
        chip = Chip(self._theme, self.tr("Tafel {n}").format(n=number), removable=True, parent=self)
        chip.removed.connect(lambda: self.set_table(None))
        return chip

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.addSection(self.tr("Domein (Ctrl+D, dan het cijfer)"))
        for digit, code in enumerate(self._book.tops(DOMAIN)[:9], start=1):
            self._add(code, f"{digit}")
        if self._favourites:
            self._menu.addSection(self.tr("Thema’s van deze sessie"))
        for digit, identity in enumerate(self._favourites, start=1):
            self._add(self._book.code(identity), f"Alt+{digit}")
        if self._tables:
            self._menu.addSection(self.tr("Tafel (Ctrl+B, dan twee keer het cijfer)"))
        for number in range(1, self._tables + 1):
            self._add_table(number)
        if self._codes or self._table:
            self._menu.addSeparator()
            everything = self._menu.addAction(self.tr("Alles loslaten\tAlt+0"))
            everything.triggered.connect(self.let_go)

    def _add_table(self, number: int) -> None:
        on = number == self._table
        action = QAction(self.tr("Tafel {n}").format(n=number), self._menu, checkable=True, checked=on)
        action.triggered.connect(lambda: self.set_table(None if on else number))
        self._menu.addAction(action)

    def _add(self, code: Code, key: str) -> None:
        action = QAction(f"{code.name}\t{key}", self._menu, checkable=True, checked=code.id in self._codes)
        action.triggered.connect(lambda: self.toggle(code.id))
        self._menu.addAction(action)
