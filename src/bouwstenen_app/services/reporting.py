"""Making reports: from the workspace to the neutral Report, in two steps that may run on two threads."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from bouwstenen_app.domain.data_sheets import DataBook
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import CARDS, EMPTY_CARDS, FEEDBACK, SECTIONS, TITLE, Recipe, kind_called, usual
from bouwstenen_app.domain.report import Report
from bouwstenen_app.services import preparing, recipes
from bouwstenen_app.services.reports import agenda_report, composing, data_appendix
from bouwstenen_app.services.reports.collecting import uncollected
from bouwstenen_app.services.reports.material import Material, material
from bouwstenen_app.services.reports.subjects import narrowed, subjects

__all__ = [
    "SECTIONS",
    "TITLE",
    "Material",
    "Recipe",
    "agenda",
    "build",
    "card_set",
    "consolidated",
    "data",
    "empty_cards",
    "feedback",
    "made",
    "material",
    "unselected",
]


def consolidated(session: Session, recipe: Recipe) -> Report:
    """Return the consolidated report of a recipe; Problem when there is no block for it."""
    return made(session, recipe)


def made(session: Session, recipe: Recipe) -> Report:
    """Return the report of any kind of a recipe; Problem when there is nothing to tell."""
    return build(material(session, recipe), recipe)


def build(material: Material, recipe: Recipe) -> Report:
    """Return the report of what was read; asks nothing, so it may run on another thread."""
    with uncollected():
        return composing.report(material, recipe)


def unselected(session: Session, kind: str) -> Recipe:
    """Return the recipe that a kind always has, with its texts, but of all blocks that it usually shows."""
    releases = usual(kind).releases
    return replace(recipes.standard(session, kind), about=(), workshops=(), query="", releases=releases)


def data(read: Material, recipe: Recipe) -> DataBook:
    """Return the data behind a report as tables: of what it is about, when that was chosen.

    Problem for empty cards, which have none.
    """
    kind = kind_called(recipe.kind)
    if kind is EMPTY_CARDS:
        raise Problem("Van lege kaarten is er geen Excel-bestand. Kies Word of PDF.")
    if kind.about and recipe.about:
        read = narrowed(read, subjects(read, recipe, kind)[0], kind)
    book = data_appendix.data_book(read, recipe)
    if kind.needs_blocks:
        return book
    return replace(book, sheets=tuple(sheet for sheet in book.sheets if sheet.name == data_appendix.CODES))


def feedback(
    session: Session, workshop_id: str, *, on: datetime.date, react_before: datetime.date | None = None
) -> Report:
    """Return the feedback report of one session; Problem when it has no block to tell.

    Without a date to ``react_before``, the participants have two weeks.
    """
    recipe = replace(unselected(session, FEEDBACK.slug), about=(workshop_id,), on=on, reply_before=react_before)
    return made(session, recipe)


def agenda(session: Session, workshop_id: str) -> Report:
    """Return the agenda of one session for on paper; Problem when the session is not there."""
    return agenda_report.report(preparing.workshop(session, workshop_id))


def card_set(session: Session, workshops: Sequence[str] = ()) -> Report:
    """Return the blocks of sessions (of all, when none is named) as cards; Problem when there are none."""
    return _of_sessions(session, CARDS.slug, workshops)


def empty_cards(session: Session, workshops: Sequence[str] = ()) -> Report:
    """Return empty cards: a sheet for every round of these sessions, or one for any question."""
    return _of_sessions(session, EMPTY_CARDS.slug, workshops)


def _of_sessions(session: Session, kind: str, workshops: Sequence[str]) -> Report:
    return made(session, replace(unselected(session, kind), workshops=tuple(workshops)))
