"""What a person does with whole workspaces: a new one, another one, the example, a copy, save as."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject

from bouwstenen_app.protecting import Protecting
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.storage.opening import SUFFIX, Surroundings
from bouwstenen_app.storage.store import Store
from bouwstenen_app.surroundings import fill_empty, fill_example
from bouwstenen_app.ui.host import Host
from bouwstenen_app.ui.windows import workspace_names
from bouwstenen_app.ui.windows.main import MainWindow


class Opener(Host, Protocol):
    """The program, as far as it opens workspaces."""

    def attempt(self, act: Callable[[], None]) -> None:
        """Do something; a Problem is told."""

    def open(self, path: Path) -> None:
        """Open a workspace; a Problem is told."""

    def make(self, path: Path, fill: Callable[[Store], None], key: Key | None = None) -> None:
        """Make a workspace and open it."""

    def go_on_in(self, path: Path) -> None:
        """Open a copy of the open workspace in its place, where one was."""


class WorkspaceFiles(QObject):
    """Asks which file it is, and makes it, opens it or writes it."""

    def __init__(self, opener: Opener, window: MainWindow, around: Surroundings, protecting: Protecting) -> None:
        super().__init__(window)
        self._opener = opener
        self._window = window
        self._around = around
        self._protecting = protecting

    def new(self) -> None:
        """Ask for a name and a password, and make a workspace; nothing is written over."""
        if path := workspace_names.new_name(self._window, self._folder):
            if path.exists():
                told = self.tr("{name} bestaat al. Kies een andere naam; er is niets veranderd.")
                self._window.tell_problem(told.format(name=path.name))
            else:
                self._protecting.new(path, lambda key: self._opener.attempt(lambda: self._make(path, key)))

    def open_another(self) -> None:
        """Ask which workspace, and open it."""
        if path := workspace_names.name_of_one(self._window, self._folder):
            self._opener.open(path)

    def example(self) -> None:
        """Open the example, made the first time."""
        folder = self._around.data / "voorbeeld"
        folder.mkdir(exist_ok=True)
        path = folder / f"voorbeeld{SUFFIX}"
        if path.exists():
            self._opener.open(path)
        else:
            self._opener.attempt(lambda: self._opener.make(path, fill_example))

    def save_copy(self) -> None:
        """Save a backup of the workspace where a person wants it."""
        self._to_other_file(self.tr("Reservekopie opslaan"), self._tell_of_copy)

    def save_as(self) -> None:
        """Save what can still be read of the workspace as another file, and go on there where one was."""
        self._to_other_file(self.tr("Opslaan als"), self._opener.go_on_in)

    @property
    def _folder(self) -> Path:
        return self._opener.desk.path.parent if self._opener.has_workspace else Path.home()

    def _make(self, path: Path, key: Key | None) -> None:
        self._opener.make(path, fill_empty, key)
        if key is not None:
            self._protecting.made()

    def _to_other_file(self, title: str, then: Callable[[Path], None]) -> None:
        if not self._opener.has_workspace:
            return
        desk = self._opener.desk

        def copy() -> None:
            target = workspace_names.other_name(self._window, title, desk.path, self._around.now().date())
            if target is not None:
                desk.copy_to(target)
                then(target)

        self._opener.attempt(copy)

    def _tell_of_copy(self, target: Path) -> None:
        told = (
            self.tr("De reservekopie {name} is gemaakt. Ze heeft hetzelfde wachtwoord als de werkmap.")
            if self._opener.desk.protected
            else self.tr("De reservekopie {name} is gemaakt.")
        )
        self._window.tell(told.format(name=target.name))
