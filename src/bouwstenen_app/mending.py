"""What the program does about a damaged workspace: it shows what can be done, and does what is chosen."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services import backups, clock_mending, rescuing, restoring
from bouwstenen_app.services.backups import Backup
from bouwstenen_app.services.rescuing import Rescued
from bouwstenen_app.storage import backup_places
from bouwstenen_app.storage.failures import Damaged
from bouwstenen_app.storage.headers import NotOurs
from bouwstenen_app.storage.keys import Locked, WrongKey
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.host import Host
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.damaged import DamagedPage, Ways
from bouwstenen_app.ui.windows.main import MainWindow

Ask = Callable[[Path, Callable[[], None], str], None]
"""Asks for the password of a file, does what comes then, and says what that file is."""


class Mending(QObject):
    """Works for one program, on one file at a time that is not open."""

    open_asked = Signal(object)
    """Path of the workspace to go on in."""

    def __init__(
        self, host: Host, window: MainWindow, theme: Theme, around: Surroundings, jobs: Jobs, ask: Ask
    ) -> None:
        super().__init__(window)
        self._host = host
        self._window = window
        self._theme = theme
        self._around = around
        self._jobs = jobs
        self._ask = ask
        self._page: DamagedPage | None = None
        self._path = Path()
        self._sure = True
        self._backup: Backup | None = None
        self._found: list[Ways] = []
        self._saved: list[Rescued] = []

    @property
    def page(self) -> DamagedPage:
        """Its page, made when it is first needed."""
        if self._page is None:
            self._page = page = DamagedPage(self._theme)
            page.backup_asked.connect(self._put_back)
            page.rescue_asked.connect(self._rescue)
            page.left.connect(self._on_left)
        return self._page

    def meets(self, path: Path, problem: Problem) -> bool:
        """Say whether a file that did not open is damaged; if so, show what can be done about it."""
        backup_places.follow(path, self._around)
        damaged = isinstance(problem, (Damaged, WrongKey)) or (
            isinstance(problem, NotOurs) and path.is_file() and bool(backups.backups(self._around, path))
        )
        if damaged:
            self.begin(path)
        return damaged

    def offer(self, problem: Problem) -> None:
        """Say that the open workspace is damaged, with a way to what can be done."""
        self._window.notice.offer(str(problem), self.tr("Wat nu?"), self._leave_and_begin, grave=True)

    def look_at_clock(self, desk: Desk) -> None:
        """Say so when there is work of after today in the open workspace, with a way to put that right."""
        now = self._around.now()
        latest = desk.read(clock_mending.ahead, now)
        if latest is not None:
            told = clock_mending.told(latest, now.date())
            self._window.notice.offer(told, self.tr("Tijd herstellen"), self._mend_time, grave=True)

    def _mend_time(self) -> None:
        left, what = self._host.put_away(), self.tr("Tijd herstellen")
        if left is None:
            return
        self._path = left.path
        self._window.wait(f"{what}…")
        job = self._jobs.start(what, lambda: clock_mending.mend(left.path, self._around))
        job.finished.connect(self._on_time_mended)
        for ended in (job.failed, job.crashed):
            ended.connect(lambda error: self._on_time_not_mended(error))

    def _on_time_mended(self) -> None:
        self.open_asked.emit(self._path)
        told = self.tr("De tijd is hersteld. Hoe de werkmap was, staat bij de reservekopieën.")
        self._window.tell(told)

    def _on_time_not_mended(self, error: Exception) -> None:
        self.open_asked.emit(self._path)
        if not isinstance(error, Problem):
            raise error
        self._window.tell_problem(str(error))

    def begin(self, path: Path, *, sure: bool = True) -> None:
        """Show the page for a file, and find out what can be done; not ``sure``: its password may be another."""
        self._path, self._sure = path, sure
        locked = self._locked()
        if locked is not None:
            called = self.tr("Reservekopie van {name}, {when}").format(name=path.stem, when=_when(locked))
            self._ask(locked.path, lambda: self.begin(path, sure=sure), called)
            return
        self.page.begin(path, sure=sure)
        self._window.show_page(self.page)
        self._found = found = list[Ways]()
        job = self._jobs.start(self.tr("Beschadigde werkmap bekijken"), lambda: self._looked(found))
        job.finished.connect(self._on_looked)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)

    def _locked(self) -> Backup | None:
        """Return the newest backup, if a password is to be given first and no other backup opens without."""
        kept = backups.backups(self._around, self._path)
        for backup in kept:
            try:
                self._around.keys.of(backup.path)
            except Locked:
                continue
            except OSError:
                return None
            return None
        return next(iter(kept), None)

    def _looked(self, found: list[Ways]) -> Iterator[Progress]:
        yield Progress(0, 0, self.tr("Reservekopieën nakijken"))
        self._backup = newest = backups.newest_sound(self._around, self._path)
        there = restoring.outline(newest.path, self._around) if newest else None
        backup = rescue = why_not = ""
        if newest is not None and there is not None:
            backup = self.tr("Van {when}: {told}.").format(when=_when(newest), told=there.told)
        blocks = len(there.blocks) if there else 0
        more = False
        try:
            left = yield from rescuing.counted(self._path, self._around)
            rescue, more = " ".join(left.sentences()), left.blocks > blocks
        except Problem as problem:
            why_not = str(problem)
        no_backup = self.tr("Er is op deze laptop geen gave reservekopie van deze werkmap.")
        found.append(Ways(backup, rescue, "" if backup else no_backup, why_not, rescue_first=more))

    def _on_looked(self) -> None:
        if self._found:
            self.page.show_ways(self._found[0])

    def _put_back(self) -> None:
        backup, path, what = self._backup, self._path, self.tr("Reservekopie terugzetten")
        if backup is None:
            return

        def work() -> Iterator[Progress]:
            yield Progress(0, 1, what)
            restoring.put_back(backup.path, path, self._around)

        self._start(what, work, self._on_put_back)

    def _rescue(self) -> None:
        path, saved, what = self._path, list[Rescued](), self.tr("Redden wat er te redden is")
        self._saved = saved

        def work() -> Iterator[Progress]:
            saved.append((yield from rescuing.rescue(path, rescuing.beside(path), self._around)))

        self._start(what, work, self._on_rescued)

    def _start(self, what: str, work: Callable[[], Iterator[Progress]], then: Callable[[], None]) -> None:
        self.page.busy(f"{what}…")
        job = self._jobs.start(what, work)
        job.finished.connect(then)
        job.failed.connect(self._on_failed)
        job.crashed.connect(self._on_crashed)

    def _on_put_back(self) -> None:
        self.open_asked.emit(self._path)
        told = (
            self.tr("De reservekopie is teruggezet. Het beschadigde bestand staat er nog naast.")
            if self._sure
            else self.tr("De reservekopie is teruggezet. Het bestand dat niet openging staat er nog naast.")
        )
        self._window.tell(told)

    def _on_rescued(self) -> None:
        if not self._saved:
            return
        saved = self._saved[0]
        self.open_asked.emit(saved.path)
        count = dutch.counted(saved.blocks, self.tr("bouwsteen"), self.tr("bouwstenen"))
        told = self.tr("Je werkt nu in {name}, met {count}. Het beschadigde bestand is niet veranderd.")
        self._window.notice.offer(told.format(name=saved.path.name, count=count))

    def _on_left(self) -> None:
        """Back to the workspace that is open, or to what else there is."""
        if self._host.has_workspace:
            self._window.show_places()
        else:
            self._host.welcome()

    def _leave_and_begin(self) -> None:
        left = self._host.put_away()
        if left is not None:
            self.begin(left.path)

    def _on_failed(self, problem: Problem) -> None:
        self._window.tell_problem(str(problem))
        if self._found:
            self.page.show_ways(self._found[0])
        else:
            self._on_left()

    def _on_crashed(self, error: Exception) -> None:
        self._on_left()
        raise error


def _when(backup: Backup) -> str:
    return f"{dutch.weekday(backup.at.date())}, {backup.at:%H:%M}"
