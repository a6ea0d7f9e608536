"""What every file of an office program is looked at for, before anything of it is read."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final
from zipfile import ZipInfo

from bouwstenen_app.domain.problems import Problem

MOST_MEMBERS: Final = 2_000
HIGHEST_RATIO: Final = 250
"""How much smaller than its content a large part can honestly be; XML that repeats itself reaches about 100."""
SMALL: Final = 10_000_000
"""Parts below this are read whatever their ratio."""
_OLE: Final = b"\xd0\xcf\x11\xe0"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_DOCTYPES: Final = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_STARTS: Final = (
    (b"%PDF", "een pdf"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"SQLite format 3", "een database"),
    (b"<!DOCTYPE html", "een webpagina"),
    (b"<html", "een webpagina"),
    (b"<?xml", "een XML-bestand"),
)
"""How files begin that sometimes get the name of an office file."""
_PARTS: Final = (
    ("word/document.xml", "een Word-bestand"),
    ("xl/workbook.xml", "een Excel-bestand"),
    ("xl/workbook.bin", "een Excel-bestand van een andere soort (.xlsb)"),
    ("ppt/presentation.xml", "een PowerPoint-bestand"),
    ("content.xml", "een OpenDocument-bestand, bijvoorbeeld van LibreOffice"),
)
"""Parts that say what kind of package it is."""


class Wrong(Enum):
    """What can be the matter with a file."""

    PROTECTED = auto()
    """It has a password."""
    OLD = auto()
    """It is of the kind that office programs wrote before 2007."""
    OTHER = auto()
    """It is of another kind: said in words."""
    UNREADABLE = auto()
    LARGE = auto()
    SWELLING = auto()
    """A part grows out of all proportion when it is unpacked."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is the matter; ``kind`` is what it is instead."""

    wrong: Wrong
    kind: str = ""


def refuse(fault: Fault | None, said: Mapping[Wrong, str], name: str) -> None:
    """Raise the Problem that says what is the matter with a file of this name, if anything is."""
    if fault is not None:
        raise Problem(said[fault.wrong], name=name, kind=fault.kind, ratio=HIGHEST_RATIO)


def fault_of_start(data: bytes) -> Fault | None:
    """Return what the first bytes of a file say is the matter with it."""
    if data.startswith(_OLE):
        return Fault(Wrong.PROTECTED if _ENCRYPTED in data else Wrong.OLD)
    start = data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t")
    for begin, kind in _STARTS:
        if start[: len(begin)].lower() == begin.lower():
            return Fault(Wrong.OTHER, kind)
    return None if data.startswith(b"PK") else Fault(Wrong.UNREADABLE)


def fault_of_members(members: Sequence[ZipInfo], read: Sequence[ZipInfo], largest: int) -> Fault | None:
    """Return what would be too much to read, or cannot be; ``largest`` is for all that is ``read`` together."""
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in read) > largest:
        return Fault(Wrong.LARGE)
    for member in read:
        if member.flag_bits & 1:
            return Fault(Wrong.PROTECTED)
        if member.file_size > SMALL and member.file_size > HIGHEST_RATIO * max(member.compress_size, 1):
            return Fault(Wrong.SWELLING)
    return None


def fault_of_kind(names: Collection[str], wanted: str) -> Fault | None:
    """Return what kind of package it is when it is not the one that has the ``wanted`` part."""
    kinds = (kind for part, kind in _PARTS if part in names and part != wanted)
    return next((Fault(Wrong.OTHER, kind) for kind in kinds), None)


def has_doctype(content: bytes) -> bool:
    """Return whether XML names a document type: no office file has one, and reading it is not safe."""
    return any(mark in content for mark in _DOCTYPES)
