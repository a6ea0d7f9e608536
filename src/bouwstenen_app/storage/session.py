"""The session that a verb gets: SQLAlchemy's, with the time, fresh identities and the changes of the step."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction

from bouwstenen_app.domain.changes import Change
from bouwstenen_app.storage import journal


class Work(Session):
    """One transaction of a person's work. What it changes, it also writes down in ``changes``."""

    def __init__(self, *args: Any, new_id: Callable[[], str], now: Callable[[], datetime], **kwargs: Any) -> None:
        super().__init__(*args, expire_on_commit=False, **kwargs)
        self.new_id = new_id
        self.now = now
        self.changes: list[Change] = []


@event.listens_for(Work, "before_flush")
def _write_down(session: Work, _context: UOWTransaction, _instances: Any) -> None:
    session.changes.extend(journal.changes_of(session))


@event.listens_for(Work, "do_orm_execute")
def _refuse_what_bypasses(state: ORMExecuteState) -> None:
    journal.refuse_unjournaled(state)
