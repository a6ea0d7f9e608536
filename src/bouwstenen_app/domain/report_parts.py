"""The parts of the kinds of report besides the consolidated one: how they are kept and called."""

from collections.abc import Mapping
from typing import Final

BUNDLES_IN_SHORT: Final = "kern-kort"

THANKS: Final = "terug-dank"
QUESTION: Final = "terug-vraag"
MOST_VOTES: Final = "terug-stemmen"
MINORITIES: Final = "terug-minderheid"
EVERYTHING: Final = "terug-alles"
PARKED: Final = "terug-parkeerplaats"
NEXT: Final = "terug-vervolg"
REACTING: Final = "terug-reageren"

HOW_TO_READ: Final = "meelees-uitleg"
BUNDLES_TO_READ: Final = "meelees-kern"
BLOCKS_TO_READ: Final = "meelees-bouwstenen"

ASKED_TO_ALIGN: Final = "afstem-vraag"
SUBMITTED: Final = "afstem-bundels"
BLOCKS_TO_ALIGN: Final = "afstem-bouwstenen"
SENSITIVE: Final = "afstem-gevoelig"

THEME_PICTURE: Final = "thema-beeld"
THEME_CONTRAST: Final = "thema-werkt-knelt"
THEME_BUNDLES: Final = "thema-kern"
THEME_BLOCKS: Final = "thema-bouwstenen"
THEME_QUESTIONS: Final = "thema-vragen"

PARTNER_ABOUT: Final = "partner-over"
PARTNER_ASKED: Final = "partner-gevraagd"
PARTNER_WORKS: Final = "partner-werkt"

REGION_PICTURE: Final = "regio-beeld"
REGION_WORDS: Final = "regio-woorden"
REGION_BUNDLES: Final = "regio-kern"
REGION_ELSEWHERE: Final = "regio-elders"

CARDS_USE: Final = "kaarten-gebruik"
CARDS_LIST: Final = "kaarten-lijst"
EMPTY_CARDS_USE: Final = "lege-kaarten-gebruik"

CODES_USE: Final = "codes-gebruik"
CODES: Final = "codes-betekenis"

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
READING_PARTS: Final[Mapping[str, str]] = {
    HOW_TO_READ: "Zo leest u mee",
    BUNDLES_TO_READ: "Kernbouwstenen om mee te lezen",
    BLOCKS_TO_READ: "Bouwstenen om mee te lezen",
}
ALIGNING_PARTS: Final[Mapping[str, str]] = {
    ASKED_TO_ALIGN: "Wat wij u vragen",
    SUBMITTED: "Bundels die aan u zijn voorgelegd",
    BLOCKS_TO_ALIGN: "Bouwstenen over u",
    SENSITIVE: "Bouwstenen over gevoelige thema’s",
}
THEME_PARTS: Final[Mapping[str, str]] = {
    THEME_PICTURE: "Het beeld",
    THEME_CONTRAST: "Wat werkt en wat knelt",
    THEME_BUNDLES: "Kernbouwstenen over dit thema",
    THEME_BLOCKS: "Alle bouwstenen",
    THEME_QUESTIONS: "Open vragen",
}
PARTNER_PARTS: Final[Mapping[str, str]] = {
    PARTNER_ABOUT: "Wat gaat over u",
    PARTNER_ASKED: "Wat wordt van u gevraagd",
    PARTNER_WORKS: "Wat werkt al met u",
}
REGION_PARTS: Final[Mapping[str, str]] = {
    REGION_PICTURE: "Naast het hele beeld",
    REGION_WORDS: "In eigen woorden",
    REGION_BUNDLES: "Terug te vinden in de kernbouwstenen",
    REGION_ELSEWHERE: "Wat elders werkt",
}
CARDS_PARTS: Final[Mapping[str, str]] = {CARDS_USE: "Zo gebruik je de kaarten", CARDS_LIST: "De kaarten als lijst"}
EMPTY_CARDS_PARTS: Final[Mapping[str, str]] = {EMPTY_CARDS_USE: "Zo gebruik je de lege kaarten"}
CODEBOOK_PARTS: Final[Mapping[str, str]] = {CODES_USE: "Zo lees je dit codeboek", CODES: "Wat de tags betekenen"}

OTHER_PARTS: Final[Mapping[str, str]] = {
    BUNDLES_IN_SHORT: "Kernbouwstenen op een rij",
    **FEEDBACK_PARTS,
    **READING_PARTS,
    **ALIGNING_PARTS,
    **THEME_PARTS,
    **PARTNER_PARTS,
    **REGION_PARTS,
    **CARDS_PARTS,
    **EMPTY_CARDS_PARTS,
    **CODEBOOK_PARTS,
}
"""All of them."""
