"""What a document says, without a word about Word: a Report holds Sections, a Section holds Items."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bouwstenen_app.domain.anchors import Spot


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text inside a paragraph. ``link`` names the anchor of another place in the report."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a named role.

    Roles: ``body``, ``lead``, ``quote`` (literal), ``summary`` (merged by the team), ``interpretation`` (of the
    writer), ``minority`` (what a minority sees differently), ``provenance``, ``note``, ``label`` (a small heading
    that is not in the contents).
    """

    runs: tuple[Run, ...]
    role: str = "body"
    anchor: str = ""
    keep_with_next: bool = False
    source: str = ""
    """Where a changed text belongs: ``block:ID:FIELD``, ``bundle:ID:FIELD``, or ``text:KEY`` (of the report)."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A bulleted or numbered list; one tuple of runs per item."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False
    source: str = ""
    """Where changed items belong, as with a paragraph: a field that holds a list."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text, a step of shade (0 none, 1 light to 5 dark), and whether it stands out in bold."""

    text: str
    shade: int = 0
    bold: bool = False
    link: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A real table: one header row, no merged and no empty cells.

    ``widths`` are relative; ``numeric`` names the columns that are aligned right (0-based). ``caption`` stands
    above the table, ``description`` is its alternative text.
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    description: str = ""
    widths: tuple[float, ...] = ()
    numeric: frozenset[int] = frozenset()


BARS, GROUPED, STACKED, LINES = "bars", "grouped", "stacked", "lines"
"""The kinds of figure: bars; bars of several series beside or on each other; lines."""


@dataclass(frozen=True, slots=True)
class Series:
    """One of several series in a figure: its name and a value for each label."""

    name: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A chart, drawn by the renderer: labels with values; ``description`` is its alternative text.

    One series is in ``bars``; more of them are in ``series``, with a value for each of ``labels``.
    """

    caption: str
    bars: tuple[tuple[str, int], ...]
    description: str
    kind: str = BARS
    labels: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    about: str = "Soort"
    """What the labels are, as the header of a column."""
    measure: str = "Aantal"
    """What the values of one series are."""

    @property
    def names(self) -> tuple[str, ...]:
        """The labels, whether there is one series or more."""
        return self.labels if self.series else tuple(label for label, _ in self.bars)

    @property
    def columns(self) -> tuple[Series, ...]:
        """The series, also when there is one."""
        return self.series or (Series(self.measure, tuple(value for _, value in self.bars)),)

    def table(self) -> Table:
        """Return what the figure shows as a table, for who does not see it and who wants to use the numbers."""
        rows = zip(self.names, *(column.values for column in self.columns), strict=True)
        header = (self.about, *(column.name for column in self.columns))
        return Table(
            f"{self.caption}: de cijfers",
            header,
            tuple((Cell(name), *(Cell(str(value)) for value in values)) for name, *values in rows),
            f"De cijfers bij de figuur “{self.caption}”.",
            (4.0, *(1.0 for _ in self.columns)),
            frozenset(range(1, len(header))),
        )


@dataclass(frozen=True, slots=True)
class Card:
    """One block as a reader meets it: heading, parts in fixed order, tags in words, provenance.

    ``parts`` are label and text; an empty label means running text. Line breaks in a text become paragraphs.
    """

    title: str
    spoken_id: str
    anchor: str
    parts: tuple[tuple[str, str], ...]
    tags: str = ""
    provenance: str = ""
    minority: str = ""
    """What a minority sees differently; it has a mark of its own."""
    source: str = ""
    """Whose fields these are: ``block:ID``."""
    fields: tuple[str, ...] = ()
    """The field of each part, so that a changed text finds its way back."""
    beside: tuple[str, ...] = ()
    """Lines in a wide column at its right, such as questions and room for a remark."""


MINORITY = "Minderheidsstandpunt."
"""The words before a minority view: nobody needs a colour to see what it is."""
EMPTY = "–"
"""What stands in a cell with nothing in it."""
CARDS_ON_A_SHEET = 4
"""Cards for on the wall are A6."""


@dataclass(frozen=True, slots=True)
class WallCard:
    """One card for on the wall: large letters, and the colour of its theme (``#RRGGBB``) along its edge.

    ``prompts`` are questions, each with a number of lines to write on; ``choices`` are words to tick.
    """

    title: str = ""
    text: str = ""
    kind: str = ""
    theme: str = ""
    edge: str = ""
    spoken_id: str = ""
    boxes: int = 0
    """Empty boxes for votes."""
    prompts: tuple[tuple[str, int], ...] = ()
    choices: tuple[str, ...] = ()
    shape: str = ""
    """Of the kind: a sign that is found from afar, before its name."""

    @property
    def above(self) -> str:
        """The line at its top: ``RH-001 · ● WERKT GOED``."""
        return " · ".join(filter(None, (self.spoken_id, f"{self.shape} {self.kind.upper()}".strip())))


Item = Paragraph | Listing | Table | Figure | Card


def with_tables(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items, and behind each figure the table of what it shows."""
    for item in items:
        yield item
        if isinstance(item, Figure):
            yield item.table()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. ``level`` 1 to 3; ``numbered`` sections count 1, 1.1, …"""

    title: str
    level: int = 1
    items: tuple[Item, ...] = ()
    anchor: str = ""
    numbered: bool = True
    source: str = ""
    """Where a changed heading belongs, as with a paragraph."""
    landscape: bool = False
    """On pages of its own that lie on their side, for a wide table."""
    apart: bool = False
    """It begins a new page: a chapter that can be handed out by itself."""


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What the first page says."""

    title: str
    subtitle: str = ""
    status: str = ""
    """``concept``, ``meeleesversie`` or ``vastgesteld``, with a version."""
    date: str = ""
    author: str = ""
    """A role or organisation, never a person's name."""
    circulation: str = ""
    notice: str = ""
    """Such as *Voorbeeld: fictieve sessie*."""


@dataclass(frozen=True, slots=True)
class Report:
    """A neutral document: title page, sections in reading order, and the properties of the file."""

    cover: TitlePage
    sections: tuple[Section, ...]
    language: str = "nl-NL"
    subject: str = ""
    keywords: tuple[str, ...] = field(default=())
    compact: bool = False
    """A few pages: the title stands above the text, without a page of its own and without contents."""
    cards: tuple[WallCard, ...] = ()
    """Printed behind the sections, on pages of their own."""
    facts: Mapping[str, str] = field(default_factory=dict)
    """What text fields of a template say beside the title page: ``aantal_bouwstenen`` → *122*."""
    edition: str = ""
    """The id of the edition that this is, so that a copy that comes back says what it is a copy of."""
    written: Mapping[Spot, str] = field(default_factory=dict)
    """Where a text of the writer stands in the place of another one: the digest of the one it was made from."""

    def text(self) -> str:
        """Return everything the report says, one line per paragraph: for searching and comparing."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        cover = self.cover
        yield from filter(
            None,
            (
                cover.title,
                cover.subtitle,
                cover.status,
                cover.date,
                cover.author,
                cover.circulation,
                cover.notice,
            ),
        )
        for section in self.sections:
            yield section.title
            for item in section.items:
                yield from _item_lines(item)
        for card in self.cards:
            yield f"{card.spoken_id} {card.title}".strip()
            yield from filter(None, (card.text, card.kind, card.theme, *(prompt for prompt, _ in card.prompts)))


def _item_lines(item: Item) -> Iterator[str]:
    match item:
        case Paragraph():
            yield "".join(run.text for run in item.runs)
        case Listing():
            for runs in item.items:
                yield "".join(run.text for run in runs)
        case Table():
            yield item.caption
            yield " | ".join(item.header)
            for row in item.rows:
                yield " | ".join(cell.text for cell in row)
        case Figure():
            yield item.caption
            for name, *values in zip(item.names, *(column.values for column in item.columns), strict=True):
                yield f"{name}: {', '.join(map(str, values))}"
        case Card():
            yield f"{item.spoken_id} {item.title}".strip()
            for label, text in item.parts:
                yield f"{label} {text}".strip()
            if item.minority:
                yield f"{MINORITY} {item.minority}"
            if item.tags:
                yield item.tags
            if item.provenance:
                yield item.provenance
            yield from item.beside
