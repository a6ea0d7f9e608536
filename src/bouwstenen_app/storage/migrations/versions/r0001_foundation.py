"""The first schema: codebook, sessions, blocks, tags and the journal."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "codebook",
        sa.Column("slug", sa.Text(), server_default="", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("title_en", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.Text(), server_default="", nullable=False),
        sa.Column("language", sa.Text(), server_default="", nullable=False),
        sa.Column("source", sa.JSON(), server_default="{}", nullable=False),
        sa.Column("notes", sa.JSON(), server_default="{}", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "combination",
        sa.Column("slug", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("prefix", sa.Text(), server_default="", nullable=False),
        sa.Column("codes", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("synonyms", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("seed_quote", sa.Text(), server_default="", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "dimension",
        sa.Column("slug", sa.Text(), server_default="", nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("name_en", sa.Text(), server_default="", nullable=False),
        sa.Column("definition", sa.Text(), server_default="", nullable=False),
        sa.Column("seed_quote", sa.Text(), server_default="", nullable=False),
        sa.Column("prefix", sa.Text(), server_default="#", nullable=False),
        sa.Column("multiple", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("recommended", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "local",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "seen",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("vector", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "step",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("laptop", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("stamp", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("of", sa.String(length=32), nullable=True),
        sa.Column("seen", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_step_laptop", "step", ["laptop", "number"], unique=False)
    op.create_table(
        "workshop",
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("date", sa.Text(), server_default="", nullable=False),
        sa.Column("start_time", sa.Text(), server_default="", nullable=False),
        sa.Column("minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("region", sa.Text(), server_default="", nullable=False),
        sa.Column("region_code", sa.Text(), server_default="", nullable=False),
        sa.Column("place", sa.Text(), server_default="", nullable=False),
        sa.Column("location", sa.Text(), server_default="", nullable=False),
        sa.Column("facilitator_role", sa.Text(), server_default="", nullable=False),
        sa.Column("co_facilitator_role", sa.Text(), server_default="", nullable=False),
        sa.Column("client_role", sa.Text(), server_default="", nullable=False),
        sa.Column("main_question", sa.Text(), server_default="", nullable=False),
        sa.Column("participants", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tables", sa.Integer(), server_default="0", nullable=False),
        sa.Column("vote_rule", sa.Text(), server_default="", nullable=False),
        sa.Column("agreements", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("state", sa.Text(), server_default="", nullable=False),
        sa.Column("fictional", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "workspace",
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "attendance",
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("organisation", sa.Text(), server_default="", nullable=False),
        sa.Column("count", sa.Integer(), server_default="0", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_attendance_workshop", "attendance", ["workshop_id"], unique=False)
    op.create_table(
        "change",
        sa.Column("step_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.Text(), nullable=False),
        sa.Column("row_id", sa.String(length=32), nullable=False),
        sa.Column("before", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["step_id"], ["step.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("step_id", "position"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_change_row", "change", ["row_id"], unique=False)
    op.create_table(
        "cluster",
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_cluster_workshop", "cluster", ["workshop_id"], unique=False)
    op.create_table(
        "code",
        sa.Column("dimension_id", sa.String(length=32), nullable=False),
        sa.Column("slug", sa.Text(), server_default="", nullable=False),
        sa.Column("parent_id", sa.String(length=32), nullable=True),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("name_en", sa.Text(), server_default="", nullable=False),
        sa.Column("definition", sa.Text(), server_default="", nullable=False),
        sa.Column("seed_quote", sa.Text(), server_default="", nullable=False),
        sa.Column("colour", sa.Text(), server_default="", nullable=False),
        sa.Column("colour_dark", sa.Text(), server_default="", nullable=False),
        sa.Column("colour_tint", sa.Text(), server_default="", nullable=False),
        sa.Column("synonyms", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("abbreviations", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("retired", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["dimension_id"], ["dimension.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["parent_id"], ["code.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "round",
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("method", sa.Text(), server_default="", nullable=False),
        sa.Column("question", sa.Text(), server_default="", nullable=False),
        sa.Column("minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_round_workshop", "round", ["workshop_id"], unique=False)
    op.create_table(
        "block",
        sa.Column("row", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("round_id", sa.String(length=32), nullable=True),
        sa.Column("cluster_id", sa.String(length=32), nullable=True),
        sa.Column("prefix", sa.Text(), server_default="", nullable=False),
        sa.Column("number", sa.Integer(), server_default="0", nullable=False),
        sa.Column("title", sa.Text(), server_default="", nullable=False),
        sa.Column("explanation", sa.Text(), server_default="", nullable=False),
        sa.Column("example", sa.Text(), server_default="", nullable=False),
        sa.Column("conditions", sa.JSON(), server_default="[]", nullable=False),
        sa.Column("next_step", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("votes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("table_number", sa.Integer(), nullable=True),
        sa.Column("captured_at", sa.Text(), server_default="", nullable=False),
        sa.Column("input_kind", sa.Text(), server_default="live", nullable=False),
        sa.Column("status", sa.Text(), server_default="ruw", nullable=False),
        sa.Column("release", sa.Text(), server_default="vrij", nullable=False),
        sa.Column("exemplary", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("held_back", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("source", sa.Text(), server_default="", nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["cluster_id"], ["cluster.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["round_id"], ["round.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("row"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("ix_block_spoken", "block", ["prefix", "number"], unique=False)
    op.create_index("ix_block_workshop", "block", ["workshop_id", "number"], unique=False)
    op.create_table(
        "proposal",
        sa.Column("block_id", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), server_default="", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["block_id"], ["block.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_proposal_block", "proposal", ["block_id"], unique=False)
    op.create_table(
        "tagging",
        sa.Column("block_id", sa.String(length=32), nullable=False),
        sa.Column("code_id", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["block_id"], ["block.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["code_id"], ["code.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_tagging_block", "tagging", ["block_id"], unique=False)
    op.create_index("ix_tagging_code", "tagging", ["code_id"], unique=False)
