"""Facts of Windows, macOS and Linux, as those systems tell them, and what the program makes of them."""

import pytest

from bouwstenen_app.domain.file_places import (
    CLOUD,
    LINUX,
    MACOS,
    NETWORK,
    NETWORK_DRIVE,
    READ_ONLY,
    REMOVABLE,
    REMOVABLE_DRIVE,
    WINDOWS,
    Facts,
    FilePlace,
    Root,
    places_of,
)

JAN = r"C:\Users\jan"
MIES = "/Users/mies"
PIET = "/home/piet"


def kinds(facts: Facts) -> list[str]:
    return [place.kind for place in places_of(facts)]


def program(system: str, path: str, home: str) -> str:
    found = places_of(Facts(system, path, home))
    return found[0].program if found else ""


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (JAN + r"\OneDrive\werk.bouwstenen", "OneDrive"),
        (JAN + r"\OneDrive - Gemeente Rivierenhoek\Documenten\werk.bouwstenen", "OneDrive"),
        (r"D:\OneDrive - Politie\werk.bouwstenen", "OneDrive"),
        (JAN + r"\Gemeente Rivierenhoek\Team Zorg - Documenten\werk.bouwstenen", "SharePoint"),
        (JAN + r"\Gemeente Rivierenhoek\Team Zorg - General\2026\werk.bouwstenen", "SharePoint"),
        (JAN + r"\Dropbox\werk.bouwstenen", "Dropbox"),
        (JAN + r"\Dropbox (Stichting Zuid)\werk.bouwstenen", "Dropbox"),
        (r"G:\Mijn Drive\werk.bouwstenen", "Google Drive"),
        (r"G:\Gedeelde drives\Zorg\werk.bouwstenen", "Google Drive"),
        (JAN + r"\iCloudDrive\werk.bouwstenen", "iCloud Drive"),
        (JAN + r"\Nextcloud2\werk.bouwstenen", "Nextcloud"),
        (JAN + r"\ownCloud\werk.bouwstenen", "ownCloud"),
        (JAN + r"\Box\werk.bouwstenen", "Box"),
        (JAN + r"\Documents\werk.bouwstenen", ""),
        (JAN + r"\Documents\Onedriven\werk.bouwstenen", ""),
        (JAN + r"\Documents\Box\werk.bouwstenen", ""),
        (JAN + r"\Projecten\Rapport - Documenten.oud\werk.bouwstenen", ""),
        (r"D:\Werk\Zuid\Notulen - Documenten\werk.bouwstenen", ""),
        (JAN + r"\OneDrive.bouwstenen", ""),
    ],
)
def test_a_synced_folder_of_windows_is_known_by_its_name(path: str, name: str) -> None:
    assert program(WINDOWS, path, JAN) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (MIES + "/Library/CloudStorage/OneDrive-Persoonlijk/werk.bouwstenen", "OneDrive"),
        (
            MIES + "/Library/CloudStorage/OneDrive-SharedLibraries-Zuid/Team - Documenten/werk.bouwstenen",
            "OneDrive",
        ),
        (MIES + "/Library/CloudStorage/GoogleDrive-mies@example.org/Mijn Drive/werk.bouwstenen", "Google Drive"),
        (MIES + "/Library/CloudStorage/Dropbox/werk.bouwstenen", "Dropbox"),
        (MIES + "/Library/CloudStorage/Box-Box/werk.bouwstenen", "Box"),
        (MIES + "/Library/Mobile Documents/com~apple~CloudDocs/werk.bouwstenen", "iCloud Drive"),
        (MIES + "/Documents/werk.bouwstenen", ""),
    ],
)
def test_a_synced_folder_of_macos_is_known_by_its_name(path: str, name: str) -> None:
    assert program(MACOS, path, MIES) == name


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (PIET + "/Nextcloud/Werk/werk.bouwstenen", "Nextcloud"),
        (PIET + "/Dropbox/werk.bouwstenen", "Dropbox"),
        (PIET + "/stack/werk.bouwstenen", "STACK"),
        (PIET + "/documenten/stack/werk.bouwstenen", ""),
        ("/srv/box/werk.bouwstenen", ""),
    ],
)
def test_a_synced_folder_of_linux_is_known_by_its_name(path: str, name: str) -> None:
    assert program(LINUX, path, PIET) == name


def test_a_folder_that_a_sync_program_names_needs_no_name_of_its_own() -> None:
    roots = (Root("OneDrive", r"E:\Werkbestanden"), Root("Dropbox", ""))
    inside = Facts(WINDOWS, r"e:\werkbestanden\Zuid\werk.bouwstenen", JAN, roots)
    assert places_of(inside) == (FilePlace(CLOUD, "OneDrive"),)
    assert places_of(Facts(WINDOWS, r"E:\Werkbestanden2\werk.bouwstenen", JAN, roots)) == ()


def test_what_a_sync_program_leaves_in_a_folder_tells_of_it() -> None:
    facts = Facts(LINUX, "/data/werk/werk.bouwstenen", PIET, markers=frozenset({".stfolder"}))
    assert places_of(facts) == (FilePlace(CLOUD, "Syncthing"),)


@pytest.mark.parametrize(
    "facts",
    [
        Facts(WINDOWS, r"\\server\afdeling\werk.bouwstenen", JAN),
        Facts(WINDOWS, r"\\?\UNC\server\afdeling\werk.bouwstenen", JAN),
        Facts(WINDOWS, "//server/afdeling/werk.bouwstenen", JAN),
        Facts(WINDOWS, r"P:\werk.bouwstenen", JAN, drive=NETWORK_DRIVE),
        Facts(LINUX, "/mnt/afdeling/werk.bouwstenen", PIET, file_system="cifs"),
        Facts(LINUX, "/mnt/afdeling/werk.bouwstenen", PIET, file_system="nfs4"),
        Facts(LINUX, "/mnt/afdeling/werk.bouwstenen", PIET, file_system="smb3"),
        Facts(LINUX, "/mnt/afdeling/werk.bouwstenen", PIET, file_system="fuse.sshfs"),
        Facts(LINUX, "/run/user/1000/gvfs/smb-share:server=x,share=y/werk.bouwstenen", PIET),
        Facts(MACOS, "/Volumes/afdeling/werk.bouwstenen", MIES, file_system="smbfs", drive=NETWORK_DRIVE),
    ],
)
def test_a_network_drive_is_known(facts: Facts) -> None:
    assert kinds(facts) == [NETWORK]


def test_a_path_of_a_device_is_no_network_drive() -> None:
    assert places_of(Facts(WINDOWS, r"\\?\C:\Users\jan\werk.bouwstenen", JAN)) == ()


def test_a_stick_and_a_place_without_rights_are_known() -> None:
    assert kinds(Facts(WINDOWS, r"E:\werk.bouwstenen", JAN, drive=REMOVABLE_DRIVE)) == [REMOVABLE]
    assert kinds(Facts(LINUX, "/media/cd/werk.bouwstenen", PIET, drive=REMOVABLE_DRIVE, writable=False)) == [
        REMOVABLE,
        READ_ONLY,
    ]


def test_a_synced_folder_on_a_network_drive_tells_of_the_sync_first() -> None:
    facts = Facts(WINDOWS, r"\\server\jan\OneDrive\werk.bouwstenen", JAN)
    assert kinds(facts) == [CLOUD, NETWORK]


def test_every_place_is_told_in_one_or_two_sentences_with_what_to_do() -> None:
    for kind in (CLOUD, NETWORK, REMOVABLE, READ_ONLY):
        told = FilePlace(kind, "OneDrive").told
        assert 1 <= told.count(". ") + 1 <= 2
        assert told.endswith(".")
        assert "{" not in told + FilePlace(kind, "OneDrive").name
    assert "Je werkt in een kopie op deze laptop" in FilePlace(CLOUD, "OneDrive").told
