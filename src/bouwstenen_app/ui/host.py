"""What passwords and locks ask of the program: to close the workspace, and to open it again where one was."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from bouwstenen_app.domain import audit
from bouwstenen_app.storage.keys import Key
from bouwstenen_app.ui.desk import Desk

Make = Callable[[Key | None], None]
"""Makes a new workspace, with this key or none."""


@dataclass(frozen=True, slots=True)
class Left:
    """Where one was when the workspace was put away."""

    path: Path
    place: str
    beamer: bool
    """Whether the beamer was on, and showed something."""
    typed: Mapping[str, str] = field(default_factory=dict)
    """What was to be remembered and could not be."""
    act: str = audit.OPENED
    """How the log calls it when it is opened again."""


class Host(Protocol):
    """The program, as far as it concerns passwords."""

    @property
    def has_workspace(self) -> bool:
        """Whether a workspace is open."""

    @property
    def is_locked(self) -> bool:
        """Whether it is locked, also while it still closes: who opens it anew then would take the lock away."""

    @property
    def desk(self) -> Desk:
        """The desk of the open workspace."""

    def keep_typed(self) -> bool:
        """Keep what is half-typed; what could not be kept is in ``desk.unkept``."""

    def put_away(self) -> Left | None:
        """Keep what is half-typed and close the workspace."""

    def take_up(self, left: Left) -> None:
        """Open what was put away, in the same place."""

    def welcome(self) -> None:
        """Show the page for when nothing is open."""
