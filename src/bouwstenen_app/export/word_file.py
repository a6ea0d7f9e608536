"""A Word file is read, as a template or to check it: trusted by neither name nor size."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from bouwstenen_app.domain.problems import Problem

LARGEST_FILE = 50_000_000
LARGEST_CONTENT = 200_000_000
MOST_MEMBERS = 2_000
HIGHEST_RATIO = 250
"""How much smaller than its content a large part can honestly be; XML that repeats itself reaches about 100."""
_SMALL = 10_000_000
"""Parts below this are read whatever their ratio."""
_OLE = b"\xd0\xcf\x11\xe0"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_KINDS: Final = (
    (b"%PDF", "een pdf"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"<!DOCTYPE html", "een webpagina"),
    (b"<html", "een webpagina"),
)
"""How files begin that sometimes get the name of a Word file."""
_PACKAGES: Final = (
    ("xl/workbook.xml", "een Excel-bestand"),
    ("xl/workbook.bin", "een Excel-bestand"),
    ("ppt/presentation.xml", "een PowerPoint-bestand"),
    ("content.xml", "een OpenDocument-bestand, bijvoorbeeld van LibreOffice"),
)
"""Parts that give another kind of package away."""
CONTENT_TYPES: Final = "[Content_Types].xml"


def read_package(path: Path) -> dict[str, bytes]:
    """Return the files in a Word file by name, after a look at their number, sizes and document types.

    Raises Problem, with what is the matter and what to do, for anything that is no sound Word file.
    """
    data = _read(path)
    _check_kind(data, path.name)
    with reading(path):
        try:
            package = ZipFile(BytesIO(data))
        except BadZipFile as error:
            raise _damaged(path.name) from error
        with package:
            _check_members(package.infolist(), path.name)
            try:
                contents = {member.filename: package.read(member) for member in package.infolist()}
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
            "“{name}” kan niet worden gelezen. Sluit het in andere programma's of kies een ander.",
            name=path.name,
        ) from error
    if len(data) > LARGEST_FILE:
        raise too_large(path.name)
    return data


def _check_kind(data: bytes, name: str) -> None:
    """Raise Problem when the first bytes are those of another kind of file."""
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise _protected(name)
    if data.startswith(_OLE):
        raise Problem(
            "“{name}” is een Word-bestand van de oude soort (.doc of .dot). Bewaar het in Word als .docx en kies "
            "het opnieuw.",
            name=name,
        )
    start = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t")
    for begin, kind in _KINDS:
        if start[: len(begin)].lower() == begin.lower():
            raise _other_kind(name, kind)
    if not data.startswith(b"PK"):
        raise unreadable(name)


def _check_members(members: list[ZipInfo], name: str) -> None:
    """Raise Problem for what would be too much to read, before any of it is read."""
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > LARGEST_CONTENT:
        raise too_large(name)
    for member in members:
        if member.flag_bits & 1:
            raise _protected(name)
        if member.file_size > _SMALL and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1):
            raise Problem(
                "“{name}” bevat een onderdeel dat uitgepakt meer dan {ratio} keer zo groot wordt. Dat is niet "
                "te vertrouwen en wordt niet geopend. Bewaar het bestand in Word opnieuw als .docx.",
                name=name,
                ratio=HIGHEST_RATIO,
            )


def _check_contents(contents: dict[str, bytes], name: str) -> None:
    for part, kind in _PACKAGES:
        if part in contents:
            raise _other_kind(name, kind)
    if CONTENT_TYPES not in contents:
        raise unreadable(name)
    if any(_has_doctype(member, content) for member, content in contents.items()):
        raise Problem(
            "“{name}” bevat een documenttype (DOCTYPE). Dat hoort niet in een Word-bestand en is niet veilig. "
            "Bewaar het in Word opnieuw als .docx en kies het nog eens.",
            name=name,
        )


def _has_doctype(name: str, content: bytes) -> bool:
    return not name.endswith(".svg") and any(mark in content for mark in _DOCTYPES)


def unreadable(name: str) -> Problem:
    """Return what is said of a file that is no Word file, or one that cannot be understood."""
    return Problem(
        "“{name}” is geen leesbaar Word-bestand. Bewaar het in Word opnieuw als .docx en kies het nog eens.",
        name=name,
    )


def too_large(name: str) -> Problem:
    """Return what is said of a file that holds more than a document can sensibly hold."""
    return Problem("“{name}” is te groot om te gebruiken. Kies een Word-bestand van minder dan 50 MB.", name=name)


def _damaged(name: str) -> Problem:
    return Problem(
        "“{name}” is beschadigd: een deel ontbreekt of klopt niet. Open het in Word, bewaar het opnieuw als .docx "
        "en kies het nog eens.",
        name=name,
    )


def _protected(name: str) -> Problem:
    return Problem(
        "“{name}” is met een wachtwoord beveiligd. Haal in Word het wachtwoord eraf (Bestand, Info, Document "
        "beveiligen), bewaar het en kies het opnieuw.",
        name=name,
    )


def _other_kind(name: str, kind: str) -> Problem:
    return Problem(
        "“{name}” is {kind}, geen Word-bestand. Bewaar het in Word als .docx en kies dat bestand.",
        name=name,
        kind=kind,
    )
