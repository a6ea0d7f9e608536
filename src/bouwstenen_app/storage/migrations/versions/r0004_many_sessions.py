"""Many sessions become one picture: bundles, what partners say of them, look-alikes judged, filters, favourites.

Minority views can be searched from here on, so the full-text index is made anew.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

COLUMNS = "title, explanation, example, conditions, next_step, note, minority"
NEW = ", ".join(f"new.{name}" for name in COLUMNS.split(", "))
OLD = ", ".join(f"old.{name}" for name in COLUMNS.split(", "))
ADD = f"INSERT INTO block_search(rowid, {COLUMNS}) VALUES (new.row, {NEW});"
DROP = f"INSERT INTO block_search(block_search, rowid, {COLUMNS}) VALUES ('delete', old.row, {OLD});"


def upgrade() -> None:
    """Add the tables and the column, and make the index anew."""
    op.add_column("code", sa.Column("favourite", sa.Boolean(), server_default="0", nullable=False))
    _bundles()
    _table("judgement", _id("first_id"), _id("second_id"), _text("decision"), first_id="block", second_id="block")
    op.create_index("ix_judgement_first", "judgement", ["first_id"])
    op.create_index("ix_judgement_second", "judgement", ["second_id"])
    _table("filter", _text("name"), _text("query"), _number("position"))
    _search()


def _bundles() -> None:
    _table(
        "bundle",
        _number("number"),
        *map(_text, ("title", "explanation", "why", "example")),
        _list("conditions"),
        *map(_text, ("next_step", "owner")),
        _list("codes"),
        _text("status", "gebundeld"),
        _text("release", "vrij"),
        *map(_text, ("minority", "note")),
        sa.Column("key", sa.Boolean(), server_default="0", nullable=False),
    )
    _table(
        "contribution", _id("bundle_id"), _id("block_id"), _number("position"), bundle_id="bundle", block_id="block"
    )
    op.create_index("ix_contribution_bundle", "contribution", ["bundle_id"])
    op.create_index("ix_contribution_block", "contribution", ["block_id"])
    _table(
        "consent",
        _id("bundle_id"),
        _id("partner_id"),
        *map(_text, ("state", "note", "date")),
        bundle_id="bundle",
        partner_id="code",
    )
    op.create_index("ix_consent_bundle", "consent", ["bundle_id"])


def _search() -> None:
    for trigger in ("add", "drop", "change"):
        op.execute(f"DROP TRIGGER block_search_{trigger}")
    op.execute("DROP TABLE block_search")
    op.execute(
        f"CREATE VIRTUAL TABLE block_search USING fts5({COLUMNS}, content='block', content_rowid='row', "
        "tokenize='unicode61 remove_diacritics 2', prefix='2 3')"
    )
    op.execute("INSERT INTO block_search(block_search, rank) VALUES ('secure-delete', 1)")
    op.execute(f"CREATE TRIGGER block_search_add AFTER INSERT ON block BEGIN {ADD} END")
    op.execute(f"CREATE TRIGGER block_search_drop AFTER DELETE ON block BEGIN {DROP} END")
    op.execute(f"CREATE TRIGGER block_search_change AFTER UPDATE OF {COLUMNS} ON block BEGIN {DROP} {ADD} END")
    op.execute("INSERT INTO block_search(block_search) VALUES ('rebuild')")


def _table(name: str, *columns: sa.Column[Any], **refers: str) -> None:
    op.create_table(
        name,
        *columns,
        _id("id"),
        sa.Column("removed", sa.Boolean(), server_default="0", nullable=False),
        *(
            sa.ForeignKeyConstraint([column], [f"{table}.id"], initially="DEFERRED", deferrable=True)
            for column, table in refers.items()
        ),
        sa.PrimaryKeyConstraint("id"),
    )


def _id(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length=32), nullable=False)


def _text(name: str, value: str = "") -> sa.Column[Any]:
    return sa.Column(name, sa.Text(), server_default=value, nullable=False)


def _number(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), server_default="0", nullable=False)


def _list(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.JSON(), server_default="[]", nullable=False)
