"""Links of a report of which the place is in it: only those look like a link on the pages, as in Word."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from bouwstenen_app.domain.report import Card, Cell, Item, Listing, Paragraph, Report, Run, Table


def with_live_links(report: Report) -> Report:
    """Return a report without the links that lead nowhere in it."""
    anchors = frozenset(_anchors(report))
    sections = tuple(
        replace(section, items=tuple(_linked(item, anchors) for item in section.items))
        for section in report.sections
    )
    return replace(report, sections=sections)


def _anchors(report: Report) -> Iterator[str]:
    for section in report.sections:
        yield section.anchor
        yield from (item.anchor for item in section.items if isinstance(item, Card))


def _linked(item: Item, anchors: Collection[str]) -> Item:
    match item:
        case Paragraph():
            return replace(item, runs=_runs(item.runs, anchors))
        case Listing():
            return replace(item, items=tuple(_runs(runs, anchors) for runs in item.items))
        case Table():
            return replace(item, rows=tuple(tuple(_cell(cell, anchors) for cell in row) for row in item.rows))
        case _:
            return item


def _runs(runs: tuple[Run, ...], anchors: Collection[str]) -> tuple[Run, ...]:
    return tuple(replace(run, link="") if run.link and run.link not in anchors else run for run in runs)


def _cell(cell: Cell, anchors: Collection[str]) -> Cell:
    return replace(cell, link="") if cell.link and cell.link not in anchors else cell
