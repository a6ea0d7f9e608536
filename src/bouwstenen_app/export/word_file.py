"""A Word file is read, as a template or to check it: trusted by neither name nor size."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from bouwstenen_app.domain.problems import Problem

LARGEST_FILE = 50_000_000
LARGEST_CONTENT = 200_000_000
MOST_MEMBERS = 2_000
_OLE = b"\xd0\xcf\x11\xe0"
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def read_package(path: Path) -> dict[str, bytes]:
    """Return the files in a Word file by name, after a look at their number, sizes and document types."""
    data = _read(path)
    if data.startswith(_OLE):
        raise Problem(
            "“{name}” is een Word-bestand van de oude soort of is met een wachtwoord beveiligd. "
            "Bewaar het in Word als .docx zonder wachtwoord en kies het opnieuw.",
            name=path.name,
        )
    with reading(path), ZipFile(BytesIO(data)) as package:
        members = package.infolist()
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_CONTENT:
            raise _too_large(path.name)
        contents = {member.filename: package.read(member) for member in members}
        if any(_has_doctype(name, content) for name, content in contents.items()):
            raise _unreadable(path.name)
        return contents


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever a broken template sets off into a Problem: it is the fault of that file, not ours."""
    try:
        yield
    except Problem:
        raise
    except Exception as error:
        raise _unreadable(path.name) from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise Problem("“{name}” is niet gevonden. Kies een Word-bestand dat er wel is.", name=path.name) from error
    except OSError as error:
        raise Problem(
            "“{name}” kan niet worden gelezen. Sluit het in andere programma's of kies een ander.",
            name=path.name,
        ) from error
    if len(data) > LARGEST_FILE:
        raise _too_large(path.name)
    return data


def _has_doctype(name: str, content: bytes) -> bool:
    return not name.endswith(".svg") and any(mark in content for mark in _DOCTYPES)


def _unreadable(name: str) -> Problem:
    return Problem(
        "“{name}” is geen leesbaar Word-bestand. Bewaar het in Word opnieuw als .docx en kies het nog eens.",
        name=name,
    )


def _too_large(name: str) -> Problem:
    return Problem("“{name}” is te groot om te gebruiken. Kies een Word-bestand van minder dan 50 MB.", name=name)
