"""A step while it is being done: its line in the journal and its changes are written at the end of it."""

from datetime import datetime
from typing import cast

from sqlalchemy import Table

from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.versions import Seen
from bouwstenen_app.storage import inserting, journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import StepRow


class StepInHand:
    """One step of a writer; ``of`` is the step that it takes back or does again."""

    session: Work

    def __init__(self, identity: str, kind: str, of: str | None) -> None:
        self.id = identity
        self.kind = kind
        self.of = of
        self.label = ""
        self.anyway = False
        """Whether it is a step even if it changes nothing."""
        self.changes: Changes | None = None
        """What it changed, once that is written."""

    @property
    def is_one(self) -> bool:
        """Whether there is something to write."""
        return bool(self.session.changes) or self.anyway

    def write(self, laptop: str, number: int, stamp: str, at: datetime, seen: Seen | None) -> None:
        """Write the line of this step and its changes, as step ``number`` of a writer that had seen so much."""
        row = {
            "id": self.id,
            "laptop": laptop,
            "number": number,
            "stamp": stamp,
            "at": at.isoformat(timespec="seconds"),
            "label": self.label,
            "kind": self.kind,
            "of": self.of,
            "seen": seen.id if seen else None,
        }
        inserting.insert_rows(self.session.sql, _STEPS, [row])
        journal.write(self.session, self.id, self.session.changes)
        self.changes = Changes(self.id, self.label, tuple(self.session.changes), self.kind, self.of)


_STEPS = cast(Table, StepRow.__table__)
