"""What this laptop says of a place, asked of real folders; what others say is given as they say it."""

import json
import os
import platform
from pathlib import Path

import pytest

from bouwstenen_app.domain.file_places import (
    CLOUD,
    FIXED_DRIVE,
    NETWORK_DRIVE,
    REMOVABLE_DRIVE,
    FilePlace,
    Root,
)
from bouwstenen_app.domain.mounts import Mount
from bouwstenen_app.services.file_places import (
    copies_beside,
    facts_of,
    linux_drive,
    linux_mount,
    macos_drive,
    roots_in_settings,
    synced_by,
    where_is,
)

on_linux = pytest.mark.skipif(platform.system() != "Linux", reason="asks Linux")


def test_an_ordinary_folder_has_nothing_to_tell(tmp_path: Path) -> None:
    file = tmp_path / "najaar.bouwstenen"
    file.touch()
    assert where_is(file).places == ()


def test_a_folder_of_a_sync_program_is_known_with_the_copies_beside_the_file(tmp_path: Path) -> None:
    folder = tmp_path / "OneDrive - Gemeente"
    folder.mkdir()
    for name in ("najaar", "najaar-LAPTOP-12", "najaar (conflicted copy)", "voorjaar"):
        (folder / f"{name}.bouwstenen").touch()
    found = where_is(folder / "najaar.bouwstenen")
    assert found.places == (FilePlace(CLOUD, "OneDrive"),)
    assert [copy.name for copy in found.copies] == [
        "najaar (conflicted copy).bouwstenen",
        "najaar-LAPTOP-12.bouwstenen",
    ]


def test_a_folder_that_is_not_there_has_no_copies(tmp_path: Path) -> None:
    assert copies_beside(tmp_path / "weg" / "najaar.bouwstenen", synced=True) == ()
    assert where_is(tmp_path / "weg" / "najaar.bouwstenen").copies == ()


@on_linux
def test_linux_tells_the_file_system_of_a_folder(tmp_path: Path) -> None:
    facts = facts_of(tmp_path / "najaar.bouwstenen")
    assert facts.system == "Linux"
    assert facts.file_system
    assert facts.drive == FIXED_DRIVE
    assert facts.writable


@on_linux
def test_a_network_drive_of_linux_is_told_by_the_list_of_mounts(tmp_path: Path) -> None:
    table = tmp_path / "mounts"
    table.write_text(f"/dev/sda1 / ext4 rw 0 0\nserver:/werk {tmp_path}/net nfs4 rw 0 0\n", encoding="utf-8")
    (tmp_path / "net").mkdir()
    assert linux_mount(tmp_path / "net" / "a.bouwstenen", table, tmp_path) == ("nfs4", NETWORK_DRIVE)
    assert linux_mount(tmp_path / "a.bouwstenen", table, tmp_path) == ("ext4", FIXED_DRIVE)


@pytest.mark.skipif(os.name == "nt", reason="makes links")
@pytest.mark.parametrize(
    ("bus", "flag", "kind"),
    [("usb1", "0", REMOVABLE_DRIVE), ("ata1", "1", REMOVABLE_DRIVE), ("ata1", "0", FIXED_DRIVE)],
)
def test_a_stick_of_linux_is_told_by_its_device(tmp_path: Path, bus: str, flag: str, kind: str) -> None:
    disk = tmp_path / "devices" / bus / "sdb"
    (disk / "sdb1").mkdir(parents=True)
    (disk / "removable").write_text(f"{flag}\n", encoding="ascii")
    device = tmp_path / "8:17"
    device.symlink_to(disk / "sdb1")
    assert linux_drive(Mount("/mnt/usb", "vfat"), device) == kind


def test_where_sticks_come_up_is_a_stick_without_asking_more(tmp_path: Path) -> None:
    assert linux_drive(Mount("/media/piet/STICK", "vfat"), tmp_path / "weg") == REMOVABLE_DRIVE
    assert linux_drive(Mount("/run/media/piet/STICK", "vfat"), tmp_path / "weg") == REMOVABLE_DRIVE
    assert linux_drive(Mount("/", "ext4"), tmp_path / "weg") == FIXED_DRIVE


def test_what_macos_says_of_a_mount() -> None:
    assert macos_drive(Mount("/Volumes/STICK", "msdos")) == ("msdos", REMOVABLE_DRIVE)
    assert macos_drive(Mount("/Volumes/afdeling", "smbfs", local=False)) == ("smbfs", NETWORK_DRIVE)
    assert macos_drive(Mount("/", "apfs")) == ("apfs", FIXED_DRIVE)
    assert macos_drive(None) == ("", "")


def test_dropbox_and_nextcloud_name_their_folders_in_their_settings(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    accounts = {"business": {"path": "/home/piet/Wolk"}, "kapot": 3, "personal": {"path": None}}
    (tmp_path / ".dropbox" / "info.json").write_text(json.dumps(accounts), encoding="utf-8")
    own = tmp_path / "Roaming" / "Nextcloud"
    own.mkdir(parents=True)
    (own / "nextcloud.cfg").write_text("0\\Folders\\1\\localPath=C:/Users/jan/Samen/\n", encoding="utf-8")
    roots = tuple(roots_in_settings(tmp_path, {"APPDATA": str(tmp_path / "Roaming"), "LOCALAPPDATA": ""}))
    assert roots == (Root("Dropbox", "/home/piet/Wolk"), Root("Nextcloud", "C:/Users/jan/Samen/"))


def test_settings_that_are_broken_name_nothing(tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text("[1, {", encoding="utf-8")
    assert tuple(roots_in_settings(tmp_path, {})) == ()


@pytest.mark.skipif(os.name == "nt", reason="makes links")
def test_a_user_without_a_folder_and_a_road_in_a_circle_are_no_bug(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def nobody() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", nobody)
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    facts = facts_of(tmp_path / "a" / "najaar.bouwstenen")
    assert facts.home == ""
    assert where_is(tmp_path / "a" / "najaar.bouwstenen").copies == ()


@pytest.mark.skipif(os.name != "posix", reason="a link as POSIX has it")
def test_a_link_into_a_synced_folder_is_recognised_and_an_ordinary_file_is_not(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    (folder / "werk.bouwstenen").touch()
    link = tmp_path / "snel.bouwstenen"
    link.symlink_to(folder / "werk.bouwstenen")
    assert synced_by(link) == synced_by(folder / "werk.bouwstenen") == "Dropbox"
    assert synced_by(tmp_path / "gewoon.bouwstenen") == ""
