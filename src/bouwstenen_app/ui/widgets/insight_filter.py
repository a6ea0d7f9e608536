"""What *Inzicht* counts: the same line as in *Ordenen*, and chosen sessions and regions as chips."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.chips import Chip
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.flow import FlowLayout

TYPING: Final = 120
SESSION, REGION = "s:", "r:"
_MOST_CHIPS: Final = 12


class InsightFilter(QWidget):
    """Of what is chosen, sessions and regions widen each other; the text narrows."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._workshops: Sequence[Workshop] = ()
        self._chosen: list[str] = []
        self.field = QLineEdit()
        self.field.setProperty("kind", "search")
        self.field.setPlaceholderText(self.tr("Alles telt mee. Beperk met tekst of domein:zorg stemmen>3 …"))
        self.field.setAccessibleName(self.tr("Welke bouwstenen tellen mee"))
        self.field.setClearButtonEnabled(True)
        self.source = Choice()
        self.source.setAccessibleName(self.tr("Sessie of regio kiezen"))
        self._clear = QPushButton(self.tr("Alles weer tellen"))
        self._clear.setProperty("kind", "quiet")
        self._typing = QTimer(self, singleShot=True, interval=TYPING)
        self._typing.timeout.connect(self.changed)
        self.field.textChanged.connect(lambda _: self._typing.start())
        self.field.returnPressed.connect(self._on_entered)
        self.source.picked.connect(self._on_picked)
        self._clear.clicked.connect(self.clear)
        self._lay_out()
        self._show()

    @property
    def text(self) -> str:
        """What is typed."""
        return self.field.text().strip()

    @property
    def workshops(self) -> tuple[str, ...]:
        """Ids of the chosen sessions, and those of the chosen regions; empty for all."""
        chosen = set(self._chosen)
        return tuple(
            one.id for one in self._workshops if SESSION + one.id in chosen or REGION + one.region in chosen
        )

    def stop(self) -> None:
        """Forget what waits for a moment of rest."""
        self._typing.stop()

    def set_workshops(self, workshops: Sequence[Workshop]) -> None:
        """Offer these sessions and their regions."""
        self._workshops = workshops
        regions = sorted({one.region for one in workshops if one.region})
        known = {REGION + region for region in regions} | {SESSION + one.id for one in workshops}
        self._chosen = [one for one in self._chosen if one in known]
        offered = [(REGION + region, self.tr("Regio: {name}").format(name=region)) for region in regions]
        offered += [(SESSION + one.id, self._session(one)) for one in workshops]
        self.source.set_choices([("", self.tr("Sessie of regio…")), *offered])
        self.source.set_value("")
        self.source.setEnabled(bool(workshops))
        self._show()

    def clear(self) -> None:
        """Count everything again."""
        self._chosen.clear()
        self.field.clear()
        self._typing.stop()
        self._show()
        self.changed.emit()

    def _session(self, workshop: Workshop) -> str:
        return f"{workshop.title} · {dutch.day(workshop.date)}" if workshop.date else workshop.title

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.field, 5)
        row.addWidget(self.source, 3)
        self._below = QWidget()
        whole_lines = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        whole_lines.setHeightForWidth(True)
        self._below.setSizePolicy(whole_lines)
        self.setSizePolicy(whole_lines)
        self._chips = FlowLayout(self._below)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._below)

    def _show(self) -> None:
        self._clear.setParent(None)
        self._chips.clear()
        names = {REGION + one.region: one.region for one in self._workshops}
        names |= {SESSION + one.id: one.title for one in self._workshops}
        for key in self._chosen[:_MOST_CHIPS]:
            chip = Chip(self._theme, names.get(key, ""), removable=True, parent=self._below)
            chip.removed.connect(lambda key=key: self._on_removed(key))
            chip.clicked.connect(lambda *_, key=key: self._on_removed(key))
            self._chips.addWidget(chip)
            chip.show()
        self._chips.addWidget(self._clear)
        self._clear.setVisible(bool(self._chosen))
        self._below.setVisible(bool(self._chosen))

    def _on_entered(self) -> None:
        self._typing.stop()
        self.changed.emit()

    def _on_picked(self, key: object) -> None:
        self.source.set_value("")
        if isinstance(key, str) and key and key not in self._chosen:
            self._chosen.append(key)
            self._show()
            self.changed.emit()

    def _on_removed(self, key: str) -> None:
        if key in self._chosen:
            self._chosen.remove(key)
            self._show()
            self.source.setFocus()
            self.changed.emit()
