"""The parts of the kinds of report other than the consolidated one: how they are kept, and their names for a person."""

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
