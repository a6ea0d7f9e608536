"""One bundle in full: where it comes from, its form, what partners say, and its contributions."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.bundle_form import BundleForm
from bouwstenen_app.ui.widgets.buttons import DANGER, KeyButton
from bouwstenen_app.ui.widgets.cards import ScrollPage
from bouwstenen_app.ui.widgets.consent_table import ConsentTable, Row
from bouwstenen_app.ui.widgets.contribution_card import Contribution, ContributionCard
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.marked_text import MarkedText
from bouwstenen_app.ui.widgets.words import words

TWO_COLUMNS: Final = 760
"""Pixels at 100 % from which the contributions stand beside the form."""
FIRST: Final = 4
"""So many contributions are shown at once: about as many as are in sight."""
WIDEST: Final = 620
"""A column of text is not wider than this, in pixels at 100 %."""


class BundleDetail(QWidget):
    """Shows a bundle; its parts ask, and their place acts."""

    joining_asked = Signal(QPoint)
    dissolving_asked = Signal()
    adding_asked = Signal(QPoint)
    out_asked = Signal(str)
    """Id of a block that is to leave the bundle."""
    opened = Signal(str)
    left = Signal()
    edited = Signal(str, str, object)
    """Id of the bundle, name of the field of ``Bundle``, new value."""
    picker_asked = Signal(str, str, QPoint)
    """Id of the bundle, slug of the dimension, where the picker may open."""
    paste_refused = Signal(int)

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[ContributionCard] = []
        self._shown: tuple[Contribution, ...] = ()
        self._filled = 0
        """So many cards show a contribution."""
        self._rest = QTimer(self, interval=15)
        self._rest.timeout.connect(self._show_next)
        self._bundle = ""
        self.number = words("", "title")
        self.origin = MarkedText(theme, muted=True)
        self.join = KeyButton(theme, self.tr("Samenvoegen…"), "M", bound=False)
        self.dissolve = KeyButton(theme, self.tr("Opheffen"), "Del", kind=DANGER, bound=False)
        self.form = self._form(book)
        self.consents = ConsentTable(theme)
        self.add = KeyButton(theme, self.tr("Bijdrage toevoegen…"), "N", icon="plus", bound=False)
        self._count = words("", "strong")
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._left, self._right, self._contributions = QWidget(), QWidget(), QVBoxLayout()
        self.area = self._build()
        self.join.clicked.connect(self.ask_join)
        self.dissolve.clicked.connect(self.dissolving_asked)
        self.add.clicked.connect(self.ask_add)

    @property
    def cards(self) -> Sequence[ContributionCard]:
        """The contributions that are shown, in order."""
        return self._cards[: self._filled]

    def ask_join(self) -> None:
        """Ask with which bundle this one is to be joined."""
        self.joining_asked.emit(self.join.mapToGlobal(QPoint(0, self.join.height())))

    def ask_add(self) -> None:
        """Ask which block is to come in."""
        self.area.ensureWidgetVisible(self.add)
        self.adding_asked.emit(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def ask_partner(self) -> None:
        """Ask to which partner it is to be submitted."""
        self.area.ensureWidgetVisible(self.consents.add)
        self.consents.ask()

    def show_bundle(
        self, bundle: Bundle, origin: str, contributions: Sequence[Contribution], partners: Sequence[Row]
    ) -> None:
        """Show a bundle with the line that says where it comes from."""
        fresh = bundle.id != self._bundle
        self._bundle = bundle.id
        self.number.setText(bundle.spoken_id)
        self.origin.show_text(origin)
        self.form.show_bundle(bundle)
        self.consents.show_rows(bundle.id, partners)
        self._count.setText(dutch.counted(len(contributions), self.tr("bijdrage"), self.tr("bijdragen")))
        self._show_contributions(contributions, fresh=fresh)
        if fresh:
            self.area.verticalScrollBar().setValue(0)
        self._fit()

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook: the form is made anew."""
        self.form.finish()
        old, bundle = self.form, self.form.bundle
        self.form = self._form(book)
        self._left_column.replaceWidget(old, self.form)
        old.hide()
        old.deleteLater()
        if bundle is not None:
            self.form.show_bundle(bundle)

    def _form(self, book: Codebook) -> BundleForm:
        form = BundleForm(self._theme, book)
        form.edited.connect(self.edited)
        form.picker_asked.connect(self.picker_asked)
        form.paste_refused.connect(self.paste_refused)
        return form

    def finish(self) -> None:
        """Tell of an edit that is still under way."""
        self.form.finish()
        self.consents.finish()

    def _show_contributions(self, contributions: Sequence[Contribution], *, fresh: bool) -> None:
        """Show the first at once, and those that are out of sight one by one after that: each takes some time."""
        focused = next((place for place, card in enumerate(self.cards) if card.hasFocus()), None)
        self._shown = tuple(contributions)
        at_once = FIRST if fresh else max(FIRST, self._filled)
        self._filled = 0
        for _ in self._shown[:at_once]:
            self._show_next()
        for card in self._cards[self._filled :]:
            card.hide()
        self._rest.start()
        if focused is not None and not (cards := self.cards):
            self.add.setFocus()
        elif focused is not None:  # what was taken out had the focus: the next one has it now
            cards[min(focused, len(cards) - 1)].setFocus()

    def _show_next(self) -> None:
        if self._filled == len(self._shown):
            self._rest.stop()
            return
        if self._filled == len(self._cards):
            card = ContributionCard(self._theme)
            card.out_asked.connect(self.out_asked)
            card.opened.connect(self.opened)
            card.left.connect(self.left)
            card.stepped.connect(self._on_stepped)
            self._contributions.addWidget(card)
            self._cards.append(card)
        card = self._cards[self._filled]
        card.show_contribution(self._shown[self._filled])
        card.show()
        self._filled += 1

    def _on_stepped(self, by: int) -> None:
        places = [place for place, card in enumerate(self._cards) if card.hasFocus()]
        if places:
            card = self._cards[max(0, min(self._filled - 1, places[0] + by))]
            card.setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(card, 0, self._theme.px(12))

    # -- how it is put together

    def _head(self) -> QWidget:
        head = QWidget()
        top = QHBoxLayout(head)
        top.setContentsMargins(0, 0, 0, 0)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=8)
        flow.addWidget(self.join)
        flow.addWidget(self.dissolve)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        buttons.setSizePolicy(policy)
        top.addWidget(self.number, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(buttons, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _build(self) -> QScrollArea:
        left = self._left_column = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.form)
        left.addSpacing(14)
        left.addWidget(words(self.tr("Afstemming"), "strong"))
        left.addWidget(self.consents)
        left.addStretch(1)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(10)
        above = QWidget()
        row = FlowLayout(above, gap=10)
        row.addWidget(self._count)
        row.addWidget(self.add)
        right.addWidget(above)
        right.addLayout(self._contributions)
        right.addStretch(1)
        self._contributions.setSpacing(10)
        self._body.addWidget(self._left, 1)
        self._body.addWidget(self._right, 1)
        column = QVBoxLayout()
        column.setContentsMargins(20, 14, 20, 24)
        column.setSpacing(8)
        column.addWidget(self._head())
        column.addWidget(self.origin)
        column.addLayout(self._body)
        column.addStretch(1)
        area = ScrollPage(column)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        return area

    def _fit(self) -> None:
        px = self._theme.px
        wide = self.width() >= px(TWO_COLUMNS)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        self._body.setDirection(direction)
        self._body.setSpacing(px(28))
        for part in (self._left, self._right):
            part.setMaximumWidth(px(WIDEST) if wide else 16_777_215)

    # -- what Qt calls

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
