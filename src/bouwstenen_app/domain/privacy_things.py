"""Words before a code that is of a thing: what was ordered, a version, a session; not of a person or a case."""

from typing import Final

from bouwstenen_app.domain.privacy_rules import SMALL, Rule

_OF_A_THING: Final = Rule(
    r"\b(?:bestel(?!bus|auto|wagen)|order|factuur|offerte|artikel|product|serie|model|type|versie|isbn|issn|kvk|btw|inkoop|sessie|"
    r"bijeenkomst|bouwsteen|project|formulier|sjabloon|bestand|norm|module|training|cursus|subsidie|zaal|lokaal|wet|begroting|kamerstuk|"
    r"ruimte|werk(?:blad|boek|vorm)|oefening|poster|slide|sheet)\w{0,12}"
    r"[\s:.#(]{1,3}(?:is |van |nr\.? )?(?:\w{1,8}-[\w/-]{1,14}(?:, | en | of | t/m |/)){0,3}\Z",
    SMALL,
)
_BEFORE: Final = 64
"""Characters before a code in which the word may stand, with other codes of a row between."""


def is_of_a_thing(text: str, start: int) -> bool:
    """Say whether the word before a code here, or before the row it is in, says that it is of a thing."""
    return _OF_A_THING.search(text, max(0, start - _BEFORE), start) is not None
