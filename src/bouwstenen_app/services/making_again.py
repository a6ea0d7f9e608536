"""Making a document again: what a writer changed in the file, what changed here, and what becomes of it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from bouwstenen_app.domain.anchors import BESIDE, MADE, TEXT, Anchor, Spot, digest, seen
from bouwstenen_app.domain.landing import says
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.report import Card, Cell, Item, Listing, Paragraph, Report, Run, Section, Table
from bouwstenen_app.domain.reviews import ADDED, OWN, Copy, Text
from bouwstenen_app.domain.spots import COVER, LOOSE, Placed, field_of, label_runs, of_card, placed
from bouwstenen_app.services.reviews import fields
from bouwstenen_app.storage.session import Work

EDITED, CHANGED, BOTH = "in het bestand", "hier", "allebei"
REMOVED, ABSENT, EXTRA = "leeggemaakt in het bestand", "niet in het bestand", "erbij in het bestand"
"""What differs: edited in the file; changed here; both; emptied in the file; not in it, because it was taken out
there or because it is new here; written in the file by somebody."""
TAKE, LEAVE, OVERWRITE = "overnemen in Bouwstenen", "laten staan", "overschrijven"
CHOICES: Final = (TAKE, LEAVE, OVERWRITE)
_WITH_LINES: Final = frozenset({"", "explanation", "example", "conditions", "next_step", "why"})


@dataclass(frozen=True, slots=True)
class Difference:
    """One text that is other in the file than it would be written now."""

    kind: str
    """``EDITED``, ``CHANGED``, ``BOTH``, ``REMOVED``, ``ABSENT`` or ``EXTRA``."""
    heading: str
    in_file: str
    """What the file says, with all tracked changes in it; empty when it was taken out."""
    here: str
    """What would be written now; empty for what is not of ours."""
    spot: Spot | None = None
    """Of the text; of one that was added, the text that it comes after (None: at the start)."""
    subject: str = ""
    """``block:ID``, ``bundle:ID`` or ``text:KEY``; empty when it is nobody's."""
    field: str = ""
    position: int = 0

    @property
    def choices(self) -> tuple[str, ...]:
        """What can be done with it, the safest first: what a person wrote in the file is never lost by itself."""
        if self.kind in (CHANGED, ABSENT):
            return OVERWRITE, LEAVE
        return (LEAVE, *((TAKE,) if self.subject and self.field else ()), OVERWRITE)


def compare(report: Report, copy: Copy) -> tuple[Difference, ...]:
    """Return what differs between a report as it would be written now and the file that was written before.

    A text that only changed here and that the program writes by itself, such as a count, is no difference.
    """
    of_file = {text.anchor.spot: text for text in copy.texts if text.kind == OWN and text.anchor}
    tails = {(spot[0], spot[1]) for spot in of_file}
    here = {one.anchor.spot: one for one in placed(report)}
    found = [difference for one in here.values() if (difference := _difference(one, of_file, tails))]
    found += _added(copy.texts, here)
    return tuple(sorted(found, key=lambda one: one.position))


def kept(report: Report, left: Iterable[Difference]) -> Report:
    """Return the report with, in the place of its own texts, those of the file that are to stay as they are."""
    here = {one.anchor.spot: one for one in placed(report)}
    written: dict[Spot, str] = {}
    texts: dict[Spot, str] = {}
    loose: dict[Spot | None, list[str]] = {}
    for one in left:
        if one.kind == EXTRA or one.spot not in here:
            loose.setdefault(one.spot if one.spot in here else None, []).append(one.in_file)
        else:
            texts[one.spot] = one.in_file
            written[one.spot] = digest(here[one.spot].said.text)
    sections = tuple(
        _section(section, [one for one in here.values() if one.section == number], texts, loose, first=number == 0)
        for number, section in enumerate(report.sections)
    )
    changed = {
        field_of(one.said): texts[spot] for spot, one in here.items() if one.section == COVER and spot in texts
    }
    cover = replace(report.cover, **{name: text for name, text in changed.items() if text or name != "title"})
    return replace(report, cover=cover, sections=sections, written={**report.written, **written})


def worked_on(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Return what a person wrote in the file: it stays as it is, unless somebody says otherwise."""
    return tuple(one for one in differences if one.choices[0] == LEAVE)


def take(session: Work, one: Difference, recipe: str) -> None:
    """Take a text of the file over in the workspace; Problem when it changed here since the two were compared.

    ``recipe`` is the id or kind of the recipe of the report, for a passage of the report itself.
    """
    if TAKE not in one.choices:
        raise Problem("Deze tekst hoort bij geen bouwsteen, bundel of eigen tekst. Laat die in het bestand staan.")
    if not one.subject.startswith(f"{TEXT}:"):
        owner = fields.whose(session, [one.subject]).get(one.subject)
        value = owner.values.get(one.field) if owner else None
        if one.kind != EXTRA and value is not None and one.here and not says(value, one.here):
            raise Problem("Deze tekst is intussen veranderd. Vergelijk het bestand opnieuw. Er is niets veranderd.")
        if one.kind == EXTRA and value is not None:
            one = replace(one, in_file=f"{fields.as_text(value)}\n{one.in_file}".strip())
    elif one.kind == EXTRA:
        one = replace(one, in_file=f"{one.here}\n{one.in_file}".strip())
    fields.land(session, one.subject, one.field, one.in_file, recipe=recipe, before=one.here)


def _difference(one: Placed, of_file: Mapping[Spot, Text], tails: set[tuple[str, str]]) -> Difference | None:
    anchor, text = one.anchor, of_file.get(one.anchor.spot)
    if anchor.field == BESIDE:
        return None
    if text is None:
        # Of a block of which nothing stands in the file nobody can tell whether it is new or was taken out.
        gone = anchor.kind != MADE and anchor.place == 0 and (anchor.kind, anchor.tail) in tails
        return _of(ABSENT, one, "") if gone else None
    assert text.anchor is not None
    edited, changed = not text.anchor.fits(text.after), not text.anchor.fits(one.said.text)
    if not edited and not changed:
        other = anchor.field in _WITH_LINES and seen(text.after) != seen(one.said.text)
        return _of(EDITED, one, text.after) if other else None
    if says(one.said.text, text.after):
        return None
    if not edited:
        return _of(CHANGED, one, text.after) if anchor.kind != MADE else None
    if not text.after:
        return _of(REMOVED, one, "")
    return _of(BOTH if changed and anchor.kind != MADE else EDITED, one, text.after)


def _of(kind: str, one: Placed, in_file: str) -> Difference:
    subject, field = _belongs(one)
    return Difference(kind, one.heading, in_file, one.said.text, one.anchor.spot, subject, field, one.section)


def _belongs(one: Placed) -> tuple[str, str]:
    """Return the subject and the field of a text of the report."""
    anchor: Anchor = one.anchor
    if anchor.kind == MADE:
        return "", ""
    if anchor.kind == TEXT:
        return one.said.source, fields.PASSAGE
    return ":".join(one.said.source.split(":")[:2]), anchor.field


def _added(texts: Sequence[Text], here: Mapping[Spot, Placed]) -> Iterator[Difference]:
    """Yield what was written in the file between our texts, and changed there of texts that are gone here."""
    last: Placed | None = None
    for text in texts:
        spot = text.anchor.spot if text.anchor else None
        near = here.get(spot) if spot else None
        if text.kind == OWN and near is not None:
            last = near
        elif text.after and (text.kind == ADDED or (text.kind == OWN and text.is_changed)):
            near = near or last
            subject, field = _belongs(near) if near and text.kind == ADDED else ("", "")
            if subject and not subject.startswith(f"{TEXT}:") and field not in fields.GROWING:
                field = "explanation"
            above = near.said.text if near and subject.startswith(f"{TEXT}:") else ""
            place, section = (near.anchor.spot, near.section) if near else (None, 0)
            yield Difference(EXTRA, text.heading, text.after, above, place, subject, field, section)


def _section(
    section: Section,
    own: Sequence[Placed],
    texts: Mapping[Spot, str],
    loose: Mapping[Spot | None, Sequence[str]],
    *,
    first: bool,
) -> Section:
    """Return a section with texts of the file in it; from its end, so that places before stay what they are."""
    items = list(section.items)
    for one in reversed(own):
        spot, said = one.anchor.spot, one.said
        after = [line for text in loose.get(spot, ()) for line in _lines(text)]
        items[said.last + 1 : said.last + 1] = [Paragraph((Run(line),), source=LOOSE) for line in after]
        if spot not in texts:
            continue
        if said.first < 0:
            section = replace(section, title=" ".join(texts[spot].split()) or section.title)
        else:
            changed = _items(items[said.first : said.last + 1], one, texts[spot])
            items[said.first : said.last + 1] = changed
    start = [line for text in loose.get(None, ()) for line in _lines(text)] if first else []
    return replace(section, items=(*(Paragraph((Run(line),), source=LOOSE) for line in start), *items))


def _items(items: Sequence[Item], one: Placed, text: str) -> list[Item]:
    """Return the items of a text as they are with another text; none for a text that was taken out."""
    model, lines = items[0], _lines(text)
    if isinstance(model, Card):
        return [_card(model, one, text)]
    if not lines:
        return []
    if isinstance(model, Table):
        return [_table(model, text)]
    if isinstance(model, Listing):
        return [replace(model, items=tuple((Run(line),) for line in lines))]
    if isinstance(model, Paragraph):
        label = model.runs[: label_runs(model)]
        first = replace(model, runs=(*label, Run(lines[0])))
        return [first, *(replace(model, runs=(Run(line),)) for line in lines[1:])]
    return list(items)


def _table(table: Table, text: str) -> Table:
    """Return a table with the cells of a text (``as_text``); shades stay where they were."""
    lines = text.split("\n")
    caption, header, rows = lines[0], lines[1] if len(lines) > 1 else "", lines[2:]
    width = len(table.header)

    def row(number: int, line: str) -> tuple[Cell, ...]:
        said = (line.split("\t") + [""] * width)[:width]
        model = table.rows[number] if number < len(table.rows) else ()
        full = (*model, *(Cell(""),) * (width - len(model)))
        return tuple(replace(cell, text=one.strip()) for cell, one in zip(full, said, strict=False))

    titles = tuple(one.strip() for one in (header.split("\t") + [""] * width)[:width])
    return replace(table, caption=caption, header=titles, rows=tuple(row(n, line) for n, line in enumerate(rows)))


def _card(card: Card, one: Placed, text: str) -> Card:
    """Return a card with another text in the place of one of its own, in the order of ``of_card``."""
    place = list(of_card(card, one.said.first)).index(one.said)
    if place == 0:
        return replace(card, title=" ".join(text.split()) or card.title)
    if place <= len(card.parts):
        label = card.parts[place - 1][0]
        parts = (*card.parts[: place - 1], *(((label, text),) if text else ()), *card.parts[place:])
        fields_left = card.fields if text else (*card.fields[: place - 1], *card.fields[place:])
        return replace(card, parts=parts, fields=fields_left)
    if card.minority and place == len(card.parts) + 1:
        return replace(card, minority=text)
    if one.anchor.field == BESIDE:
        return card
    lines = _lines(text)
    first = lines[0] if card.tags and len(lines) > 1 else ""
    return replace(card, tags=first, provenance=" ".join(lines[1:] if first else lines))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
