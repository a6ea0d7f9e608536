"""Documents that are handed in: recipes, texts of the writer, editions, and what reviewers say of them."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

COLUMNS = "title, explanation, example, conditions, next_step, note, minority"


def upgrade() -> None:
    """Add the tables."""
    _recipes()
    _table("passage", _id("recipe_id"), *map(_text, ("key", "text", "replaced")), recipe_id="recipe")
    op.create_index("ix_passage_recipe", "passage", ["recipe_id"])
    _table(
        "edition",
        sa.Column("recipe_id", sa.String(length=32), nullable=True),
        *map(_text, ("kind", "made_at")),
        *map(_number, ("blocks", "findings")),
        _text("reason"),
        recipe_id="recipe",
    )
    _table("review", *map(_text, ("edition_id", "kind", "name", "read_at")))
    texts = ("kind", "subject", "field", "heading", "quote", "before", "after", "text", "author", "date")
    _table(
        "remark",
        _id("review_id"),
        *map(_text, (*texts, "outcome", "answer")),
        _number("position"),
        review_id="review",
    )
    op.create_index("ix_remark_review", "remark", ["review_id"])
    op.create_index("ix_remark_subject", "remark", ["subject"])
    _search()


def _search() -> None:
    """Make the index of words again, with more beginnings of words: a search is there at every letter."""
    op.execute("DROP TABLE block_search")
    op.execute(
        f"CREATE VIRTUAL TABLE block_search USING fts5({COLUMNS}, content='block', content_rowid='row', "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4 5 6')"
    )
    op.execute("INSERT INTO block_search(block_search, rank) VALUES ('secure-delete', 1)")
    op.execute("INSERT INTO block_search(block_search) VALUES ('rebuild')")


def _recipes() -> None:
    texts = ("kind", "name", "title", "subtitle", "edition", "author", "circulation", "query")
    lists = ("about", "workshops", "releases", "sections")
    _table(
        "recipe",
        *map(_text, texts),
        *map(_list, lists),
        *map(_text, ("chapters", "reply_before")),
        _number("position"),
    )


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
