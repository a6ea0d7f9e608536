"""Where the program keeps its own files in a test: never in the folders of who runs it."""

from pathlib import Path
from typing import Final

FOLDERS: Final = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA")
HOME: Final = "HOME"


def folders_in(folder: Path) -> dict[str, str]:
    """Return the variables of an environment that let the program keep its data and settings in a folder."""
    return {name: str(folder / name.lower()) for name in FOLDERS}


def home_in(folder: Path) -> dict[str, str]:
    """Return those, and one for the home folder: nothing of who runs the test is read either."""
    return {**folders_in(folder), HOME: str(folder / HOME.lower())}
