"""Full-text search: words become a safe FTS5 expression, and what the index finds becomes a condition on blocks."""

import re
from collections.abc import Sequence

from sqlalchemy import ColumnElement, FromClause, Select, column, exists, func, select, table, text

from bouwstenen_app.domain.query import Words, read
from bouwstenen_app.storage.schema import PREFIXES
from bouwstenen_app.storage.tables import BlockRow

_SPOKEN = re.compile(r"([A-Za-z]{2,3}\d?)(-[A-Za-z]{1,2})?-?0*(\d{1,6})")

_SEARCH = table("block_search", column("rowid"), column("block_search"))


def fts_query(typed: str) -> str:
    """Return the FTS5 expression for typed words: prefixes, ``"exact phrases"`` and ``-not``; empty for none."""
    return expression(read(typed).words)


def expression(words: Sequence[Words]) -> str:
    """Return the FTS5 expression for all wanted words and none of the unwanted; empty when none is wanted."""
    wanted = [_quoted(each) for each in words if not each.unwanted]
    if not wanted:
        return ""
    return " AND ".join(wanted) + "".join(f" NOT {_quoted(each)}" for each in words if each.unwanted)


def hits(query: str) -> Select[tuple[int]]:
    """Return the rows of the blocks (``BlockRow.row``) that an FTS5 expression finds, removed ones too."""
    return select(_SEARCH.c.rowid).where(text("block_search MATCH :query").bindparams(query=query))


def walks(words: Sequence[Words]) -> bool:
    """Say whether the index gives the hits of these words one by one, from whichever end they are asked for.

    Of other beginnings of words it first puts all hits together: then a page of them costs as much as all of them.
    """
    return all(each.exact or len(each.words[-1]) in PREFIXES for each in words)


def listed_hits(query: str) -> Select[tuple[str]]:
    """Return the rows of all hits in one text, as JSON, the oldest first: one pass gives the page and the total."""
    found = hits(query).order_by(_SEARCH.c.rowid).subquery()
    return select(func.json_group_array(found.c.rowid))


def newest_hits(query: str) -> tuple[FromClause, ColumnElement[bool], ColumnElement[int]]:
    """Return what to join to the blocks, on what, and what to order by (descending) for the newest hits first.

    The index walks its own hits backwards, so that a page of 50 costs 50 rows, however many there are.
    """
    found = hits(query).subquery()
    return found, found.c.rowid == BlockRow.row, found.c.rowid


def is_hit(query: str) -> ColumnElement[bool]:
    """Return the condition that an FTS5 expression finds a block, asked block by block: for when they are few."""
    return exists(hits(query).where(_SEARCH.c.rowid == BlockRow.row).correlate(BlockRow))


def having(words: Sequence[Words]) -> list[ColumnElement[bool]]:
    """Return the conditions that a block has all wanted words and none of the unwanted."""
    if query := expression(words):
        return [BlockRow.row.in_(hits(query))]
    unwanted = [_quoted(each) for each in words if each.unwanted]
    return [BlockRow.row.not_in(hits(" OR ".join(unwanted)))] if unwanted else []


def spoken(typed: str) -> ColumnElement[bool] | None:
    """Return the condition that a block is called what was typed (``RH-017``, ``rh17``, ``RH-B04``), or None."""
    named = _SPOKEN.fullmatch(typed.strip())
    if named is None:
        return None
    region, laptop, number = named.groups()
    return (BlockRow.prefix == f"{region}{laptop or ''}".upper()) & (BlockRow.number == int(number))


def _quoted(words: Words) -> str:
    return f'"{" ".join(words.words)}"' + ("" if words.exact else "*")
