"""The places of the open workspace: how each is built, and whom it asks for what."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.between_places import (
    CAPTURE,
    EXCHANGE,
    INSIGHT,
    ORGANISE,
    REPORT,
    SESSIONS,
    SETTINGS,
    BetweenPlaces,
)
from bouwstenen_app.domain import dutch, first_look
from bouwstenen_app.folders import report_template, word_list
from bouwstenen_app.services import backups, first_looks
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.storage.peek import FIRST_LOOK
from bouwstenen_app.surroundings import format_folders
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
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
from bouwstenen_app.ui.windows.main import MainWindow


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
        self,
        window: MainWindow,
        theme: Theme,
        settings: Settings,
        around: Surroundings,
        jobs: Jobs,
        between: BetweenPlaces,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._settings = settings
        self._around = around
        self._jobs = jobs
        self._between = between
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
        window.keys.name_cards(card_names(), also_called())

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
        place.open_workshop_asked.connect(self._between.open_workshop)
        place.block_asked.connect(self._between.show_block)
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
        place.new_session_asked.connect(self._between.new_session)
        place.acts.erase_asked.connect(self._between.ask_erase)
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
        place.block_asked.connect(self._between.show_block)
        place.acts.erase_asked.connect(self._between.ask_erase)
        return place

    def _codebook(self) -> Place:
        from bouwstenen_app.ui.counting import Counting
        from bouwstenen_app.ui.places.codebook import CodebookPlace

        place = CodebookPlace(self.desk, self._theme, Counting.of(self.desk, self._jobs))
        place.code_asked.connect(self._between.show_code)
        return place

    def _insight(self) -> Place:
        from bouwstenen_app.ui.counting import Counting
        from bouwstenen_app.ui.places.insight import InsightPlace

        place = InsightPlace(self.desk, self._theme, Counting.of(self.desk, self._jobs))
        place.selection_asked.connect(self._between.show_selection)
        place.bundle_asked.connect(self._between.show_bundle)
        return place

    def _report(self) -> Place:
        from bouwstenen_app.ui.places.report import ReportPlace

        place = ReportPlace(self.desk, self._theme, self._jobs, template=report_template())
        place.block_asked.connect(self._between.show_block)
        place.review_asked.connect(self._between.read_back)
        place.everywhere_asked.connect(self._between.ask_everywhere)
        return place

    def _reviews(self) -> Place:
        from bouwstenen_app.ui.places.review import ReviewPlace

        place = ReviewPlace(self.desk, self._theme, self._jobs, template=report_template())
        place.block_asked.connect(self._between.show_block)
        place.bundle_asked.connect(self._between.show_bundle)
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
        place.block_asked.connect(self._between.show_block)
        place.everywhere_asked.connect(self._between.ask_everywhere)
        return place

    def _settings_place(self) -> Place:
        from bouwstenen_app.settings_building import Asked, settings_place

        of_program = (self.secure_asked, self.sheet_asked, self.lock_asked, self.put_back_asked, self.recent_asked)
        secure, sheet, lock, put_back, other = (signal.emit for signal in of_program)
        changed, report = self._between.beamer.changed.emit, lambda: self._window.go(REPORT)
        asked = Asked(changed, secure, sheet, lock, put_back, other, self._on_erased, report)
        return settings_place(self.desk, self._theme, self._settings, self._around, self._jobs, self._window, asked)

    # ------------------------------------------------------------------ what they ask

    def _on_erased(self, told: str) -> None:
        """Open the workspace anew, where something was erased for good, and say what."""
        before = self._desk
        self.reopen_asked.emit()
        if self._desk is not before:
            self._window.go(SETTINGS)
            self._window.tell(told)

    def _on_time_over(self) -> None:
        if self._settings.sound:
            from bouwstenen_app.ui import sound  # rarely needed

            sound.play(self._around.data)

    def _backed_up(self) -> str:
        newest = next(iter(backups.backups(self._around, self.desk.path)), None)
        return f"{dutch.weekday(newest.at.date())}, {newest.at:%H:%M}" if newest else ""
