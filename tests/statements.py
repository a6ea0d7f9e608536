"""Statements are compiled once for all stores of a process: tests open thousands, each with its own engine."""

from typing import Any

import sqlalchemy
from sqlcipher3 import dbapi2

from bouwstenen_app.storage import engine


def share_statements() -> None:
    """Let all engines of this process share one dialect, and what was compiled for it."""
    make = sqlalchemy.create_engine
    json = {"json_serializer": engine.dumps, "json_deserializer": engine.loads}
    first = make("sqlite://", module=dbapi2, query_cache_size=2_000, **json)
    first.connect().close()

    def create_engine(*args: Any, **kwargs: Any) -> sqlalchemy.Engine:
        made = make(*args, **kwargs)
        made.dialect, made._compiled_cache = first.dialect, first._compiled_cache
        return made

    engine.create_engine = create_engine
