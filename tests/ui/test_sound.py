import io
import stat
import struct
import sys
import wave
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from bouwstenen_app.ui import sound


def samples() -> tuple[int, ...]:
    with wave.open(io.BytesIO(sound.tone())) as file:
        frames = file.readframes(file.getnframes())
    return struct.unpack(f"<{len(frames) // 2}h", frames)


def test_the_tone_is_soft_swells_and_dies_away() -> None:
    found = samples()
    assert len(found) == int(sound.RATE * sound.SECONDS)
    assert max(map(abs, found)) < 32_767 * sound.LOUDEST
    start, middle, end = (max(map(abs, found[at : at + 200])) for at in (0, 2_500, len(found) - 200))
    assert middle > 5 * start
    assert middle > 50 * end


@pytest.mark.skipif(sys.platform == "win32", reason="another player")
def test_it_is_played_by_what_the_system_has(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    heard = tmp_path / "gehoord"
    name = "afplay" if sys.platform == "darwin" else sound.PLAYERS[-1]
    program = tmp_path / name
    program.write_text(f'#!/bin/sh\ncp "$1" "{heard}.part" && mv "{heard}.part" "{heard}"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    sound.play(tmp_path)
    qtbot.waitUntil(heard.exists, timeout=10_000)
    assert heard.read_bytes() == sound.tone()


def test_without_a_player_nothing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    if sys.platform != "win32":
        assert sound.player(tmp_path / sound.NAME) is None
    sound.play(tmp_path)
