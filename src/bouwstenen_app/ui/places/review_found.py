"""The remarks as they were read: after a step only those are read again that the step can have changed."""

from collections.abc import Sequence
from typing import Final

from bouwstenen_app.domain.anchors import BLOCK, BUNDLE, TEXT
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.reviews import Remark, Review
from bouwstenen_app.services import reviewing
from bouwstenen_app.services.reviews.subjects import Named, named
from bouwstenen_app.ui.desk import Desk

AT_ONCE: Final = 20
"""Subjects that are read one by one; more are read all together."""
OTHERS: Final = ("review", "passage", "recipe", "edition")
"""What can change any remark."""


class FoundRemarks:
    """Keeps the remarks under what they are about, and the names of that."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._found: dict[str, Remark] = {}
        self._names: dict[str, Named] = {}
        self.reviews: Sequence[Review] = ()
        self._all = True
        """Everything is to be read."""
        self._subjects: set[str] = set()
        """What is to be read again."""

    @property
    def is_stale(self) -> bool:
        """Whether something is to be read again."""
        return self._all or bool(self._subjects)

    @property
    def remarks(self) -> Sequence[Remark]:
        """The remarks, together by what they are about, in the order of the document."""
        return tuple(self._found.values())

    def name(self, subject: str) -> Named:
        """Return what something is called; nothing for what has no name."""
        return self._names.get(subject, Named())

    def take_in(self, changes: Changes) -> None:
        """Note what a step can have changed."""
        remarks = changes.rows("remark")
        if changes.touches(*OTHERS) or any(one not in self._found for one in remarks):
            self._all = True
            return
        known = {one.subject for one in self._found.values()}
        touched = {self._found[one].subject for one in remarks}
        touched |= {f"{BLOCK}:{row}" for row in changes.rows("block")} & known
        touched |= {f"{BUNDLE}:{row}" for row in changes.rows("bundle")} & known
        self._subjects |= touched
        # What belongs to nothing, or to a passage, is many subjects in one, or none.
        general = any(not one or one.startswith(f"{TEXT}:") for one in self._subjects)
        self._all = self._all or general or len(self._subjects) > AT_ONCE

    def refresh(self) -> None:
        """Read again what is to be read."""
        if self._all:
            found = self._desk.read(reviewing.remarks)
            self._found = {one.id: one for _, inside in reviewing.grouped(found) for one in inside}
            self._names = dict(self._desk.read(named, [one.subject for one in found]))
        for subject in () if self._all else self._subjects:
            again = self._desk.read(reviewing.remarks, subject=subject)
            self._found |= {one.id: one for one in again}
            self._names |= self._desk.read(named, [subject])
        self.reviews = self._desk.read(reviewing.reviews)
        self._all = False
        self._subjects = set()
