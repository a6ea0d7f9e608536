"""What is found in a document that stands between it and a reader."""

from dataclasses import dataclass
from typing import Final

ERROR: Final = "fout"
WARNING: Final = "waarschuwing"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to mend: how bad it is (``ERROR`` or ``WARNING``), what it is in Dutch, and where."""

    kind: str
    message: str
    place: str = ""
