"""Private copies of workspaces that cannot be worked in now: in the user's own folder, while they are looked at.

Each has a lock of its own, which falls away with its program: so what a kill left is known at the next opening.
"""

from contextlib import suppress
from pathlib import Path
from typing import Final

from filelock import Timeout

from bouwstenen_app.storage.around import Surroundings
from bouwstenen_app.storage.copies import clear
from bouwstenen_app.storage.failures import file_problem
from bouwstenen_app.storage.file_locks import lock_of
from bouwstenen_app.storage.own_folder import SUFFIX, data_name

_COPIES: Final = "alleen-lezen"


class ReadOnlyCopy:
    """The place for a copy of one workspace (``file``), locked until it is forgotten."""

    def __init__(self, path: Path, around: Surroundings) -> None:
        """Take the place; Problem when that cannot be. What other programs left is swept first."""
        try:
            folder = around.data / _COPIES
            folder.mkdir(parents=True, exist_ok=True)
            sweep(around.data)
            self.file = folder / f"{data_name(path)}-{around.new_id()}{SUFFIX}"
            self._lock = lock_of(self.file)
            self._lock.acquire(timeout=0)
        except OSError as error:
            raise file_problem(error, around.data) from error

    def forget(self) -> None:
        """Take the copy away, with its lock."""
        clear(self.file)
        self._lock.release()
        clear(Path(self._lock.lock_file))


def sweep(data: Path) -> None:
    """Take away the private copies of programs that stopped without doing so, also those that were half made."""
    left = (one for one in (data / _COPIES).glob(f"*{SUFFIX}*") if one.suffix != ".lock")
    # A lock comes before its copy: one alone may be of a program that is about to make it.
    for copy in {one.with_name(one.name.split(SUFFIX)[0] + SUFFIX) for one in left}:
        lock = lock_of(copy)
        with suppress(Timeout, OSError), lock.acquire(timeout=0):
            clear(copy)
            clear(copy.with_name(copy.name + ".part"))
            clear(Path(lock.lock_file))
