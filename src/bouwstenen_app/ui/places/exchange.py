"""Uitwisselen: what goes out of the workspace and what comes in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.arrival_acts import ArrivalActs
from bouwstenen_app.ui.places.difference_acts import DifferenceActs
from bouwstenen_app.ui.places.export_acts import ExportActs
from bouwstenen_app.ui.places.import_acts import ImportActs, ImportForms
from bouwstenen_app.ui.places.leaving_gate import LeavingGate
from bouwstenen_app.ui.places.library_acts import LibraryActs
from bouwstenen_app.ui.places.merge_acts import MergeActs
from bouwstenen_app.ui.places.parcel_acts import ParcelActs
from bouwstenen_app.ui.places.place import Key, Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.file_drop import ImportDrop
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.line_button import LineButton
from bouwstenen_app.ui.widgets.merge_card import MergeCard
from bouwstenen_app.ui.widgets.merged_card import MergedCard
from bouwstenen_app.ui.widgets.page_index import IndexedPage
from bouwstenen_app.ui.widgets.words import words

ABOVE = 14
"""Pixels above a card that is brought to the top."""


class ExchangePlace(Place):
    """Offers a copy of the workspace, and other workspaces. ``word_list``: words that passwords are proposed of."""

    copy_asked = Signal()
    """Save a complete copy of the workspace somewhere else."""
    open_asked = Signal()
    new_asked = Signal()
    example_asked = Signal()
    recent_asked = Signal(object)
    """Path."""
    reopen_asked = Signal()
    """Something came in: open the workspace anew, and come back here."""
    put_back_asked = Signal(object)
    """Path of a backup that is to take the place of the workspace."""
    everywhere_asked = Signal(str, str)
    """What was found is to be replaced wherever it stands, by a role."""

    def __init__(
        self,
        desk: Desk,
        theme: Theme,
        jobs: Jobs,
        word_list: Path,
        recent: Sequence[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._theme = theme
        self._file = file = desk.path
        self.page = IndexedPage(theme)
        self.card = MergeCard(theme)
        self.merges = MergeActs(desk, jobs, self.card, self)
        self.last = MergedCard(theme)
        self.differences = DifferenceActs(desk, theme, self)
        last = self.merges.last()
        self.arrivals = ArrivalActs(desk, theme, last.codes if last else (), self)
        self.imports = ImportActs(desk, theme, jobs, self)
        self.parcels = ParcelActs(desk, theme, jobs, word_list, self)
        self.library = LibraryActs(desk, theme, jobs, self)
        self.exports = ExportActs(desk, theme, jobs, self)
        self._lay_out([path for path in recent if path != file])
        self._show_last()
        self._connect()

    def _lay_out(self, recent: Sequence[Path]) -> None:
        for card in (
            self.card,
            self.differences.card,
            self.arrivals.card,
            self.last,
            self.imports.card,
            self.parcels.card,
            self.exports.card,
            self._out(),
            self._others(recent),
            self.library.card,
        ):
            self.page.add(card)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)

    def look_at(self, files: Sequence[Path]) -> None:
        """Show what files of other laptops would bring."""
        self.merges.look_at(files)

    @override
    def show_card(self, name: str) -> None:
        self.page.show_card(name)

    @override
    def tab_parts(self) -> Sequence[QWidget]:
        return self.page.parts

    @override
    def title(self) -> str:
        return self.tr("Uitwisselen")

    @override
    def subtitle(self) -> str:
        return self.tr("Werkmap {name} · alles blijft op deze laptop").format(name=self._file.stem)

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("Ctrl Shift I", self.tr("Werkmappen van andere laptops kiezen")),
            Key("Ctrl E", self.tr("Exporteren; met een melding open: toch exporteren")),
            Key("Ctrl H", self.tr("Bij een melding: een rol in de plaats zetten")),
            Key("Ctrl Shift S", self.tr("Reservekopie opslaan")),
            Key("Ctrl O", self.tr("Een andere werkmap openen")),
        )

    @override
    def activated(self) -> None:
        self.card.choose.setFocus()

    @property
    @override
    def half_filled(self) -> ImportForms:
        return ImportForms(self.imports)

    def _connect(self) -> None:
        outward = (self.parcels, self.library, self.exports)
        for acts in (self.merges, self.differences, self.arrivals, self.imports, *outward):
            acts.told.connect(self.told)
            acts.problem_told.connect(self.problem_told)
        for gate in self._gates:
            self._serve(gate)
        export = QShortcut(QKeySequence("Ctrl+E"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        export.setAutoRepeat(False)
        export.activated.connect(self._on_export)
        self.merges.merged.connect(self.reopen_asked)
        ImportDrop(self).dropped.connect(lambda files: self.imports.look_at(files[0]))
        self.imports.shown.connect(self._on_import_shown)
        self.imports.reopen_asked.connect(self.reopen_asked)
        self.library.fetched.connect(self.reopen_asked)
        self.last.back_asked.connect(self._on_back)

    @property
    def _gates(self) -> Sequence[LeavingGate]:
        return self.parcels.gate, self.exports.gate

    def _serve(self, gate: LeavingGate) -> None:
        gate.card.offers_everywhere = True
        gate.card.everywhere_asked.connect(self.everywhere_asked)
        gate.block_asked.connect(self.block_asked)
        gate.place_asked.connect(self.place_asked)
        gate.asked.connect(lambda: self._on_asked(gate))

    def _on_asked(self, gate: LeavingGate) -> None:
        """Bring a gate to the top; what was asked at another is put aside."""
        for other in self._gates:
            if other is not gate:
                other.dismiss()
        QTimer.singleShot(0, gate.card, lambda: self.page.to_top(gate.card, ABOVE))

    def _on_export(self) -> None:
        """Go on with what waits at a gate; else ask where an export is to come."""
        if waiting := next((gate for gate in self._gates if gate.is_asking), None):
            waiting.card.accept()
        else:
            self.exports.ask()

    def _on_import_shown(self) -> None:
        """Bring the card of the import to the top, when it has the height that it needs now."""
        card = self.imports.card
        QTimer.singleShot(0, card, lambda: self.page.to_top(card, ABOVE))

    def _show_last(self) -> None:
        last = self.merges.last()
        self.last.setVisible(last is not None)
        if last is not None:
            there = bool(last.backup) and Path(last.backup).is_file()
            self.last.show_merge(_moment(last.at), last.names, last.sentences, back=there)

    def _on_back(self) -> None:
        if (last := self.merges.last()) is not None:
            self.put_back_asked.emit(Path(last.backup))

    def _out(self) -> Card:
        card = Card(self.tr("Alles in één bestand"))
        told = self.tr(
            "Een reservekopie is de hele werkmap in één bestand, om op een USB-stick te bewaren of aan een "
            "collega te geven. Je werkt daarna gewoon verder in deze werkmap. Alles gaat mee zoals het is: of er "
            "persoonsgegevens in staan, wordt hier niet nagekeken."
        )
        card.column.addWidget(words(told, "muted", wrap=True))
        self.copy = KeyButton(self._theme, self.tr("Reservekopie opslaan…"), "Ctrl+Shift+S", icon="copy")
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
            button = LineButton(self._theme, path.stem)
            button.setToolTip(tip(str(path)))
            button.clicked.connect(lambda _=False, path=path: self.recent_asked.emit(path))
            card.column.addWidget(button)
        return card


def _add_left(card: Card, *buttons: QWidget) -> None:
    flow = FlowLayout(gap=10)
    for button in buttons:
        flow.addWidget(button)
    card.column.addLayout(flow)


def _moment(at: str) -> str:
    """Return a moment (ISO 8601) in words."""
    day = dutch.read_date(at[:10])
    return f"{dutch.day(day)} om {at[11:16]}" if day else at
