"""A Word template is opened: ours, or a house style in any of the kinds of file that Word makes of it."""

import re
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_STORED, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart

from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.export.word_file import CONTENT_TYPES, read_package, reading, too_large, unreadable

LARGEST_PART = 20_000_000
"""Bytes of one XML part: a template is a few pages, and a tree of it takes ten times as much memory."""
_QUOTED = re.compile("'([^']+)'")
_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_MAIN = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = b"macroEnabled"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_PLACES: Final = {
    RELATIONSHIP_TYPE.NUMBERING: "/word/numbering.xml",
    RELATIONSHIP_TYPE.STYLES: "/word/styles.xml",
    RELATIONSHIP_TYPE.SETTINGS: "/word/settings.xml",
}
"""Where parts stand in what we write, wherever the template has them."""


def open_template(path: Path) -> WordDocument:
    """Return the document in a .docx or .dotx.

    Raises Problem when it cannot be read, is no Word file, holds macros, or is larger than a template can be.
    """
    contents = read_package(path)
    _check(contents, path.name)
    types = contents[CONTENT_TYPES].replace(_TEMPLATE_MAIN, _MAIN)
    with reading(path):
        try:
            document = Document(_packed({**contents, CONTENT_TYPES: types}))
        except KeyError as error:
            raise _incomplete(path.name, (_QUOTED.findall(str(error)) or ["onbekend"])[0]) from error
        except (ValueError, PackageNotFoundError) as error:
            raise unreadable(path.name) from error
        if document.element.find("{*}body") is None:
            raise _incomplete(path.name, "de tekst")
        _put_in_place(document, path.name)
        return document


def _check(contents: dict[str, bytes], name: str) -> None:
    if any("vbaproject" in member.lower() for member in contents) or _MACROS in contents[CONTENT_TYPES]:
        raise Problem(
            "“{name}” bevat macro’s en wordt daarom niet gebruikt. Bewaar het in Word als sjabloon zonder macro’s "
            "(.dotx) en kies dat bestand.",
            name=name,
        )
    if any(
        len(content) > LARGEST_PART for member, content in contents.items() if member.endswith((".xml", ".rels"))
    ):
        raise too_large(name)
    if any(_STRICT in content[:4096] for member, content in contents.items() if member.startswith("word/")):
        raise Problem(
            "“{name}” is bewaard als Strict Open XML. Bewaar het in Word als gewoon Word-document (.docx) en kies "
            "het opnieuw.",
            name=name,
        )


def _put_in_place(document: WordDocument, name: str) -> None:
    """Give the parts that are written anew the names under which they are written; Problem when one is no XML."""
    part = document.part
    part.partname = PackURI("/word/document.xml")
    kinds = [rel.reltype for rel in part.rels.values() if rel.reltype in _PLACES]
    if len(set(kinds)) < len(kinds):  # of each there is one
        raise unreadable(name)
    for rel in part.rels.values():
        if not rel.is_external and rel.reltype in _PLACES:
            if not isinstance(rel.target_part, XmlPart):  # the package calls it something else
                raise _incomplete(name, _PLACES[rel.reltype].lstrip("/"))
            rel.target_part.partname = PackURI(_PLACES[rel.reltype])


def _packed(contents: dict[str, bytes]) -> BytesIO:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as package:
        for name, content in contents.items():
            package.writestr(name, content)
    return target


def _incomplete(name: str, part: str) -> Problem:
    return Problem(
        "In “{name}” ontbreekt een onderdeel ({part}). Open het in Word, bewaar het opnieuw als .docx en kies het "
        "nog eens.",
        name=name,
        part=part,
    )
