"""Asks the desktop to show a folder."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def show_folder(folder: Path) -> None:
    """Show a folder in the file manager of this laptop."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
