"""Which blocks of a selection hold an identifier: said beside a list, which it does not stop; a copy it does."""

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.naming import spoken_id
from bouwstenen_app.domain.privacy import WORDS, identifiers
from bouwstenen_app.services import boards
from bouwstenen_app.services.boards import PART, Selection
from bouwstenen_app.storage.tables import BlockRow
from bouwstenen_app.storage.updating import among

NAMED: Final = 4
"""Blocks that are named in a sentence."""
_B = BlockRow.__table__.c
_TEXTS: Final = (_B.title, _B.explanation, _B.example, _B.next_step, _B.minority, _B.note)


def blocks(session: Session, selection: Selection) -> tuple[str, ...]:
    """Return the spoken ids of the blocks of a selection in one of whose texts is an identifier."""
    return _found(session, boards.conditions(session, selection))


def among_new(session: Session, ids: Sequence[str]) -> str:
    """Return what is said of blocks that were captured just now, by id; empty when there is nothing to say."""
    found = _found(session, [_B.id.in_(among(ids))])
    needless = "het is niet nodig" if len(found) == 1 else "ze zijn niet nodig"
    return f"{_lead(found)} Haal {_it(found)} weg: {needless}." if found else ""


def warning(session: Session, selection: Selection) -> str:
    """Return what is said of a list with these blocks in it; empty when there is nothing to say."""
    found = blocks(session, selection)
    return told(found) if found else ""


def told(found: Sequence[str]) -> str:
    """Return the sentence about these blocks, by their spoken ids, in a list."""
    return f"{_lead(found)} Haal {_it(found)} weg voor je dit aan iemand geeft."


def refusal(texts: Iterable[str]) -> str:
    """Return why texts are not to be copied, and what to do; empty when there is no identifier in them.

    Who has a reason can give it at an export: a clipboard keeps none.
    """
    kinds = dict.fromkeys(WORDS[one.kind] for text in texts for one in identifiers(text))
    if not kinds:
        return ""
    what = dutch.enumerated([f"een {kind}" for kind in kinds])
    verb = "staat" if len(kinds) == 1 else "staan"
    return (
        f"Er is niets gekopieerd of bewaard: er {verb} {what} in. Zet er een rol voor in de plaats, of exporteer "
        "het bij Uitwisselen, met een reden."
    )


def _found(session: Session, conditions: Sequence[ColumnElement[bool]]) -> tuple[str, ...]:
    query = select(_B.prefix, _B.number, _B.conditions, *_TEXTS).where(*conditions)
    query = query.order_by(_B.workshop_id, _B.number)
    lines = session.execute(query, execution_options={"yield_per": PART})
    return tuple(
        spoken_id(prefix, number)
        for prefix, number, needs, *texts in lines
        if any(map(identifiers, (*texts, *needs)))
    )


def _lead(found: Sequence[str]) -> str:
    rest = [f"{dutch.number(len(found) - NAMED)} andere"] if len(found) > NAMED else []
    named = dutch.enumerated([*found[:NAMED], *rest])
    count = dutch.counted(len(found), "bouwsteen", "bouwstenen")
    said = "staat een persoonsgegeven" if len(found) == 1 else "staan persoonsgegevens"
    return f"Let op: in {count} {said} ({named})."


def _it(found: Sequence[str]) -> str:
    return "dat" if len(found) == 1 else "die"
