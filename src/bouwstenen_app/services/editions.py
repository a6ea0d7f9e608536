"""Editions: every document that was made is noted, with what was found in it and why it went out all the same.

A file of data is noted when something red went out in it, for the reason. That it was made stands in the log.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import data_files
from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import AGENDA, HANDLED, kind_called
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.report_tables import EditionRow, RecipeRow
from bouwstenen_app.storage.session import Work

LONGEST_REASON: Final = 500
MOST: Final = 200


@dataclass(frozen=True, slots=True)
class Edition:
    """One document that was made."""

    id: str
    kind: str
    made_at: datetime
    blocks: int
    """How many blocks stand in it."""
    findings: int = 0
    """How many possible personal data were found in it."""
    reason: str = ""
    """Why it could go out all the same."""
    recipe: str = ""
    """Id of the recipe that it was made with, when that was kept."""
    name: str = ""
    """The name of that recipe, when it has one."""


def record(
    session: Work, kind: str, recipe: str, blocks: int, findings: int = 0, reason: str = "", *, identity: str = ""
) -> str:
    """Note that a document was made, and return the id of the edition.

    ``recipe`` is the id of the recipe; ``identity`` is the id that stands in the document already. Problem for a
    reason that is too long.
    """
    if kind not in (AGENDA, HANDLED, *data_files.NAMES):
        kind_called(kind)
    reason = " ".join(clean(reason).text.split())
    if len(reason) > LONGEST_REASON:
        raise Problem("Maak de reden korter: hoogstens {n} tekens.", n=LONGEST_REASON)
    kept = session.scalar(select(RecipeRow.id).where(RecipeRow.id == recipe)) if recipe else None
    made = identity or session.new_id()
    moment = session.now().isoformat(timespec="seconds")
    row = {"id": made, "recipe_id": kept, "kind": kind, "made_at": moment}
    journal.insert_rows(session, EditionRow, [row | {"blocks": blocks, "findings": findings, "reason": reason}])
    return made


def editions(session: Session) -> tuple[Edition, ...]:
    """Return the documents that were made, the newest first; the last ``MOST``."""
    own = EditionRow
    columns = (own.id, own.kind, own.made_at, own.blocks, own.findings, own.reason, own.recipe_id, RecipeRow.name)
    lines = select(*columns).outerjoin(RecipeRow, RecipeRow.id == own.recipe_id).where(~own.removed)
    found = session.execute(lines.order_by(own.made_at.desc(), own.id.desc()).limit(MOST))
    return tuple(
        Edition(one, kind, datetime.fromisoformat(made_at), blocks, findings, reason, recipe or "", name or "")
        for one, kind, made_at, blocks, findings, reason, recipe, name in found
    )
