"""Questions that are asked at every key: the statement is made once by SQLAlchemy, the rows come from the driver.

A page of 50 rows costs a statement object as much as finding and reading them costs the driver.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlalchemy import Dialect, Select
from sqlalchemy.orm import Session


def lines(session: Session, statement: Select[Any], values: Mapping[str, Any]) -> Sequence[Sequence[Any]]:
    """Return all rows of a statement that is kept, as the driver gives them: JSON as text, yes as 1, no as 0."""
    if session.autoflush:
        session.flush()
    connection = session.connection()
    sql, given, names = _compiled(statement, connection.dialect)
    known = {**given, **values}
    return connection.exec_driver_sql(sql, tuple(known[name] for name in names)).all()


@cache
def _compiled(statement: Select[Any], dialect: Dialect) -> tuple[str, Mapping[str, Any], Sequence[str]]:
    compiled = statement.compile(dialect=dialect)
    if compiled.positiontup is None:
        raise RuntimeError(f"{dialect.name}: values are given by place here, not by name")
    return str(compiled), compiled.params, tuple(compiled.positiontup)
