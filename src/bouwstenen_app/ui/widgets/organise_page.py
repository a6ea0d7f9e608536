"""The page of *Ordenen*: facets on the left, what is chosen above the list, and the inspector on the right."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.arrange_bar import ArrangeBar
from bouwstenen_app.ui.widgets.block_list import BlockList
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.card_painter import CardPainter
from bouwstenen_app.ui.widgets.chips import Chip, code_tone, code_words
from bouwstenen_app.ui.widgets.empty import EmptyState
from bouwstenen_app.ui.widgets.facet_tree import FacetTree
from bouwstenen_app.ui.widgets.filter_row import FilterRow
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.inspector import Inspector
from bouwstenen_app.ui.widgets.low_page import GivingStack
from bouwstenen_app.ui.widgets.switch_row import SwitchRow
from bouwstenen_app.ui.widgets.words import ElidedLabel, words

LEAST: Final = 560
FACETS, INSPECTOR = 236, 354
LEAST_FACETS, LEAST_INSPECTOR = 180, 250
"""Pixels at 100 %; the least are pixels of the screen."""
FACETS_SHARE, INSPECTOR_SHARE = 0.25, 0.33
"""Of the page, at most."""
NARROW, NARROW_SHARE = 820, 0.42
"""Below this width, in pixels at 100 %, the facets come in the place of the inspector when they are asked for."""
NARROWEST: Final = 500
"""Pixels at 100 %: in a narrower page the button of the facets leaves its picture out, for the count beside it."""
SCROLL_BAR: Final = 12


class OrganisePage(QWidget):
    """Lays its parts out; they are public, the place connects them."""

    chip_removed = Signal(str, str)
    """Facet and value of something that was chosen."""
    cleared = Signal()
    """Everything that was chosen is to go."""

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.painter = CardPainter(theme, book)
        self.filter = QLineEdit()
        self.filters = FilterRow(theme)
        self.facets = FacetTree(theme)
        self.count = ElidedLabel("strong")
        self.blocks = BlockList(self.painter)
        self.inspector = Inspector(theme, book)
        self.show_facets = KeyButton(theme, self.tr("Filters"), icon="filter")
        self.show_facets.setCheckable(True)
        self._clear = QPushButton(self.tr("Keuze wissen"))
        self._nothing = EmptyState(
            theme, "search", self.tr("Geen bouwsteen past bij deze keuze."), self.tr("Keuze wissen")
        )
        self.head = SwitchRow()
        self.arrange = ArrangeBar()
        self.counting = words(self.tr("De bouwstenen worden geteld…"), "muted")
        self.front: QWidget = self.blocks
        """What is shown when there are blocks."""
        self._any_found = True
        self._middle = GivingStack()
        self._left = QFrame()
        self._build()
        self._clear.clicked.connect(self.cleared)
        self.show_facets.toggled.connect(self._fit)
        self._nothing.accepted.connect(self.cleared)
        theme.changed.connect(self._on_theme_changed)

    @property
    def parts(self) -> list[QWidget]:
        """What is on it, as it is read."""
        return [self._left, self.head, self.arrange, self._above, self._middle, *self.inspector.parts]

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook everywhere."""
        self.painter.set_codebook(book)
        self.blocks.refresh_look()
        self.inspector.set_codebook(book)

    def show_chosen(self, chosen: Sequence[tuple[str, str, str, Code | None]], *, text: bool) -> None:
        """Show what is chosen as chips (facet, value, name, code), and whether there is a text as well."""
        self._chips.clear()
        for facet, value, name, code in chosen:
            self._chips.addWidget(self._chip(facet, value, name, code))
        self._clear.setVisible(bool(chosen) or text)
        self._above.setVisible(bool(chosen))

    def show_found(self, found: str, *, any_found: bool) -> None:
        """Say how many there are, and show the list or that there is nothing."""
        self.count.setText(found)
        self._any_found = any_found
        self.set_front(self.front)

    def add_view(self, view: QWidget) -> None:
        """Take another way to see the blocks."""
        view.setMinimumWidth(1)
        self._middle.addWidget(view)

    def set_front(self, view: QWidget) -> None:
        """Show the blocks this way, when there are any."""
        self.front = view
        self._middle.setCurrentWidget(view if self._any_found or view is self.counting else self._nothing)

    def _chip(self, facet: str, value: str, name: str, code: Code | None) -> Chip:
        tone: Callable[[], object] | None = None
        if code is not None:
            tone = lambda: code_tone(self._theme, code)  # noqa: E731 - asked anew at every painting
        chip = Chip(self._theme, code_words(code) if code else name, tone, removable=True, parent=self)  # type: ignore[arg-type]
        chip.removed.connect(lambda: self.chip_removed.emit(facet, value))
        chip.clicked.connect(lambda: self.chip_removed.emit(facet, value))
        chip.show()
        return chip

    def _build(self) -> None:
        self.filter.setProperty("kind", "search")
        self.filter.setPlaceholderText(self.tr("Filter op tekst…  Ctrl F"))
        self.filter.setAccessibleName(self.tr("Filter op tekst"))
        self.filter.setClearButtonEnabled(True)
        self._left.setProperty("kind", "side-left")
        left = QVBoxLayout(self._left)
        left.setContentsMargins(14, 14, 4, 0)
        left.setSpacing(6)
        field = QHBoxLayout()
        field.setContentsMargins(0, 0, 10, 0)
        field.addWidget(self.filter)
        left.addLayout(field)
        left.addWidget(self.filters)
        left.addWidget(self.facets, 1)
        head = self.head.row
        head.addWidget(self.show_facets)
        head.addWidget(self.count, 1)
        self._clear.setProperty("kind", "quiet")
        head.addWidget(self._clear)
        self._above = QWidget()
        self._chips = FlowLayout(self._above, gap=6)
        self._column = QVBoxLayout()
        self._column.setSpacing(10)
        self._column.addWidget(self.head)
        self._column.addWidget(self.arrange)
        self._column.addWidget(self._above)
        self._column.addWidget(self._middle, 1)
        self._middle.addWidget(self.blocks)
        self._middle.addWidget(self._nothing)
        self.counting.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.add_view(self.counting)
        self._nothing.setMinimumWidth(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addLayout(self._column, 1)
        row.addWidget(self.inspector)

    def _on_theme_changed(self) -> None:
        self.blocks.refresh_look()
        self.inspector.refresh_look()
        self._fit()

    def _fit(self) -> None:
        px = self._theme.px
        narrow = self.width() < px(NARROW)
        self.show_facets.setVisible(narrow)
        self.show_facets.show_icon("" if self.width() < px(NARROWEST) else "filter")
        self.show_facets.updateGeometry()
        self._left.setVisible(not narrow or self.show_facets.isChecked())
        self.inspector.setVisible(not narrow or not self.show_facets.isChecked())
        self._column.setContentsMargins(20, 12, max(0, 20 - px(SCROLL_BAR)), 0)
        for row in (self.head, self.arrange):
            row.setContentsMargins(0, 0, px(SCROLL_BAR), 0)  # in line with the cards, beside their scroll bar
        share = NARROW_SHARE if narrow else FACETS_SHARE
        self._left.setFixedWidth(max(LEAST_FACETS, min(px(FACETS), int(self.width() * share))))
        most = int(self.width() * (NARROW_SHARE if narrow else INSPECTOR_SHARE))
        self.inspector.setFixedWidth(max(LEAST_INSPECTOR, min(px(INSPECTOR), most)))

    @override
    def minimumSizeHint(self) -> QSize:
        # What stands beside each other makes room as the window narrows; it never keeps the window wide.
        return QSize(LEAST, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
