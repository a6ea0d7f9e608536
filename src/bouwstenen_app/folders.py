"""Where things are kept: what the program brings, and this user's own folders. Imports nothing heavy."""

from pathlib import Path
from typing import Final

import platformdirs

NAME: Final = "Bouwstenen"


def resources_folder() -> Path:
    """Return the folder with what the program brings: inside the installed package, or of the checkout."""
    package = Path(__file__).parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent.parent / "resources"


def report_template() -> Path:
    """Return the Word template whose styles carry the look of a report."""
    return resources_folder() / "templates" / "report.docx"


def papers_folder() -> Path:
    """Return the folder with the papers that come with the program."""
    return resources_folder() / "papers"


def word_list() -> Path:
    """Return the file with the words that passwords are proposed of."""
    return resources_folder() / "wordlists" / "wachtwoordzinnen.txt"


def data_folder() -> Path:
    """Return this user's own folder: locks, backups, the identity of this laptop."""
    return Path(platformdirs.user_data_dir(NAME, appauthor=False))


def config_folder() -> Path:
    """Return the folder of this user's settings."""
    return Path(platformdirs.user_config_dir(NAME, appauthor=False))
