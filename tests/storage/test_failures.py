import errno
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlcipher3 import dbapi2

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.storage.failures import file_problem, outcome_unknown, problem_of, said_in_dutch


@pytest.mark.parametrize(
    ("reason", "sentence"),
    [
        ("database or disk is full", "De schijf is vol. Maak ruimte vrij"),
        ("attempt to write a readonly database", "Open het opnieuw of kies een andere map"),
        ("database is locked", "Sluit dat programma en probeer het opnieuw"),
        ("unable to open database file", "Controleer of de map bestaat"),
        ("file is not a database", "geen werkmap van Bouwstenen"),
        ("database disk image is malformed", "Open een reservekopie"),
        ("no such table: block", "Open een reservekopie"),
        ("disk I/O error", "Controleer de schijf of de verbinding"),
    ],
)
def test_what_the_driver_refuses_is_a_dutch_sentence_that_says_what_to_do(reason: str, sentence: str) -> None:
    bare = dbapi2.OperationalError(reason)

    assert sentence in str(problem_of(bare))
    assert sentence in str(problem_of(OperationalError("SELECT 1", {}, bare)))


@pytest.mark.parametrize(
    "error",
    [
        dbapi2.OperationalError('near "FORM": syntax error'),
        dbapi2.IntegrityError("FOREIGN KEY constraint failed"),
        dbapi2.ProgrammingError("Cannot operate on a closed database."),
        IntegrityError("INSERT", {}, dbapi2.IntegrityError("UNIQUE constraint failed: block.id")),
    ],
)
def test_a_mistake_of_ours_is_no_problem_of_the_user(error: dbapi2.Error) -> None:
    assert problem_of(error) is None
    with pytest.raises(type(error)), said_in_dutch():
        raise error


def test_a_problem_remembers_what_was_behind_it() -> None:
    with pytest.raises(Problem) as raised, said_in_dutch():
        raise dbapi2.OperationalError("database or disk is full")

    assert isinstance(raised.value.__cause__, dbapi2.OperationalError)


def test_only_an_error_of_the_disk_leaves_the_outcome_open() -> None:
    assert outcome_unknown(dbapi2.OperationalError("disk I/O error"))
    assert not outcome_unknown(dbapi2.OperationalError("database or disk is full"))


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.ENOSPC, "De schijf is vol"),
        (errno.EDQUOT, "De schijf is vol"),
        (errno.EFBIG, "De schijf is vol"),
        (errno.EACCES, "open in een ander programma"),
        (errno.EPERM, "open in een ander programma"),
        (errno.EROFS, "kies een andere map"),
        (errno.ENOENT, "rapport.docx bestaat niet"),
        (errno.EISDIR, "is een map en geen bestand"),
        (errno.ENOTDIR, "De map van rapport.docx is geen map"),
        (errno.ENAMETOOLONG, "Kies een kortere naam"),
        (errno.EIO, "Controleer de schijf"),
    ],
)
def test_what_the_system_refuses_is_a_dutch_sentence(code: int, sentence: str) -> None:
    assert sentence in str(file_problem(OSError(code, "reason"), Path("map/rapport.docx")))


def test_a_name_with_braces_is_only_a_name() -> None:
    assert "{a}.txt bestaat niet" in str(file_problem(OSError(errno.ENOENT, ""), Path("{a}.txt")))
