"""What a process need not make anew for each of the thousands of stores that tests open."""

from typing import Any

import sqlalchemy
from sqlcipher3 import dbapi2
from typing_extensions import override

from bouwstenen_app.services import codebooks
from bouwstenen_app.storage import engine


class OneForAll(dict[Any, Any]):
    """Holds one value, whatever the key: that of the workspace that was read last."""

    @override
    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(None, default)

    @override
    def __setitem__(self, key: Any, value: Any) -> None:
        super().__setitem__(None, value)


def share_codebooks() -> None:
    """Let the lookups of a codebook stay with its rows, also when they are read from another file."""
    codebooks._KEPT = OneForAll()


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
