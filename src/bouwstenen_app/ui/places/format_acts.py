"""What a person does to formats, which are files: made from a session, renamed, taken away, put back."""

from collections.abc import Callable, Collection
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from bouwstenen_app.domain.formats import Format, of_workshop
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import formats
from bouwstenen_app.services.formats import FormatFolders, Known
from bouwstenen_app.ui.widgets.workshop_new import NewWorkshopPanel

Result = TypeVar("Result")


class FormatActs(QObject):
    """Acts on the formats of this user, and shows them in the panel for a new session."""

    told = Signal(str, bool)
    problem_told = Signal(str)

    def __init__(self, folders: FormatFolders | None, panel: NewWorkshopPanel, parent: QObject) -> None:
        super().__init__(parent)
        self._folders = folders
        self._panel = panel
        self._gone: Path | None = None
        panel.rename_asked.connect(self._on_rename)
        panel.removal_asked.connect(self._on_removal)
        panel.put_back_asked.connect(self._on_put_back)

    def begin(self, regions: list[str]) -> None:
        """Let the panel ask for a new session, with the formats there are; files that cannot be read are told."""
        known = self._known()
        if known.problems:
            self.problem_told.emit(" ".join(map(str, known.problems)))
        self._panel.begin(regions, known.formats, _names(known))

    def keep(self, workshop: Workshop, name: str) -> bool:
        """Save the plan of a session as a format under a name; say whether that was done."""
        if self._folders is None:
            return False
        kept = self._try(self._save, self._folders, workshop, name)
        if kept is not None:
            self.told.emit(self.tr("Werkvorm “{name}” bewaard").format(name=kept.name), False)
        return kept is not None

    def _save(self, folders: FormatFolders, workshop: Workshop, name: str) -> Format:
        format = of_workshop(workshop, name)
        formats.save(folders, format)
        return format

    def _on_rename(self, name: str, new: str) -> None:
        if self._folders and (renamed := self._try(formats.rename, self._folders, name, new)):
            self._show(chosen=renamed.name)
            self.told.emit(self.tr("De werkvorm heet nu “{name}”").format(name=renamed.name), False)

    def _on_removal(self, name: str) -> None:
        if self._folders and (file := self._try(formats.remove, self._folders, name)):
            self._gone = file
            self._show(gone=name)

    def _on_put_back(self) -> None:
        if self._folders and self._gone and (format := self._try(formats.put_back, self._folders, self._gone)):
            self._show(chosen=format.name)

    def _show(self, *, chosen: str = "", gone: str = "") -> None:
        known = self._known()
        self._panel.set_formats(known.formats, _names(known), chosen=chosen, gone=gone)

    def _known(self) -> Known:
        return formats.known(self._folders) if self._folders else Known()

    def _try(self, act: Callable[..., Result], *args: object) -> Result | None:
        try:
            return act(*args)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            return None


def _names(known: Known) -> Collection[str]:
    return frozenset(known.own)
