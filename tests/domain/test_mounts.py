from bouwstenen_app.domain.file_places import Root
from bouwstenen_app.domain.mounts import (
    Mount,
    linux_mounts,
    macos_mounts,
    mount_of,
    roots_of_environment,
    roots_of_nextcloud,
)

LINUX = r"""proc /proc proc rw,relatime 0 0
/dev/nvme0n1p2 / ext4 rw,relatime 0 0
//server/afdeling /mnt/afdeling\040zorg cifs rw,vers=3.0 0 0
server:/export /srv nfs4 rw 0 0
/dev/sdb1 /media/piet/STICK vfat rw,nosuid 0 0
tmpfs /srv tmpfs rw 0 0
kapot
"""
MACOS = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk4s1 on /Volumes/MIJN STICK (msdos, local, nodev, nosuid, noowners)
//mies@server/afdeling on /Volumes/afdeling (smbfs, nodev, nosuid, mounted by mies)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


def test_the_mounts_of_linux_are_read_with_spaces_in_their_names() -> None:
    mounts = linux_mounts(LINUX)
    assert mount_of("/mnt/afdeling zorg/werk.bouwstenen", mounts) == Mount(
        "/mnt/afdeling zorg", "cifs", local=False
    )
    assert mount_of("/media/piet/STICK/a/werk.bouwstenen", mounts) == Mount("/media/piet/STICK", "vfat")
    assert mount_of("/home/piet/werk.bouwstenen", mounts) == Mount("/", "ext4")


def test_the_deepest_mount_counts_and_of_equal_ones_the_last() -> None:
    mounts = linux_mounts(LINUX)
    assert mount_of("/srv/werk.bouwstenen", mounts) == Mount("/srv", "tmpfs")
    assert mount_of("/media/piet/STICKER/werk.bouwstenen", mounts) == Mount("/", "ext4")
    assert mount_of("/werk.bouwstenen", ()) is None


def test_the_mounts_of_macos_are_read() -> None:
    mounts = macos_mounts(MACOS)
    assert mount_of("/Volumes/MIJN STICK/werk.bouwstenen", mounts) == Mount("/Volumes/MIJN STICK", "msdos")
    assert mount_of("/Volumes/afdeling/werk.bouwstenen", mounts) == Mount("/Volumes/afdeling", "smbfs", local=False)
    assert mount_of("/Users/mies/werk.bouwstenen", mounts) == Mount("/", "apfs")


def test_onedrive_tells_of_its_folders_in_the_environment() -> None:
    variables = [("ONEDRIVE", r"C:\Users\jan\Wolk"), ("OneDriveCommercial", ""), ("PATH", r"C:\OneDrive")]
    assert roots_of_environment(variables) == (Root("OneDrive", r"C:\Users\jan\Wolk"),)


def test_nextcloud_tells_of_its_folders_in_its_settings() -> None:
    text = "[Accounts]\n0\\Folders\\1\\localPath=/home/piet/Mijn wolk/\n0\\Folders\\1\\targetPath=/\n0\\url=https://x\n"
    assert roots_of_nextcloud(text) == (Root("Nextcloud", "/home/piet/Mijn wolk/"),)
