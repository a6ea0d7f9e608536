"""Copies of an open workspace: made in one step, closed, and checked."""

import os
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage.failures import file_problem, problem_of


def copy_database(source: Any, target: Path) -> None:
    """Copy an open database (a driver connection) to a new file, which is on disk when this returns.

    It is made beside the target and put in its place at once; an existing target is replaced.
    """
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        copy = dbapi2.connect(str(part), isolation_level=None)
        try:
            source.backup(copy)
        finally:
            copy.close()
        _to_disk(part)
        part.replace(target)
    except dbapi2.Error as error:
        part.unlink(missing_ok=True)
        raise problem_of(error) from error
    except OSError as error:
        part.unlink(missing_ok=True)
        raise file_problem(error, target) from error


def faults(path: Path) -> tuple[str, ...]:
    """Return what the database finds wrong in a file that is not open elsewhere; empty when it is sound."""
    try:
        connection = dbapi2.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, isolation_level=None)
    except dbapi2.Error as error:
        return (str(error),)
    try:
        lines = [line for (line,) in connection.execute("PRAGMA integrity_check")]
        lines += [f"{row[0]}: {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]
        return tuple(line for line in lines if line != "ok")
    except dbapi2.Error as error:
        return (str(error),)
    finally:
        connection.close()


def check(path: Path) -> None:
    """Raise a Problem when a copy is not sound."""
    if found := faults(path):
        raise Problem("De kopie {name} is niet gaaf ({fault}). Maak haar opnieuw.", name=path.name, fault=found[0])


def _to_disk(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
