"""Trust: what was erased, how long is kept, what was destroyed, and a log without content."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the tables, and the triggers that keep the log as it was written."""
    _table(
        "erasure",
        _text("table_name"),
        sa.Column("row_id", sa.String(length=32), server_default="", nullable=False),
        sa.Column("whole", sa.Boolean(), server_default="0", nullable=False),
        _number("times"),
        _text("on"),
    )
    _table("keeping", _text("until"))
    _table("destruction", *map(_text, ("at", "until")), *map(_number, ("workshops", "blocks", "bundles", "photos")))
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), nullable=False),
        *map(_text, ("at", "laptop", "act", "kind")),
        *map(_number, ("count", "overruled")),
        sa.PrimaryKeyConstraint("number"),
    )
    for name, act in (("audit_stays", "UPDATE"), ("audit_remains", "DELETE")):
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {act} ON audit BEGIN SELECT RAISE(ABORT, 'the log is not changed'); END"
        )


def _table(name: str, *columns: sa.Column[Any]) -> None:
    op.create_table(
        name,
        *columns,
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )


def _text(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), server_default="0", nullable=False)
