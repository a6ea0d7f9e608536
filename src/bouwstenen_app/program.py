"""The running program: one window, at most one open workspace, and everything that passes between them."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from bouwstenen_app.beside_work import BesideWork
from bouwstenen_app.between_places import CAPTURE, EXCHANGE, SESSIONS, SETTINGS, BetweenPlaces
from bouwstenen_app.crash_reports import CrashReports
from bouwstenen_app.domain import audit
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.mending import Mending
from bouwstenen_app.protecting import Protecting
from bouwstenen_app.services import preparing, restoring
from bouwstenen_app.storage.failures import Damaged
from bouwstenen_app.storage.headers import NotOurs
from bouwstenen_app.storage.keys import Key, Locked, WrongKey
from bouwstenen_app.storage.opening import Surroundings, create, open_store
from bouwstenen_app.storage.own_folder import is_there
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import surroundings
from bouwstenen_app.ui.bugs import Bugs
from bouwstenen_app.ui.collecting import Collecting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.half_filled import HalfFilled
from bouwstenen_app.ui.host import Left
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.early_page import EarlyPage
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.steps import Steps
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.warming import Warming, importing
from bouwstenen_app.ui.windows.main import MainWindow
from bouwstenen_app.ui.windows.rescue import Rescue
from bouwstenen_app.ui.windows.unlock import UnlockPage
from bouwstenen_app.ui.windows.welcome import WelcomePage
from bouwstenen_app.warm_up import AFTER_THAT, SOON
from bouwstenen_app.workplace import Workplace
from bouwstenen_app.workspace_files import WorkspaceFiles


class Program(QObject):
    """Opens and closes workspaces, and passes what one part of the window asks of another.

    While ``rehearsing`` it works in one workspace only, a copy that is thrown away, beside the program itself.
    """

    def __init__(
        self,
        window: MainWindow,
        theme: Theme,
        settings: Settings,
        around: Surroundings | None = None,
        *,
        rehearsing: bool = False,
    ) -> None:
        super().__init__()
        self._window = window
        self._theme = theme
        self._settings = settings
        self._around = around or surroundings()
        self._rehearsing = rehearsing
        self._jobs = Jobs(self)
        self._collecting = None if rehearsing else Collecting(self, busy=self._jobs.busy)
        self._warming = Warming(importing(SOON), self)
        self._desk: Desk | None = None
        self._early: EarlyPage | None = None
        self._welcome = WelcomePage(theme)
        self._reports = CrashReports(self._around.data, self._around.now)
        self._bugs = Bugs(theme, window, self._reports, self.keep_typed)
        self._steps = Steps(window, self)
        self._half_filled = HalfFilled(window)
        self._between = BetweenPlaces(window)
        self._workplace = Workplace(window, theme, settings, self._around, self._jobs, self._between)
        self.protecting = Protecting(self, window, theme, settings, self._around, self._jobs)
        self.files = WorkspaceFiles(self, window, self._around, self.protecting)
        self._mending = Mending(self, window, theme, self._around, self._jobs, self.protecting.ask)
        self._connect()

    def begin(self, file: Path | None, early: EarlyPage | UnlockPage | None = None) -> None:
        """Open the file, or without one show the welcome page. ``early`` is a page of it that is there already."""
        if isinstance(early, UnlockPage):
            self.protecting.take_over(early)
        else:
            self._early = early
        try:
            self.open(file) if file is not None else self.welcome()
        except Exception as error:
            self._on_crash(error)
            if self._desk is None:
                self.welcome()

    def open(self, path: Path) -> None:
        """Open a workspace; a Problem is told, and the welcome page offers what else there is."""
        if self._desk is not None and path.resolve() == self._desk.path.resolve():
            self._window.go(CAPTURE)
            return
        self.attempt(lambda: self._open(path))

    def _open(self, path: Path, typed: Mapping[str, str] | None = None, act: str = audit.OPENED) -> None:
        try:
            store = open_store(path, self._around)
            with suppress(Problem):  # a disk that takes no text takes no workspace along either
                for key, value in (typed or {}).items():
                    store.remember(key, value)
            self._use(store, act)
        except Locked:
            self.protecting.ask(path, lambda: self.open(path))
        except (Damaged, NotOurs, WrongKey) as problem:
            if self._desk is not None and self._desk.path == path:
                self.put_away()
            if not self._mending.meets(path, problem):
                raise

    @property
    def has_workspace(self) -> bool:
        """Whether a workspace is open."""
        return self._desk is not None

    @property
    def is_locked(self) -> bool:
        """Whether it is locked, also while it still closes."""
        return self.protecting.lock.is_locked

    @property
    def around(self) -> Surroundings:
        """Where it keeps its own things."""
        return self._around

    def open_workshop(self, identity: str) -> None:
        """Go to *Vastleggen* with this session."""
        self._between.open_workshop(identity)

    @property
    def desk(self) -> Desk:
        """The desk of the open workspace; asking for it without one is a bug."""
        return self._workplace.desk

    def make(self, path: Path, fill: Callable[[Store], None], key: Key | None = None) -> None:
        """Make a workspace, protected when there is a key, and open it."""
        store = create(path, self._around, fill, key=key)
        if key is not None:
            self._around.keys.add(key)
        self._use(store)

    def go_on_in(self, path: Path) -> None:
        """Open a copy of the open workspace in its place, where one was, with what could not be kept in it."""
        self.keep_typed()
        place, typed = self._window.key_in_front, self.desk.unkept
        self._open(path, typed)
        self._window.go(place)
        self._window.tell(self.tr("Je werkt nu verder in {name}.").format(name=path.name))

    def put_away(self) -> Left | None:
        """Keep what is half-typed and close the workspace, whatever of it still works; return where one was."""
        if self._desk is None:
            return None
        self.keep_typed()
        focused: QWidget | None = self._window.window().focusWidget()
        if focused is not None:
            self._went_well(focused.clearFocus)  # what is typed in a field is kept when it loses the focus
        left = Left(self._desk.path, self._window.key_in_front, self._between.beamer_shows, self._desk.unkept)
        for act in (self._jobs.cancel_all, self._window.forget_places, self._leave):
            self._went_well(act)
        if self._collecting is not None:
            self._collecting.unsettle()
        return left

    def take_up(self, left: Left) -> None:
        """Open what was put away, in the same place."""
        self.attempt(lambda: self._open(left.path, left.typed, left.act))
        if self._desk is not None:
            self._window.go(left.place)
            if left.beamer:
                self._between.show_beamer()

    def close(self) -> None:
        """Stop the jobs and close the workspace."""
        self._warming.stop()
        self.protecting.stop()
        self._jobs.cancel_all()
        if self._desk is not None:
            self._desk.back_up_at_closing()
        self._leave()
        if self._collecting is not None:
            self._collecting.stop()
        self._bugs.stop()

    # ------------------------------------------------------------------ opening

    def _reopen(self, before: Callable[[Path], None] = lambda _: None) -> None:
        """Close the workspace, do what can only be done to a closed file, and open it again in *Uitwisselen*."""
        if self._desk is None or self.is_locked:  # it closes in a moment, and is opened anew after that
            return
        self.keep_typed()
        path, typed = self._desk.path, self._desk.unkept
        self._jobs.cancel_all()
        self._window.forget_places()
        self._leave()
        self.attempt(lambda: before(path))
        self.attempt(lambda: self._open(path, typed))
        if self._desk is not None:
            self._window.go(EXCHANGE)

    def _put_back(self, backup: Path) -> None:
        self._reopen(lambda path: restoring.put_back(backup, path, self._around))

    def _use(self, store: Store, act: str = audit.OPENED) -> None:
        if self._desk is not None:
            self._jobs.cancel_all()
            self._window.forget_places()
            self._leave()
            if self._collecting is not None:
                self._collecting.unsettle()
        early, self._early = self._early, None
        self._desk = Desk(store, self, rehearsing=self._rehearsing, around=self._around)
        rescue = Rescue(self._desk, self._window)
        rescue.written_again.connect(self._steps.show)
        rescue.save_as_asked.connect(self.files.save_as)
        rescue.reopen_asked.connect(self._begin_again)
        self._workplace.use(self._desk, early.page if early else None)
        self._between.use(self._desk)
        self.protecting.used()
        self._half_filled.use(self._desk)
        self._settings.add_recent(store.path)
        self._window.set_file(store.path.stem, read_only=store.read_only)
        self._window.start(CAPTURE if self._desk.read(preparing.has_workshops) else SESSIONS)
        if early is not None:
            early.hand_over()
        self._steps.use(self._desk)
        if not self._rehearsing:
            self._warming.add((*self._workplace.soon(), *importing(AFTER_THAT), self._settle))
        self._warming.start()
        if store.refusal is not None:
            from bouwstenen_app.ui.looking_only import look_only  # rarely needed

            look_only(self._desk, self._window, store.refusal)
        elif not self._rehearsing:
            beside = BesideWork(
                self, self._window, self._jobs, self._settings, act, lambda: self._between.beamer_shows
            )
            beside.damaged.connect(self._mending.offer)
            beside.merge_asked.connect(self._between.look_at)
            self._mending.look_at_clock(self._desk)
            beside.crashed.connect(self._on_crash)

    def _settle(self) -> None:
        if self._collecting is not None:
            self._collecting.settle()

    def _leave(self) -> None:
        """Close the workspace, with what the next start shows first."""
        desk, self._desk = self._desk, None
        if desk is None:
            return
        try:
            self._workplace.remember_first_look()
        except Problem as problem:
            self._on_problem(problem)
        self._steps.use(None)
        self._workplace.leave()
        self._between.use(None)
        desk.close()

    def welcome(self) -> None:
        """Show the page for when nothing is open."""
        self._welcome.set_recent([path for path in self._settings.recent if is_there(self._around.data, path)])
        self._window.show_page(self._welcome)
        self._welcome.activated()

    # ------------------------------------------------------------------ what the window asks

    def _connect(self) -> None:
        self._bugs.problem_met.connect(self._on_problem)
        self._bugs.met_again.connect(self._on_bug_again)
        self._bugs.begin_again_asked.connect(self._begin_again)
        self._bugs.listen()
        if self._collecting is not None:
            self._window.place_changed.connect(self._collecting.collect_all)
        self._window.closed.connect(self._jobs.cancel_all)
        if self._rehearsing:
            asks, dropped = self._workplace, self._between.open_asked
            ways = (asks.new_asked, asks.open_asked, asks.example_asked, asks.recent_asked, asks.copy_asked)
            for signal in (*ways, dropped):
                signal.connect(self._on_refused)
            return
        for places in (self._welcome, self._workplace):
            places.new_asked.connect(self.files.new)
            places.open_asked.connect(self.files.open_another)
            places.example_asked.connect(self.files.example)
            places.recent_asked.connect(self.open)
        self._between.open_asked.connect(self.open)
        self._workplace.copy_asked.connect(self.files.save_copy)
        self._workplace.reopen_asked.connect(self._reopen)
        self._workplace.put_back_asked.connect(self._put_back)
        self._workplace.secure_asked.connect(self.protecting.secure)
        self._workplace.sheet_asked.connect(self.protecting.show_sheet)
        for lock_asked in (self._workplace.lock_asked, self._window.lock_asked):
            lock_asked.connect(self.protecting.lock_now)
        self._mending.open_asked.connect(self.open)
        self.protecting.mend_asked.connect(lambda path, sure: self._mending.begin(path, sure=sure))
        self.protecting.settings_asked.connect(lambda: self._window.go(SETTINGS))

    def _on_refused(self) -> None:
        self._window.tell(self.tr("Dit is een oefenkopie. Stop eerst met oefenen, bovenaan het venster."))

    # ------------------------------------------------------------------ problems and bugs

    def attempt(self, act: Callable[[], None]) -> None:
        """Do something; a Problem is told, and the welcome page offers what else there is when nothing is open."""
        try:
            act()
        except Problem as problem:
            self._on_problem(problem)
            if self._desk is None:
                self.welcome()

    def _on_problem(self, problem: Problem) -> None:
        if isinstance(problem, Damaged) and self._desk is not None:
            self._mending.offer(problem)
        else:
            self._window.tell_problem(str(problem))

    def _on_crash(self, error: BaseException) -> None:
        self._bugs.on_exception(type(error), error, error.__traceback__)

    def _on_bug_again(self) -> None:
        self._window.tell_problem(
            self.tr("Er ging weer iets mis in Bouwstenen zelf. Je werk staat er nog; het verslag is aangevuld.")
        )

    def keep_typed(self) -> bool:
        """Keep half-typed text after a bug; say whether that went well."""
        place = self._window.current_place
        forms = self._went_well(self._half_filled.keep)
        return (place is None or self._went_well(place.keep_typed)) and forms

    def _begin_again(self) -> None:
        """Close the workspace after a bug and open it where one was, whatever of it still works."""
        if (left := self.put_away()) is not None:
            self.take_up(replace(left, beamer=False))
        if self.has_workspace:
            self._window.tell(self.tr("Bouwstenen is opnieuw begonnen waar je was."))

    def _went_well(self, act: Callable[[], object]) -> bool:
        try:
            act()
        except Exception as error:
            self._reports.write(type(error), error, error.__traceback__)
            return False
        return True
