"""The tags that stay active for every block that is captured: *Blijft actief*."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from bouwstenen_app.domain.codebook import DOMAIN, Code, Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip, code_tone
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words


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

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook; codes that are not in it are let go."""
        self._book = book
        self.set_codes([code for code in self._codes if code in book.by_id])

    def set_favourites(self, favourites: Sequence[str]) -> None:
        """Take the themes of Alt+1 … Alt+9."""
        self._favourites = favourites[:9]

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
            self.set_codes([])
        elif digit <= len(self._favourites):
            self.toggle(self._favourites[digit - 1])

    def _show(self) -> None:
        while self._row.count() > 2:
            item = self._row.takeAt(1)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, identity in enumerate(self._codes, start=1):
            self._row.insert_widget(place, self._chip(self._book.code(identity)))
        self._label.setVisible(bool(self._codes))
        self._more.setText("+" if self._codes else self.tr("+ vaste tag"))
        name = self.tr("Tags die bij elke volgende bouwsteen blijven")
        self._more.setToolTip(name)
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

    def _fill_menu(self) -> None:
        self._menu.clear()
        self._menu.addSection(self.tr("Domein (Ctrl+D, dan het cijfer)"))
        for digit, code in enumerate(self._book.tops(DOMAIN)[:9], start=1):
            self._add(code, f"{digit}")
        if self._favourites:
            self._menu.addSection(self.tr("Thema’s van deze sessie"))
        for digit, identity in enumerate(self._favourites, start=1):
            self._add(self._book.code(identity), f"Alt+{digit}")
        if self._codes:
            self._menu.addSeparator()
            everything = self._menu.addAction(self.tr("Alles loslaten\tAlt+0"))
            everything.triggered.connect(lambda: self.set_codes([]))

    def _add(self, code: Code, key: str) -> None:
        action = QAction(f"{code.name}\t{key}", self._menu, checkable=True, checked=code.id in self._codes)
        action.triggered.connect(lambda: self.toggle(code.id))
        self._menu.addAction(action)
