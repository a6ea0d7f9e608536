"""How the user's own folder calls what belongs to a workspace."""

from pathlib import Path

from bouwstenen_app.storage.own_folder import actual_file, data_name, is_there, working_file


def test_no_title_is_readable_in_the_name_and_a_link_leads_to_the_same_one(tmp_path: Path) -> None:
    path = tmp_path / "Kanarie.bouwstenen"
    path.write_bytes(b"")
    (tmp_path / "snel.bouwstenen").symlink_to(path)
    assert data_name(path) == data_name(tmp_path / "snel.bouwstenen")
    assert "kanarie" not in str(working_file(tmp_path / "eigen", path)).lower()


def test_the_newest_is_in_the_working_copy_when_there_is_one(tmp_path: Path) -> None:
    path = tmp_path / "werk.bouwstenen"
    assert actual_file(tmp_path / "eigen", path) == path
    assert not is_there(tmp_path / "eigen", path)
    copy = working_file(tmp_path / "eigen", path)
    copy.parent.mkdir(parents=True)
    copy.write_bytes(b"")
    assert actual_file(tmp_path / "eigen", path) == copy
    assert is_there(tmp_path / "eigen", path)


def test_a_name_that_the_disk_does_not_take_is_not_there_and_no_bug(tmp_path: Path) -> None:
    assert not is_there(tmp_path / "eigen", tmp_path / ("a" * 300))
