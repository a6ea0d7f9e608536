"""Where a file is on this laptop: asks the system what it knows, and lets the rules judge that."""

import json
import os
import platform
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from bouwstenen_app.domain import mounts
from bouwstenen_app.domain.conflict_copies import conflict_copies
from bouwstenen_app.domain.file_places import (
    CLOUD,
    FIXED_DRIVE,
    LINUX,
    MACOS,
    MARKERS,
    NETWORK_DRIVE,
    REMOVABLE_DRIVE,
    WINDOWS,
    Facts,
    FilePlace,
    Root,
    places_of,
)

PATIENCE: Final = 5
"""Seconds that a question to the system may take."""
_DRIVES: Final = {2: REMOVABLE_DRIVE, 3: FIXED_DRIVE, 4: NETWORK_DRIVE, 5: REMOVABLE_DRIVE}
"""What ``GetDriveTypeW`` of Windows returns."""
_ABOVE: Final = 6
"""Folders above a file that are looked into for what a sync program leaves there."""


@dataclass(frozen=True, slots=True)
class Where:
    """Where a file is: what is special about the place, and which copies of a conflict are beside it."""

    places: tuple[FilePlace, ...] = ()
    copies: tuple[Path, ...] = ()


def where_is(path: Path) -> Where:
    """Return where a file is. It asks the disk: not for the thread of a window."""
    places = places_of(facts_of(path))
    synced = any(place.kind == CLOUD for place in places)
    return Where(places, copies_beside(path, synced=synced))


def synced_by(path: Path) -> str:
    """Return the program that syncs the folder of a file, empty for an ordinary folder. Asks no other program."""
    ways = dict.fromkeys((path, path.resolve()))  # a link may lead into the folder, and the folder may be one
    places = (place for way in ways for place in places_of(facts_of(way, asking=False)))
    return next((place.program for place in places if place.kind == CLOUD), "")


def copies_beside(path: Path, *, synced: bool) -> tuple[Path, ...]:
    """Return the copies that a sync program made of a file because two laptops wrote at once."""
    names: list[str] = []
    with suppress(OSError):
        names = [name.name for name in path.parent.iterdir() if name.suffix.lower() == path.suffix.lower()]
    return tuple(path.with_name(name) for name in conflict_copies(path.name, names, synced=synced))


def facts_of(path: Path, *, asking: bool = True) -> Facts:
    """Return what this laptop says of the place of a file; without ``asking`` only what needs no other program."""
    path = path.absolute()
    system = platform.system()
    file_system = drive = ""
    home = Path(path.anchor)
    with suppress(RuntimeError):  # a user without a folder of their own
        home = Path.home()
    with suppress(OSError, RuntimeError, subprocess.SubprocessError):
        if system == WINDOWS:
            drive = _windows_drive(path)
        elif system == MACOS and asking:
            file_system, drive = _macos_mount(path)
        elif system == LINUX:
            file_system, drive = linux_mount(path, Path("/proc/mounts"), Path("/sys/dev/block"))
    return Facts(
        system=system,
        path=str(path),
        home="" if home == Path(path.anchor) else str(home),
        roots=(*mounts.roots_of_environment(os.environ.items()), *roots_in_settings(home, os.environ)),
        markers=frozenset(_markers(path)),
        file_system=file_system,
        drive=drive,
        writable=_may_write(path),
    )


def _may_write(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _markers(path: Path) -> Iterator[str]:
    for folder in list(path.parents)[:_ABOVE]:
        for name in MARKERS:
            with suppress(OSError):
                if (folder / name).exists():
                    yield name


def _windows_drive(path: Path) -> str:
    import ctypes

    windll: Any = getattr(ctypes, "windll", None)
    return _DRIVES.get(windll.kernel32.GetDriveTypeW(path.anchor), "") if windll else ""


def _macos_mount(path: Path) -> tuple[str, str]:
    """Return the file system and the drive of a path on macOS; a disk in *Volumes* is one that can be taken out."""
    asked = subprocess.run(["/sbin/mount"], capture_output=True, timeout=PATIENCE, check=False)
    mount = mounts.mount_of(str(path.resolve()), mounts.macos_mounts(asked.stdout.decode("utf-8", "replace")))
    return macos_drive(mount)


def macos_drive(mount: mounts.Mount | None) -> tuple[str, str]:
    """Return the file system and the kind of drive of a mount on macOS."""
    if mount is None:
        return "", ""
    if not mount.local:
        return mount.file_system, NETWORK_DRIVE
    return mount.file_system, REMOVABLE_DRIVE if mount.folder.startswith("/Volumes/") else FIXED_DRIVE


def linux_mount(path: Path, table: Path, devices: Path) -> tuple[str, str]:
    """Return the file system and the drive of a path on Linux, given the list of mounts and that of devices."""
    listed = mounts.linux_mounts(table.read_text(encoding="utf-8", errors="replace"))
    mount = mounts.mount_of(str(path.resolve()), listed)
    if mount is None:
        return "", ""
    if not mount.local:
        return mount.file_system, NETWORK_DRIVE
    number = (path if path.exists() else path.parent).stat().st_dev
    device = devices / f"{os.major(number)}:{os.minor(number)}"
    return mount.file_system, linux_drive(mount, device)


def linux_drive(mount: mounts.Mount, device: Path) -> str:
    """Return the kind of drive of a mount: that of its device, or of where sticks come up."""
    if mount.folder.startswith(("/media/", "/run/media/")):
        return REMOVABLE_DRIVE
    with suppress(OSError):
        if not device.exists():
            return FIXED_DRIVE
        real = device.resolve()
        flags = (folder / "removable" for folder in (real, real.parent))
        taken_out = any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)
        return REMOVABLE_DRIVE if taken_out or any(part.startswith("usb") for part in real.parts) else FIXED_DRIVE
    return FIXED_DRIVE


def roots_in_settings(home: Path, environment: Mapping[str, str]) -> Iterator[Root]:
    """Yield the folders that sync programs name in their own settings, below the folder of the user."""
    own = [Path(environment[name]) for name in ("APPDATA", "LOCALAPPDATA") if environment.get(name)]
    for folder in (home / ".dropbox", *(one / "Dropbox" for one in own)):
        with suppress(OSError, ValueError):
            yield from _dropbox(json.loads((folder / "info.json").read_text(encoding="utf-8")))
    for folder in (home / ".config", home / "Library" / "Preferences", *own):
        with suppress(OSError):
            text = (folder / "Nextcloud" / "nextcloud.cfg").read_text(encoding="utf-8", errors="replace")
            yield from mounts.roots_of_nextcloud(text)


def _dropbox(said: Any) -> Iterator[Root]:
    accounts = said.values() if isinstance(said, dict) else ()
    for account in accounts:
        if isinstance(account, dict) and isinstance(path := account.get("path"), str):
            yield Root("Dropbox", path)
