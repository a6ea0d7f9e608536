"""A Word file is read, as a template or to check it: trusted by neither name nor size."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export.packages import (
    Wrong,
    fault_of_kind,
    fault_of_members,
    fault_of_start,
    has_doctype,
    refuse,
)

LARGEST_FILE = 50_000_000
LARGEST_CONTENT = 200_000_000
DOCUMENT: Final = "word/document.xml"
CONTENT_TYPES: Final = "[Content_Types].xml"


def read_package(path: Path) -> dict[str, bytes]:
    """Return the files in a Word file by name, after a look at their number, sizes and document types.

    Raises Problem, with what is the matter and what to do, for anything that is no sound Word file.
    """
    data = _read(path)
    refuse(fault_of_start(data), _SAID, path.name)
    with reading(path):
        try:
            package = ZipFile(BytesIO(data))
        except BadZipFile as error:
            raise _damaged(path.name) from error
        with package:
            members = package.infolist()
            refuse(fault_of_members(members, members, LARGEST_CONTENT), _SAID, path.name)
            try:
                contents = {member.filename: package.read(member) for member in members}
            except (BadZipFile, EOFError) as error:
                raise _damaged(path.name) from error
        _check_contents(contents, path.name)
        return contents


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn whatever a broken template sets off into a Problem: it is the fault of that file, not ours."""
    try:
        yield
    except Problem:
        raise
    except Exception as error:
        raise unreadable(path.name) from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except FileNotFoundError as error:
        raise Problem("“{name}” is niet gevonden. Kies een Word-bestand dat er wel is.", name=path.name) from error
    except OSError as error:
        raise Problem(
            "“{name}” kan niet worden gelezen. Sluit het in andere programma’s of kies een ander.",
            name=path.name,
        ) from error
    if len(data) > LARGEST_FILE:
        raise too_large(path.name)
    return data


def _check_contents(contents: dict[str, bytes], name: str) -> None:
    refuse(fault_of_kind(contents, DOCUMENT), _SAID, name)
    if CONTENT_TYPES not in contents:
        raise unreadable(name)
    if any(has_doctype(content) for member, content in contents.items() if not member.endswith(".svg")):
        raise Problem(
            "“{name}” bevat een documenttype (DOCTYPE). Dat hoort niet in een Word-bestand en is niet veilig. "
            "Bewaar het in Word opnieuw als .docx en kies het nog eens.",
            name=name,
        )


def unreadable(name: str) -> Problem:
    """Return what is said of a file that is no Word file, or one that cannot be understood."""
    return Problem(_SAID[Wrong.UNREADABLE], name=name)


def too_large(name: str) -> Problem:
    """Return what is said of a file that holds more than a document can sensibly hold."""
    return Problem(_SAID[Wrong.LARGE], name=name)


def _damaged(name: str) -> Problem:
    return Problem(
        "“{name}” is beschadigd: een deel ontbreekt of klopt niet. Open het in Word, bewaar het opnieuw als .docx "
        "en kies het nog eens.",
        name=name,
    )


_SAID: Final[Mapping[Wrong, str]] = {
    Wrong.PROTECTED: (
        "“{name}” is met een wachtwoord beveiligd. Haal in Word het wachtwoord eraf (Bestand, Info, Document "
        "beveiligen), bewaar het en kies het opnieuw."
    ),
    Wrong.OTHER: "“{name}” is {kind}, geen Word-bestand. Bewaar het in Word als .docx en kies dat bestand.",
    Wrong.LARGE: "“{name}” is te groot om te gebruiken. Kies een Word-bestand van minder dan 50 MB.",
    Wrong.UNREADABLE: (
        "“{name}” is geen leesbaar Word-bestand. Bewaar het in Word opnieuw als .docx en kies het nog eens."
    ),
    Wrong.OLD: (
        "“{name}” is een Word-bestand van de oude soort (.doc of .dot). Bewaar het in Word als .docx en kies het "
        "opnieuw."
    ),
    Wrong.SWELLING: (
        "“{name}” bevat een onderdeel dat uitgepakt meer dan {ratio} keer zo groot wordt. Dat is niet te "
        "vertrouwen en wordt niet geopend. Bewaar het bestand in Word opnieuw als .docx."
    ),
}
"""What is said of each fault of a Word file."""
