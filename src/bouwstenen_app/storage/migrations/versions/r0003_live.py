"""A session run live: votes by a rule, what the room sees, read-back, parking lot, checklist and photos."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

COLUMNS = (
    ("workshop", "votes_each", sa.Integer(), "0"),
    ("workshop", "votes_stack", sa.Boolean(), "1"),
    ("workshop", "votes_shown", sa.Boolean(), "0"),
    ("workshop", "checked", sa.JSON(), "[]"),
    ("round", "beamer", sa.Text(), ""),
    ("block", "parked", sa.Boolean(), "0"),
    ("block", "read_back", sa.Text(), ""),
    ("block", "minority", sa.Text(), ""),
)


def upgrade() -> None:
    """Add the columns, the photos with their pictures, and the index of what lies in the bin."""
    for table, name, kind, value in COLUMNS:
        op.add_column(table, sa.Column(name, kind, server_default=value, nullable=False))
    op.create_index("ix_block_removed", "block", ["removed"], sqlite_where=sa.text("removed = 1"))
    op.create_table(
        "picture",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "photo",
        sa.Column("workshop_id", sa.String(length=32), nullable=False),
        sa.Column("block_id", sa.String(length=32), nullable=True),
        sa.Column("picture_id", sa.String(length=32), nullable=False),
        sa.Column("name", sa.Text(), server_default="", nullable=False),
        sa.Column("width", sa.Integer(), server_default="0", nullable=False),
        sa.Column("height", sa.Integer(), server_default="0", nullable=False),
        sa.Column("position", sa.Integer(), server_default="0", nullable=False),
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["block_id"], ["block.id"], initially="DEFERRED", deferrable=True),
        sa.ForeignKeyConstraint(["workshop_id"], ["workshop.id"], initially="DEFERRED", deferrable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_photo_workshop", "photo", ["workshop_id"])
    op.create_index("ix_photo_block", "photo", ["block_id"])
