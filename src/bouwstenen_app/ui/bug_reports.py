"""What the windows ask of the place where bugs of ours are written down."""

from pathlib import Path
from types import TracebackType
from typing import Protocol


class Reports(Protocol):
    """Writes where in the program something went wrong, and no word of the user."""

    path: Path
    """The report; it need not be there yet."""

    def write(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> str:
        """Write down a bug, and return what was written."""
        ...
