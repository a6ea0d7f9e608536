"""The parts of the kinds of report besides the consolidated one: how they are kept and called."""

from collections.abc import Mapping
from typing import Final

THANKS: Final = "terug-dank"
QUESTION: Final = "terug-vraag"
MOST_VOTES: Final = "terug-stemmen"
MINORITIES: Final = "terug-minderheid"
EVERYTHING: Final = "terug-alles"
PARKED: Final = "terug-parkeerplaats"
NEXT: Final = "terug-vervolg"
REACTING: Final = "terug-reageren"

FEEDBACK_PARTS: Final[Mapping[str, str]] = {
    THANKS: "Dank",
    QUESTION: "De vraag",
    MOST_VOTES: "Wat de meeste stemmen kreeg",
    MINORITIES: "Minderheidsstandpunten",
    EVERYTHING: "Alles wat is opgehaald",
    PARKED: "Parkeerplaats",
    NEXT: "Wat gebeurt er nu?",
    REACTING: "Reageren of intrekken",
}

OTHER_PARTS: Final[Mapping[str, str]] = {**FEEDBACK_PARTS}
"""All of them."""
