"""The tables of a workspace: the rows that steps change, the journal, and what stays on this laptop.

Every table of a person's work carries ``id`` and ``removed``: rows are marked, not erased. Identities are text of
32 hexadecimal digits; dates and times are ISO 8601 text, so that a row and its journal line hold the same values.
"""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, Integer, LargeBinary, String, Text, text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

ID = String(32)


class Row(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """Any row of a workspace file."""


class Journaled(Row, kw_only=True):
    """What every row has whose changes are kept in the journal."""

    __abstract__ = True
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    removed: Mapped[bool] = mapped_column(default=False, server_default="0")


def _row_of(table: str) -> ForeignKey:
    """Return a reference that is checked at commit, so that rows may come in in any order."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


def _text() -> Any:
    return mapped_column(Text, default="", server_default="")


def _texts() -> Any:
    return mapped_column(JSON, default_factory=list, server_default="[]")


def _number(value: int = 0) -> Any:
    return mapped_column(Integer, default=value, server_default=str(value))


def _flag(*, value: bool = False) -> Any:
    return mapped_column(default=value, server_default=str(int(value)))


class WorkspaceRow(Journaled):
    """The one row about the workspace as a whole."""

    __tablename__ = "workspace"
    title: Mapped[str] = _text()
    created_at: Mapped[str] = _text()


class CodebookRow(Journaled):
    """Where the codebook of this workspace comes from."""

    __tablename__ = "codebook"
    slug: Mapped[str] = _text()
    title: Mapped[str] = _text()
    title_en: Mapped[str] = _text()
    version: Mapped[str] = _text()
    language: Mapped[str] = _text()
    source: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict, server_default="{}")
    notes: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict, server_default="{}")


class DimensionRow(Journaled):
    """One dimension of the codebook."""

    __tablename__ = "dimension"
    slug: Mapped[str] = _text()
    name: Mapped[str] = _text()
    name_en: Mapped[str] = _text()
    definition: Mapped[str] = _text()
    seed_quote: Mapped[str] = _text()
    prefix: Mapped[str] = mapped_column(Text, default="#", server_default="#")
    multiple: Mapped[bool] = _flag(value=True)
    recommended: Mapped[bool] = _flag()
    position: Mapped[int] = _number()


class CodeRow(Journaled):
    """One code of a dimension."""

    __tablename__ = "code"
    dimension_id: Mapped[str] = mapped_column(ID, _row_of("dimension"))
    slug: Mapped[str] = _text()
    parent_id: Mapped[str | None] = mapped_column(ID, _row_of("code"), default=None)
    name: Mapped[str] = _text()
    name_en: Mapped[str] = _text()
    definition: Mapped[str] = _text()
    seed_quote: Mapped[str] = _text()
    colour: Mapped[str] = _text()
    colour_dark: Mapped[str] = _text()
    colour_tint: Mapped[str] = _text()
    synonyms: Mapped[list[str]] = _texts()
    abbreviations: Mapped[list[str]] = _texts()
    position: Mapped[int] = _number()
    retired: Mapped[bool] = _flag()
    favourite: Mapped[bool] = _flag()


class CombinationRow(Journaled):
    """A word that sets several codes."""

    __tablename__ = "combination"
    slug: Mapped[str] = _text()
    name: Mapped[str] = _text()
    prefix: Mapped[str] = _text()
    codes: Mapped[list[str]] = _texts()
    synonyms: Mapped[list[str]] = _texts()
    seed_quote: Mapped[str] = _text()
    position: Mapped[int] = _number()


class WorkshopRow(Journaled):
    """One session."""

    __tablename__ = "workshop"
    title: Mapped[str] = _text()
    date: Mapped[str] = _text()
    start_time: Mapped[str] = _text()
    minutes: Mapped[int] = _number()
    region: Mapped[str] = _text()
    region_code: Mapped[str] = _text()
    place: Mapped[str] = _text()
    location: Mapped[str] = _text()
    facilitator_role: Mapped[str] = _text()
    co_facilitator_role: Mapped[str] = _text()
    client_role: Mapped[str] = _text()
    main_question: Mapped[str] = _text()
    participants: Mapped[int] = _number()
    tables: Mapped[int] = _number()
    vote_rule: Mapped[str] = _text()
    agreements: Mapped[list[str]] = _texts()
    state: Mapped[str] = _text()
    fictional: Mapped[bool] = _flag()
    source: Mapped[str] = _text()
    votes_each: Mapped[int] = _number()
    votes_stack: Mapped[bool] = _flag(value=True)
    votes_shown: Mapped[bool] = _flag()
    checked: Mapped[list[str]] = _texts()


class RoundRow(Journaled):
    """One step of the agenda of a session."""

    __tablename__ = "round"
    __table_args__ = (Index("ix_round_workshop", "workshop_id"),)
    workshop_id: Mapped[str] = mapped_column(ID, _row_of("workshop"))
    position: Mapped[int] = _number()
    number: Mapped[int | None] = mapped_column(default=None)
    name: Mapped[str] = _text()
    method: Mapped[str] = _text()
    question: Mapped[str] = _text()
    minutes: Mapped[int] = _number()
    beamer: Mapped[str] = _text()


class AttendanceRow(Journaled):
    """How many people of one type of organisation were in a session."""

    __tablename__ = "attendance"
    __table_args__ = (Index("ix_attendance_workshop", "workshop_id"),)
    workshop_id: Mapped[str] = mapped_column(ID, _row_of("workshop"))
    organisation: Mapped[str] = _text()
    count: Mapped[int] = _number()
    position: Mapped[int] = _number()


class ClusterRow(Journaled):
    """A cluster that the group made in a session."""

    __tablename__ = "cluster"
    __table_args__ = (Index("ix_cluster_workshop", "workshop_id"),)
    workshop_id: Mapped[str] = mapped_column(ID, _row_of("workshop"))
    name: Mapped[str] = _text()
    position: Mapped[int] = _number()
    source: Mapped[str] = _text()


class BlockRow(Journaled):
    """One building block. ``row`` is a small number of this file only: the search index hangs on it."""

    __tablename__ = "block"
    __table_args__ = (
        Index("ix_block_workshop", "workshop_id", "number"),
        Index("ix_block_spoken", "prefix", "number"),
        Index("ix_block_removed", "removed", sqlite_where=text("removed = 1")),
    )
    row: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True, init=False)
    id: Mapped[str] = mapped_column(ID, unique=True)
    workshop_id: Mapped[str] = mapped_column(ID, _row_of("workshop"))
    round_id: Mapped[str | None] = mapped_column(ID, _row_of("round"), default=None)
    cluster_id: Mapped[str | None] = mapped_column(ID, _row_of("cluster"), default=None)
    prefix: Mapped[str] = _text()
    number: Mapped[int] = _number()
    title: Mapped[str] = _text()
    explanation: Mapped[str] = _text()
    example: Mapped[str] = _text()
    conditions: Mapped[list[str]] = _texts()
    next_step: Mapped[str] = _text()
    note: Mapped[str] = _text()
    votes: Mapped[int] = _number()
    table_number: Mapped[int | None] = mapped_column(default=None)
    captured_at: Mapped[str] = _text()
    input_kind: Mapped[str] = mapped_column(Text, default="live", server_default="live")
    status: Mapped[str] = mapped_column(Text, default="ruw", server_default="ruw")
    release: Mapped[str] = mapped_column(Text, default="vrij", server_default="vrij")
    exemplary: Mapped[bool] = _flag()
    held_back: Mapped[bool] = _flag()
    source: Mapped[str] = _text()
    parked: Mapped[bool] = _flag()
    read_back: Mapped[str] = _text()
    minority: Mapped[str] = _text()

    __mapper_args__ = {"primary_key": [id]}  # noqa: RUF012 - SQLAlchemy reads it once, at class making


class TaggingRow(Journaled):
    """A code on a block. The id is derived from both, so that two laptops make the same row."""

    __tablename__ = "tagging"
    __table_args__ = (Index("ix_tagging_block", "block_id"), Index("ix_tagging_code", "code_id"))
    block_id: Mapped[str] = mapped_column(ID, _row_of("block"))
    code_id: Mapped[str] = mapped_column(ID, _row_of("code"))
    position: Mapped[int] = _number()


class ProposalRow(Journaled):
    """An unknown tag on a block, kept as typed until someone decides."""

    __tablename__ = "proposal"
    __table_args__ = (Index("ix_proposal_block", "block_id"),)
    block_id: Mapped[str] = mapped_column(ID, _row_of("block"))
    text: Mapped[str] = _text()
    position: Mapped[int] = _number()


class BundleRow(Journaled):
    """A consolidated block (*bundel*), written from its contributions. Its ``codes`` are ids."""

    __tablename__ = "bundle"
    number: Mapped[int] = _number()
    title: Mapped[str] = _text()
    explanation: Mapped[str] = _text()
    why: Mapped[str] = _text()
    example: Mapped[str] = _text()
    conditions: Mapped[list[str]] = _texts()
    next_step: Mapped[str] = _text()
    owner: Mapped[str] = _text()
    codes: Mapped[list[str]] = _texts()
    status: Mapped[str] = mapped_column(Text, default="gebundeld", server_default="gebundeld")
    release: Mapped[str] = mapped_column(Text, default="vrij", server_default="vrij")
    minority: Mapped[str] = _text()
    note: Mapped[str] = _text()
    key: Mapped[bool] = _flag()


class ContributionRow(Journaled):
    """A block in a bundle. The id is derived from both, so that two laptops make the same row."""

    __tablename__ = "contribution"
    __table_args__ = (Index("ix_contribution_bundle", "bundle_id"), Index("ix_contribution_block", "block_id"))
    bundle_id: Mapped[str] = mapped_column(ID, _row_of("bundle"))
    block_id: Mapped[str] = mapped_column(ID, _row_of("block"))
    position: Mapped[int] = _number()


class ConsentRow(Journaled):
    """What one partner says of a bundle (*afstemming*). The id is derived from both."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_bundle", "bundle_id"),)
    bundle_id: Mapped[str] = mapped_column(ID, _row_of("bundle"))
    partner_id: Mapped[str] = mapped_column(ID, _row_of("code"))
    state: Mapped[str] = _text()
    note: Mapped[str] = _text()
    date: Mapped[str] = _text()


class JudgementRow(Journaled):
    """What was decided of two blocks that look alike. The id is derived from both, the lower one first."""

    __tablename__ = "judgement"
    __table_args__ = (Index("ix_judgement_first", "first_id"), Index("ix_judgement_second", "second_id"))
    first_id: Mapped[str] = mapped_column(ID, _row_of("block"))
    second_id: Mapped[str] = mapped_column(ID, _row_of("block"))
    decision: Mapped[str] = _text()


class FilterRow(Journaled):
    """A filter that was saved under a name: what is typed, as it would be typed."""

    __tablename__ = "filter"
    name: Mapped[str] = _text()
    query: Mapped[str] = _text()
    position: Mapped[int] = _number()


class PhotoRow(Journaled):
    """A photo of a flip-chart, of a session or of one block. What it shows is a picture."""

    __tablename__ = "photo"
    __table_args__ = (Index("ix_photo_workshop", "workshop_id"), Index("ix_photo_block", "block_id"))
    workshop_id: Mapped[str] = mapped_column(ID, _row_of("workshop"))
    picture_id: Mapped[str] = mapped_column(ID)
    block_id: Mapped[str | None] = mapped_column(ID, _row_of("block"), default=None)
    name: Mapped[str] = _text()
    width: Mapped[int] = _number()
    height: Mapped[int] = _number()
    position: Mapped[int] = _number()


class PictureRow(Row):
    """The bytes of a picture. They never change: the id is made from them, so that it is kept once."""

    __tablename__ = "picture"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    format: Mapped[str] = mapped_column(Text)
    data: Mapped[bytes] = mapped_column(LargeBinary)


class StepRow(Row):
    """One step: what one person did in one go, on one laptop."""

    __tablename__ = "step"
    __table_args__ = (Index("ix_step_laptop", "laptop", "number"),)
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    laptop: Mapped[str] = mapped_column(ID)
    number: Mapped[int]
    stamp: Mapped[str] = mapped_column(Text)
    at: Mapped[str] = mapped_column(Text)
    label: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text, default="do")
    of: Mapped[str | None] = mapped_column(ID, default=None)
    seen: Mapped[str | None] = mapped_column(ID, default=None)


class ChangeRow(Row):
    """What a step did to one row: one line of the journal."""

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_row", "row_id"), {"sqlite_with_rowid": False})
    step_id: Mapped[str] = mapped_column(ID, _row_of("step"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    table_name: Mapped[str] = mapped_column(Text)
    row_id: Mapped[str] = mapped_column(ID)
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True), default=None)
    after: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict)


class SeenRow(Row):
    """What a laptop had seen of the others when it made its steps: laptop → step number."""

    __tablename__ = "seen"
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    vector: Mapped[dict[str, int]] = mapped_column(JSON, default_factory=dict)


class LocalRow(Row):
    """What belongs to this file on this laptop only: a draft, the last place. Never journaled, never merged."""

    __tablename__ = "local"
    key: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text, default="")


LOCAL_COLUMNS = frozenset({"row"})
"""Columns whose value means something in this file only, and so never stand in the journal."""

JOURNALED: dict[str, type[Journaled]] = {row.__tablename__: row for row in Journaled.__subclasses__()}
"""The row class of every journaled table, by table name."""
