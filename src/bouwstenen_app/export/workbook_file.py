"""An Excel file is opened, trusted by neither name nor size: its parts come out only after a look at them."""

from collections.abc import Callable, Mapping
from io import BytesIO
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

LARGEST_CONTENT: Final = 120_000_000
"""Bytes of XML that are read of one file; a hundred thousand rows of text are half of it."""
WORKBOOK: Final = "xl/workbook.xml"


def read_parts(data: bytes, name: str) -> Callable[[str], bytes]:
    """Return a way to read the parts of a workbook by name; one that is not there is a KeyError.

    Problem, with what is the matter and what to do, for anything that is no sound Excel file.
    """
    refuse(fault_of_start(data), _SAID, name)
    try:
        package = ZipFile(BytesIO(data))
    except (BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise damaged(name) from error
    members = {member.filename: member for member in package.infolist()}
    read = [member for member in members.values() if member.filename.endswith((".xml", ".rels"))]
    refuse(fault_of_kind(members, WORKBOOK), _SAID, name)
    refuse(fault_of_members([*members.values()], read, LARGEST_CONTENT), _SAID, name)

    def part(wanted: str) -> bytes:
        member = members[wanted]
        try:
            content = package.read(member)
        except Exception as error:  # zlib, lzma and zipfile each have their own for a broken part
            raise damaged(name) from error
        if has_doctype(content):
            raise Problem(
                "{name} bevat een documenttype (DOCTYPE). Dat hoort niet in een Excel-bestand en is niet veilig. "
                "Bewaar het in Excel opnieuw als .xlsx. Er is niets overgenomen.",
                name=name,
            )
        return content

    return part


def damaged(name: str) -> Problem:
    """Return what is said of a file that is no Excel file, or one that is broken."""
    return Problem(_SAID[Wrong.UNREADABLE], name=name)


def too_large(name: str) -> Problem:
    """Return what is said of a file that holds more than can be read at once."""
    return Problem(_SAID[Wrong.LARGE], name=name)


_SAID: Final[Mapping[Wrong, str]] = {
    Wrong.PROTECTED: (
        "{name} is met een wachtwoord beveiligd. Haal in Excel het wachtwoord eraf (Bestand, Info, Werkmap "
        "beveiligen) en kies het opnieuw. Er is niets overgenomen."
    ),
    Wrong.OTHER: (
        "{name} is {kind}, geen Excel-bestand. Bewaar het in Excel als .xlsx en kies dat bestand. Er is niets "
        "overgenomen."
    ),
    Wrong.LARGE: "{name} is te groot om in te lezen. Knip het in stukken. Er is niets overgenomen.",
    Wrong.UNREADABLE: (
        "{name} is beschadigd of geen Excel-bestand. Open het in Excel, bewaar het opnieuw als .xlsx en kies het "
        "nog eens. Er is niets overgenomen."
    ),
    Wrong.OLD: (
        "{name} is een Excel-bestand van de oude soort (.xls). Bewaar het in Excel als .xlsx en kies dat bestand. "
        "Er is niets overgenomen."
    ),
    Wrong.SWELLING: (
        "{name} bevat een onderdeel dat uitgepakt meer dan {ratio} keer zo groot wordt. Dat is niet te vertrouwen "
        "en wordt niet geopend. Bewaar het in Excel opnieuw als .xlsx. Er is niets overgenomen."
    ),
}
"""What is said of each fault of an Excel file."""
