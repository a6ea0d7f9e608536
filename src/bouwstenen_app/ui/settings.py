"""The settings of this user on this laptop: the look, and which files were open last. Never what is in them."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QByteArray, QSettings

from bouwstenen_app.ui.look import CHOICES, SYSTEM

MOST_RECENT: Final = 8
MOST_EXPLAINED: Final = 200
LOCKS: Final = (5, 10, 15, 30, 0)
"""Minutes to choose from, and never."""
USUAL_LOCK: Final = 15
_THEME, _PERCENT, _GEOMETRY, _RECENT = "venster/thema", "venster/tekstgrootte", "venster/plaats", "bestanden/recent"
_SOUND = "klok/geluid"
_LOCK, _KEPT_KEYS = "beveiliging/vergrendelen", "beveiliging/onthouden"
_EXPLAINED = "bestanden/uitgelegd"
_BEAMER_SCREEN, _BEAMER_GEOMETRY = "beamer/scherm", "beamer/plaats"


class Settings:
    """Typed access to one ini file; what is missing or unreadable there has its first value."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._ini = QSettings(str(path), QSettings.Format.IniFormat)

    @property
    def path(self) -> Path:
        """The ini file."""
        return self._path

    @property
    def theme(self) -> str:
        """``systeem``, ``licht`` or ``donker``."""
        choice = str(self._ini.value(_THEME, SYSTEM))
        return choice if choice in CHOICES else SYSTEM

    @theme.setter
    def theme(self, choice: str) -> None:
        self._keep(_THEME, choice)

    @property
    def text_percent(self) -> int:
        """The text size, from 100 to 200 per cent."""
        try:
            return min(200, max(100, int(str(self._ini.value(_PERCENT, 100)))))
        except ValueError:
            return 100

    @text_percent.setter
    def text_percent(self, percent: int) -> None:
        self._keep(_PERCENT, percent)

    @property
    def geometry(self) -> QByteArray:
        """Size and place of the main window as Qt writes them; empty the first time."""
        kept = self._ini.value(_GEOMETRY)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._keep(_GEOMETRY, geometry)

    @property
    def sound(self) -> bool:
        """Whether a soft tone is heard when the time of a round is over; not, the first time."""
        return str(self._ini.value(_SOUND, "")) == "aan"

    @sound.setter
    def sound(self, sound: bool) -> None:
        self._keep(_SOUND, "aan" if sound else "uit")

    @property
    def lock_after(self) -> int:
        """Minutes without a key or the mouse after which a protected workspace is locked; 0 for never."""
        try:
            minutes = int(str(self._ini.value(_LOCK, USUAL_LOCK)))
        except ValueError:
            minutes = USUAL_LOCK
        return minutes if minutes in LOCKS else USUAL_LOCK

    @lock_after.setter
    def lock_after(self, minutes: int) -> None:
        self._keep(_LOCK, minutes)

    def keeps_key(self, salt: str) -> bool:
        """Say whether the keyring of this laptop was asked to keep the key of a file with this salt (hex)."""
        return salt in self._kept_keys

    def keep_key(self, salt: str, *, kept: bool) -> None:
        """Note that the keyring keeps the key of a file, or does so no longer. The key itself is never here."""
        others = [other for other in self._kept_keys if other != salt]
        self._keep(_KEPT_KEYS, [salt, *others] if kept else others)

    @property
    def _kept_keys(self) -> list[str]:
        kept = self._ini.value(_KEPT_KEYS)
        return [kept] if isinstance(kept, str) and kept else kept if isinstance(kept, list) else []

    @property
    def beamer_screen(self) -> str:
        """The screen that the beamer was on last, as the beamer calls it; empty the first time."""
        return str(self._ini.value(_BEAMER_SCREEN, ""))

    @beamer_screen.setter
    def beamer_screen(self, screen: str) -> None:
        self._keep(_BEAMER_SCREEN, screen)

    @property
    def beamer_geometry(self) -> QByteArray:
        """Size and place of the beamer as a window, where there is no second screen; empty the first time."""
        kept = self._ini.value(_BEAMER_GEOMETRY)
        return kept if isinstance(kept, QByteArray) else QByteArray()

    @beamer_geometry.setter
    def beamer_geometry(self, geometry: QByteArray) -> None:
        self._keep(_BEAMER_GEOMETRY, geometry)

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files that were open last, newest first; also those that are not there at the moment."""
        kept = self._ini.value(_RECENT)
        lines = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return tuple(Path(line) for line in lines if isinstance(line, str) and line)[:MOST_RECENT]

    def add_recent(self, path: Path) -> None:
        """Put a file on top of the ones that were open last."""
        others = [other for other in self.recent if other != path]
        self._keep(_RECENT, [str(one) for one in [path, *others][:MOST_RECENT]])

    def drop_recent(self, path: Path) -> None:
        """Take a file out of the ones that were open last."""
        self._keep(_RECENT, [str(other) for other in self.recent if other != path])

    def is_explained(self, key: str) -> bool:
        """Say whether something of a file was explained before."""
        return key in self._explained

    def add_explained(self, key: str) -> None:
        """Remember that something of a file was explained; of the key no name of a file may be read."""
        others = [other for other in self._explained if other != key]
        self._keep(_EXPLAINED, [key, *others][:MOST_EXPLAINED])

    @property
    def _explained(self) -> list[str]:
        kept = self._ini.value(_EXPLAINED)
        return [kept] if isinstance(kept, str) and kept else kept if isinstance(kept, list) else []

    def _keep(self, key: str, value: object) -> None:
        self._ini.setValue(key, value)
        self._ini.sync()
