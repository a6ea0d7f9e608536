"""What may point to a person is replaced by a role in the field where it was found: the key of the gate."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.anchors import BLOCK
from bouwstenen_app.domain.erasing import TEXTS
from bouwstenen_app.domain.privacy import Finding, findings
from bouwstenen_app.domain.privacy_roles import offers, replaced
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services.checking_privacy import Noticed
from bouwstenen_app.storage import journal
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.tables import JOURNALED

FIELD_OF: Final = 3
"""Parts of a source that names a field: table, row and field."""
LOOKED_UP: Final = 40
"""Texts of which the block is looked up: as many as a gate shows."""
SAID: Final = ("title", "explanation", "example", "next_step", "minority")
"""Fields of a block that stand in documents as they are."""


def located(session: Session, noticed: Sequence[Noticed]) -> tuple[Noticed, ...]:
    """Return the same findings; one whose source is not told gets the field of the block that says just this.

    In a table of a report nothing tells whose words stand in a cell. Only the first few are looked up.
    """
    texts = [*dict.fromkeys(one.text for one in noticed if not one.source)][:LOOKED_UP]
    said = {text: (text, text.partition(" ")[2]) for text in texts}  # also with its number before it, as in a list
    sources = _sources_of(session, [*{one for both in said.values() for one in both if one}]) if texts else {}
    found = {text: next((sources[one] for one in both if one in sources), "") for text, both in said.items()}
    return tuple(replace(one, source=one.source or found.get(one.text, "")) for one in noticed)


def role(noticed: Noticed, on: datetime.date) -> str:
    """Return what would come in the place of a finding, as it is called; empty when it cannot be replaced here.

    ``on`` is the day on which it is read: a date of birth becomes an age.
    """
    return offers(noticed.text, noticed.finding, on)[0].words if _place(noticed.source) else ""


def stands(session: Session, noticed: Noticed) -> bool:
    """Say whether what was noticed is still in its field; True when nobody can say in which field it is."""
    place = _place(noticed.source)
    if place is None:
        return True
    value = _value(session, *place)
    texts = value if isinstance(value, list | tuple) else [value]
    return any(_is_same(one, noticed.finding) for text in texts if text for one in findings(str(text)))


def redact(session: Work, noticed: Noticed, on: datetime.date) -> None:
    """Put that in the place of a finding, as often as it stands in its field; Problem when it is there no more."""
    place = _place(noticed.source)
    if place is None:
        raise ValueError(noticed.source)
    table, row, field = place
    value = _value(session, table, row, field)
    instead = _instead(value, noticed.finding, on)
    if instead == value:
        raise Problem("Dit staat er niet meer zo. Exporteer opnieuw om te zien wat er nu in staat.")
    journal.update_rows(session, JOURNALED[table], {row: {field: instead}})


def _sources_of(session: Session, texts: Sequence[str]) -> Mapping[str, str]:
    """Return where these texts are what a block says, as far as they are: all in one pass."""
    block = JOURNALED[BLOCK]
    columns = [getattr(block, field) for field in SAID]
    query = select(block.id, *columns).where(or_(*(column.in_(texts) for column in columns)), ~block.removed)
    found: dict[str, str] = {}
    for row, *values in session.execute(query.order_by(block.id)):
        for field, value in zip(SAID, values, strict=True):
            if value in texts:
                found.setdefault(value, f"{BLOCK}:{row}:{field}")
    return found


def _value(session: Session, table: str, row: str, field: str) -> Any:
    row_class = JOURNALED[table]
    return session.scalar(select(getattr(row_class, field)).where(row_class.id == row, ~row_class.removed))


def _place(source: str) -> tuple[str, str, str] | None:
    """Return the table, row and field of a source; None for one that is no field with words."""
    parts = source.split(":")
    if len(parts) != FIELD_OF or parts[2] not in TEXTS.get(parts[0], ()):
        return None
    return parts[0], parts[1], parts[2]


def _instead(value: Any, finding: Finding, on: datetime.date) -> Any:
    if isinstance(value, list | tuple):
        return [_instead(one, finding, on) for one in value]
    return _without(value, finding, on) if isinstance(value, str) else value


def _without(text: str, finding: Finding, on: datetime.date) -> str:
    """Return a text without what was found, as often as it stands there."""
    start = 0
    while same := next((one for one in findings(text) if one.start >= start and _is_same(one, finding)), None):
        rest = len(text) - same.end
        text = replaced(text, same, on)
        start = max(0, len(text) - rest)
    return text


def _is_same(one: Finding, other: Finding) -> bool:
    return (one.kind, one.text) == (other.kind, other.text)
