from pathlib import Path

import pytest

from bouwstenen_app import folders


def test_what_the_program_brings_is_found_from_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert (folders.resources_folder() / "codebook" / "bouwstenen-basis.json").is_file()
    assert folders.report_template().is_file()


def test_the_folders_of_a_user_carry_the_name_of_the_program() -> None:
    assert folders.data_folder().name == folders.config_folder().name == folders.NAME
