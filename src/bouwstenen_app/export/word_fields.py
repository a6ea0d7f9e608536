"""Text fields such as ``{{titel}}`` in a template are filled, wherever they stand and however Word cut them up."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from docx.oxml.ns import qn

from bouwstenen_app.domain.report import Report
from bouwstenen_app.export.word_cleaning import fields
from bouwstenen_app.export.word_text import clean, shortened

PLACE: Final = "inhoud"
"""The field that says where the report comes."""
TITLE: Final = "titel"
FIELDS: Final[Mapping[str, str]] = {
    TITLE: "de titel",
    "ondertitel": "de ondertitel",
    "datum": "de datum van het rapport",
    "versie": "het nummer van de versie, of anders de status",
    "status": "concept, meeleesversie of vastgesteld",
    "opsteller": "de rol of organisatie die het maakt",
    "verspreiding": "voor wie het is",
    "melding": "een mededeling, zoals dat de sessies verzonnen zijn",
    "soort": "de soort rapport",
    "trefwoorden": "de trefwoorden",
    "aantal_bouwstenen": "hoeveel bouwstenen er zijn",
    "aantal_sessies": "hoeveel sessies er zijn",
    "aantal_deelnemers": "hoeveel deelnemers er waren",
    "aantal_stemmen": "hoeveel stemmen er zijn gegeven",
    "regio’s": "de regio’s van de sessies",
    PLACE: "de plaats waar het rapport komt",
}
"""Every field that can stand in a template, with what comes in its place."""
NOTHING: Final = "–"
"""What stands in the place of a field that is empty, beside other words."""
_FIELD = re.compile(r"\{\{\s*([^{}]{1,40}?)\s*\}\}")
_VERSION = re.compile(r"\d[\w.]*")
_APOSTROPHE = str.maketrans("'", "’")
LONGEST_TITLE = 90
"""Characters of the title in the header of each page, on one line, and in the properties of the file."""
_PROPERTIES: Final = {
    "title": TITLE,
    "subject": "soort",
    "author": "opsteller",
    "creator": "opsteller",
    "keywords": "trefwoorden",
}
"""Properties of a document, as Word's own fields and content controls call them, with the field that fills them."""


def values(report: Report) -> dict[str, str]:
    """Return what every field says in this report; a field without anything to say is empty."""
    cover = report.cover
    number = _VERSION.search(cover.status)
    found = {
        TITLE: cover.title,
        "ondertitel": cover.subtitle,
        "datum": cover.date,
        "versie": number[0] if number else cover.status,
        "status": cover.status,
        "opsteller": cover.author,
        "verspreiding": cover.circulation,
        "melding": cover.notice,
        "soort": report.subject,
        "trefwoorden": ", ".join(report.keywords),
    }
    return {
        name: clean(text).strip() for name, text in {**dict.fromkeys(FIELDS, ""), **found, **report.facts}.items()
    }


def names(element: Any) -> Iterator[str]:
    """Yield the name of every text field in an element, as it is looked up."""
    for paragraph in element.iter(qn("w:p")):
        for match in _FIELD.finditer("".join(text.text or "" for text in _texts(paragraph))):
            yield _known_as(match[1])


def shown_by_word(element: Any) -> Iterator[str]:
    """Yield the names of our fields that fields and content controls of Word in an element show."""
    known = {word.upper(): name for word, name in _PROPERTIES.items()}
    codes = (code for code, _ in (*_simple(element), *_complex(element)))
    for word in (*map(_property, codes), *map(_bound, element.iter(qn("w:sdt")))):
        if word in known:
            yield known[word]


def is_known(name: str) -> bool:
    """Return whether something comes in the place of a field of this name."""
    return name in FIELDS


def _known_as(name: str) -> str:
    return re.sub(r"\s+", "_", name.strip().lower()).translate(_APOSTROPHE)


def filled(text: str, said: Mapping[str, str]) -> str:
    """Return a text with what its fields say; one that is not known stays as it is."""
    return _FIELD.sub(lambda match: said.get(_known_as(match[1]), match[0]) or NOTHING, text)


def fill(element: Any, said: Mapping[str, str], pages: str = "") -> None:
    """Fill the fields in an element: ours, and those of Word that show a property of the document.

    A field that is not known stays as it is. A paragraph that held nothing but empty fields goes.
    """
    for paragraph in list(element.iter(qn("w:p"))):
        _fill_paragraph(paragraph, said)
    known = {word.upper(): said[name] for word, name in _PROPERTIES.items()}
    known["TITLE"] = shortened(known["TITLE"], LONGEST_TITLE)
    if pages:
        known["NUMPAGES"] = pages
    for code, shown in (*_simple(element), *_complex(element)):
        _show(shown, known.get(_property(code)))
    for control in element.iter(qn("w:sdt")):
        _fill_control(control, known)


def place(paragraph: Any) -> bool:
    """Return whether a paragraph says where the report comes."""
    return PLACE in names(paragraph)


def empty_place(paragraph: Any) -> None:
    """Take the place of the report out of a paragraph."""
    for one in paragraph.iter(qn("w:p")):
        _fill_paragraph(one, {PLACE: ""}, keep=True)


def _texts(paragraph: Any) -> list[Any]:
    """Return the pieces of text of a paragraph itself, without those of text boxes in it."""
    return [text for text in paragraph.iter(qn("w:t")) if next(text.iterancestors(qn("w:p"))) is paragraph]


def _fill_paragraph(paragraph: Any, said: Mapping[str, str], *, keep: bool = False) -> None:
    texts = _texts(paragraph)
    whole = "".join(text.text or "" for text in texts)
    found = [match for match in _FIELD.finditer(whole) if _known_as(match[1]) in said]
    if not found:
        return
    rest = _FIELD.sub("", whole).strip()
    alone = not rest and not any(said[_known_as(match[1])] for match in found)
    for match in reversed(found):
        text = said[_known_as(match[1])]
        _put(texts, match.start(), match.end(), text if text or alone or keep else NOTHING)
    if alone and not keep:
        _leave_out(paragraph)


def _put(texts: list[Any], start: int, end: int, text: str) -> None:
    """Replace a stretch of the joined texts; the first piece it touches gets the new text."""
    begins = 0
    for piece in texts:
        said = piece.text or ""
        ends = begins + len(said)
        if begins < end and ends > start:
            before, after = said[: max(start - begins, 0)], said[max(end - begins, 0) :] if ends > end else ""
            piece.text = before + (text if begins <= start else "") + after
            piece.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        begins = ends


def _leave_out(paragraph: Any) -> None:
    """Take out a paragraph that has nothing left; one that its cell or text box needs gets a dash."""
    parent = paragraph.getparent()
    if any(
        next(paragraph.iter(qn(name)), None) is not None for name in ("w:drawing", "w:pict", "w:sectPr", "w:br")
    ):
        return
    if len(parent.findall(qn("w:p"))) > 1 or parent.tag == qn("w:body"):
        parent.remove(paragraph)
    elif texts := _texts(paragraph):
        texts[0].text = NOTHING


def _simple(element: Any) -> Iterator[tuple[str, list[Any]]]:
    for field in element.iter(qn("w:fldSimple")):
        yield field.get(qn("w:instr"), ""), list(field.iter(qn("w:t")))


def _complex(element: Any) -> Iterator[tuple[str, list[Any]]]:
    """Yield the code of each complex field that stands in one paragraph, with the pieces of text that it shows."""
    for marks, code in fields(element):
        between = [mark for mark in marks if mark.get(qn("w:fldCharType")) in ("separate", "end")]
        first, last = (_paragraph_of(mark) for mark in (marks[0], marks[-1]))
        if len(between) != 2 or first is None or first is not last:
            continue
        inside, shown = False, []
        for node in first.iter(qn("w:t"), qn("w:fldChar")):
            inside = (inside or node is between[0]) and node is not between[1]
            if inside and node.tag == qn("w:t"):
                shown.append(node)
        yield code, shown


def _paragraph_of(mark: Any) -> Any:
    return next(mark.iterancestors(qn("w:p")), None)


def _property(code: str) -> str:
    words = code.upper().replace('"', " ").split()
    if words[:1] in (["DOCPROPERTY"], ["INFO"]):
        words = words[1:]
    return words[0] if words else ""


def _show(shown: Iterable[Any], text: str | None) -> None:
    pieces = list(shown)
    if text is not None and pieces:
        pieces[0].text = text
        for other in pieces[1:]:
            other.text = ""


def _fill_control(control: Any, known: Mapping[str, str]) -> None:
    """Fill a content control that is bound to a property of the document, and let go of the property.

    Word would put the property in its place again, in which a long title is cut off.
    """
    content = control.find(qn("w:sdtContent"))
    if (word := _bound(control)) not in known or content is None:
        return
    _show(content.iter(qn("w:t")), known[word])
    for name in ("w:showingPlcHdr", "w:dataBinding"):
        for one in control.findall(f"{qn('w:sdtPr')}/{qn(name)}"):
            one.getparent().remove(one)


def _bound(control: Any) -> str:
    """Return the property of the document that a content control is bound to, if any."""
    binding = control.find(f"{qn('w:sdtPr')}/{qn('w:dataBinding')}")
    if binding is None:
        return ""
    last = str(binding.get(qn("w:xpath"), "")).rpartition("/")[2]
    return last.rpartition(":")[2].partition("[")[0].upper()
