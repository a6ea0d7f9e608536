"""The session that a verb gets: SQLAlchemy's, with the time, fresh identities and the changes of the step."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, delete, event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from bouwstenen_app.domain.changes import Change
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.tables import LocalRow

_FORGET = delete(LocalRow).where(LocalRow.key == bindparam("name"))


class Work(Session):
    """One transaction of a person's work. What it changes, it also writes down in ``changes``.

    ``sql`` is the connection of the transaction, for statements that need no objects: far quicker than through
    them. Whoever made the connection begins and commits the transaction; the session only takes part in it.
    """

    def __init__(self, sql: Connection, *, new_id: Callable[[], str], now: Callable[[], datetime]) -> None:
        super().__init__(sql, expire_on_commit=False)
        self.sql = sql
        self.new_id = new_id
        self.now = now
        self.changes: list[Change] = []

    def forget(self, key: str) -> None:
        """Let go of what this laptop remembers under a key, if this transaction is committed."""
        self.sql.execute(_FORGET, {"name": key})


@event.listens_for(Work, "before_flush")
def _write_down(session: Work, _context: UOWTransaction, _instances: Any) -> None:
    session.changes.extend(journal.changes_of(session))


@event.listens_for(Work, "do_orm_execute")
def _refuse_what_bypasses(state: ORMExecuteState) -> None:
    journal.refuse_unjournaled(state)
