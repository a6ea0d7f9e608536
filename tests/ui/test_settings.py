from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from bouwstenen_app.ui.look import DARK, SYSTEM
from bouwstenen_app.ui.settings import MOST_RECENT, Settings


def again(settings: Settings) -> Settings:
    return Settings(settings.path)


def test_without_a_file_everything_has_its_first_value(settings: Settings) -> None:
    assert settings.theme == SYSTEM
    assert settings.text_percent == 100
    assert settings.geometry.isEmpty()
    assert settings.recent == ()


def test_what_is_chosen_is_there_the_next_time(settings: Settings) -> None:
    settings.theme = DARK
    settings.text_percent = 150
    settings.geometry = QByteArray(b"\x01\x02")
    assert again(settings).theme == DARK
    assert again(settings).text_percent == 150
    assert again(settings).geometry == QByteArray(b"\x01\x02")


def test_the_last_file_stands_on_top_and_only_once(settings: Settings) -> None:
    first, second = Path("/a/één map, met komma/x.bouwstenen"), Path("/b/y.bouwstenen")
    for path in (first, second, first):
        settings.add_recent(path)
    assert again(settings).recent == (first, second)


def test_one_file_is_one_file(settings: Settings) -> None:
    settings.add_recent(Path("/a/x.bouwstenen"))
    assert again(settings).recent == (Path("/a/x.bouwstenen"),)
    settings.drop_recent(Path("/a/x.bouwstenen"))
    assert again(settings).recent == ()


def test_only_the_last_few_files_are_kept(settings: Settings) -> None:
    for number in range(20):
        settings.add_recent(Path(f"/a/{number}.bouwstenen"))
    assert len(settings.recent) == MOST_RECENT
    assert settings.recent[0] == Path("/a/19.bouwstenen")


def test_nonsense_in_the_file_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "bouwstenen.ini"
    path.write_text("[venster]\nthema=paars\ntekstgrootte=heel groot\nplaats=5\n[bestanden]\nrecent=@Invalid()\n")
    settings = Settings(path)
    assert settings.theme == SYSTEM
    assert settings.text_percent == 100
    assert settings.geometry.isEmpty()
    assert settings.recent == ()


def test_the_clock_is_silent_until_someone_wants_its_tone(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "bouwstenen.ini")
    assert not settings.sound
    settings.sound = True
    assert Settings(tmp_path / "bouwstenen.ini").sound


def test_r15_a_protected_workspace_locks_after_a_quarter_unless_another_time_is_chosen(settings: Settings) -> None:
    assert settings.lock_after == 15
    settings.lock_after = 0
    assert again(settings).lock_after == 0
    QSettings(str(settings.path), QSettings.Format.IniFormat).setValue("beveiliging/vergrendelen", "veel")
    assert again(settings).lock_after == 15


def test_it_notes_that_the_keyring_keeps_a_key_and_never_the_key(settings: Settings) -> None:
    settings.keep_key("aa" * 16, kept=True)
    settings.keep_key("bb" * 16, kept=True)
    assert again(settings).keeps_key("aa" * 16)
    settings.keep_key("bb" * 16, kept=False)
    assert not again(settings).keeps_key("bb" * 16)
    assert again(settings).keeps_key("aa" * 16)
    settings.keep_key("aa" * 16, kept=False)
    assert not again(settings).keeps_key("aa" * 16)
