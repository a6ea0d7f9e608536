"""Differences (*verschillen*): what two laptops changed without knowing of each other, and a person’s choice."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.bundles import spoken_id as bundle_id
from bouwstenen_app.domain.differing import Differing, Version
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.versions import REMOVED, Written
from bouwstenen_app.services.capturing import spoken_id
from bouwstenen_app.storage import differences as kept
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.merging import Difference
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import (
    BlockRow,
    BundleRow,
    CodeRow,
    ConsentRow,
    RoundRow,
    StepRow,
    WorkshopRow,
)

FIELDS: Final = {
    "title": "titel",
    "explanation": "toelichting",
    "why": "waarom het werkt",
    "example": "voorbeeld uit de praktijk",
    "conditions": "wat ervoor nodig is",
    "next_step": "volgende stap",
    "owner": "wie aan zet is",
    "note": "notitie",
    "minority": "minderheidsstandpunt",
    "votes": "stemmen",
    "status": "status",
    "release": "vrijgave",
    "held_back": "achtergehouden",
    "parked": "op de parkeerplaats",
    "read_back": "teruggelezen",
    "exemplary": "als citaat gekozen",
    "key": "kernbouwsteen",
    "name": "naam",
    "definition": "omschrijving",
    "synonyms": "synoniemen",
    "colour": "kleur",
    "retired": "buiten gebruik",
    "date": "datum",
    "start_time": "begintijd",
    "minutes": "minuten",
    "region": "regio",
    "place": "plaats",
    "main_question": "hoofdvraag",
    "question": "vraag",
    "participants": "deelnemers",
    "state": "stand",
    REMOVED: "weggegooid",
}
"""The fields that a person knows, as they are called in a sentence. Others (an order, a place) go by themselves."""
TABLES: Final = ("block", "bundle", "workshop", "round", "code", "consent")


def differing(session: Session, laptop: str = "") -> tuple[Differing, ...]:
    """Return what waits for a choice, by kind and in the order of the journal; ``laptop`` is who asks."""
    found = [one for one in kept.differences(session) if one.table in TABLES and one.field in FIELDS]
    steps = _moments(session, {version.step for one in found for version in one.versions})
    subjects = _subjects(session, found)
    return tuple(
        Differing(
            one.table,
            one.row,
            one.field,
            subjects.get((one.table, one.row), ""),
            FIELDS[one.field],
            tuple(_version(one, version, steps, laptop) for version in one.versions),
        )
        for one in found
    )


def choose(session: Work, table: str, row: str, field: str, value: Any) -> None:
    """Keep a value in the place of all versions: one of them, or a third. The choice travels with the file.

    Problem when there is nothing to choose here any more.
    """
    if not any((one.table, one.row, one.field) == (table, row, field) for one in kept.differences(session)):
        raise Problem("Over dit verschil is al gekozen. Vernieuw de lijst.")
    journal.decide(session, table, row, {field: value})


def _version(one: Difference, version: Written, steps: dict[str, str], laptop: str) -> Version:
    value = version.value(one.field)
    return Version(
        text=said(one.field, value),
        value=value,
        at=steps.get(version.step, ""),
        here=version.writer == laptop,
        counts=version is one.versions[-1],
    )


def said(field: str, value: Any) -> str:
    """Return a value as a person reads it."""
    if field == REMOVED:
        return "weggegooid" if value else "bewaard"
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _moments(session: Session, steps: set[str]) -> dict[str, str]:
    lines = session.execute(select(StepRow.id, StepRow.at).where(StepRow.id.in_(steps)))
    return {identity: at for identity, at in lines}


def _subjects(session: Session, found: Sequence[Difference]) -> dict[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    rows = {table: [one.row for one in found if one.table == table] for table in TABLES}
    block, bundle = BlockRow.__table__.c, BundleRow.__table__.c
    query = select(block.id, block.prefix, block.number, block.title).where(block.id.in_(rows["block"]))
    names |= {("block", one): f"{spoken_id(prefix, n)} {title}" for one, prefix, n, title in session.execute(query)}
    numbered = select(bundle.id, bundle.number, bundle.title).where(bundle.id.in_(rows["bundle"]))
    names |= {("bundle", one): f"{bundle_id(n)} {title}" for one, n, title in session.execute(numbered)}
    for table, row_class, name in (
        ("workshop", WorkshopRow, WorkshopRow.title),
        ("round", RoundRow, RoundRow.name),
        ("code", CodeRow, CodeRow.name),
    ):
        lines = session.execute(select(row_class.id, name).where(row_class.id.in_(rows[table])))
        names |= {(table, one): text for one, text in lines}
    names |= _consents(session, rows["consent"])
    return names


def _consents(session: Session, rows: Sequence[str]) -> dict[tuple[str, str], str]:
    query = select(ConsentRow.id, BundleRow.number, CodeRow.name)
    query = query.join(BundleRow, BundleRow.id == ConsentRow.bundle_id).join(
        CodeRow, CodeRow.id == ConsentRow.partner_id
    )
    lines = session.execute(query.where(ConsentRow.id.in_(rows)))
    return {("consent", one): f"Afstemming {bundle_id(number)} met {name}" for one, number, name in lines}
