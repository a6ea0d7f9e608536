"""What a partner says of a bundle (*afstemming*)."""

import datetime
from dataclasses import dataclass
from typing import Final

SUBMITTED: Final = "voorgelegd"
AGREED: Final = "akkoord"
AGREED_IF: Final = "akkoord mits"
NOT_AGREED: Final = "niet akkoord"
OBJECTING: Final = "bezwaar blijft"
STATES: Final = (SUBMITTED, AGREED, AGREED_IF, NOT_AGREED, OBJECTING)


@dataclass(frozen=True, slots=True)
class Consent:
    """How far one partner is with one bundle. ``partner`` is the id of a code of the dimension *domein*."""

    bundle: str
    partner: str
    state: str = SUBMITTED
    note: str = ""
    date: datetime.date | None = None
    """When it was submitted, or when this answer came."""
