"""A Report as Markdown (CommonMark with the tables of GitHub): text that any editor can read."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.domain.report import (
    MINORITY,
    Card,
    Figure,
    Item,
    Listing,
    Paragraph,
    Report,
    Run,
    Section,
    Table,
    TitlePage,
    WallCard,
)
from bouwstenen_app.export.markdown_text import anchor, block, cell, inline
from bouwstenen_app.export.places import whole

WRITING: Final = "Markdown schrijven"
DEEPEST: Final = 6
"""The lowest level of heading that Markdown has."""
_QUOTED: Final = frozenset({"quote", "summary", "interpretation", "minority"})
"""Roles that stand apart from the running text."""
_STEP: Final = 100


def write(report: Report, target: Path) -> Iterator[Progress]:
    """Write the report to ``target``, telling how far it is; stop iterating to cancel.

    A file that is already there stays as it is until the new one is complete. Raises Problem when the file cannot
    be written in that place.
    """
    total = len(report.sections) + sum(len(section.items) for section in report.sections) + len(report.cards)
    with whole(target) as file:
        for number, piece in enumerate(pieces(report)):
            file.write(f"{piece}\n\n".encode())
            if number % _STEP == 0:
                yield Progress(min(number, total), total, WRITING)
    yield Progress(total, total, WRITING)


def text(report: Report) -> str:
    """Return the whole report as Markdown."""
    return "".join(f"{piece}\n\n" for piece in pieces(report))


def pieces(report: Report) -> Iterator[str]:
    """Yield the report block by block: each ends where an empty line comes."""
    targets = _targets(report)
    numbers = tuple(_numbered(report.sections))
    yield from _cover(report.cover)
    if not report.compact and len(report.sections) > 1:
        yield "\n".join(_contents(report.sections, numbers, targets))
    for section, number in zip(report.sections, numbers, strict=True):
        yield from _section(section, number, targets)
    if report.cards:
        yield "## Kaarten"
        for card in report.cards:
            yield from _wall(card)


def _targets(report: Report) -> frozenset[str]:
    """Return the anchors that something links to: only those are marked."""
    found = {section.anchor for section in report.sections if section.anchor and section.level <= 2}
    for section in report.sections:
        for item in section.items:
            match item:
                case Paragraph():
                    found.update(run.link for run in item.runs)
                case Listing():
                    found.update(run.link for runs in item.items for run in runs)
                case Table():
                    found.update(one.link for row in item.rows for one in row)
                case _:
                    pass
    return frozenset(found - {""})


def _numbered(sections: Sequence[Section]) -> Iterator[str]:
    counts = [0, 0, 0]
    for section in sections:
        if section.numbered:
            place = section.level - 1
            counts[place] += 1
            counts[place + 1 :] = [0] * (2 - place)
        yield ".".join(map(str, counts[: section.level])) if section.numbered else ""


def _cover(cover: TitlePage) -> Iterator[str]:
    yield f"# {cell(cover.title)}"
    facts = (
        ("", cover.subtitle),
        ("Status: ", cover.status),
        ("Datum: ", cover.date),
        ("Opgesteld door: ", cover.author),
        ("Verspreiding: ", cover.circulation),
    )
    yield from (f"{label}{block(fact)}" for label, fact in facts if fact)
    if cover.notice:
        yield inline((Run(cover.notice, bold=True),))


def _contents(sections: Sequence[Section], numbers: Sequence[str], targets: frozenset[str]) -> Iterator[str]:
    yield "## Inhoud\n"
    for section, number in zip(sections, numbers, strict=True):
        if section.level <= 2:
            title = cell(f"{number} {section.title}".strip())
            linked = f"[{title}](#{anchor(section.anchor)})" if section.anchor in targets else title
            yield f"{'  ' * (section.level - 1)}- {linked}"


def _section(section: Section, number: str, targets: frozenset[str]) -> Iterator[str]:
    level = min(section.level + 1, DEEPEST)
    yield _heading(level, f"{number} {section.title}".strip(), section.anchor if section.anchor in targets else "")
    for item in section.items:
        yield from _item(item, level, targets)


def _heading(level: int, title: str, mark: str = "") -> str:
    before = f'<a id="{anchor(mark)}"></a>\n\n' if mark else ""
    return f"{before}{'#' * level} {cell(title)}"


def _item(item: Item, level: int, targets: frozenset[str]) -> Iterator[str]:
    match item:
        case Paragraph():
            yield _paragraph(item, targets)
        case Listing():
            yield "\n".join(_listed(item))
        case Table():
            yield from _table(item)
        case Figure():
            yield from _table(item.table())
        case Card():
            yield from _card(item, min(level + 1, DEEPEST), targets)


def _paragraph(paragraph: Paragraph, targets: frozenset[str]) -> str:
    runs = paragraph.runs
    if paragraph.role == "label":
        runs = tuple(Run(run.text, bold=True, link=run.link) for run in runs)
    said = inline(runs)
    marked = f'<a id="{anchor(paragraph.anchor)}"></a>' if paragraph.anchor in targets else ""
    return _quoted(marked + said) if paragraph.role in _QUOTED else marked + said


def _quoted(said: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in said.split("\n"))


def _listed(listing: Listing) -> Iterator[str]:
    for number, runs in enumerate(listing.items, start=1):
        mark = f"{number}. " if listing.numbered else "- "
        yield mark + inline(runs).replace("\n", "\n" + " " * len(mark))


def _table(table: Table) -> Iterator[str]:
    yield inline((Run(table.caption, bold=True),))
    align = ("---:" if place in table.numeric else "---" for place in range(len(table.header)))
    rows = [[cell(text) for text in table.header], list(align)]
    rows += [
        [inline((Run(one.text, bold=one.bold, link=one.link),), table=True) for one in row] for row in table.rows
    ]
    yield "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _card(card: Card, level: int, targets: frozenset[str]) -> Iterator[str]:
    yield _heading(level, f"{card.spoken_id} {card.title}".strip(), card.anchor if card.anchor in targets else "")
    for label, said in card.parts:
        yield inline((*((Run(f"{label} ", bold=True),) if label else ()), Run(said)))
    if card.minority:
        yield _quoted(inline((Run(f"{MINORITY} ", bold=True), Run(card.minority))))
    yield from (block(said) for said in (*card.beside, card.tags, card.provenance) if said)


def _wall(card: WallCard) -> Iterator[str]:
    yield f"### {cell(f'{card.spoken_id} {card.title}'.strip() or 'Kaart')}"
    about = " · ".join(filter(None, (card.kind, card.theme)))
    yield from (block(said) for said in (card.text, about) if said)
    asked = [f"- {cell(prompt)}" for prompt, _ in card.prompts] + [f"- ☐ {cell(choice)}" for choice in card.choices]
    yield from ("\n".join(same) for _, same in groupby(asked, key=lambda line: line.startswith("- ☐")))
