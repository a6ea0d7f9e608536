"""Asks a person for the file of a workspace: a new one, one that is there, or another name for the open one."""

from datetime import date
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.ui.widgets.file_drop import SUFFIX

FILTER: Final = f"Werkmap (*{SUFFIX})"


def new_name(window: QWidget, folder: Path) -> Path | None:
    """Return where a new workspace is to come."""
    title = QCoreApplication.translate("WorkspaceNames", "Nieuwe werkmap")
    name, _ = QFileDialog.getSaveFileName(window, title, str(folder / f"werkmap{SUFFIX}"), FILTER)
    return _named(name) if name else None


def name_of_one(window: QWidget, folder: Path) -> Path | None:
    """Return which workspace is to be opened."""
    title = QCoreApplication.translate("WorkspaceNames", "Werkmap openen")
    name, _ = QFileDialog.getOpenFileName(window, title, str(folder), FILTER)
    return Path(name) if name else None


def other_name(window: QWidget, title: str, path: Path, today: date) -> Path | None:
    """Return where a copy of a workspace is to come; Problem when that is the workspace itself."""
    folder = path.parent if path.parent.is_dir() else Path.home()
    start = folder / f"{path.stem} {today:%Y-%m-%d}{SUFFIX}"
    name, _ = QFileDialog.getSaveFileName(window, title, str(start), FILTER)
    if not name:
        return None
    if _named(name).resolve() == path.resolve():
        raise Problem("Dat is de werkmap zelf. Kies een andere naam of map voor de kopie.")
    return _named(name)


def _named(name: str) -> Path:
    """Return the path a person typed, with the ending of a workspace when it had none."""
    path = Path(name)
    return path if path.suffix else path.with_name(path.name + SUFFIX)
