"""The places of one open workspace: how each is built, and what passes between them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain import dutch, first_look
from bouwstenen_app.folders import report_template, word_list
from bouwstenen_app.services import backups, boards, first_looks
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.peek import FIRST_LOOK
from bouwstenen_app.surroundings import format_folders
from bouwstenen_app.ui.commands import Hit
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.beamer_acts import OPENING_KEY, PAUSE_KEY, BeamerActs
from bouwstenen_app.ui.places.capture import CapturePlace
from bouwstenen_app.ui.places.card_names import also_called, card_names
from bouwstenen_app.ui.places.codebook_door import CODEBOOK, CODEBOOK_KEY
from bouwstenen_app.ui.places.place import Place
from bouwstenen_app.ui.places.review_door import REVIEW, REVIEW_KEY
from bouwstenen_app.ui.remembered import LAST_SESSION
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.warming import Task
from bouwstenen_app.ui.widgets.capture_page import CapturePage
from bouwstenen_app.ui.widgets.file_drop import WorkspaceDrop
from bouwstenen_app.ui.windows.main import MainWindow

SESSIONS, CAPTURE, ORGANISE, INSIGHT, REPORT = "sessions", "capture", "organise", "insight", "report"
EXCHANGE, SETTINGS = "exchange", "settings"
TEXT, SESSION, CODE, BLOCK, BUNDLE, PAPER = "tekst", "sessie", "code", "bouwsteen", "bundel", "papier"
"""How the keys of what the palette found begin."""

AnyPlace = TypeVar("AnyPlace", bound=Place)


class Workplace(QObject):
    """Builds the places when they are first visited. A place that is not *Vastleggen* is imported only then."""

    copy_asked = Signal()
    open_asked = Signal()
    new_asked = Signal()
    example_asked = Signal()
    recent_asked = Signal(object)
    """Path."""
    reopen_asked = Signal()
    put_back_asked = Signal(object)
    """Path of a backup."""
    secure_asked = Signal(object)
    """Another key for the workspace; None for no password."""
    sheet_asked = Signal()
    lock_asked = Signal()

    def __init__(
        self, window: MainWindow, theme: Theme, settings: Settings, around: Surroundings, jobs: Jobs
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._settings = settings
        self._around = around
        self._jobs = jobs
        self._desk: Desk | None = None
        self._page: CapturePage | None = None
        add = window.add_place
        add(SESSIONS, self.tr("Sessies"), SESSIONS, self._sessions)
        add(CAPTURE, self.tr("Vastleggen"), CAPTURE, self._capture)
        add(ORGANISE, self.tr("Ordenen"), ORGANISE, self._organise)
        add(INSIGHT, self.tr("Inzicht"), INSIGHT, self._insight)
        add(REPORT, self.tr("Rapport"), REPORT, self._report)
        add(EXCHANGE, self.tr("Uitwisselen"), EXCHANGE, self._exchange, below=True)
        add(SETTINGS, self.tr("Instellingen"), SETTINGS, self._settings_place, shortcut="Ctrl+,", below=True)
        add(CODEBOOK, self.tr("Codeboek"), "tag", self._codebook, shortcut=CODEBOOK_KEY, within=ORGANISE)
        add(REVIEW, self.tr("Opmerkingen"), REPORT, self._reviews, shortcut=REVIEW_KEY, within=REPORT)
        window.command_palette.set_finder(self._find)
        window.command_palette.found.connect(self._on_found)
        window.keys.name_cards(card_names(), also_called())
        self._serve_beamer_keys()
        WorkspaceDrop(window).dropped.connect(self.look_at)

    @property
    def desk(self) -> Desk:
        """The desk of the open workspace; asking for it without one is a bug."""
        if self._desk is None:
            raise RuntimeError("no workspace is open")
        return self._desk

    def use(self, desk: Desk, page: CapturePage | None = None) -> None:
        """Build the places for this workspace from now on; ``page`` is shown already, for *Vastleggen*."""
        self._desk = desk
        self._page = page

    def leave(self) -> None:
        """No workspace is open from now on."""
        self._desk = self._page = None

    @property
    def beamer_shows(self) -> bool:
        """Whether the room sees something of the workspace."""
        if self._desk is None or not self._window.is_built(CAPTURE):
            return False
        beamer = self._at(CAPTURE, CapturePlace).beamer
        return beamer.on and not beamer.blanked

    def show_beamer(self) -> None:
        """Put the beamer on again."""
        self._ask_beamer(BeamerActs.open)

    def soon(self) -> tuple[Task, ...]:
        """Return what can be built ahead when there is time: the places and ways that a session needs."""
        return (self._prepare_sessions, self._prepare_ways, self._tell_term)

    def remember_first_look(self) -> None:
        """Keep what *Vastleggen* shows now, so that the next start can show it at once."""
        workshop = self._desk.recall(LAST_SESSION) if self._desk else ""
        if self._desk is None or self._desk.read_only or not workshop:
            return
        look = first_look.write(self._desk.read(first_looks.first_look, workshop))
        if look != self._desk.recall(FIRST_LOOK):
            self._desk.remember(FIRST_LOOK, look)

    # ------------------------------------------------------------------ the places

    def _sessions(self) -> Place:
        from bouwstenen_app.ui.places.sessions import SessionsPlace

        formats = format_folders(self._around.data)
        place = SessionsPlace(
            self.desk,
            self._theme,
            self._jobs,
            template=report_template(),
            backed_up=self._backed_up,
            formats=formats,
            gradually=True,
            parent=self._window.stack,
        )
        place.open_workshop_asked.connect(self.open_workshop)
        place.block_asked.connect(self._show_block)
        return place

    def _prepare_sessions(self) -> bool:
        return self._desk is not None and self._window.prepare(SESSIONS)

    def _prepare_ways(self) -> bool:
        return self._desk is not None and self._window.is_built(CAPTURE) and self._window.prepare(CAPTURE)

    def _tell_term(self) -> None:
        """Say that the time of the workspace is over, or soon is; nothing is wiped by itself."""
        from bouwstenen_app.settings_building import term_told

        if self._desk is not None and (told := term_told(self._desk, self._around)):
            self._window.tell(told)

    def _capture(self) -> Place:
        page, self._page = self._page, None
        place = CapturePlace(self.desk, self._theme, page=page, beamer=self._beamer)
        place.end.use(self._jobs, report_template())
        place.timer.ran_out.connect(self._on_time_over)
        place.new_session_asked.connect(self._new_session)
        place.acts.erase_asked.connect(self._erase)
        return place

    def _beamer(self, picture: QWidget) -> QWidget:
        from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas
        from bouwstenen_app.ui.windows.beamer import BeamerWindow

        if not isinstance(picture, BeamerCanvas):
            raise TypeError(type(picture).__name__)
        window = BeamerWindow(picture, self._settings, self._window)
        window.present()
        return window

    def _organise(self) -> Place:
        from bouwstenen_app.ui.counting import Counting
        from bouwstenen_app.ui.places.organise import OrganisePlace

        place = OrganisePlace(self.desk, self._theme, Counting.of(self.desk, self._jobs))
        place.block_asked.connect(self._show_block)
        place.acts.erase_asked.connect(self._erase)
        return place

    def _codebook(self) -> Place:
        from bouwstenen_app.ui.counting import Counting
        from bouwstenen_app.ui.places.codebook import CodebookPlace

        place = CodebookPlace(self.desk, self._theme, Counting.of(self.desk, self._jobs))
        place.code_asked.connect(self._show_code)
        return place

    def _insight(self) -> Place:
        from bouwstenen_app.ui.counting import Counting
        from bouwstenen_app.ui.places.insight import InsightPlace

        place = InsightPlace(self.desk, self._theme, Counting.of(self.desk, self._jobs))
        place.selection_asked.connect(self._show_selection)
        place.bundle_asked.connect(self._show_bundle)
        return place

    def _report(self) -> Place:
        from bouwstenen_app.ui.places.report import ReportPlace

        place = ReportPlace(self.desk, self._theme, self._jobs, template=report_template())
        place.block_asked.connect(self._show_block)
        place.review_asked.connect(self._read_back)
        place.everywhere_asked.connect(lambda text, role: self._settings_now().ask_everywhere(text, role))
        return place

    def _reviews(self) -> Place:
        from bouwstenen_app.ui.places.review import ReviewPlace

        place = ReviewPlace(self.desk, self._theme, self._jobs, template=report_template())
        place.block_asked.connect(self._show_block)
        place.bundle_asked.connect(self._show_bundle)
        return place

    def _exchange(self) -> Place:
        from bouwstenen_app.ui.places.exchange import ExchangePlace

        place = ExchangePlace(self.desk, self._theme, self._jobs, word_list(), self._settings.recent)
        place.reopen_asked.connect(self.reopen_asked)
        place.put_back_asked.connect(self.put_back_asked)
        place.copy_asked.connect(self.copy_asked)
        place.open_asked.connect(self.open_asked)
        place.new_asked.connect(self.new_asked)
        place.example_asked.connect(self.example_asked)
        place.recent_asked.connect(self.recent_asked)
        place.block_asked.connect(self._show_block)
        place.everywhere_asked.connect(lambda text, role: self._settings_now().ask_everywhere(text, role))
        return place

    def _settings_place(self) -> Place:
        from bouwstenen_app.settings_building import Asked, settings_place

        of_program = (self.secure_asked, self.sheet_asked, self.lock_asked, self.put_back_asked, self.recent_asked)
        secure, sheet, lock, put_back, other = (signal.emit for signal in of_program)
        changed, report = self._at(CAPTURE, CapturePlace).beamer.changed.emit, lambda: self._window.go(REPORT)
        asked = Asked(changed, secure, sheet, lock, put_back, other, self._on_erased, report)
        return settings_place(self.desk, self._theme, self._settings, self._around, self._jobs, self._window, asked)

    # ------------------------------------------------------------------ what passes between them

    def _erase(self, block: str, earlier: bool) -> None:
        """Ask where all erasing is whether a block is to go for good, or what it said before."""
        self._settings_now().ask_erase(block, earlier=earlier)

    def _on_erased(self, told: str) -> None:
        """Open the workspace anew, where something was erased for good, and say what."""
        before = self._desk
        self.reopen_asked.emit()
        if self._desk is not before:
            self._window.go(SETTINGS)
            self._window.tell(told)

    def look_at(self, files: Sequence[Path]) -> None:
        from bouwstenen_app.ui.places.exchange import ExchangePlace

        if self._desk is None:
            self.recent_asked.emit(files[0])
            return
        self._window.go(EXCHANGE)
        self._at(EXCHANGE, ExchangePlace).look_at(files)

    def _read_back(self, files: Sequence[Path]) -> None:
        """Read documents that came back, and show the remarks in them."""
        from bouwstenen_app.ui.places.review import ReviewPlace

        self._window.go(REVIEW)
        self._at(REVIEW, ReviewPlace).read(files)

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
            act(self._at(CAPTURE, CapturePlace).beamer)

    def open_workshop(self, identity: str) -> None:
        """Go to *Vastleggen* with this session."""
        place = self._at(CAPTURE, CapturePlace)
        place.open_workshop(identity)
        self._window.go(CAPTURE)
        place.activated()  # to the line, whatever way of working was in front

    def _on_time_over(self) -> None:
        if self._settings.sound:
            from bouwstenen_app.ui import sound  # rarely needed

            sound.play(self._around.data)

    def _new_session(self) -> None:
        from bouwstenen_app.ui.places.sessions import SessionsPlace

        self._window.go(SESSIONS)
        self._at(SESSIONS, SessionsPlace).begin_new()

    def _show_selection(self, selection: Selection) -> None:
        from bouwstenen_app.ui.places.organise import OrganisePlace

        self._at(ORGANISE, OrganisePlace).show_selection(selection)
        self._window.go(ORGANISE)

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
            TEXT: self._show_text,
            SESSION: self.open_workshop,
            CODE: self._show_code,
            BLOCK: self._show_block,
            BUNDLE: self._show_bundle,
            PAPER: lambda slug: self._settings_now().open_paper(slug),
        }
        acts[kind](about)

    def _settings_now(self) -> Any:
        from bouwstenen_app.ui.places.settings import SettingsPlace

        self._window.go(SETTINGS)
        return self._at(SETTINGS, SettingsPlace)

    def _show_text(self, text: str) -> None:
        self._show_selection(Selection(query=text))

    def _show_code(self, identity: str) -> None:
        code = self.desk.book.code(identity)
        self._show_selection(Selection(codes={code.dimension: (identity,)}))

    def _show_bundle(self, identity: str) -> None:
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

    def _show_block(self, identity: str) -> None:
        """Show a block where it was captured, in the list and in the inspector."""
        block = self.desk.read(boards.block, identity)
        if block is not None:
            self.open_workshop(block.workshop)
            self._at(CAPTURE, CapturePlace).show_block(identity)

    def _at(self, key: str, kind: type[AnyPlace]) -> AnyPlace:
        """Return a place as what it is."""
        place = self._window.place(key)
        if not isinstance(place, kind):
            raise TypeError(f"{key}: {type(place).__name__}")
        return place

    def _backed_up(self) -> str:
        newest = next(iter(backups.backups(self._around, self.desk.path)), None)
        return f"{dutch.weekday(newest.at.date())}, {newest.at:%H:%M}" if newest else ""
