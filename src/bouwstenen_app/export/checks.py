"""Our own check of a Word file: can everyone read it, and does it tell nothing about its makers (R-13, R-23)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final
from xml.etree.ElementTree import fromstring

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.export.checks_look import Looks
from bouwstenen_app.export.checks_text import Found, Text
from bouwstenen_app.export.findings import ERROR, WARNING, Finding
from bouwstenen_app.export.word_file import read_package, reading, unreadable

CHECKING: Final = "Toegankelijkheid controleren"
_BODY = "word/document.xml"
_STYLES = "word/styles.xml"
_MAIN = "/officeDocument"
_TRACES = ("python-docx", "Microsoft Macintosh Word")
_STEP = 100
_REMARKS = ("comments", "people")
__all__ = ["CHECKING", "ERROR", "WARNING", "Finding", "checking", "findings"]


def findings(path: Path) -> tuple[Finding, ...]:
    """Return what stands between a Word file and every reader; Problem when it cannot be read."""
    found: list[Finding] = []
    for _ in checking(path, found):
        pass
    return tuple(found)


def checking(path: Path, found: list[Finding]) -> Iterator[Progress]:
    """Add to ``found`` what stands between a Word file and every reader, telling how far it is.

    Raises Problem when the file cannot be read.
    """
    members = read_package(path)
    with reading(path):
        body, sheet = _main(members)
        if body not in members or sheet not in members:
            raise unreadable(path.name)
        looks = Looks({**members, _STYLES: members[sheet]})
        text = Text(looks)
        title = _properties(members).get("title", "")
        seen: dict[Found, None] = dict.fromkeys(_about_file(members, looks, members[body]))
        total = len(members[body])
        for number, one in enumerate(text.findings(members[body], title)):
            if not isinstance(one, int):
                seen[one] = None
            elif number % _STEP == 0:
                yield Progress(one, total, CHECKING)
        seen.update(dict.fromkeys(_about_styles(looks, text.styles)))
    found += [Finding(*one) for one in sorted(seen, key=lambda one: one[0] != ERROR)]
    yield Progress(total, total, CHECKING)


def _main(members: dict[str, bytes]) -> tuple[str, str]:
    """Return the names of the text and of the styles, which other programs than Word put elsewhere."""
    for relation in fromstring(members.get("_rels/.rels", b"<none/>")):
        if relation.get("Type", "").endswith(_MAIN):
            body = relation.get("Target", "").lstrip("/")
            return body, f"{body.rpartition('/')[0]}/styles.xml"
    return _BODY, _STYLES


def _properties(members: dict[str, bytes]) -> dict[str, str]:
    core = fromstring(members.get("docProps/core.xml", b"<none/>"))
    return {element.tag.rpartition("}")[2]: (element.text or "").strip() for element in core}


def _about_file(members: dict[str, bytes], looks: Looks, body: bytes) -> Iterator[Found]:
    said = _properties(members)
    if not said.get("title"):
        yield ERROR, "Het document heeft geen titel in zijn eigenschappen.", ""
    if not said.get("language") or not looks.language:
        yield ERROR, "Het document zegt niet in welke taal het is.", ""
    if said.get("lastModifiedBy") or said.get("description"):
        yield ERROR, "De eigenschappen noemen wie het document bewaarde, of een opmerking.", ""
    if any(trace in said.values() for trace in _TRACES):
        yield ERROR, "De eigenschappen noemen het programma in plaats van de opsteller.", ""
    yield from _traces(members)
    settings = members.get("word/settings.xml", b"")
    if b"<w:updateFields" in settings or b'w:dirty="' in body:
        yield ERROR, "Word zal vragen of velden moeten worden bijgewerkt.", ""


def _traces(members: dict[str, bytes]) -> Iterator[Found]:
    for name in members:
        file = name.rpartition("/")[2]
        if "thumbnail" in name or name == "docProps/custom.xml" or "vbaProject" in name:
            yield ERROR, "Het document bevat een voorbeeldplaatje, macro of eigen eigenschap.", name
        elif name.startswith("word/") and file.startswith(_REMARKS) and file.endswith(".xml"):
            yield ERROR, "Het document bevat opmerkingen, of namen van wie ze maakten.", name
    app = members.get("docProps/app.xml", b"")
    if any(f"<{name}>".encode() in app for name in ("Company", "Manager", "Template")):
        yield ERROR, "De eigenschappen noemen een organisatie, leidinggevende of sjabloon.", "docProps/app.xml"
    if b"<w:rsid" in members.get("word/settings.xml", b""):
        yield WARNING, "Het document bevat nummers van bewerkingen (rsid).", "word/settings.xml"


def _about_styles(looks: Looks, used: set[str]) -> Iterator[Found]:
    for name, size in looks.small_styles(used):
        yield WARNING, f"De stijl {name} is kleiner dan 11 punten ({size:g}).", ""
    for name, ratio in looks.faint_styles(used):
        found = f"{ratio:.1f}".replace(".", ",")
        yield ERROR, f"De letters van de stijl {name} hebben te weinig contrast ({found} in plaats van 4,5).", ""
