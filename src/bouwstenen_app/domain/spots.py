"""The texts of a report that can come back changed: where each stands, whose it is, and what stands before it.

Whoever writes a report as a file and whoever compares a file with a report go through it in this one way, so that
both give a text the same anchor.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.anchors import BESIDE, BLOCK, BUNDLE, MADE, TABLE, Anchor, Anchors
from bouwstenen_app.domain.report import (
    MINORITY,
    Card,
    Item,
    Listing,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    TitlePage,
)

LOOSE: Final = "loose:"
"""The source of a paragraph that a person added in the file: without anchor, so that it stays known as theirs."""
COVER: Final = -1
"""The section of the title page."""
COVER_LABELS: Final[Mapping[str, str]] = {
    "status": "Status: ",
    "date": "Datum: ",
    "author": "Opgesteld door: ",
    "circulation": "Verspreiding: ",
}
"""What stands before some texts of the title page, by the field that they are of."""
_OF_COVER: Final = "titelpagina:"
EMPTY: Final = "–"
"""What stands in a cell that says nothing."""
MINORITY_LABEL: Final = f"{MINORITY} "
_OWNED: Final = (f"{BLOCK}:", f"{BUNDLE}:")


@dataclass(frozen=True, slots=True)
class Said:
    """One text with its source: from item ``first`` to item ``last`` of its section, or its heading (-1)."""

    source: str
    text: str
    field: str = ""
    label: str = ""
    """What stands before the text in the same paragraph and is not of it."""
    first: int = -1
    last: int = -1

    @property
    def belongs(self) -> str:
        """Where a changed text belongs: ``block:ID:FIELD``, ``bundle:ID:FIELD``, ``text:KEY`` or ``made:KEY``."""
        return f"{self.source}:{self.field}" if self.field else self.source


@dataclass(frozen=True, slots=True)
class Placed:
    """A text of a report with its anchor and the heading that it stands under."""

    said: Said
    anchor: Anchor
    section: int
    heading: str


def placed(report: Report) -> Iterator[Placed]:
    """Yield every text of a report that has an anchor, in reading order.

    Anchors are given out to the title page, then per section: to its heading, then to its paragraphs, lists and
    tables, then to its cards.
    """
    names = Anchors(report.written)
    for said in of_cover(report.cover):
        if anchor := names.next(said.source, said.text, field=said.field, label=said.label):
            yield Placed(said, anchor, COVER, "")
    for number, section in enumerate(report.sections):
        found = []
        for said in (heading_of(section), *texts_of(section), *_of_cards(section)):
            if anchor := names.next(said.source, said.text, field=said.field, label=said.label):
                found.append(Placed(said, anchor, number, _heading(section, said)))
        yield from sorted(found, key=lambda one: one.said.first)


def _of_cards(section: Section) -> Iterator[Said]:
    for place, item in enumerate(section.items):
        if isinstance(item, Card):
            yield from of_card(item, place)


def _heading(section: Section, said: Said) -> str:
    item = section.items[said.first] if said.first >= 0 else None
    return f"{item.spoken_id} {item.title}".strip() if isinstance(item, Card) else section.title


def of_cover(cover: TitlePage) -> Iterator[Said]:
    """Yield the texts of the title page in reading order; ``field_of`` says which is which."""
    for name in ("title", "subtitle", *COVER_LABELS, "notice"):
        if text := "\n".join(line for line in getattr(cover, name).splitlines() if line.strip()):
            yield Said(f"{MADE}:{_OF_COVER}{name}", text, label=COVER_LABELS.get(name, ""))


def field_of(said: Said) -> str:
    """Return the field of the title page that a text is of."""
    return said.source.removeprefix(f"{MADE}:{_OF_COVER}")


def heading_of(section: Section) -> Said:
    """Return the heading of a section as a text with a source."""
    return Said(section.source or f"{MADE}:{_key(section)}", section.title)


def texts_of(section: Section) -> Iterator[Said]:
    """Yield the paragraphs, lists and tables under a heading: neighbours with one source are one text."""
    made = tables = 0
    first = 0
    while first < len(section.items):
        item, last = section.items[first], first
        if isinstance(item, Paragraph | Listing) and item.source != LOOSE:
            if not item.source:
                made += 1
            else:
                last = _last_of(section.items, first)
            source = item.source or f"{MADE}:{_key(section)}:{made}"
            text = "\n".join(line for one in section.items[first : last + 1] for line in _lines(one))
            label = _label(item)
            yield Said(source, text[len(label) :], label=label, first=first, last=last)
        elif isinstance(item, Table):
            tables += 1
            yield Said(f"{MADE}:{_key(section)}:tabel:{tables}", as_text(item), TABLE, first=first, last=first)
        first = last + 1


def as_text(table: Table) -> str:
    """Return a table as a text: its caption, its header and a line for each row, with a tab between cells."""
    width = len(table.header)
    rows = (table.header, *(tuple(cell.text for cell in row[:width]) for row in table.rows))
    full = ((*row, *("",) * (width - len(row))) for row in rows)
    lines = ("\t".join(" ".join(text.split()) or EMPTY for text in row) for row in full)
    return "\n".join((table.caption, *lines))


def of_card(card: Card, place: int = 0) -> Iterator[Said]:
    """Yield the texts of a card: title, parts, what a minority sees, what the program says of it and beside it."""
    made = f"{MADE}:{card.anchor or card.spoken_id or card.title}"

    def said(text: str, field: str, label: str) -> Said:
        if card.source and field:
            return Said(card.source, text, field, label, place, place)
        return Said(f"{made}:{field or label}", text, "", label, place, place)

    yield said(card.title, "title", f"{card.spoken_id} " if card.spoken_id else "")
    for number, (label, text) in enumerate(card.parts):
        yield said(text, card.fields[number] if number < len(card.fields) else "", spoken(label))
    if card.minority:
        yield said(card.minority, "minority", MINORITY_LABEL)
    if about := "\n".join(filter(None, (card.tags, card.provenance))):
        yield Said(f"{made}:about", about, first=place, last=place)
    if card.beside:
        yield Said(card.source or made, "\n".join(card.beside), BESIDE, first=place, last=place)


def spoken(label: str) -> str:
    """Return the label of a part of a card as it stands before its text."""
    if not label:
        return ""
    return label + (" " if label[-1] in ".:?!" else ". ")


def label_runs(paragraph: Paragraph) -> int:
    """Return how many runs at the start are a label: one, when bold words come before the text of a field."""
    runs = paragraph.runs
    labelled = len(runs) > 1 and runs[0].bold and runs[0].text.endswith(" ") and paragraph.source.startswith(_OWNED)
    return int(labelled)


def _label(item: Item) -> str:
    return item.runs[0].text if isinstance(item, Paragraph) and label_runs(item) else ""


def _last_of(items: tuple[Item, ...], first: int) -> int:
    """Return the last of the items that together are one text: those that follow with the same source."""
    last = first
    while last + 1 < len(items):
        following = items[last + 1]
        if not isinstance(following, Paragraph | Listing) or following.source != _source(items[first]):
            break
        last += 1
    return last


def _source(item: Item) -> str:
    return item.source if isinstance(item, Paragraph | Listing) else ""


def _lines(item: Item) -> Iterator[str]:
    match item:
        case Paragraph():
            yield _line(item.runs)
        case Listing():
            yield from map(_line, item.items)


def _line(runs: tuple[Run, ...]) -> str:
    return "".join(run.text for run in runs)


def _key(section: Section) -> str:
    return section.anchor or section.title
