"""Where a workspace file lives, and what that means: a folder that is synced, a network drive, a stick, read-only.

The facts come in as values, as the system of the laptop tells them, so that every system can be judged on every
other. Names of folders are those that the programs make themselves (their documentation, 2026).
"""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

WINDOWS: Final = "Windows"
MACOS: Final = "Darwin"
LINUX: Final = "Linux"

CLOUD: Final = "cloud"
NETWORK: Final = "netwerk"
REMOVABLE: Final = "los"
READ_ONLY: Final = "alleen-lezen"

FIXED_DRIVE: Final = "vast"
NETWORK_DRIVE: Final = "netwerk"
REMOVABLE_DRIVE: Final = "los"

NETWORK_SYSTEMS: Final = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "webdav", "davfs", "davfs2", "afs"),
        *("ceph", "glusterfs", "fuse.sshfs", "fuse.davfs", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.smbnetfs"),
        "fuse.curlftpfs",
    }
)
"""File systems of a drive that is elsewhere, as the list of mounts calls them."""
_CLOUD_SYSTEMS: Final = {
    "fuse.rclone": "rclone",
    "fuse.onedriver": "OneDrive",
    "fuse.google-drive-ocamlfuse": "Google Drive",
}
_CLOUD_FOLDERS: Final = (
    (re.compile(r"onedrive( ?-.*)?"), "OneDrive"),
    (re.compile(r"dropbox( \(.*\))?"), "Dropbox"),
    (
        re.compile(r"google ?drive([ -].*)?|googledrive-.*|my drive|mijn drive|gedeelde drives|shared drives"),
        "Google Drive",
    ),
    (re.compile(r"icloud ?drive|iclouddrive|com~apple~clouddocs|mobile documents"), "iCloud Drive"),
    (re.compile(r"nextcloud\d*"), "Nextcloud"),
    (re.compile(r"owncloud\d*"), "ownCloud"),
    (re.compile(r"box-box|box sync"), "Box"),
    (re.compile(r"pcloud ?drive|pclouddrive"), "pCloud"),
    (re.compile(r"proton ?drive"), "Proton Drive"),
)
"""What a folder is called, in small letters, and whose it is."""
_HOME_FOLDERS: Final = {"box": "Box", "stack": "STACK"}
"""The same, of names that mean something else when they are not in the folder of the user."""
_SHAREPOINT: Final = re.compile(
    r".+ - (documenten|documents|gedeelde documenten|shared documents|general|algemeen)"
)
"""A library of a team, as OneDrive puts it under the name of the organisation: ``Team - Documenten``."""
MARKERS: Final = {
    ".stfolder": "Syncthing",
    ".owncloudsync.log": "ownCloud",
    ".sync": "Resilio Sync",
}
"""What a sync program leaves in the folder that it syncs."""


class Root(NamedTuple):
    """A folder that a sync program says it syncs."""

    program: str
    folder: str


@dataclass(frozen=True, slots=True)
class Facts:
    """What the laptop says of the place of a file. What it does not say is empty."""

    system: str
    path: str
    """Absolute, as the system writes it."""
    home: str = ""
    roots: tuple[Root, ...] = ()
    markers: frozenset[str] = field(default_factory=frozenset)
    """Names in the folders above the file."""
    file_system: str = ""
    """As the list of mounts calls it: ``nfs``, ``vfat`` …"""
    drive: str = ""
    """One of the three kinds of drive above."""
    writable: bool = True


@dataclass(frozen=True, slots=True)
class FilePlace:
    """What a place is: its kind, and the name of the program that syncs it."""

    kind: str
    program: str = ""

    @property
    def told(self) -> str:
        """What it means and what to do, in one or two sentences."""
        return _TOLD[self.kind].format(program=self.program)

    @property
    def name(self) -> str:
        """What to call it in a few words."""
        return _NAMES[self.kind].format(program=self.program)


_NAMES: Final = {
    CLOUD: "{program}: een map die synchroniseert",
    NETWORK: "netwerkschijf",
    REMOVABLE: "losse schijf of stick",
    READ_ONLY: "plek waar je niet mag schrijven",
}
_TOLD: Final = {
    CLOUD: (
        "Deze werkmap staat in {program} en wordt dus ook naar andere laptops gekopieerd. Je werkt in een kopie op "
        "deze laptop; om de paar minuten en bij het sluiten komt die op haar plek, samengevoegd met wat een andere "
        "laptop er intussen in zette."
    ),
    NETWORK: (
        "Deze werkmap staat op een netwerkschijf. Valt de verbinding weg, dan blijft je tekst staan tot ze er weer "
        "is; voor een sessie is een kopie op de laptop zelf veiliger."
    ),
    REMOVABLE: (
        "Deze werkmap staat op een losse schijf of stick. Sluit haar voordat je die eruit haalt, en beveilig haar "
        "met een wachtwoord: een stick raakt snel kwijt."
    ),
    READ_ONLY: (
        "Op deze plek mag je niet schrijven: je kunt de werkmap alleen lezen. Kopieer haar naar een map waar je "
        "wel mag schrijven."
    ),
}


def places_of(facts: Facts) -> tuple[FilePlace, ...]:
    """Return what is special about the place of a file, the most telling first; nothing for an ordinary folder."""
    found = []
    if program := _synced_by(facts):
        found.append(FilePlace(CLOUD, program))
    if _is_network(facts):
        found.append(FilePlace(NETWORK))
    elif facts.drive == REMOVABLE_DRIVE:
        found.append(FilePlace(REMOVABLE))
    if not facts.writable:
        found.append(FilePlace(READ_ONLY))
    return tuple(found)


def _synced_by(facts: Facts) -> str:
    """Return which program syncs the folder of a file; empty when none is known to."""
    for root in facts.roots:
        if root.folder and _is_within(facts.path, root.folder, facts.system):
            return root.program
    for marker, program in MARKERS.items():
        if marker in facts.markers:
            return program
    if facts.file_system in _CLOUD_SYSTEMS:
        return _CLOUD_SYSTEMS[facts.file_system]
    return _called(_parts(facts.path, facts.system)[:-1], _parts(facts.home, facts.system), facts.system)


def _called(folders: tuple[str, ...], home: tuple[str, ...], system: str) -> str:
    """Return which program a folder above a file is called after."""
    for folder in folders:
        for pattern, program in _CLOUD_FOLDERS:
            if pattern.fullmatch(folder):
                return program
    below = folders[len(home) :] if home and folders[: len(home)] == home else ()
    if below and below[0] in _HOME_FOLDERS:
        return _HOME_FOLDERS[below[0]]
    library = system == WINDOWS and any(_SHAREPOINT.fullmatch(one) for one in below[1:2])
    return "SharePoint" if library else ""


def _is_network(facts: Facts) -> bool:
    unc = facts.system == WINDOWS and facts.path.replace("/", "\\").startswith("\\\\")
    local = facts.path.startswith(("\\\\?\\", "\\\\.\\")) and not facts.path.lower().startswith("\\\\?\\unc\\")
    gvfs = facts.system == LINUX and "/gvfs/" in facts.path
    return (unc and not local) or gvfs or facts.drive == NETWORK_DRIVE or facts.file_system in NETWORK_SYSTEMS


def _is_within(path: str, folder: str, system: str) -> bool:
    inside, outside = _parts(path, system), _parts(folder, system)
    return bool(outside) and inside[: len(outside)] == outside and len(inside) > len(outside)


def _parts(path: str, system: str) -> tuple[str, ...]:
    """Return the folders of a path in small letters, with the file at the end."""
    split = re.split(r"[\\/]+" if system == WINDOWS else "/+", path.lower())
    return tuple(part for part in split if part)
