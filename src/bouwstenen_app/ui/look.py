"""The look of the windows as a value: colours by role and sizes that grow with the text."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final, NamedTuple

from bouwstenen_app.domain.colours import contrast, mixed, readable

SYSTEM: Final = "systeem"
LIGHT: Final = "licht"
DARK: Final = "donker"
CONTRAST: Final = "contrast"
CHOICES: Final = (SYSTEM, LIGHT, DARK, CONTRAST)
PERCENTS: Final = (100, 110, 125, 150, 175, 200)
FAMILIES: Final = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")
"""The fonts of the windows; the first that is there."""

_ROLE = re.compile(r"@([a-z][a-z-]*)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SIZE = re.compile(r"\b(\d+)dp\b")


class Tone(NamedTuple):
    """The colours of one code: its words, the plane behind them, and its stripe or dot; all ``#rrggbb``."""

    ink: str
    fill: str
    stripe: str


class Look(NamedTuple):
    """One theme at one text size."""

    name: str
    dark: bool
    colours: Mapping[str, str]
    """Colour (``#rrggbb``) by role."""
    percent: int = 100

    def colour(self, role: str) -> str:
        """Return the colour of a role (KeyError if no theme knows it)."""
        return self.colours[role]

    def px(self, size: float) -> int:
        """Return a size at this text size, in pixels, at least one."""
        return max(1, round(size * self.percent / 100))

    def tone(self, colour: str, colour_dark: str, tint: str) -> Tone:
        """Return the colours of a code from the three it has in the codebook; its words are always readable."""
        if not (colour and colour_dark and tint):
            return self.neutral
        if self.dark:
            fill = mixed(colour_dark, self.colours["surface"], 0.2)
            return Tone(readable(colour_dark, fill, "#ffffff"), fill, colour_dark)
        return Tone(readable(colour, tint, "#000000"), tint, colour)

    @property
    def neutral(self) -> Tone:
        """The colours of a code without colours of its own."""
        return Tone(self.colours["chip-text"], self.colours["chip"], self.colours["stripe"])

    def heat(self, share: float) -> Tone:
        """Return the colours of a cell that is so full, from 0 to 1."""
        fill = mixed(self.colours["heat-high"], self.colours["heat-low"], min(1.0, max(0.0, share)))
        end = max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, fill))
        inks = (self.colours["heat-text"], self.colours["heat-text-high"])
        return Tone(readable(max(inks, key=lambda ink: contrast(ink, fill)), fill, end), fill, fill)

    def fill_in(self, sheet: str, folder: str) -> str:
        """Return a stylesheet with its ``@roles``, ``12dp`` sizes and ``@@`` (the icon folder) filled in;

        ``@mode`` becomes light or dark."""
        sheet = _COMMENT.sub("", sheet).replace("@mode", "dark" if self.dark else "light")
        sheet = _SIZE.sub(lambda found: f"{self.px(int(found[1]))}px", sheet)
        sheet = _ROLE.sub(lambda found: self.colours[found[1]], sheet)
        return sheet.replace("@@", folder)


def chosen_look(
    resources: Path, choice: str, percent: int, *, system_dark: bool, system_contrast: bool = False
) -> Look:
    """Return the look for a choice of the user, and for what the system wears when that is the choice."""
    if choice == CONTRAST or (choice == SYSTEM and system_contrast):
        name = "contrast"
    else:
        name = "dark" if choice == DARK or (choice != LIGHT and system_dark) else "light"
    return read_look(resources / "themes" / f"{name}.toml", percent)


def read_look(path: Path, percent: int = 100) -> Look:
    """Read a theme from its file: base colours by name, and roles that use them (or give ``#rrggbb``)."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    base = data["base"]
    roles = {role: value if value.startswith("#") else base[value] for role, value in data["roles"].items()}
    return Look(data["name"], data["dark"], MappingProxyType(roles), percent)
