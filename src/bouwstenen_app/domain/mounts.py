"""What systems and sync programs say of folders: lists of mounts, the environment, and settings, as text."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from bouwstenen_app.domain.file_places import NETWORK_SYSTEMS, Root

_VARIABLES: Final = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")


class Mount(NamedTuple):
    """One line of the list of mounts: where it is, and which kind of file system it has."""

    folder: str
    file_system: str
    local: bool = True


def linux_mounts(text: str) -> tuple[Mount, ...]:
    """Read ``/proc/mounts``; a space in a name stands there as an octal number."""
    found = []
    for line in text.splitlines():
        parts = line.split(" ")
        if len(parts) >= 3:
            folder = re.sub(r"\\(0\d\d|1[0-7]\d)", lambda octal: chr(int(octal[1], 8)), parts[1])
            found.append(Mount(folder, parts[2].lower(), parts[2].lower() not in NETWORK_SYSTEMS))
    return tuple(found)


def macos_mounts(text: str) -> tuple[Mount, ...]:
    """Read what ``mount`` prints on macOS: ``/dev/disk4s1 on /Volumes/STICK (msdos, local, nodev)``."""
    found = []
    for line in text.splitlines():
        if parts := re.fullmatch(r".+? on (/.*) \(([^()]*)\)", line.strip()):
            words = [word.strip().lower() for word in parts[2].split(",")]
            found.append(Mount(parts[1], words[0], "local" in words))
    return tuple(found)


def mount_of(path: str, mounts: Iterable[Mount]) -> Mount | None:
    """Return the mount that a path is on: the deepest; of equal ones the last."""
    above = [mount for mount in mounts if f"{path}/".startswith(f"{mount.folder.rstrip('/')}/")]
    return max(reversed(above), key=lambda mount: len(mount.folder.rstrip("/")), default=None)


def roots_of_environment(variables: Iterable[tuple[str, str]]) -> tuple[Root, ...]:
    """Return the folders that OneDrive names in the environment of Windows."""
    names = {name.lower() for name in _VARIABLES}
    return tuple(Root("OneDrive", value) for name, value in variables if name.lower() in names and value)


def roots_of_nextcloud(text: str) -> tuple[Root, ...]:
    """Return the folders in the settings of Nextcloud: ``…localPath=/home/jansen/Nextcloud/``."""
    return tuple(Root("Nextcloud", found) for found in re.findall(r"^\s*[^=\n]*localPath=(.+?)\s*$", text, re.M))
