"""What the disk and the driver may refuse, said in Dutch."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DatabaseError, IntegrityError
from sqlcipher3 import dbapi2

from bouwstenen_app.domain.problems import Problem

_FULL: Final = "De schijf is vol. Maak ruimte vrij en probeer het opnieuw; wat al was opgeslagen is er nog."
_NO_WRITING: Final = (
    "In dit bestand kan niet meer worden geschreven: het is verplaatst, of je hebt er geen rechten voor. Open het "
    "opnieuw of kies een andere map."
)
_HELD: Final = "Een ander programma houdt dit bestand vast. Sluit dat programma en probeer het opnieuw."
_SHUT: Final = "Dit bestand gaat niet open. Controleer of de map bestaat en of je er rechten voor hebt."
_FOREIGN: Final = "Dit bestand is geen werkmap van Bouwstenen. Kies een bestand dat eindigt op .bouwstenen."
_DAMAGED: Final = "Dit bestand is beschadigd. Open een reservekopie via Instellingen › Reservekopieën."
_UNSURE: Final = (
    "De schijf gaf een lees- of schrijffout. Controleer de schijf of de verbinding en probeer het opnieuw; wat al "
    "was opgeslagen is er nog."
)
_NO_MEMORY: Final = (
    "Het geheugen is vol, of dit bestand is beschadigd. Sluit andere programma’s; helpt dat niet, open dan een "
    "reservekopie via Instellingen › Reservekopieën."
)
_SENTENCES: Final = {
    "disk is full": _FULL,
    "readonly": _NO_WRITING,
    "read-only": _NO_WRITING,
    "locked": _HELD,
    "unable to open": _SHUT,
    "not a database": _FOREIGN,
    "malformed": _DAMAGED,
    "corrupt": _DAMAGED,
    "unsupported file format": _DAMAGED,
    "vtable constructor failed": _DAMAGED,
    "could not decode": _DAMAGED,
    "no such table": _DAMAGED,
    "no such column": _DAMAGED,
    "has no column": _DAMAGED,
    "already exists": _DAMAGED,
    "i/o error": _UNSURE,
    "out of memory": _NO_MEMORY,
}
"""What the driver says, and what a person should read then. What is not here is a mistake of ours."""

REFUSED: Final = (DatabaseError, dbapi2.Error, MemoryError, UnicodeDecodeError)
"""What the driver raises; the last two come of lengths and letters in a damaged file."""


class NotWritten(Problem):
    """The disk or the file refused: what was to be stored is not. It may go well when it is tried again."""


class Damaged(NotWritten):
    """The file holds what no version of the program wrote."""


class Unfit(Problem):
    """A file of another laptop cannot be taken in, now or later: of what is in it something is wrong or missing."""


@contextmanager
def said_in_dutch() -> Iterator[None]:
    """Raise what the disk or the file refuses as a Problem; a mistake of ours passes as it is."""
    try:
        yield
    except REFUSED as error:
        if problem := problem_of(error):
            raise problem from error
        raise


@contextmanager
def merge_told() -> Iterator[None]:
    """Say of files that do not fit together what a person can do."""
    try:
        with said_in_dutch():
            yield
    except IntegrityError as error:
        raise Unfit(
            "In deze bestanden ontbreekt iets waar andere gegevens naar verwijzen. Er is niets overgenomen; vraag "
            "om een nieuwe kopie van het bestand."
        ) from error


def problem_of(error: Exception) -> Problem | None:
    """Return what a person should read when the database could not do its work; None for a mistake of ours."""
    if isinstance(error, UnicodeDecodeError):
        return damaged()
    if isinstance(error, MemoryError):
        return NotWritten(_NO_MEMORY)
    cause = error.orig if isinstance(error, DatabaseError) else error
    if isinstance(cause, (dbapi2.IntegrityError, dbapi2.ProgrammingError)):
        return None
    reason = str(cause).lower()
    sentence = next((sentence for sign, sentence in _SENTENCES.items() if sign in reason), None)
    if sentence is None:
        return None
    return damaged() if sentence is _DAMAGED else NotWritten(sentence)


def damaged() -> Damaged:
    """Return what a person should read when a file holds what no version of the program wrote."""
    return Damaged(_DAMAGED)


def strange(name: str) -> Unfit:
    """Return what a person reads of a file that holds what no version of the program wrote."""
    return Unfit(
        "{name} is beschadigd of niet door Bouwstenen gemaakt; er is niets uit overgenomen. Vraag om een nieuwe "
        "kopie van dit bestand.",
        name=name,
    )


def is_damage(error: Exception) -> bool:
    """Say whether the driver calls the file damaged, or cannot open it."""
    reason = str(error).lower()
    return any(sign in reason for sign in ("malformed", "corrupt", "not a database", "unable to open"))


def is_disk_error(error: Exception) -> bool:
    """Say whether the disk gave no answer."""
    reason = str(error).lower()
    return "i/o error" in reason or "unable to open" in reason


def disk_error() -> NotWritten:
    """Return what a person should read when the disk gives no answer."""
    return NotWritten(_UNSURE)


def outcome_unknown(error: Exception) -> bool:
    """Say whether the step may be on disk all the same: only an I/O error leaves that open."""
    return "i/o error" in str(error).lower()


def file_problem(error: OSError, path: Path) -> Problem:
    """Return what a person should read when a file could not be read or written."""
    name = path.name or str(path)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return Problem("De schijf is vol. Maak ruimte vrij en probeer het opnieuw.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return Problem(
                "{name} kan niet worden gelezen of geschreven: je hebt er geen rechten voor, of het is open in een "
                "ander programma. Sluit het daar of kies een andere map.",
                name=name,
            )
        case errno.ENOENT:
            return Problem("{name} bestaat niet. Controleer de naam en de map.", name=name)
        case errno.EISDIR:
            return Problem("{name} is een map en geen bestand. Kies een bestand.", name=name)
        case errno.ENOTDIR:
            return Problem("De map van {name} is geen map. Kies een andere map.", name=name)
        case errno.ENAMETOOLONG:
            return Problem("De naam {name} is te lang. Kies een kortere naam.", name=f"{name[:40]}…")
        case _:
            return Problem(
                "{name} gaf een fout ({reason}). Controleer de schijf of kies een andere map.",
                name=name,
                reason=error.strerror or str(error),
            )
