"""What the tests of single kinds of report share: a report of a kind about something, and what it says where."""

import datetime
from dataclasses import replace

from bouwstenen_app.domain.recipes import usual
from bouwstenen_app.domain.report import Card, Report, Section, Table
from bouwstenen_app.services import reporting
from bouwstenen_app.storage.store import Store

ON = datetime.date(2026, 11, 24)


def made(store: Store, kind: str, *about: str, **chosen: object) -> Report:
    """Return a report of a kind, about everything or about what is named."""
    recipe = replace(usual(kind), on=ON, about=about, **chosen)  # type: ignore[arg-type]
    return store.read(reporting.made, recipe)


def titles(report: Report, level: int = 1) -> list[str]:
    """Return the headings of a level."""
    return [section.title for section in report.sections if section.level == level]


def said(report: Report, title: str) -> str:
    """Return what stands under a heading and the headings below it."""
    found: list[Section] = []
    for section in report.sections:
        if section.title == title:
            found = [section]
        elif found and section.level <= found[0].level:
            break
        elif found:
            found.append(section)
    return Report(report.cover, tuple(found)).text()


def cards(report: Report) -> list[Card]:
    """Return every card of a report."""
    return [item for section in report.sections for item in section.items if isinstance(item, Card)]


def tables(report: Report) -> list[Table]:
    """Return every table of a report."""
    return [item for section in report.sections for item in section.items if isinstance(item, Table)]
