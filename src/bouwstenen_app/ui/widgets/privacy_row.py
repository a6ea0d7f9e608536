"""The quiet line under a field in which something may point to a person: what it is, and what can replace it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.privacy_roles import Offer
from bouwstenen_app.ui.look import Tone
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import ElidedLabel, words

REPLACE, NEXT = "Ctrl H", "Ctrl ⇧ H"
"""The keys, as they are shown."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the row shows."""

    sentence: str = ""
    red: bool = False
    offers: Sequence[Offer] = ()
    marked: int = 0
    """Which of them the key takes."""


class PrivacyRow(QWidget):
    """Says what was found, and shows what can come in its place as chips; the one that the key takes is marked.

    Narrower than ``least`` (pixels at 100 %) it is one line, with the key only.
    """

    taken = Signal(int)
    """The place of the offer that was clicked."""

    def __init__(self, theme: Theme, *, least: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._least = least
        self._said = Said()
        self._sentence = words("", "warn", wrap=True)
        self._short = ElidedLabel("warn")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._whole, self._line = QWidget(), QWidget()
        self._flow = FlowLayout(gap=6)
        self._lay_out()
        self.hide()

    @property
    def said(self) -> Said:
        """What it shows now."""
        return self._said

    def show_said(self, said: Said) -> None:
        """Say this; nothing is said when there is no sentence."""
        if said == self._said:
            return
        self._said = said
        for label in (self._sentence, self._short):
            label.setText(said.sentence)
            _show_kind(label, "bad" if said.red else "warn")
        self._flow.clear()
        for place, offer in enumerate(said.offers):
            chip = self._chip(place, offer, marked=place == said.marked)
            key = {said.marked: REPLACE, said.marked + 1: NEXT}.get(place)
            self._flow.addWidget(self._with_key(key, chip) if key else chip)
        if (layout := self._whole.layout()) is not None:
            layout.invalidate()
        self._whole.updateGeometry()
        self.updateGeometry()
        self.setVisible(bool(said.sentence))

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(5)
        whole.addWidget(self._sentence)
        whole.addLayout(self._flow)
        line = QHBoxLayout(self._line)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._short, 1)
        line.addWidget(words(REPLACE, "key"))
        self._line.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(0)
        column.addWidget(self._whole)
        column.addWidget(self._line)

    def _chip(self, place: int, offer: Offer, *, marked: bool) -> Chip:
        chip = Chip(self._theme, offer.words, self._strong if marked else None, parent=self)
        chip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        chip.setAccessibleName(self.tr("Vervangen: {words}").format(words=offer.words))
        chip.clicked.connect(lambda *_: self.taken.emit(place))
        return chip

    def _with_key(self, key: str, chip: Chip) -> QWidget:
        """Return a choice with its key before it; a line never ends between them."""
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._key(key))
        row.addWidget(chip)
        return both

    def _strong(self) -> Tone:
        colour = self._theme.look.colour
        return Tone(colour("primary-text"), colour("primary"), colour("primary"))

    def _key(self, key: str) -> QLabel:
        label = words(key, "key", parent=self)
        label.setMinimumHeight(Chip(self._theme, "").sizeHint().height())
        return label

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < self._theme.px(self._least) if self._least else False
        self._whole.setHidden(narrow)
        self._line.setVisible(narrow)


def _show_kind(label: QLabel, kind: str) -> None:
    if label.property("kind") != kind:
        label.setProperty("kind", kind)
        label.style().unpolish(label)
        label.style().polish(label)
