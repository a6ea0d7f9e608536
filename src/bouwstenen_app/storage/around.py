"""Where this program runs: its own folder, this laptop, time and identities, and the keys that were given."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bouwstenen_app.domain.identity import derived
from bouwstenen_app.storage.keys import Keys
from bouwstenen_app.storage.own_folder import actual_file, data_name, working_file
from bouwstenen_app.storage.working import Working


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where this program runs: its own folder for locks, copies and backups, this laptop, time and identities."""

    data: Path
    laptop: str
    """The identity of this installation, made once and kept in its data folder."""
    new_id: Callable[[], str]
    now: Callable[[], datetime]
    keys: Keys = field(default_factory=Keys, compare=False)
    """What opens protected files: given by a person, and only in memory."""
    synced: Callable[[Path], str] = field(default=lambda _: "", compare=False)
    """Returns the program that syncs the folder of a file, empty for an ordinary folder."""

    def replica(self, path: Path) -> str:
        """Return the identity of one file on this laptop: a copy elsewhere is another writer."""
        return derived("replica", self.laptop, str(path.resolve()))

    def backups(self, path: Path) -> Path:
        """Return the folder for the backups of one file; it need not exist."""
        return self.data / "reservekopieën" / data_name(path)

    def file(self, path: Path) -> Path:
        """Return the file that holds the newest of a workspace: its working copy when there is one."""
        return actual_file(self.data, path)

    def working(self, path: Path) -> Working:
        """Return the working copy of a workspace, which need not be there. Of a link, that of what it leads to."""
        return Working(path.resolve(), working_file(self.data, path), self.synced(path), self.now)
