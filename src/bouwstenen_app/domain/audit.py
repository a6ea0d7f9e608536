"""The log of a workspace: acts, times and counts. No word of what anyone said, and no name of a file."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bouwstenen_app.domain import dutch

OPENED: Final = "opened"
LOCKED: Final = "locked"
UNLOCKED: Final = "unlocked"
WRONG_PASSWORD: Final = "wrong-password"
"""``count``: how often one was given on this laptop since the line before."""
MERGED: Final = "merged"
"""``kind``: how many files, ``count``: blocks that were new."""
PUBLISHED: Final = "published"
EXPORTED: Final = "exported"
"""``kind``: of document or file, ``count``: blocks, ``overruled``: red findings that were let through."""
SENT: Final = "sent"
IMPORTED: Final = "imported"
COPIED: Final = "copied"
PAPER: Final = "paper"
ERASED: Final = "erased"
FORGOTTEN: Final = "forgotten"
"""The raw data of a workspace whose time was over."""
RESTORED: Final = "restored"
SALVAGED: Final = "salvaged"
REPAIRED: Final = "repaired"
TIME_MENDED: Final = "time-mended"
RECOVERY: Final = "recovery"
"""The code that opens a workspace without its password left the program."""
PASSWORD_SET: Final = "password-set"
PASSWORD_CHANGED: Final = "password-changed"
PASSWORD_REMOVED: Final = "password-removed"

_KIND: Final = re.compile(r"\.?[a-z0-9][a-z0-9-]{0,23}|")
"""One short word without spaces: a text that a person typed hardly ever is one."""


@dataclass(frozen=True, slots=True)
class Line:
    """What is written of one act. ValueError for an act that nobody knows, or a kind that reads as a text."""

    act: str
    kind: str = ""
    count: int = 0
    overruled: int = 0

    def __post_init__(self) -> None:
        if self.act not in _TOLD or not _KIND.fullmatch(self.kind):
            raise ValueError(f"{self.act}: {self.kind}")

    @property
    def values(self) -> Mapping[str, Any]:
        """Its columns."""
        return {"act": self.act, "kind": self.kind, "count": self.count, "overruled": self.overruled}

    @property
    def told(self) -> str:
        """The act in the words of a person."""
        sentence = _TOLD[self.act](self)
        if self.overruled:
            found = dutch.counted(self.overruled, "bevinding", "bevindingen")
            return f"{sentence}; {found} bewust laten staan"
        return sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log, with when it was and whether it was on this laptop."""

    number: int
    at: datetime
    here: bool
    line: Line


def _counted(line: Line) -> str:
    return dutch.counted(line.count, "bouwsteen", "bouwstenen")


def _of_kind(line: Line) -> str:
    return f" ({line.kind.removeprefix('.')})" if line.kind else ""


def _new(line: Line) -> str:
    return dutch.counted(line.count, "nieuwe bouwsteen", "nieuwe bouwstenen")


def _exported(line: Line) -> str:
    blocks = f": {_counted(line)}" if line.count else ""  # a codebook has none
    return f"Geëxporteerd{_of_kind(line)}{blocks}"


def _merged(line: Line) -> str:
    files = f" uit {dutch.counted(int(line.kind), 'bestand', 'bestanden')}" if line.kind.isdigit() else ""
    return f"Samengevoegd: {_new(line)}{files}"


_ERASED: Final[Mapping[str, str]] = {
    "": "Gewist: {blocks}",
    "earlier": "Eerdere versies gewist, op {places}",
    "everywhere": "Overal door een rol vervangen, op {places}",
    "elsewhere": "Gewist zoals op een andere laptop: {blocks}",
    "photos": "Foto’s gewist: {n}",
}
_TOLD: Final[Mapping[str, Callable[[Line], str]]] = {
    OPENED: lambda line: "Geopend" + (" op de opdrachtregel" if line.kind else ""),
    LOCKED: lambda _: "Vergrendeld",
    UNLOCKED: lambda _: "Ontgrendeld",
    WRONG_PASSWORD: lambda line: f"Verkeerd wachtwoord gegeven: {dutch.number(line.count)} keer",
    MERGED: _merged,
    PUBLISHED: lambda line: f"Naar de bibliotheek gebracht: {dutch.counted(line.count, 'stap', 'stappen')}",
    EXPORTED: _exported,
    SENT: lambda line: f"Pakket gemaakt: {_counted(line)}",
    IMPORTED: lambda line: f"Overgenomen uit een bestand: {_new(line)}",
    COPIED: lambda _: "Kopie van de werkmap gemaakt",
    PAPER: lambda line: f"Papier gemaakt{_of_kind(line)}",
    ERASED: lambda line: _ERASED.get(line.kind, _ERASED[""]).format(
        blocks=_counted(line), places=dutch.counted(line.count, "plaats", "plaatsen"), n=dutch.number(line.count)
    ),
    FORGOTTEN: lambda line: f"Ruwe gegevens gewist: {_counted(line)}",
    RESTORED: lambda line: f"Reservekopie teruggezet: {_counted(line)}",
    SALVAGED: lambda line: f"Gered uit een beschadigd bestand: {_counted(line)}",
    REPAIRED: lambda _: "Zoekindex hersteld",
    TIME_MENDED: lambda line: f"Tijd hersteld: {_counted(line)}",
    RECOVERY: lambda line: "Herstelcode getoond" if line.kind else "Herstelblad gemaakt",
    PASSWORD_SET: lambda _: "Wachtwoord ingesteld",
    PASSWORD_CHANGED: lambda _: "Wachtwoord gewijzigd",
    PASSWORD_REMOVED: lambda _: "Wachtwoord weggehaald",
}
