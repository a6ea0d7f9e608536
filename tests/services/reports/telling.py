"""What the tests of the parts of a report share: a session with typed blocks, and what a chapter says."""

from bouwstenen_app.domain.recipes import CONSOLIDATED, Recipe
from bouwstenen_app.domain.report import Item, Listing, Paragraph, Report, Section, Table
from bouwstenen_app.services import capturing, preparing, reporting
from bouwstenen_app.storage.store import Store


def session(store: Store, *lines: str, **fields: object) -> str:
    """Make a session, type lines in it, and return its id."""
    made = {"title": fields.pop("title", "De sessie"), "region": fields.pop("region", "")}
    identity: str = store.do("Sessie", preparing.create_workshop, **made).result
    if fields:
        store.do("Bewerkt", preparing.edit_workshop, identity, **fields)
    for line in lines:
        store.do("Bouwsteen", capturing.capture, line, workshop=identity)
    return identity


def report_of(store: Store, *sections: str, **recipe: object) -> Report:
    """Return the consolidated report with these parts, or with its usual ones."""
    chosen = Recipe(sections=sections or CONSOLIDATED.usual, **recipe)  # type: ignore[arg-type]
    return store.read(reporting.consolidated, chosen)


def chapter(report: Report, title: str) -> list[Section]:
    """Return the section with a title and those under it; nothing when it is not there."""
    found: list[Section] = []
    for section in report.sections:
        if found and section.level <= found[0].level:
            return found
        if found or section.title == title:
            found.append(section)
    return found


def said(section: Section) -> list[str]:
    """Return what the paragraphs and lists of a section say, a line each."""
    return [line for item in section.items for line in _lines(item)]


def _lines(item: Item) -> list[str]:
    match item:
        case Paragraph():
            return ["".join(run.text for run in item.runs)]
        case Listing():
            return ["".join(run.text for run in runs) for runs in item.items]
        case _:
            return []


def tables(section: Section) -> list[list[list[str]]]:
    """Return the tables of a section as words, the header first."""
    found = [item for item in section.items if isinstance(item, Table)]
    return [[list(table.header), *([cell.text for cell in row] for row in table.rows)] for table in found]
