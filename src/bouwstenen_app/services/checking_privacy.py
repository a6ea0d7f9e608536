"""Looking through a report for personal data before it leaves the laptop: what, where, and whose text it is."""

from collections.abc import Callable, Collection, Generator, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.data_sheets import DataBook
from bouwstenen_app.domain.no_persons import names_of
from bouwstenen_app.domain.privacy import NAME, RED, Finding, findings
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.report import Card, Figure, Item, Listing, Paragraph, Report, Section, Table, WallCard
from bouwstenen_app.services.reports.material import Material

LOOKING: Final = "Op persoonsgegevens nakijken"
COVER: Final = "Titelpagina"
NOTHING_LEFT: Final = "Er staat niets meer in wat naar een persoon wijst."
"""When all that was found was taken out."""
_MOST_KEPT: Final = 200_000
_clean: Final[set[bytes]] = set()
"""Digests of texts without findings: a report is looked through again after every change of it."""
_STEP: Final = 50
"""Items that are looked at between two words of progress."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """One finding in a report: the text it stands in, where a reader meets it, and whose text it is."""

    finding: Finding
    text: str
    """The whole passage; the positions of the finding are in it."""
    where: str
    """The heading above it, or the number and title of its block."""
    source: str = ""
    """Where a changed text belongs, as in the report: ``block:ID:FIELD``, ``bundle:ID:FIELD``, ``text:KEY``."""

    @property
    def red(self) -> bool:
        """It must be taken out, or kept with a reason."""
        return self.finding.level == RED

    @property
    def known_by(self) -> tuple[str, str, str]:
        """By what it is the same when it is found again: where it stands, its kind and its text."""
        return self.source or self.where, self.finding.kind, self.finding.text


Passage = tuple[str, str, str]
"""A text, where it stands, and its source."""
Told = Generator[Progress, None, tuple[Noticed, ...]]
Passes = Callable[[tuple[Noticed, ...]], object]
"""Is told what was found in what is about to leave; raises a Problem when it has to stay here."""


def look(report: Report, known: Collection[str] = ()) -> Told:
    """Yield how far it is, and return what was noticed, in reading order, each passage once.

    ``known`` are names that are no person's: those of codes, regions and organisations of this workspace.
    """
    total = 1 + sum(1 + len(section.items) for section in report.sections) + len(report.cards)
    return (yield from look_at(_parts(report), total, known))


def look_at_data(book: DataBook, known: Collection[str] = ()) -> Told:
    """Do the same for the data behind a report: they say more of each block than the report does."""
    total = sum(len(sheet.rows) for sheet in book.sheets)
    return (yield from look_at(_rows(book), total, known))


def no_persons(material: Material) -> Iterator[str]:
    """Yield the names in a workspace that are no person's."""
    return names_of(material.workshops, material.book)


def look_at(parts: Iterator[list[Passage]], total: int, known: Collection[str] = ()) -> Told:
    """Do the same for texts in parts, of which there are about so many in ``total``."""
    names = {name.casefold() for name in known}
    noticed: list[Noticed] = []
    seen: set[tuple[str, str]] = set()
    for number, passages in enumerate(parts):
        if number % _STEP == 0:
            yield Progress(number, total, LOOKING)
        for text, where, source in passages:
            if text and (source, text) not in seen:
                seen.add((source, text))
                noticed += (Noticed(one, text, where, source) for one in found(text) if not _is_known(one, names))
    yield Progress(total, total, LOOKING)
    return tuple(noticed)


def done(work: Told) -> tuple[Noticed, ...]:
    """Look in one go, where nobody waits for it, and return what was noticed."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            noticed: tuple[Noticed, ...] = end.value
            return noticed


def refuse_red(noticed: tuple[Noticed, ...]) -> None:
    """Let nothing leave with something red in it: what is done where nobody asks for a reason."""
    if any(one.red for one in noticed):
        raise Problem(told(noticed))


def told(noticed: Collection[Noticed]) -> str:
    """Return in one sentence what was noticed, with what to do."""
    red = sum(one.red for one in noticed)
    amber = len(noticed) - red
    if not noticed:
        return "Gecontroleerd op directe persoonsgegevens: niets gevonden. Lees het zelf ook na."
    if not red:
        counted = dutch.counted(amber, "mogelijke naam of zeldzaam detail", "mogelijke namen of zeldzame details")
        return f"{counted}: kijk of het zo kan."
    said = dutch.counted(red, "persoonsgegeven", "persoonsgegevens")
    rest = f", en {dutch.counted(amber, 'mogelijke naam', 'mogelijke namen')}" if amber else ""
    if len(noticed) == 1:
        return f"{said} gevonden. Haal het weg, of schrijf op waarom het mag blijven staan."
    return f"{said} gevonden{rest}. Haal ze weg, of schrijf op waarom ze mogen blijven staan."


def found(text: str) -> tuple[Finding, ...]:
    """Return what is in a text. Of a text without anything a digest is kept, and it is not looked at again."""
    digest = blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()
    if digest in _clean:
        return ()
    noticed = findings(text)
    if not noticed:
        if len(_clean) >= _MOST_KEPT:
            _clean.clear()
        _clean.add(digest)
    return noticed


def _is_known(finding: Finding, names: Collection[str]) -> bool:
    return finding.kind == NAME and finding.text.casefold() in names


def _parts(report: Report) -> Iterator[list[Passage]]:
    cover = report.cover
    lines = (cover.title, cover.subtitle, cover.status, cover.author, cover.circulation, cover.notice)
    yield [(line, COVER, "") for line in lines]
    for section in report.sections:
        yield [(section.title, section.title, section.source)]
        for item in section.items:
            yield list(_of_item(item, section))
    for card in report.cards:
        yield list(_of_wall(card))


def _rows(book: DataBook) -> Iterator[list[Passage]]:
    for sheet in book.sheets:
        for row in sheet.rows:
            where = f"{sheet.name} {row[0]}"
            yield [(value, where, "") for value in row if isinstance(value, str)]


def _of_item(item: Item, section: Section) -> Iterator[Passage]:
    where = section.title
    match item:
        case Paragraph():
            yield "".join(run.text for run in item.runs), where, item.source
        case Listing():
            for runs in item.items:
                yield "".join(run.text for run in runs), where, item.source
        case Table():
            for text in (item.caption, *item.header, *(cell.text for row in item.rows for cell in row)):
                yield text, where, ""
        case Figure():
            for text in (item.caption, *item.names, *(one.name for one in item.columns)):
                yield text, where, ""
        case Card():
            yield from _of_card(item)


def _of_card(card: Card) -> Iterator[Passage]:
    where = f"{card.spoken_id} {card.title}".strip()
    yield card.title, where, _field(card, "title")
    for place, (_, text) in enumerate(card.parts):
        yield text, where, _field(card, card.fields[place] if place < len(card.fields) else "")
    yield card.minority, where, _field(card, "minority")
    for text in (card.tags, *card.beside):
        yield text, where, ""


def _field(card: Card, field: str) -> str:
    return f"{card.source}:{field}" if card.source and field else card.source


def _of_wall(card: WallCard) -> Iterator[Passage]:
    where = f"{card.spoken_id} {card.title}".strip()
    for text in (card.title, card.text, *(prompt for prompt, _ in card.prompts)):
        yield text, where, ""
