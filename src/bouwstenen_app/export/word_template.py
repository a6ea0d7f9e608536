"""A Word template is read: ours or the house style of the user, trusted by neither name nor size."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from docx.document import Document as WordDocument

from bouwstenen_app.domain.problems import Problem

LARGEST_FILE = 50_000_000
LARGEST_CONTENT = 200_000_000
MOST_MEMBERS = 2_000
_OLE = b"\xd0\xcf\x11\xe0"
_CONTENT_TYPES = "[Content_Types].xml"
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OTHER_MAINS = (
    b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    b"application/vnd.ms-word.document.macroEnabled.main+xml",
    b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def open_template(path: Path) -> WordDocument:
    """Return the document in a .docx (or .dotx, .docm, .dotm, whose macros stay behind).

    Raises Problem when it cannot be read, is no Word file, or is larger than a template can sensibly be.
    """
    data = _read(path)
    if data.startswith(_OLE):
        raise Problem(
            "Het sjabloon “{name}” is een Word-bestand van de oude soort of is met een wachtwoord beveiligd. "
            "Bewaar het in Word als .docx zonder wachtwoord en kies het opnieuw.",
            name=path.name,
        )
    return Document(BytesIO(_checked(data, path.name)))


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
        raise Problem(
            "Het sjabloon “{name}” is niet gevonden. Kies een sjabloon dat er wel is.", name=path.name
        ) from error
    except OSError as error:
        raise Problem(
            "Het sjabloon “{name}” kan niet worden gelezen. Sluit het in andere programma's of kies een ander.",
            name=path.name,
        ) from error
    if len(data) > LARGEST_FILE:
        raise _too_large(path.name)
    return data


def _checked(data: bytes, name: str) -> bytes:
    """Return the package, as a document, after a look at sizes and document types."""
    with ZipFile(BytesIO(data)) as package:
        members = package.infolist()
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_CONTENT:
            raise _too_large(name)
        contents = {member.filename: package.read(member) for member in members}
    for member, content in contents.items():
        if member.endswith((".xml", ".rels")) and any(mark in content for mark in _DOCTYPES):
            raise _unreadable(name)
    types = contents[_CONTENT_TYPES]
    if _MAIN in types:
        return data
    for other in _OTHER_MAINS:
        types = types.replace(other, _MAIN)
    return _packed({**contents, _CONTENT_TYPES: types})


def _packed(contents: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return target.getvalue()


def _unreadable(name: str) -> Problem:
    return Problem(
        "“{name}” is geen leesbaar Word-sjabloon. Bewaar het in Word opnieuw als .docx en kies het nog eens.",
        name=name,
    )


def _too_large(name: str) -> Problem:
    return Problem(
        "Het sjabloon “{name}” is te groot om te gebruiken. Kies een sjabloon van minder dan 50 MB.", name=name
    )
