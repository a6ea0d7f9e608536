"""What every table is made of: the base of a row, of a journaled row, and the usual columns."""

from typing import Any

from sqlalchemy import JSON, ForeignKey, Integer, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, mapped_column

ID = String(32)


class Row(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """Any row of a workspace file."""


class Journaled(Row, kw_only=True):
    """What every row has whose changes are kept in the journal."""

    __abstract__ = True
    id: Mapped[str] = mapped_column(ID, primary_key=True)
    removed: Mapped[bool] = mapped_column(default=False, server_default="0")


def row_of(table: str) -> ForeignKey:
    """Return a reference that is checked at commit, so that rows may come in in any order."""
    return ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")


def text_column() -> Any:
    """Return a column of text, empty unless given."""
    return mapped_column(Text, default="", server_default="")


def list_column() -> Any:
    """Return a column with a list of texts."""
    return mapped_column(JSON, default_factory=list, server_default="[]")


def number_column(value: int = 0) -> Any:
    """Return a column of whole numbers."""
    return mapped_column(Integer, default=value, server_default=str(value))


def flag_column(*, value: bool = False) -> Any:
    """Return a column that is yes or no."""
    return mapped_column(default=value, server_default=str(int(value)))
