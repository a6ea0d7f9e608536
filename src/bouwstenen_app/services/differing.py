"""Differences (*verschillen*): what two laptops changed without knowing of each other, and a person’s choice."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.cleaning import clean
from bouwstenen_app.domain.differing import Differing, Version
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.versions import REMOVED, Written
from bouwstenen_app.services import bundling, deduplicating
from bouwstenen_app.services.differing_names import subjects
from bouwstenen_app.storage import differences as kept
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.placed import BUNDLE
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import BlockRow, ContributionRow, JudgementRow, StepRow
from bouwstenen_app.storage.written import Difference

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
    "location": "zaal",
    "agreements": "afspraken",
    "count": "aantal mensen",
    "query": "zoekvraag",
    "subtitle": "ondertitel",
    "edition": "versie",
    "author": "opsteller",
    "circulation": "verspreiding",
    "reply_before": "reageren vóór",
    "text": "eigen tekst",
    "outcome": "wat ermee gebeurde",
    "answer": "antwoord",
    "decision": "of ze hetzelfde zeggen",
    BUNDLE: "bundel",
    REMOVED: "weggegooid",
}
"""The fields that a person knows, as they are called in a sentence. Others (an order, a place) go by themselves."""
FREE: Final = {
    "title", "explanation", "why", "example", "next_step", "owner", "note", "minority", "name",
    "definition", "place", "main_question", "question", "location", "subtitle", "author",
    "circulation", "text", "answer",
}  # fmt: skip
"""The fields in which a third text can be written; of the others there are only so many values."""
NEVER_EMPTY: Final = frozenset({"title", "name"})
TABLES: Final = {
    "workspace", "block", "bundle", "judgement", "consent", "workshop", "round", "attendance",
    "cluster", "dimension", "code", "filter", "recipe", "passage", "remark",
}  # fmt: skip
JUDGEMENTS: Final = {
    deduplicating.TOGETHER: "samen in één bundel",
    deduplicating.LINKED: "gekoppeld: ze horen bij elkaar en blijven apart",
    deduplicating.APART: "niet hetzelfde",
}
NOWHERE: Final = "in geen bundel"


def told(found: Iterable[Difference]) -> list[Difference]:
    """Return the differences that a person chooses about; of what nobody sees, the last version counts.

    The status of a block goes with its bundle: that is one choice.
    """
    found = [one for one in found if one.table in TABLES and one.field in FIELDS]
    placed = {one.row for one in found if one.field == BUNDLE}
    return [one for one in found if not (one.field == "status" and one.row in placed)]


def differing(session: Session, laptop: str = "") -> tuple[Differing, ...]:
    """Return what waits for a choice, by kind and in the order of the journal; ``laptop`` is who asks."""
    found = told(kept.differences(session))
    steps = _moments(session, {version.step for one in found for version in one.versions})
    about = subjects(session, [(one.table, one.row) for one in found])
    bundles = {one.id: f"{one.spoken_id} {one.title}" for one in bundling.named(session)}
    return tuple(
        Differing(
            one.table,
            one.row,
            one.field,
            about.get((one.table, one.row), ""),
            FIELDS[one.field],
            tuple(_version(one, version, steps, laptop, bundles) for version in one.versions),
            one.field in FREE,
        )
        for one in found
    )


def choose(session: Work, table: str, row: str, field: str, value: Any) -> None:
    """Keep a value in the place of all versions: one of them, or a third. The choice travels with the file.

    Problem when there is nothing to choose here any more, or when something has to stand there.
    """
    if not any((one.table, one.row, one.field) == (table, row, field) for one in kept.differences(session)):
        raise Problem("Over dit verschil is al gekozen. Vernieuw de lijst.")
    if field in FREE:
        value = clean(value).text
    if field in NEVER_EMPTY and not value.strip():
        raise Problem("Hier moet iets staan. Schrijf een tekst, of neem een van de versies.")
    if field == BUNDLE:
        _put(session, row, value)
        return
    journal.decide(session, table, row, {field: value})
    if table == JudgementRow.__tablename__ and value == deduplicating.TOGETHER:
        deduplicating.judge_together(session, _pair(session, row))


def still_together(session: Session, judgement: str) -> str:
    """Return the bundle in which two blocks are that are not the same (``K-05``); empty when they are apart."""
    first, second = (bundling.bundle_called(session, block) for block in _pair(session, judgement))
    decision = session.scalar(select(JudgementRow.decision).where(JudgementRow.id == judgement))
    return first if first == second and decision != deduplicating.TOGETHER else ""


def _put(session: Work, block: str, bundle: str) -> None:
    """Put a block in a bundle, or in none; the journal says so, also where it was there already."""
    inside = bundling.bundles_of(session, [block]).get(block, "")
    if bundle and bundle != inside:
        bundling.add_to_bundle(session, bundle, [block])
    elif inside and not bundle:
        bundling.take_out(session, [block])
    else:
        known = select(ContributionRow.id).where(ContributionRow.block_id == block)
        row = bundling.contribution_id(bundle, block) if bundle else session.scalars(known).first()
        journal.decide(session, "contribution", str(row), {REMOVED: not bundle})
    bundling.give_status(session, [block])
    if any((one.row, one.field) == (block, "status") for one in kept.differences(session)):
        status = session.scalar(select(BlockRow.status).where(BlockRow.id == block))
        journal.decide(session, "block", block, {"status": status})


def _pair(session: Session, judgement: str) -> tuple[str, str]:
    query = select(JudgementRow.first_id, JudgementRow.second_id).where(JudgementRow.id == judgement)
    first, second = session.execute(query).one()
    return first, second


def _version(
    one: Difference, version: Written, steps: Mapping[str, str], laptop: str, bundles: Mapping[str, str]
) -> Version:
    value = version.value(one.field)
    return Version(
        text=bundles.get(value, NOWHERE) if one.field == BUNDLE else said(one.field, value),
        value=value,
        at=steps.get(version.step, ""),
        here=version.writer == laptop,
        counts=version is one.versions[-1],
    )


def said(field: str, value: Any) -> str:
    """Return a value as a person reads it."""
    if field == REMOVED:
        return "weggegooid" if value else "bewaard"
    if field == "decision":
        return JUDGEMENTS.get(value, str(value))
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def _moments(session: Session, steps: set[str]) -> dict[str, str]:
    lines = session.execute(select(StepRow.id, StepRow.at).where(StepRow.id.in_(steps)))
    return {identity: at for identity, at in lines}
