"""Where the open workspace is: found out beside the work, told once for each file and place, and kept in sight."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.between_places import SETTINGS
from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.file_places import READ_ONLY
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.services.file_places import Where, where_is
from bouwstenen_app.storage import backup_places
from bouwstenen_app.storage.opening import data_name
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.showing_folders import show_folder
from bouwstenen_app.ui.windows.main import MainWindow

_LOOKING: Final = "Kijken waar de werkmap staat"
_COPY: Final = "kopie"
_LEFT: Final = "achtergebleven"


class Whereabouts(QObject):
    """Looks once after a workspace was opened. A notice that is there already is not replaced: it waits a start."""

    merge_asked = Signal(object)
    """Tuple of Paths: copies that a sync program made of this workspace."""
    crashed = Signal(object)

    def __init__(self, desk: Desk, window: MainWindow, jobs: Jobs, settings: Settings) -> None:
        super().__init__(desk)
        self._path = desk.path
        self._window = window
        self._settings = settings
        self._desk = desk
        self._where = Where()
        self._left_behind: tuple[tuple[Path, Path, int], ...] = ()
        self._stopped = False
        self.publication: Callable[[], str] = str
        """Says whether the file is up to date, of a workspace that is worked in as a copy."""
        desk.closing.connect(self._stop)
        window.place_changed.connect(self._explain)
        job = jobs.start(self.tr(_LOOKING), self._look)
        job.finished.connect(self._on_found)
        job.crashed.connect(self.crashed)

    def _look(self) -> Iterator[Progress]:
        yield Progress(0, 1, _LOOKING)
        self._where = where_is(self._path)
        if self._desk.backups():  # else those of its name of before may be on their way
            self._left_behind = tuple(backup_places.left_behind(self._desk.around))

    def _on_found(self) -> None:
        if self._stopped:
            return
        self._explain(self._window.key_in_front)
        if not self._window.notice.text and not self._tell_of_copies() and not self._tell_of_place():
            self._tell_of_left_behind()

    def explain(self) -> None:
        """Say it anew."""
        self._explain(self._window.key_in_front)

    def _stop(self) -> None:
        self._stopped = True

    def _explain(self, key: str) -> None:
        """Say on the page of the settings what the place of the file means."""
        place = self._window.current_place
        if key == SETTINGS and isinstance(place, SettingsPlace) and not self._stopped:
            told = [*(one.told for one in self._where.places), self.publication()]
            place.explain(self._path, " ".join(filter(None, told)))

    def _tell_of_copies(self) -> bool:
        new = tuple(copy for copy in self._where.copies if not self._settings.is_explained(_key(copy, _COPY)))
        if not new:
            return False
        told = self.tr(
            "Naast deze werkmap staat {name}. Zo’n kopie maakt een map die synchroniseert als twee laptops "
            "tegelijk schrijven; voeg haar samen, dan is er niets kwijt."
        )
        for copy in new:
            self._settings.add_explained(_key(copy, _COPY))
        self._window.notice.offer(
            told.format(name=new[0].name), self.tr("Bekijken"), lambda: self.merge_asked.emit(new)
        )
        return True

    def _tell_of_place(self) -> bool:
        for place in self._where.places:
            key = _key(self._path, f"{place.kind}-{place.program}")
            if place.kind != READ_ONLY and not self._settings.is_explained(key):  # that was said at opening
                self._settings.add_explained(key)
                self._window.notice.offer(place.told)
                return True
        return False

    def _tell_of_left_behind(self) -> None:
        """Say once that there are backups of a workspace that is not there any more: nobody sees them else."""
        for path, folder, count in self._left_behind:
            key = _key(path, _LEFT)
            if self._settings.is_explained(key):
                continue
            self._settings.add_explained(key)
            copies = dutch.counted(count, self.tr("reservekopie"), self.tr("reservekopieën"))
            told = self.tr(
                "{name} staat niet meer op haar plek. Op deze laptop heb je nog {copies} van die werkmap. Is ze "
                "verplaatst? Open haar dan; ze gaan mee. Is ze weg? Gooi ze dan ook weg."
            )
            said = told.format(name=path.name, copies=copies)
            self._window.notice.offer(said, self.tr("Map tonen"), partial(show_folder, folder))
            return


def _key(path: Path, what: str) -> str:
    """Return what stands in the settings: no name of a file is readable in it."""
    return f"{data_name(path)}-{what}"
