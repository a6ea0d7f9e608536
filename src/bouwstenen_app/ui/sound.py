"""One soft tone, for when the time of a round is over. It is made here, and played by what the system has."""

import io
import math
import shutil
import struct
import sys
import wave
from pathlib import Path
from typing import Final

from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QApplication

RATE: Final = 22_050
SECONDS: Final = 1.2
TONES: Final = (523.25, 783.99)
"""Hertz: a c and the g above it, a fifth, which nobody takes for an alarm."""
LOUDEST: Final = 0.22
"""Of what the format can hold."""
NAME: Final = "klok.wav"
PLAYERS: Final = ("pw-play", "paplay", "aplay")


def tone() -> bytes:
    """Return the sound as a WAV file: it swells within a tenth of a second and dies away."""
    count = int(RATE * SECONDS)
    frames = bytearray()
    for number in range(count):
        moment = number / RATE
        swell = min(1.0, moment / 0.1) * math.exp(-3.2 * moment) * (1 - number / count)
        value = sum(math.sin(2 * math.pi * hertz * moment) for hertz in TONES) / len(TONES)
        frames += struct.pack("<h", round(32_767 * LOUDEST * swell * value))
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE)
        writer.writeframes(bytes(frames))
    return file.getvalue()


def play(folder: Path) -> None:
    """Play the tone without waiting for it; its file is kept in ``folder``. Without a player the system beeps."""
    file = folder / NAME
    if not file.exists():
        file.write_bytes(tone())
    command = player(file)
    if command is None or not QProcess.startDetached(command[0], command[1:])[0]:
        QApplication.beep()


def player(file: Path) -> list[str] | None:
    """Return the command that plays a file on this system; None when there is none."""
    if sys.platform == "win32":
        spoken = str(file).replace("'", "''")
        script = f"(New-Object Media.SoundPlayer '{spoken}').PlaySync()"
        return ["powershell", "-NoProfile", "-WindowStyle", "Hidden", "-Command", script]
    names = ("afplay",) if sys.platform == "darwin" else PLAYERS
    found = next((path for name in names if (path := shutil.which(name))), None)
    return [found, str(file)] if found else None
