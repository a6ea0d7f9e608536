"""The tables of a workspace: the rows that steps change, the journal, and what stays on this laptop.

Every table of a person's work carries ``id`` and ``removed``: rows are marked, not erased. Identities are text of
32 hexadecimal digits; dates and times are ISO 8601 text, so that a row and its journal line hold the same values.
"""

from typing import Any

from sqlalchemy import JSON, Index, Integer, LargeBinary, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from bouwstenen_app.storage import report_tables, trust_tables  # noqa: F401 - their tables are journaled too
from bouwstenen_app.storage.rows import (
    ID,
    Journaled,
    Row,
    flag_column,
    list_column,
    number_column,
    row_of,
    text_column,
)


class WorkspaceRow(Journaled):
    """The one row about the workspace as a whole."""

    __tablename__ = "workspace"
    title: Mapped[str] = text_column()
    created_at: Mapped[str] = text_column()


class CodebookRow(Journaled):
    """Where the codebook of this workspace comes from."""

    __tablename__ = "codebook"
    slug: Mapped[str] = text_column()
    title: Mapped[str] = text_column()
    title_en: Mapped[str] = text_column()
    version: Mapped[str] = text_column()
    language: Mapped[str] = text_column()
    source: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict, server_default="{}")
    notes: Mapped[dict[str, Any]] = mapped_column(JSON, default_factory=dict, server_default="{}")


class DimensionRow(Journaled):
    """One dimension of the codebook."""

    __tablename__ = "dimension"
    slug: Mapped[str] = text_column()
    name: Mapped[str] = text_column()
    name_en: Mapped[str] = text_column()
    definition: Mapped[str] = text_column()
    seed_quote: Mapped[str] = text_column()
    prefix: Mapped[str] = mapped_column(Text, default="#", server_default="#")
    multiple: Mapped[bool] = flag_column(value=True)
    recommended: Mapped[bool] = flag_column()
    position: Mapped[int] = number_column()


class CodeRow(Journaled):
    """One code of a dimension."""

    __tablename__ = "code"
    dimension_id: Mapped[str] = mapped_column(ID, row_of("dimension"))
    slug: Mapped[str] = text_column()
    parent_id: Mapped[str | None] = mapped_column(ID, row_of("code"), default=None)
    name: Mapped[str] = text_column()
    name_en: Mapped[str] = text_column()
    definition: Mapped[str] = text_column()
    seed_quote: Mapped[str] = text_column()
    colour: Mapped[str] = text_column()
    colour_dark: Mapped[str] = text_column()
    colour_tint: Mapped[str] = text_column()
    synonyms: Mapped[list[str]] = list_column()
    abbreviations: Mapped[list[str]] = list_column()
    position: Mapped[int] = number_column()
    retired: Mapped[bool] = flag_column()
    favourite: Mapped[bool] = flag_column()


class CombinationRow(Journaled):
    """A word that sets several codes."""

    __tablename__ = "combination"
    slug: Mapped[str] = text_column()
    name: Mapped[str] = text_column()
    prefix: Mapped[str] = text_column()
    codes: Mapped[list[str]] = list_column()
    synonyms: Mapped[list[str]] = list_column()
    seed_quote: Mapped[str] = text_column()
    position: Mapped[int] = number_column()


class WorkshopRow(Journaled):
    """One session."""

    __tablename__ = "workshop"
    title: Mapped[str] = text_column()
    date: Mapped[str] = text_column()
    start_time: Mapped[str] = text_column()
    minutes: Mapped[int] = number_column()
    region: Mapped[str] = text_column()
    region_code: Mapped[str] = text_column()
    place: Mapped[str] = text_column()
    location: Mapped[str] = text_column()
    facilitator_role: Mapped[str] = text_column()
    co_facilitator_role: Mapped[str] = text_column()
    client_role: Mapped[str] = text_column()
    main_question: Mapped[str] = text_column()
    participants: Mapped[int] = number_column()
    tables: Mapped[int] = number_column()
    vote_rule: Mapped[str] = text_column()
    agreements: Mapped[list[str]] = list_column()
    state: Mapped[str] = text_column()
    fictional: Mapped[bool] = flag_column()
    source: Mapped[str] = text_column()
    votes_each: Mapped[int] = number_column()
    votes_stack: Mapped[bool] = flag_column(value=True)
    votes_shown: Mapped[bool] = flag_column()
    checked: Mapped[list[str]] = list_column()


class RoundRow(Journaled):
    """One step of the agenda of a session."""

    __tablename__ = "round"
    __table_args__ = (Index("ix_round_workshop", "workshop_id"),)
    workshop_id: Mapped[str] = mapped_column(ID, row_of("workshop"))
    position: Mapped[int] = number_column()
    number: Mapped[int | None] = mapped_column(default=None)
    name: Mapped[str] = text_column()
    method: Mapped[str] = text_column()
    question: Mapped[str] = text_column()
    minutes: Mapped[int] = number_column()
    beamer: Mapped[str] = text_column()


class AttendanceRow(Journaled):
    """How many people of one type of organisation were in a session."""

    __tablename__ = "attendance"
    __table_args__ = (Index("ix_attendance_workshop", "workshop_id"),)
    workshop_id: Mapped[str] = mapped_column(ID, row_of("workshop"))
    organisation: Mapped[str] = text_column()
    count: Mapped[int] = number_column()
    position: Mapped[int] = number_column()


class ClusterRow(Journaled):
    """A cluster that the group made in a session."""

    __tablename__ = "cluster"
    __table_args__ = (Index("ix_cluster_workshop", "workshop_id"),)
    workshop_id: Mapped[str] = mapped_column(ID, row_of("workshop"))
    name: Mapped[str] = text_column()
    position: Mapped[int] = number_column()
    source: Mapped[str] = text_column()


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
    workshop_id: Mapped[str] = mapped_column(ID, row_of("workshop"))
    round_id: Mapped[str | None] = mapped_column(ID, row_of("round"), default=None)
    cluster_id: Mapped[str | None] = mapped_column(ID, row_of("cluster"), default=None)
    prefix: Mapped[str] = text_column()
    number: Mapped[int] = number_column()
    title: Mapped[str] = text_column()
    explanation: Mapped[str] = text_column()
    example: Mapped[str] = text_column()
    conditions: Mapped[list[str]] = list_column()
    next_step: Mapped[str] = text_column()
    note: Mapped[str] = text_column()
    votes: Mapped[int] = number_column()
    table_number: Mapped[int | None] = mapped_column(default=None)
    captured_at: Mapped[str] = text_column()
    input_kind: Mapped[str] = mapped_column(Text, default="live", server_default="live")
    status: Mapped[str] = mapped_column(Text, default="ruw", server_default="ruw")
    release: Mapped[str] = mapped_column(Text, default="vrij", server_default="vrij")
    exemplary: Mapped[bool] = flag_column()
    held_back: Mapped[bool] = flag_column()
    source: Mapped[str] = text_column()
    parked: Mapped[bool] = flag_column()
    read_back: Mapped[str] = text_column()
    minority: Mapped[str] = text_column()

    __mapper_args__ = {"primary_key": [id]}  # noqa: RUF012 - SQLAlchemy reads it once, at class making


class TaggingRow(Journaled):
    """A code on a block. The id is derived from both, so that two laptops make the same row."""

    __tablename__ = "tagging"
    __table_args__ = (Index("ix_tagging_block", "block_id"), Index("ix_tagging_code", "code_id"))
    block_id: Mapped[str] = mapped_column(ID, row_of("block"))
    code_id: Mapped[str] = mapped_column(ID, row_of("code"))
    position: Mapped[int] = number_column()


class ProposalRow(Journaled):
    """An unknown tag on a block, kept as typed until someone decides."""

    __tablename__ = "proposal"
    __table_args__ = (Index("ix_proposal_block", "block_id"),)
    block_id: Mapped[str] = mapped_column(ID, row_of("block"))
    text: Mapped[str] = text_column()
    position: Mapped[int] = number_column()


class BundleRow(Journaled):
    """A consolidated block (*bundel*), written from its contributions. Its ``codes`` are ids."""

    __tablename__ = "bundle"
    number: Mapped[int] = number_column()
    title: Mapped[str] = text_column()
    explanation: Mapped[str] = text_column()
    why: Mapped[str] = text_column()
    example: Mapped[str] = text_column()
    conditions: Mapped[list[str]] = list_column()
    next_step: Mapped[str] = text_column()
    owner: Mapped[str] = text_column()
    codes: Mapped[list[str]] = list_column()
    status: Mapped[str] = mapped_column(Text, default="gebundeld", server_default="gebundeld")
    release: Mapped[str] = mapped_column(Text, default="vrij", server_default="vrij")
    minority: Mapped[str] = text_column()
    note: Mapped[str] = text_column()
    key: Mapped[bool] = flag_column()


class ContributionRow(Journaled):
    """A block in a bundle. The id is derived from both, so that two laptops make the same row."""

    __tablename__ = "contribution"
    __table_args__ = (Index("ix_contribution_bundle", "bundle_id"), Index("ix_contribution_block", "block_id"))
    bundle_id: Mapped[str] = mapped_column(ID, row_of("bundle"))
    block_id: Mapped[str] = mapped_column(ID, row_of("block"))
    position: Mapped[int] = number_column()


class ConsentRow(Journaled):
    """What one partner says of a bundle (*afstemming*). The id is derived from both."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_bundle", "bundle_id"),)
    bundle_id: Mapped[str] = mapped_column(ID, row_of("bundle"))
    partner_id: Mapped[str] = mapped_column(ID, row_of("code"))
    state: Mapped[str] = text_column()
    note: Mapped[str] = text_column()
    date: Mapped[str] = text_column()


class JudgementRow(Journaled):
    """What was decided of two blocks that look alike. The id is derived from both, the lower one first."""

    __tablename__ = "judgement"
    __table_args__ = (Index("ix_judgement_first", "first_id"), Index("ix_judgement_second", "second_id"))
    first_id: Mapped[str] = mapped_column(ID, row_of("block"))
    second_id: Mapped[str] = mapped_column(ID, row_of("block"))
    decision: Mapped[str] = text_column()


class FilterRow(Journaled):
    """A filter that was saved under a name: what is typed, as it would be typed."""

    __tablename__ = "filter"
    name: Mapped[str] = text_column()
    query: Mapped[str] = text_column()
    position: Mapped[int] = number_column()


class PhotoRow(Journaled):
    """A photo of a flip-chart, of a session or of one block. What it shows is a picture."""

    __tablename__ = "photo"
    __table_args__ = (Index("ix_photo_workshop", "workshop_id"), Index("ix_photo_block", "block_id"))
    workshop_id: Mapped[str] = mapped_column(ID, row_of("workshop"))
    picture_id: Mapped[str] = mapped_column(ID)
    block_id: Mapped[str | None] = mapped_column(ID, row_of("block"), default=None)
    name: Mapped[str] = text_column()
    width: Mapped[int] = number_column()
    height: Mapped[int] = number_column()
    position: Mapped[int] = number_column()


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
    step_id: Mapped[str] = mapped_column(ID, row_of("step"), primary_key=True)
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
