"""*Geschiedenis* in an inspector: what happened to the block that is shown, read when someone folds it open."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.services import recounting
from bouwstenen_app.services.recounting import BUNDLE, TAG, Detail, Event
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.field_words import field_words
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.history_panel import HistoryPanel, Told
from bouwstenen_app.ui.widgets.inspector import Inspector

TABLES: Final = ("block", "tagging", "proposal", "contribution")
LONGEST: Final = 160
"""So much of a text that was changed is told."""


class InspectorHistory(QObject):
    """Its panel is made when a block is shown for the first time, and filled when it is open."""

    erase_asked = Signal(str, bool)
    """A block is to be erased for good, or (True) only what it said before."""

    def __init__(self, desk: Desk, theme: Theme, inspector: Inspector, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._inspector = inspector
        self._block = ""
        self._panel: HistoryPanel | None = None
        inspector.shown.connect(self._on_shown)
        desk.changed.connect(self._on_changed)

    @property
    def panel(self) -> HistoryPanel | None:
        """The panel; None until a block was shown."""
        return self._panel

    def _on_shown(self, block: str) -> None:
        if block and self._panel is None:
            self._make_panel()
        if self._panel is not None:
            self._panel.setVisible(bool(block))
        if block != self._block:
            self._block = block
            self._fill()

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*TABLES):
            self._fill()

    def _make_panel(self) -> None:
        panel = self._panel = HistoryPanel(self._theme)
        panel.asked.connect(self._fill)
        panel.erase_asked.connect(self._on_erase_asked)
        layout = self._inspector.layout()
        assert layout is not None
        layout.addWidget(panel)

    def _on_erase_asked(self, earlier: bool) -> None:
        self.erase_asked.emit(self._block, earlier)

    def _fill(self) -> None:
        if self._block and self._panel is not None and self._panel.is_open:
            events = self._desk.read(recounting.history, self._block)
            several = any(event.laptop != self._desk.laptop for event in events)
            self._panel.show_events([self._told(event, several=several) for event in events])

    # -- in words

    def _told(self, event: Event, *, several: bool) -> Told:
        when = self.tr("{day}, {time}").format(day=dutch.weekday(event.at.date()), time=f"{event.at:%H:%M}")
        if several:
            here = event.laptop == self._desk.laptop
            who = self.tr("op deze laptop") if here else self.tr("op een andere laptop")
            when = f"{when} · {who}"
        sentence = {
            "undo": self.tr("Ongedaan gemaakt: {step}"),
            "redo": self.tr("Opnieuw gedaan: {step}"),
        }.get(event.kind, "{step}")
        label = sentence.format(step=event.label)
        if event.kind == "start":
            label = self.tr("Stond er bij het begin van deze werkmap")
        return Told(when, label, [self._detail(one) for one in self._in_order(event.details)])

    def _in_order(self, details: Iterable[Detail]) -> list[Detail]:
        order = [*field_words(), TAG, BUNDLE]
        return sorted(details, key=lambda one: order.index(one.name) if one.name in order else len(order))

    def _detail(self, detail: Detail) -> str:
        before, after = _shortened(detail.before), _shortened(detail.after)
        if detail.name == TAG:
            sentence = self.tr("Tag erbij: {after}") if after else self.tr("Tag eraf: {before}")
            return sentence.format(before=before, after=after)
        if detail.name == BUNDLE:
            sentence = self.tr("In bundel {after}") if after else self.tr("Uit bundel {before}")
            return sentence.format(before=before, after=after)
        if detail.name == "removed":
            return self.tr("Naar de prullenbak") if after else self.tr("Terug uit de prullenbak")
        name = field_words().get(detail.name, detail.name)
        if not before:
            return self.tr("{name}: {after}").format(name=name, after=after)
        if not after:
            return self.tr("{name} weggehaald; was: {before}").format(name=name, before=before)
        return self.tr("{name}: {before} → {after}").format(name=name, before=before, after=after)


def _shortened(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= LONGEST else whole[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
