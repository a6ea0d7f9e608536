"""Instellingen as the program fills it: the look, the password, where everything is, the papers, all keys."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain.opening import months_of
from bouwstenen_app.folders import papers_folder, report_template, word_list
from bouwstenen_app.services import keeping
from bouwstenen_app.storage.opening import Surroundings
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.backup_acts import BackupActs
from bouwstenen_app.ui.places.capture_keys import capture_keys
from bouwstenen_app.ui.places.erase_acts import EraseActs
from bouwstenen_app.ui.places.keeping_acts import KeepingActs
from bouwstenen_app.ui.places.log_acts import LogActs
from bouwstenen_app.ui.places.paper_acts import PaperActs
from bouwstenen_app.ui.places.password_acts import PasswordActs
from bouwstenen_app.ui.places.settings import SettingsPlace
from bouwstenen_app.ui.remembered import KEEP_MONTHS
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.main import MainWindow


class Asked(NamedTuple):
    """What others hear of the place."""

    term_changed: Callable[[], None]
    """The papers name another term."""
    secure: Callable[[object], None]
    sheet: Callable[[], None]
    lock: Callable[[], None]
    put_back: Callable[[object], None]
    """Path of a backup that takes the place of the workspace."""
    open: Callable[[object], None]
    """Path of another workspace."""
    erased: Callable[[str], None]
    """Something was erased: the workspace has to be opened anew."""
    report: Callable[[], None]


def term_told(desk: Desk, around: Surroundings) -> str:
    """Return what there is to say about how long the workspace is kept; mostly nothing."""
    kept = desk.read(keeping.keeping, months_of(desk.recall(KEEP_MONTHS)))
    return kept.warning(around.now().date())


def settings_place(
    desk: Desk,
    theme: Theme,
    settings: Settings,
    around: Surroundings,
    jobs: Jobs,
    window: MainWindow,
    asked: Asked,
) -> SettingsPlace:
    """Return the place for an open workspace."""
    tr, path = window.tr, desk.path
    folders = _folders(window, path, around)
    keys = (
        (tr("Toetsen in Vastleggen"), [(line.keys, line.does) for line in capture_keys()]),
        (tr("Toetsen overal"), window.keys.lines()),
    )

    def papers(place: QWidget) -> PaperActs:
        acts = PaperActs(desk, theme, jobs, papers_folder(), template=report_template(), parent=place)
        acts.term_changed.connect(asked.term_changed)
        return acts

    def passwords(place: QWidget) -> PasswordActs:
        acts = PasswordActs(desk, theme, jobs, settings, word_list(), place)
        acts.secure_asked.connect(asked.secure)
        acts.sheet_asked.connect(asked.sheet)
        acts.lock_asked.connect(asked.lock)
        return acts

    place = SettingsPlace(theme, settings, folders, keys, papers, passwords)
    keeps, erases = KeepingActs(desk, theme, jobs, place), EraseActs(desk, theme, jobs, place)
    place.add_forgetting(keeps, erases)
    keeps.done.connect(asked.erased)
    erases.done.connect(asked.erased)
    keeps.report_asked.connect(asked.report)
    kept, log = BackupActs(desk, theme, jobs, place), LogActs(desk, theme, jobs, place)
    place.add_safety(kept, log)
    kept.put_back_asked.connect(_putting_back(window, asked))
    kept.open_asked.connect(asked.open)
    return place


def _putting_back(window: MainWindow, asked: Asked) -> Callable[[object], None]:
    """Return what puts a backup back, and comes back here with a word about it."""

    def put_back(backup: object) -> None:
        asked.put_back(backup)
        window.go("settings")
        if not window.notice.text:
            window.tell(window.tr("De reservekopie is teruggezet. Hoe het net was, is ook bewaard."))

    return put_back


def _folders(window: MainWindow, path: Path, around: Surroundings) -> Sequence[tuple[str, str, Path]]:
    """Return the places on disk: how each is called, what is in it, and where it is."""
    tr = window.tr
    return (
        (tr("Werkmap"), tr("Het bestand met al je sessies en bouwstenen."), path),
        (
            tr("Reservekopieën"),
            tr("Vanzelf gemaakt als er iets is veranderd; hieronder staan ze."),
            around.backups(path),
        ),
        (tr("Eigen map"), tr("Wat het programma voor zichzelf bewaart."), around.data),
    )
