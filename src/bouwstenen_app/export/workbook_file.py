"""An Excel file is opened, trusted by neither name nor size: its parts come out only after a look at them."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from bouwstenen_app.domain.problems import Problem

LARGEST_CONTENT: Final = 120_000_000
"""Bytes of XML that are read of one file; a hundred thousand rows of text are half of it."""
MOST_MEMBERS: Final = 2_000
HIGHEST_RATIO: Final = 250
_SMALL: Final = 10_000_000
"""Parts below this are read whatever their ratio."""
_OLE: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_OTHERS: Final = (
    ("word/document.xml", "een Word-bestand"),
    ("ppt/presentation.xml", "een PowerPoint-bestand"),
    ("xl/workbook.bin", "een Excel-bestand van een andere soort (.xlsb)"),
    ("content.xml", "een OpenDocument-bestand, bijvoorbeeld van LibreOffice"),
)
_STARTS: Final = (
    (b"%PDF", "een pdf"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"SQLite format 3", "een database"),
    (b"<!DOCTYPE html", "een webpagina"),
    (b"<html", "een webpagina"),
    (b"<?xml", "een XML-bestand"),
)


def read_parts(data: bytes, name: str) -> Callable[[str], bytes]:
    """Return a way to read the parts of a workbook by name; one that is not there is a KeyError.

    Problem, with what is the matter and what to do, for anything that is no sound Excel file.
    """
    _check_start(data, name)
    try:
        package = ZipFile(BytesIO(data))
    except (BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise damaged(name) from error
    members = {member.filename: member for member in package.infolist()}
    _check_members(members, name)

    def part(wanted: str) -> bytes:
        member = members[wanted]
        try:
            content = package.read(member)
        except Exception as error:  # zlib, lzma and zipfile each have their own for a broken part
            raise damaged(name) from error
        if any(mark in content for mark in _DOCTYPES):
            raise Problem(
                "{name} bevat een documenttype (DOCTYPE). Dat hoort niet in een Excel-bestand en is niet veilig. "
                "Bewaar het in Excel opnieuw als .xlsx. Er is niets overgenomen.",
                name=name,
            )
        return content

    return part


def _check_start(data: bytes, name: str) -> None:
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise _protected(name)
    if data.startswith(_OLE):
        raise Problem(
            "{name} is een Excel-bestand van de oude soort (.xls). Bewaar het in Excel als .xlsx en kies dat "
            "bestand. Er is niets overgenomen.",
            name=name,
        )
    start = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t")
    for begin, kind in _STARTS:
        if start[: len(begin)].lower() == begin.lower():
            raise _other(name, kind)
    if not data.startswith(b"PK"):
        raise damaged(name)


def _check_members(members: Mapping[str, ZipInfo], name: str) -> None:
    """Raise Problem for what would be too much to read, before any of it is read."""
    for part, kind in _OTHERS:
        if part in members:
            raise _other(name, kind)
    wanted = [member for member in members.values() if member.filename.endswith((".xml", ".rels"))]
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in wanted) > LARGEST_CONTENT:
        raise too_large(name)
    for member in wanted:
        if member.flag_bits & 1:
            raise _protected(name)
        if member.file_size > _SMALL and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1):
            raise Problem(
                "{name} bevat een onderdeel dat uitgepakt meer dan {ratio} keer zo groot wordt. Dat is niet te "
                "vertrouwen en wordt niet geopend. Bewaar het in Excel opnieuw als .xlsx. Er is niets overgenomen.",
                name=name,
                ratio=HIGHEST_RATIO,
            )


def damaged(name: str) -> Problem:
    """Return what is said of a file that is no Excel file, or one that is broken."""
    return Problem(
        "{name} is beschadigd of geen Excel-bestand. Open het in Excel, bewaar het opnieuw als .xlsx en kies het "
        "nog eens. Er is niets overgenomen.",
        name=name,
    )


def too_large(name: str) -> Problem:
    """Return what is said of a file that holds more than can be read at once."""
    return Problem("{name} is te groot om in te lezen. Knip het in stukken. Er is niets overgenomen.", name=name)


def _protected(name: str) -> Problem:
    return Problem(
        "{name} is met een wachtwoord beveiligd. Haal in Excel het wachtwoord eraf (Bestand, Info, Werkmap "
        "beveiligen) en kies het opnieuw. Er is niets overgenomen.",
        name=name,
    )


def _other(name: str, kind: str) -> Problem:
    return Problem(
        "{name} is {kind}, geen Excel-bestand. Bewaar het in Excel als .xlsx en kies dat bestand. Er is niets "
        "overgenomen.",
        name=name,
        kind=kind,
    )
