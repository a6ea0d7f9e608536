"""What stands above the list of blocks: how many there are, and which of them are shown."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bouwstenen_app.ui.look import Tone
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

ROUND, SESSION = "ronde", "sessie"
"""The scopes: this round, or the whole session."""


class ListHeader(QWidget):
    """Counts, two chips that filter, and the choice between this round and the whole session."""

    changed = Signal()
    """Another part is to be shown: ask ``scope``, ``only_untagged`` and ``only_removed``."""
    inbox_asked = Signal()
    """The tags that the codebook does not know are to be looked at."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.only_untagged = False
        self.only_removed = False
        self._count = words("", "strong")
        self.untagged = self._chip(self._on_untagged)
        self.new_tags = self._chip(self.inbox_asked)
        self.new_tags.setCheckable(False)
        self.new_tags.setToolTip(self.tr("Tags die niet in het codeboek staan: beslis wat ermee gebeurt (F3)"))
        self.new_tags.hide()
        self.removed = self._chip(self._on_removed)
        self._scope = SegmentedControl(
            [(ROUND, self.tr("Deze ronde")), (SESSION, self.tr("Hele sessie"))], self.tr("Wat je ziet")
        )
        self._scope.choose(ROUND)
        self._scope.chosen.connect(lambda _: self.changed.emit())
        left = QWidget()
        flow = FlowLayout(left, gap=10)
        for widget in (self._count, self.untagged, self.new_tags, self.removed):
            flow.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(left, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._scope, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def scope(self) -> str:
        """``ronde`` or ``sessie``."""
        return self._scope.current if self._scope.isVisibleTo(self) else SESSION

    def set_scope(self, scope: str) -> None:
        """Show this round or the whole session."""
        self._scope.choose(scope)

    def set_rounds(self, count: int) -> None:
        """Leave the choice out when there is only one round."""
        self._scope.setVisible(count > 1)

    def show_all(self) -> bool:
        """Let the filters of the chips go; True when one was on."""
        was_on = self.only_untagged or self.only_removed
        self.only_untagged = self.only_removed = False
        return was_on

    def set_counts(self, shown: int, untagged: int, removed: int) -> None:
        """Show how many blocks there are, how many lack a domain or theme, and how many are in the bin."""
        if self.only_removed:
            text = self.tr("{n} in de prullenbak")
        else:
            text = self.tr("1 bouwsteen") if shown == 1 else self.tr("{n} bouwstenen")
        self._count.setText(text.format(n=shown))
        self._set(
            self.untagged,
            self.tr("{n} nog te duiden").format(n=untagged),
            shown=self.only_untagged or untagged > 0,
            on=self.only_untagged,
        )
        self._set(
            self.removed,
            self.tr("Prullenbak ({n})").format(n=removed),
            shown=self.only_removed or removed > 0,
            on=self.only_removed,
        )

    def set_new_tags(self, count: int) -> None:
        """Show how many tags of this session the codebook does not know."""
        text = self.tr("1 nieuwe tag") if count == 1 else self.tr("{n} nieuwe tags").format(n=count)
        self._set(self.new_tags, text, shown=count > 0, on=False)

    def _chip(self, slot: object) -> Chip:
        chip = _FilterChip(self._theme)
        chip.clicked.connect(slot)
        return chip

    def _set(self, chip: Chip, text: str, *, shown: bool, on: bool) -> None:
        chip.setText(f"{text} ×" if on else text)
        chip.setChecked(on)
        chip.setVisible(shown)
        chip.updateGeometry()
        chip.update()

    def _on_untagged(self) -> None:
        self.only_untagged = not self.only_untagged
        self.only_removed = False
        self.changed.emit()

    def _on_removed(self) -> None:
        self.only_removed = not self.only_removed
        self.only_untagged = False
        self.changed.emit()


class _FilterChip(Chip):
    """A dashed chip that is filled while its filter is on."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, "", lambda: Tone(theme.look.colour("selected-text"), theme.look.colour("selected"), "")
        )
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)
        self._on_toggled(on=False)

    def _on_toggled(self, on: bool) -> None:
        self._dashed = not on
