"""How the user's own folder calls what belongs to a workspace. Imports nothing heavy: the first look asks it."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

SUFFIX: Final = ".bouwstenen"
_WORKING: Final = "werkkopieën"


def data_name(path: Path) -> str:
    """Return the name under which the data folder keeps what belongs to a file: no title is readable in it."""
    return sha256(str(path.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def working_copies(data: Path) -> Path:
    """Return the folder of all working copies; it need not exist."""
    return data / _WORKING


def working_file(data: Path, path: Path) -> Path:
    """Return where the working copy of a workspace is, when there is one."""
    return working_copies(data) / f"{data_name(path)}{SUFFIX}"


def actual_file(data: Path, path: Path) -> Path:
    """Return the file that holds the newest of a workspace: its working copy when there is one, else itself."""
    working = working_file(data, path)
    return working if working.is_file() else path


def is_there(data: Path, path: Path) -> bool:
    """Say whether a workspace can be opened: the file, or a working copy whose file was taken away.

    A disk that gives no answer has none.
    """
    with suppress(OSError):
        if path.exists():
            return True
    return working_file(data, path).is_file()
