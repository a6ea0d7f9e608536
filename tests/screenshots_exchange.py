"""Make a picture of every state of *Uitwisselen* and *Instellingen*, and of what is folded closed elsewhere.

python -m tests.screenshots_exchange [FOLDER]      (out/exchange)
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from tests.screenshots import Opened, open_file, shoot_states, studio
from tests.screenshots_organise import LONG, example

from bouwstenen_app.domain.codebook import THEME
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import boards, capturing, codebook_editing, pointing, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import open_store
from bouwstenen_app.surroundings import surroundings
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.exchange import ExchangePlace
from bouwstenen_app.ui.places.export_acts import ExportActs
from bouwstenen_app.ui.places.leaving_gate import LeavingGate
from bouwstenen_app.ui.places.parcel_acts import ParcelActs
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.coverage_strip import CoverageStrip
from bouwstenen_app.ui.widgets.history_panel import HistoryPanel

States = dict[str, Callable[[], object]]
ROWS = "Titel;Toelichting;Thema;Domein;Stippen;Wie deed er mee\n" + "".join(
    f"Warm overdragen, manier {n};{LONG};Samenwerking;Politie;{n if n % 3 else 'veel'};team {n}\n"
    for n in range(1, 12)
)
POINTING = (
    "Bel haar op 06-12345678 uitleg: Moeder Fatima gaf ook k.visser@ziggo.nl",
    "Bsn 123456782 stond op het formulier dat de school naar de gemeente stuurde toen het te laat was",
)
NEW_CODES = ("Terugkoppelingen", "Samenwerkingsovereenkomsten in de jeugdbeschermingsketen van de hele regio")


def two_laptops(folder: Path) -> tuple[Path, Path]:
    """Return the example, and what another laptop made of it meanwhile."""
    here, other = folder / "voorbeeld.bouwstenen", folder / "Tafel 2 van Marleen.bouwstenen"
    store = example(here)
    ids = [block.id for block in store.read(boards.select_blocks, Selection())]
    store.copy_to(other)
    store.do("Titel", capturing.edit_block, ids[5], title=f"{LONG}, en dat bleek te werken")
    store.do("Titel", capturing.edit_block, ids[6], title="Warm overdragen, ook op vrijdagmiddag")
    store.close()
    store = open_store(other, surroundings(folder / "andere laptop"))
    for code in NEW_CODES:
        store.do("Code", codebook_editing.add_code, dimension=THEME, name=code)
    workshop = store.read(preparing.workshops)[0].id
    store.do("Vast", capturing.capture, "Van de tweede tafel #terugkoppelingen", workshop=workshop)
    store.do("Titel", capturing.edit_block, ids[5], title=f"{LONG}, en dat werkte niet")
    store.do("Titel", capturing.edit_block, ids[6], title="Warm overdragen")
    store.close()
    return here, other


class Exchange:
    """*Uitwisselen* of a window, with a card in sight."""

    def __init__(self, opened: Opened, other: Path) -> None:
        self._opened = opened
        self._other = other

    @property
    def place(self) -> ExchangePlace:
        """The place as it is now: another one after files came in."""
        if not isinstance(self._opened.window.current_place, ExchangePlace):
            self._opened.window.go("exchange")
        place = self._opened.window.current_place
        assert isinstance(place, ExchangePlace)
        return place

    def before(self) -> States:
        """Return the states before files come in."""
        return {
            "kiezen": lambda: self.look(self.place.card),
            "bezig": lambda: self.place.card.show_progress(Progress(2, 5, "Bestanden bekijken")),
            "gevonden": self.find,
        }

    def find(self) -> None:
        """Look at what the other laptop made."""
        self.place.look_at([self._other])
        wait(self.place.card.accept.isVisible)
        self.look(self.place.card)

    def take_in(self) -> None:
        """Take in what the other laptop made; the workspace is opened anew."""
        self.find()
        self.place.card.accept.click()
        wait(lambda: not self.place.last.isHidden())

    def after(self, rows: Path) -> States:
        """Return the states after files came in."""
        return {
            "verschillen": lambda: self.look(self.place.differences.card),
            "codes": lambda: self.look(self.place.arrivals.card),
            "laatst": lambda: (self.place.last._settle(), self.look(self.place.last)),
            "laatst-terug": lambda: (self.place.last.back.click(), self.look(self.place.last)),
            "import": lambda: (self.place.imports._on_declined(), self.look(self.place.imports.card)),
            "import-kolommen": lambda: self._import(rows),
            "import-klaar": self._imported,
            "pakket": lambda: self.look(self.place.parcels.card),
            "pakket-poort": lambda: self._gate(self.place.parcels, "pakket.bouwstenen"),
            "bibliotheek": lambda: self.look(self.place.library.card),
            "bibliotheek-bezig": self._library_at_work,
            "export": lambda: (self.place.library._settle(), self.look(self.place.exports.card)),
            "export-kiezen": lambda: self._export(choose=True),
            "export-bezig": lambda: self.place.exports.bar.show_progress(Progress(4, 9, "Export schrijven")),
            "export-klaar": lambda: self.place.exports.bar.show_done(Path(f"/map/{LONG[:120]}.xlsx")),
            "export-poort": lambda: self._gate(self.place.exports, "alles.xlsx"),
            "export-poort-leeg": lambda: self._replaced(self.place.exports.gate),
            "andere": lambda: (self._export(choose=False), self.look(self.place.exports.card, low=True)),
        }

    def look(self, card: Card, *, low: bool = False) -> None:
        """Bring a card to the top of the page."""
        QTest.qWait(60)
        area = self.place.findChild(QScrollArea)
        middle = card.parentWidget()
        assert area is not None
        assert isinstance(middle, QWidget)
        bar = area.verticalScrollBar()
        bar.setValue(bar.maximum() if low else card.y() + middle.y() - 14)

    def _import(self, rows: Path) -> None:
        self.place.imports.look_at(rows)
        wait(self.place.imports.card.accept.isVisible)
        self.look(self.place.imports.card)

    def _imported(self) -> None:
        card = self.place.imports.card
        if card.accept.isEnabled():
            card.accept.click()
            wait(card.choose.isVisible)
        self.look(card)

    def _library_at_work(self) -> None:
        library = self.place.library
        library._show_progress(Progress(30, 90, "Publiceren"))
        library._arrange(working=True)

    def _gate(self, acts: ExportActs | ParcelActs, name: str) -> None:
        """Try to let a file go with identifiers in it."""
        desk = self._opened.window.current_place._desk  # type: ignore[attr-defined]
        workshop = desk.read(preparing.workshops)[0].id
        for line in () if desk.read(pointing.blocks, Selection()) else POINTING:
            desk.do("Vast", capturing.capture, line, workshop=workshop)
        acts.write(self._other.with_name(name))
        wait(lambda: acts.gate.is_asking and acts._job is None)
        QTest.qWait(100)

    def _replaced(self, gate: LeavingGate) -> None:
        """Put a role in the place of all that was found."""
        for _ in range(60):
            QTest.keyClick(gate.card, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
        self.look(self.place.exports.card)

    def _export(self, *, choose: bool) -> None:
        self.place.exports.gate.dismiss()
        self.place.exports.sessions.everything.setChecked(not choose)
        self.place.exports.bar.hide()
        self.look(self.place.exports.card)


def elsewhere(opened: Opened) -> States:
    """Return the settings from top to bottom, and what is folded closed in the other places."""
    window = opened.window

    def settings(share: float) -> Callable[[], object]:
        def go() -> None:
            window.go("settings")
            place = window.current_place
            assert isinstance(place, SettingsPlace)
            QTest.qWait(100)
            area = place.findChild(QScrollArea)
            assert area is not None
            bar = area.verticalScrollBar()
            bar.setValue(round(share * bar.maximum()))

        return go

    def capture() -> CapturePlace:
        window.go("capture")
        place = window.current_place
        assert isinstance(place, CapturePlace)
        return place

    def coverage() -> None:
        strip = capture().findChild(CoverageStrip)
        assert strip is not None
        if not strip.is_open:
            strip.button.click()
        strip.grid.setFocus()

    def history() -> None:
        window.go("organise")
        place = window.current_place
        QTest.qWait(200)
        panel = place.findChild(HistoryPanel)
        if panel is None:
            return
        if not panel.button.is_open:
            panel.button.click()
        QTest.qWait(100)

    return {
        **{f"instellingen-{n}": settings(n / 4) for n in range(5)},
        "nog-niet-genoemd": coverage,
        "geschiedenis": history,
    }


def wait(until: Callable[[], object]) -> None:
    """Let the window work until something is so."""
    for _ in range(300):
        if until():
            return
        QTest.qWait(50)


def main(words: Sequence[str]) -> None:
    """Make all pictures."""
    with studio(words, "out/exchange") as (out, folder):
        here, other = two_laptops(folder)
        rows = folder / "aantekeningen.csv"
        rows.write_text(ROWS, encoding="utf-8")
        opened = open_file(here, folder)
        wait(lambda: opened.window.current_place is not None)
        QTest.qWait(2000)
        exchange = Exchange(opened, other)
        made = shoot_states(opened, elsewhere(opened), out)
        made += shoot_states(opened, exchange.before(), out)
        exchange.take_in()
        made += shoot_states(opened, exchange.after(rows), out)
        opened.frame.close()
    sys.stdout.write(f"{len(made)} pictures in {out}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
