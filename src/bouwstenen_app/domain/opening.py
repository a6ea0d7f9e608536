"""What a facilitator promises the room at the start: what is written down, what not, how long, how to withdraw."""

from typing import Final

TITLE: Final = "Wat schrijven we vandaag op, en wat niet?"
MONTHS: Final = (3, 6, 12)
"""How long separate blocks may be kept after a session: the terms to choose from."""
USUAL_MONTHS: Final = 6

PAUSE: Final = "We schrijven nu even niets op"
PAUSE_LINES: Final = (
    "Wat iemand nu vertelt, komt niet op papier.",
    "We zeggen het als we weer gaan opschrijven.",
)
"""What the room reads while nothing is written down for a moment."""


def lines(months: int = USUAL_MONTHS) -> tuple[str, ...]:
    """Return the lines of the opening card; ``months`` is how long separate blocks are kept at most."""
    return (
        "We schrijven op wat werkt, wat knelt en wat nodig is. Het gaat niet over één gezin.",
        "We schrijven geen namen op, ook die van jou niet. Wel hoeveel mensen er van elke organisatie zijn.",
        "We nemen geen geluid of film op. Een foto maken we alleen van een flap.",
        "Mag iets niet op papier? Zeg: “niet opschrijven”. Dan doen we dat niet.",
        f"We bewaren de bouwstenen tot het rapport klaar is, hooguit {months}\u00a0maanden.",
        "Spijt achteraf? Noem het nummer van de bouwsteen. Dan komt hij niet in het rapport.",
    )


def months_of(kept: str) -> int:
    """Return the term that was kept as a text; the usual one when there is none, or no such term."""
    return next((months for months in MONTHS if str(months) == kept), USUAL_MONTHS)
