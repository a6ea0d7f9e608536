"""What passes between the places of the open workspace, and what is asked in every one: search, beamer, files."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from bouwstenen_app.domain import dutch
from bouwstenen_app.services import boards
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.ui.commands import Hit
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.beamer_acts import OPENING_KEY, PAUSE_KEY, BeamerActs
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.place import Place
from bouwstenen_app.ui.places.review_door import REVIEW
from bouwstenen_app.ui.widgets.file_drop import WorkspaceDrop
from bouwstenen_app.ui.windows.main import MainWindow

SESSIONS, CAPTURE, ORGANISE, INSIGHT, REPORT = "sessions", "capture", "organise", "insight", "report"
EXCHANGE, SETTINGS = "exchange", "settings"
TEXT, SESSION, CODE, BLOCK, BUNDLE, PAPER = "tekst", "sessie", "code", "bouwsteen", "bundel", "papier"
"""How the keys of what the palette found begin."""

AnyPlace = TypeVar("AnyPlace", bound=Place)


class BetweenPlaces(QObject):
    """Goes to the place that shows what was asked; one that is not *Vastleggen* is imported only then."""

    open_asked = Signal(object)
    """Path of a workspace that was dropped on the window while none was open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._desk: Desk | None = None
        window.command_palette.set_finder(self._find)
        window.command_palette.found.connect(self._on_found)
        self._serve_beamer_keys()
        WorkspaceDrop(window).dropped.connect(self.look_at)

    def use(self, desk: Desk | None) -> None:
        """Go about in this workspace from now on; None when none is open."""
        self._desk = desk

    @property
    def beamer(self) -> BeamerActs:
        """The beamer; *Vastleggen* has it."""
        return self._at(CAPTURE, CapturePlace).beamer

    @property
    def beamer_shows(self) -> bool:
        """Whether the room sees something of the workspace."""
        if self._desk is None or not self._window.is_built(CAPTURE):
            return False
        return self.beamer.on and not self.beamer.blanked

    def show_beamer(self) -> None:
        """Put the beamer on again."""
        self._ask_beamer(BeamerActs.open)

    def open_workshop(self, identity: str) -> None:
        """Go to *Vastleggen* with this session."""
        place = self._at(CAPTURE, CapturePlace)
        place.open_workshop(identity)
        self._window.go(CAPTURE)
        place.activated()  # to the line, whatever way of working was in front

    def new_session(self) -> None:
        """Go to *Sessies* and begin a session."""
        from bouwstenen_app.ui.places.sessions import SessionsPlace

        self._window.go(SESSIONS)
        self._at(SESSIONS, SessionsPlace).begin_new()

    def show_block(self, identity: str) -> None:
        """Show a block where it was captured, in the list and in the inspector."""
        block = self._desk.read(boards.block, identity) if self._desk else None
        if block is not None:
            self.open_workshop(block.workshop)
            self._at(CAPTURE, CapturePlace).show_block(identity)

    def show_selection(self, selection: Selection) -> None:
        """Show the blocks of a selection in *Ordenen*."""
        from bouwstenen_app.ui.places.organise import OrganisePlace

        self._at(ORGANISE, OrganisePlace).show_selection(selection)
        self._window.go(ORGANISE)

    def show_code(self, identity: str) -> None:
        """Show the blocks with this code in *Ordenen*."""
        if self._desk is not None:
            code = self._desk.book.code(identity)
            self.show_selection(Selection(codes={code.dimension: (identity,)}))

    def show_bundle(self, identity: str) -> None:
        """Show a bundle in *Ordenen*."""
        from bouwstenen_app.ui.places.bundles import BundlesView
        from bouwstenen_app.ui.places.organise import OrganisePlace
        from bouwstenen_app.ui.places.organise_views import BUNDLES

        place = self._at(ORGANISE, OrganisePlace)
        self._window.go(ORGANISE)
        place.door.close()
        place.views.go(BUNDLES)
        view = place.views.view(BUNDLES)
        if not isinstance(view, BundlesView):
            raise TypeError(type(view).__name__)
        view.show_bundle(identity)

    def look_at(self, files: Sequence[Path]) -> None:
        """Ask in *Uitwisselen* what to do with these files; without a workspace the first is opened."""
        from bouwstenen_app.ui.places.exchange import ExchangePlace

        if self._desk is None:
            self.open_asked.emit(files[0])
            return
        self._window.go(EXCHANGE)
        self._at(EXCHANGE, ExchangePlace).look_at(files)

    def read_back(self, files: Sequence[Path]) -> None:
        """Read documents that came back, and show the remarks in them."""
        from bouwstenen_app.ui.places.review import ReviewPlace

        self._window.go(REVIEW)
        self._at(REVIEW, ReviewPlace).read(files)

    def ask_erase(self, block: str, earlier: bool) -> None:
        """Ask where all erasing is whether a block is to go for good, or what it said before."""
        self._settings_now().ask_erase(block, earlier=earlier)

    def ask_everywhere(self, text: str, role: str) -> None:
        """Ask in *Instellingen* whether a name is to become its role everywhere."""
        self._settings_now().ask_everywhere(text, role)

    def _settings_now(self) -> Any:
        from bouwstenen_app.ui.places.settings import SettingsPlace

        self._window.go(SETTINGS)
        return self._at(SETTINGS, SettingsPlace)

    def _at(self, key: str, kind: type[AnyPlace]) -> AnyPlace:
        """Return a place as what it is."""
        place = self._window.place(key)
        if not isinstance(place, kind):
            raise TypeError(f"{key}: {type(place).__name__}")
        return place

    # ------------------------------------------------------------------ what is asked in every place

    def _find(self, text: str) -> list[Hit]:
        """Return what a text may mean: all blocks with it, then sessions, bundles, codes and the newest blocks."""
        if self._desk is None or not text:
            return []
        from bouwstenen_app.domain.papers import about as papers_about
        from bouwstenen_app.services.finding import find_anything

        anything = self._desk.read(find_anything, text)
        count = dutch.counted(anything.total, self.tr("bouwsteen"), self.tr("bouwstenen"))
        whole = self.tr("Toon {n} met “{text}” in Ordenen").format(n=count, text=text)
        return [
            *([Hit(f"{TEXT}:{text}", whole)] if anything.total else []),
            *(
                Hit(f"{SESSION}:{one.id}", one.title, dutch.day(one.date) if one.date else "")
                for one in anything.workshops
            ),
            *(Hit(f"{BUNDLE}:{one.id}", one.title, one.spoken_id) for one in anything.bundles),
            *(Hit(f"{CODE}:{one.id}", one.name, self.tr("bouwstenen met deze tag")) for one in anything.codes),
            *(Hit(f"{PAPER}:{one.slug}", one.title, self.tr("papier, naar Word")) for one in papers_about(text)),
            *(Hit(f"{BLOCK}:{one.id}", one.title, one.spoken_id) for one in anything.blocks),
        ]

    def _on_found(self, key: str) -> None:
        kind, _, about = key.partition(":")
        acts: dict[str, Callable[[str], None]] = {
            TEXT: lambda text: self.show_selection(Selection(query=text)),
            SESSION: self.open_workshop,
            CODE: self.show_code,
            BLOCK: self.show_block,
            BUNDLE: self.show_bundle,
            PAPER: lambda slug: self._settings_now().open_paper(slug),
        }
        acts[kind](about)

    def _serve_beamer_keys(self) -> None:
        """Listen to the keys of the beamer in every place, and in its own window too."""
        keys: tuple[tuple[str, Callable[[BeamerActs], None]], ...] = (
            ("F5", BeamerActs.toggle),
            ("F6", BeamerActs.blank),
            (OPENING_KEY, BeamerActs.show_opening),
            (PAUSE_KEY, BeamerActs.pause),
            ("Shift+F5", lambda beamer: beamer.mode_asked.emit()),
            ("Alt+PgDown", lambda beamer: beamer.turn_asked.emit(1)),
            ("Alt+PgUp", lambda beamer: beamer.turn_asked.emit(-1)),
        )
        for key, act in keys:
            shortcut = QShortcut(QKeySequence(key), self._window, context=Qt.ShortcutContext.ApplicationShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(lambda act=act: self._ask_beamer(act))

    def _ask_beamer(self, act: Callable[[BeamerActs], None]) -> None:
        if self._desk is not None:
            act(self.beamer)
