"""The papers that come with the program: which there are, for whom, and how their text is read into sections.

A paper is a small part of Markdown: ``# title``, a first line behind ``>`` that says what its state is, ``##`` and
``###`` headings, paragraphs, lists, and tables with a line *Tabel: …* above them. ``**bold**``; ``*words*`` are
words that the program itself shows, and words between backticks are a command.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from bouwstenen_app.domain.report import Cell, Item, Listing, Paragraph, Report, Run, Section, Table, TitlePage

CAPTION: Final = "Tabel: "
DUTCH: Final = "nl-NL"
FIELD: Final = re.compile(r"\{\{[^{}]+\}\}")
"""What the organisation fills in."""
SHORTEST: Final = 4
"""Letters and a space before them: for less, everything would be meant."""
ON_A_LINE: Final = 70
"""Letters in a row of a table, more or less."""
_RUN: Final = re.compile(
    r"\*\*(?P<bold>[^*]+)\*\*|\*(?P<italic>[^*]+)\*|`(?P<code>[^`]+)`|(?P<field>\{\{[^{}]+\}\})"
)
_NUMBER: Final = re.compile(r"\d+\. ")
_HEADING, _LIST, _NUMBERED, _ROW, _NOTICE, _TEXT, _BLANK = range(7)


@dataclass(frozen=True, slots=True)
class Paper:
    """One of the papers: the name of its file without an ending, what it is called, and who reads it."""

    slug: str
    title: str
    audience: str
    """In Dutch, as the list of papers says it."""
    language: str = DUTCH


PAPERS: Final = (
    Paper("openingskaart", "Openingskaart voor de zaal", "Voor begeleiders, om hardop voor te lezen"),
    Paper("opening-card", "Opening card for the room", "De openingskaart in het Engels", "en-GB"),
    Paper("uitnodiging", "Uitnodigingstekst", "Voor deelnemers aan een sessie"),
    Paper("bewaarafspraak", "Bewaarafspraak", "Voor begeleider en opdrachtgever samen"),
    Paper("laptop-kwijt", "Laptop kwijt", "Voor wie de laptop kwijt is; print hem uit"),
    Paper("dpia", "Concept-DPIA", "Voor de functionaris gegevensbescherming"),
    Paper("verwerkingsregister", "Regel voor het register", "Voor wie het verwerkingsregister bijhoudt"),
    Paper("beveiliging", "Zo werkt de beveiliging", "Voor de CISO en de IT-afdeling"),
    Paper("beveiliging-detail", "Beveiliging in detail", "Bijlage voor de IT-afdeling"),
    Paper("toegankelijkheid", "Verklaring toegankelijkheid", "Voor wie het programma of een rapport publiceert"),
    Paper("licenties", "Licenties van wat wordt meegeleverd", "Voor de IT-afdeling en de jurist"),
)
"""In the order in which a facilitator needs them."""


@dataclass(frozen=True, slots=True)
class _Line:
    kind: int
    text: str
    """Without what says its kind."""
    level: int = 0


def report(paper: Paper, text: str, fields: Mapping[str, str]) -> Report:
    """Return a paper as a document; ``fields`` are known already, the others stay to be filled in."""
    for name, value in fields.items():
        text = text.replace(f"{{{{{name}}}}}", value)
    lines = list(map(_line, text.splitlines()))
    notice = " ".join(line.text for line in lines if line.kind == _NOTICE)
    if paper.language == DUTCH:  # in one box: a paper is a page or two, and its title leaves room for the text
        notice = f"{paper.audience}. {notice}"
    cover = TitlePage(title=paper.title, notice=notice)
    return Report(
        cover,
        tuple(_sections(lines)),
        language=paper.language,
        subject=paper.title,
        keywords=("bouwstenen",),
        compact=True,
    )


def about(text: str) -> tuple[Paper, ...]:
    """Return the papers of which a word of the title, or the name, begins with what was typed."""
    typed = f" {text.strip().casefold()}"
    if len(typed) < SHORTEST:
        return ()
    return tuple(one for one in PAPERS if typed in f" {one.title} {one.slug}".casefold().replace("-", " "))


def fields_of(text: str) -> tuple[str, ...]:
    """Return what the organisation still fills in, each once."""
    return tuple(dict.fromkeys(found[0].strip("{}") for found in FIELD.finditer(text)))


def runs(text: str) -> tuple[Run, ...]:
    """Return a line of text as runs: what is to be filled in stands out, and so does a command."""
    found: list[Run] = []
    at = 0
    for mark in _RUN.finditer(text):
        found.append(Run(text[at : mark.start()]))
        strong = mark["bold"] or mark["code"] or mark["field"]
        found.append(Run(strong, bold=True) if strong else Run(mark["italic"], italic=True))
        at = mark.end()
    return tuple(run for run in (*found, Run(text[at:])) if run.text)


def plain(text: str) -> str:
    """Return a line of text without its marks."""
    return "".join(run.text for run in runs(text))


def _line(line: str) -> _Line:
    text = line.strip()
    if not text:
        return _Line(_BLANK, "")
    if text.startswith("#"):
        title = text.lstrip("#")
        return _Line(_HEADING, title.strip(), len(text) - len(title))
    if text.startswith(">"):
        return _Line(_NOTICE, text[1:].strip())
    if text.startswith("- "):
        return _Line(_LIST, text[2:])
    if number := _NUMBER.match(text):
        return _Line(_NUMBERED, text[number.end() :])
    return _Line(_ROW if text.startswith("|") else _TEXT, text)


def _sections(lines: list[_Line]) -> Iterator[Section]:
    section: Section | None = None
    inside: list[_Line] = []
    for line in lines:
        if line.kind != _HEADING:
            inside.append(line)
        elif line.level > 1:
            if section is not None:
                yield replace(section, items=tuple(_items(inside)))
            section, inside = Section(line.text, line.level - 1, numbered=False), []
    if section is not None:
        yield replace(section, items=tuple(_items(inside)))


def _items(lines: list[_Line]) -> Iterator[Item]:
    caption = ""
    for kind, group in groupby(_joined(lines), key=lambda line: line.kind):
        texts = [line.text for line in group]
        if kind in (_LIST, _NUMBERED):
            yield Listing(tuple(map(runs, texts)), numbered=kind == _NUMBERED)
        elif kind == _ROW:
            yield _table(caption, texts)
        elif kind == _TEXT:
            caption = texts[-1].removeprefix(CAPTION)
            yield from (Paragraph(runs(text)) for text in texts if not text.startswith(CAPTION))


def _joined(lines: list[_Line]) -> Iterator[_Line]:
    """Yield paragraphs, items and rows: lines of text that go on are joined, blank ones end them."""
    open_line: _Line | None = None
    for line in lines:
        if line.kind == _TEXT and open_line is not None:
            open_line = replace(open_line, text=f"{open_line.text} {line.text}")
            continue
        if open_line is not None:
            yield open_line
        open_line = line if line.kind in (_TEXT, _LIST, _NUMBERED) else None
        if line.kind == _ROW:
            yield line
    if open_line is not None:
        yield open_line


def _table(caption: str, rows: list[str]) -> Table:
    header, _rule, *others = [[plain(cell.strip()) for cell in row.strip("|").split("|")] for row in rows]
    cells = tuple(tuple(map(Cell, row)) for row in others)
    return Table(caption, tuple(header), cells, f"Tabel: {caption}.", _widths((header, *others)))


def _widths(rows: Sequence[Sequence[str]]) -> tuple[float, ...]:
    """Return how wide columns are in relation to each other: by what is in them, and never less than a word."""
    columns = list(zip(*rows, strict=True))
    usual = [min(50.0, sum(map(len, column)) / len(column)) for column in columns]
    words = [max(len(word) for text in column for word in text.split()) for column in columns]
    return tuple(max(part / sum(usual), (word + 3) / ON_A_LINE) for part, word in zip(usual, words, strict=True))
