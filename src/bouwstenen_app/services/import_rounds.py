"""The rounds of an import: which one a text means, and which ones a new session gets."""

import re
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from bouwstenen_app.domain.matching import key
from bouwstenen_app.services.preparing import SIMPLE_ROUND
from bouwstenen_app.storage.tables import RoundRow

Step = tuple[str, int | None, str]
"""Id, number and name of a round."""
LONGEST_NAME: Final = 120
_NUMBER: Final = re.compile(r"(?:[^\W\d]+\s*)?(\d{1,2})\b")


def steps_of(session: Session, workshop: str) -> list[Step]:
    """Return the rounds of a session that is there."""
    columns = (RoundRow.id, RoundRow.number, RoundRow.name)
    query = select(*columns).where(RoundRow.workshop_id == workshop, ~RoundRow.removed)
    return [(identity, number, name) for identity, number, name in session.execute(query)]


def meant(text: str, steps: Sequence[Step]) -> str:
    """Return the id of the round that a text means, by its name or its number; empty when there is none."""
    named = next((identity for identity, _, name in steps if key(name) == key(text)), "")
    number = _NUMBER.match(text)
    return named or next((one for one, n, _ in steps if number and n == int(number[1])), "")


def needed(wanted: Sequence[str]) -> list[dict[str, Any]]:
    """Return the rounds of a session that has only blocks: those that they name, in the order of their numbers."""
    numbered: dict[int, str] = {}
    for text in wanted:
        if found := _NUMBER.match(text):
            number = int(found[1])
            numbered.setdefault(
                number, f"Ronde {number}" if text.strip().isdecimal() else text.strip()[:LONGEST_NAME]
            )
    for text in wanted:
        if not _NUMBER.match(text):
            numbered[max(numbered, default=0) + 1] = text[:LONGEST_NAME]
    numbered = numbered or {1: SIMPLE_ROUND}
    return [{"number": number, "name": numbered[number]} for number in sorted(numbered)]
