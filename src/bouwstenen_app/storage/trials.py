"""A merge that is tried: on a copy of the workspace, so that the work in it goes on meanwhile."""

from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.storage.copies import clear
from bouwstenen_app.storage.engine import open_engine
from bouwstenen_app.storage.failures import merge_told
from bouwstenen_app.storage.merging import Merge
from bouwstenen_app.storage.store import Store


def tried(store: Store, copy: Path, add: Callable[[Merge], Iterator[Progress]]) -> Generator[Progress, None, Merge]:
    """Merge what ``add`` adds into a ``copy`` of a workspace that is thrown away, and return the merge."""
    try:
        store.copy_to(copy)
        engine = open_engine(copy, key=store.key)
        try:
            with merge_told(), engine.connect() as connection:
                driver: Any = connection.connection.driver_connection
                driver.execute("PRAGMA synchronous=OFF")
                with connection.begin():  # to its end: only then is seen whether all that is referred to came in
                    merge = Merge(connection, store.milliseconds())
                    yield from add(merge)
                    yield from merge.fold()
                    merge.name()
        finally:
            engine.dispose()
    finally:
        clear(copy)
    return merge
