"""A copy of a document that came back: what was changed in it and said of it, and what was done with that."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.anchors import Anchor

OWN, ADDED, ELSEWHERE = "eigen", "erbij", "elders"
"""A text of ours; one that somebody added; and one that has no place here, such as a cell of a table."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What one person changed in a text with changes tracked: the text with only these changes in it."""

    author: str
    date: str
    """Of the last of them, as it stands in the file (ISO 8601)."""
    after: str


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a copy, line by line: as it was before the tracked changes, and with all of them."""

    kind: str
    """``OWN``, ``ADDED`` or ``ELSEWHERE``."""
    anchor: Anchor | None
    """Of an own text its own; of another the one that it comes after, None when it comes before all."""
    before: str
    after: str
    edits: tuple[Edit, ...] = ()
    heading: str = ""
    position: int = 0
    """The paragraph it begins in."""

    @property
    def is_changed(self) -> bool:
        """Whether it is not, with its changes accepted, what was written."""
        return self.anchor is None or self.kind != OWN or bool(self.edits) or not self.anchor.fits(self.after)

    @property
    def is_retyped(self) -> bool:
        """Whether an own text was changed without tracking it."""
        return self.kind == OWN and self.anchor is not None and not self.anchor.fits(self.before)


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment in a copy, or what stands in the column for remarks of a table."""

    text: str
    author: str = ""
    date: str = ""
    quote: str = ""
    """The text that it is about."""
    anchor: Anchor | None = None
    """Of the text that it stands in, or else of the nearest one under the same heading."""
    inside: bool = False
    """It stands in that text, not only near it."""
    heading: str = ""
    row: str = ""
    """The first cell of the row of a table that it stands in."""
    answers: str = ""
    """The text of the comment that this one answers."""
    resolved: bool = False
    position: int = 0


@dataclass(frozen=True, slots=True)
class Copy:
    """What was read of a document that came back."""

    digest: str
    """Of what was read: two files that say the same have the same."""
    edition: str = ""
    """The id of the edition that it is a copy of; empty when it does not say."""
    texts: tuple[Text, ...] = ()
    comments: tuple[Comment, ...] = ()
    author: str = ""
    """Who saved it last."""
    date: str = ""
    """When it was saved last."""


COMMENT, CHANGE, ADDITION = "opmerking", "wijziging", "toevoeging"
OPEN, ACCEPTED, REJECTED, ANSWERED = "", "overgenomen", "niet overgenomen", "beantwoord"
OUTCOMES: Final = (OPEN, ACCEPTED, REJECTED, ANSWERED)
UNKNOWN_AUTHOR: Final = "onbekend"


@dataclass(frozen=True, slots=True)
class Review:
    """One file that came back."""

    id: str
    name: str
    read_at: str
    edition: str = ""
    kind: str = ""
    """The kind of report, empty when the file does not say."""
    authors: tuple[str, ...] = ()
    remarks: int = 0
    open: int = 0


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment or a change of a reviewer, beside what stands here now, and what was done with it."""

    id: str
    review: str
    kind: str
    subject: str
    """``block:ID``, ``bundle:ID`` or ``text:KEY``; empty when it belongs to nothing here."""
    field: str
    heading: str
    quote: str
    before: str
    """Of a change: the text as it was written, empty when nobody knows; of a comment: the one that it answers."""
    after: str
    text: str
    author: str
    date: str
    outcome: str = OPEN
    answer: str = ""
    spoken_id: str = ""
    """Of the block or the bundle that it is about."""
    now: str = ""
    """What its field says here now."""
    conflict: bool = False
    """The field was changed here since the document was made, so that the change does not fit any more."""
    merged: str = ""
    """The text with both changes in it, where they do not touch each other; empty when they do."""

    @property
    def can_land(self) -> bool:
        """Whether there is a text that can take the place of one here."""
        return self.kind != COMMENT and bool(self.subject and self.field)


def still_open(remarks: Sequence[Remark]) -> tuple[Remark, ...]:
    """Return those of which nobody said yet what is done with them."""
    return tuple(one for one in remarks if one.outcome == OPEN)
