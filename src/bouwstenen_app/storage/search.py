"""Full-text search: what a person types becomes a safe FTS5 query, never a syntax error."""

import re

from sqlalchemy import ColumnElement, FromClause, Select, column, exists, select, table, text
from sqlalchemy.sql.expression import literal

from bouwstenen_app.storage.tables import BlockRow

_TOKEN = re.compile(r'(-?)(?:"([^"]*)"?|(\S+))')
_SPOKEN = re.compile(r"^([A-Za-z]{2,3}\d?)-?0*(\d{1,6})$")
_WORD = re.compile(r"\w+", re.UNICODE)

_SEARCH = table("block_search", column("rowid"), column("block_search"))


def fts_query(typed: str) -> str:
    """Return the FTS5 expression for typed words: prefixes, ``"exact phrases"`` and ``-not``; empty for none."""
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, word in _TOKEN.findall(typed):
        words = _WORD.findall(phrase or word)
        if words:
            quoted = " ".join(words)
            (unwanted if minus else wanted).append(f'"{quoted}"' if phrase else f'"{quoted}"*')
    if not wanted:
        return ""
    return " AND ".join(wanted) + "".join(f" NOT {part}" for part in unwanted)


def only_words(typed: str) -> str:
    """Return the FTS5 expression when words are all there is to look for; empty when a spoken id may be meant."""
    return "" if _SPOKEN.match(typed.strip()) else fts_query(typed)


def hits(query: str) -> Select[tuple[int]]:
    """Return the rows of the blocks (``BlockRow.row``) that an FTS5 expression finds, removed ones too."""
    return select(_SEARCH.c.rowid).where(text("block_search MATCH :query").bindparams(query=query))


def newest_hits(query: str) -> tuple[FromClause, ColumnElement[bool], ColumnElement[int]]:
    """Return what to join to the blocks, on what, and what to order by (descending) for the newest hits first.

    The index walks its own hits backwards, so that a page of 50 costs 50 rows, however many there are.
    """
    found = hits(query).subquery()
    return found, found.c.rowid == BlockRow.row, found.c.rowid


def is_hit(query: str) -> ColumnElement[bool]:
    """Return the condition that an FTS5 expression finds a block, asked block by block: for when they are few."""
    return exists(hits(query).where(_SEARCH.c.rowid == BlockRow.row).correlate(BlockRow))


def matching(typed: str) -> ColumnElement[bool] | None:
    """Return the condition on a block that it holds what was typed, or has it as spoken id; None for nothing."""
    if not typed.strip():
        return None
    query = fts_query(typed)
    found = BlockRow.row.in_(hits(query)) if query else literal(value=False)
    if spoken := _SPOKEN.match(typed.strip()):
        prefix, number = spoken.groups()
        return found | ((BlockRow.prefix == prefix.upper()) & (BlockRow.number == int(number)))
    return found
