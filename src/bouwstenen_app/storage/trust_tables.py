"""The tables about trust: what was erased, how long is kept, what was destroyed, and a log without content."""

from sqlalchemy.orm import Mapped, mapped_column

from bouwstenen_app.storage.rows import ID, Journaled, Row, flag_column, number_column, text_column


class ErasureRow(Journaled):
    """Something that may not come back: a row, or what its texts were before. No word of it stands here.

    The id is derived from the table and the row. ``whole``: nothing of the row may be kept, here or in what is
    merged. Else only what its journal said before the step that wrote this (``times`` counts those steps).
    """

    __tablename__ = "erasure"
    table_name: Mapped[str] = text_column()
    row_id: Mapped[str] = mapped_column(ID, default="", server_default="")
    whole: Mapped[bool] = flag_column()
    times: Mapped[int] = number_column()
    on: Mapped[str] = text_column()


class KeepingRow(Journaled):
    """How long the workspace is kept: one row, with a derived id. Without a date the usual term holds."""

    __tablename__ = "keeping"
    until: Mapped[str] = text_column()


class DestructionRow(Journaled):
    """What was destroyed because its time was over: when, and how much. No word of it stands here."""

    __tablename__ = "destruction"
    at: Mapped[str] = text_column()
    until: Mapped[str] = text_column()
    workshops: Mapped[int] = number_column()
    blocks: Mapped[int] = number_column()
    bundles: Mapped[int] = number_column()
    photos: Mapped[int] = number_column()


class AuditRow(Row):
    """A line of the log of this file on this laptop: an act, a time and counts. Never changed, never merged."""

    __tablename__ = "audit"
    number: Mapped[int] = mapped_column(primary_key=True, default=None)
    at: Mapped[str] = text_column()
    laptop: Mapped[str] = text_column()
    act: Mapped[str] = text_column()
    kind: Mapped[str] = text_column()
    count: Mapped[int] = number_column()
    overruled: Mapped[int] = number_column()


KEPT_FOREVER = (
    "CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the log is not changed'); END",
    "CREATE TRIGGER audit_remains BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the log is not changed'); END",
)
"""A line that was written stays as it is."""
