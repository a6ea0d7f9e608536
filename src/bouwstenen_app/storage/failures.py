"""What the disk and the driver may refuse, said in Dutch."""

import errno
from pathlib import Path

from sqlalchemy.exc import DatabaseError
from sqlcipher3 import dbapi2

from bouwstenen_app.domain.problems import Problem

_SENTENCES = (
    ("full", "De schijf is vol. Maak ruimte vrij en probeer het opnieuw; wat al was opgeslagen is er nog."),
    ("readonly", "In dit bestand mag niet worden geschreven. Kies een andere map of vraag om schrijfrechten."),
    ("read-only", "In dit bestand mag niet worden geschreven. Kies een andere map of vraag om schrijfrechten."),
    ("locked", "Een ander programma houdt dit bestand vast. Sluit dat programma en probeer het opnieuw."),
    (
        "unable to open",
        "Dit bestand gaat niet open. Controleer of de map bestaat en of je er rechten voor hebt.",
    ),
    ("not a database", "Dit bestand is geen werkmap van Bouwstenen. Kies een bestand dat eindigt op .bouwstenen."),
    ("malformed", "Dit bestand is beschadigd. Open een reservekopie via Instellingen › Reservekopieën."),
)
_OTHER = "De schijf gaf een fout ({reason}). Controleer de schijf of de verbinding en probeer het opnieuw."


def problem_of(error: DatabaseError | dbapi2.Error) -> Problem:
    """Return what a person should read when the database could not do its work."""
    cause = error.orig if isinstance(error, DatabaseError) else error
    reason = str(cause)
    for sign, sentence in _SENTENCES:
        if sign in reason.lower():
            return Problem(sentence)
    return Problem(_OTHER, reason=reason)


def outcome_unknown(error: DatabaseError) -> bool:
    """Say whether the step may be on disk all the same: only an I/O error leaves that open."""
    return "i/o error" in str(error.orig).lower()


def file_problem(error: OSError, path: Path) -> Problem:
    """Return what a person should read when a file could not be read or written."""
    name = path.name
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
        case errno.EISDIR | errno.ENOTDIR:
            return Problem("{name} is een map en geen bestand. Kies een bestand.", name=name)
        case _:
            return Problem("{name} gaf een fout ({reason}).", name=name, reason=error.strerror or str(error))
