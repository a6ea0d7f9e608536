"""Number plates: by their shape, and behind a word for a car in any way of writing."""

import re
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain.privacy_rules import AMBER, RED, SMALL, Found, Rule

_PLATE: Final = Rule(
    r"(?<![\w-])(?:[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}|\d{2}-[A-Z]{2}-\d{2}|"
    r"[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|"
    r"\d{2}-[A-Z]{2}-[A-Z]{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2}|[A-Z]{2}-\d{3}-[A-Z]|"
    r"[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]|"
    r"[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d|[12]-[A-Z]{3}-\d{3})(?![\w-]| jaar| jarig)"
)
"""The fourteen series of Dutch number plates, and that of Belgium."""
_VEHICLES: Final = (
    "kenteken", r"kent\.", "nummerbord", "nummerplaat", "auto", "bus", "busje", "wagen", "scooter", "motor", "taxi",
    "brommer", "aanhanger", "caravan", "volvo", "bmw", "golf", "polo", "opel", "ford", "fiat", "audi", "mercedes",
    "toyota", "peugeot", "renault", "citroen", "citroën", "kia", "seat", "skoda", "suzuki", "mazda", "nissan",
    "honda", "hyundai", "tesla", "dacia", "vw", "volkswagen",
)  # fmt: skip
"""What has a number plate; a word may end so as well (*vrachtwagen*)."""
_PLATE_CALLED: Final = Rule(
    rf"(?:{'|'.join(_VEHICLES)})(?:nummer|plaat)?"
    r"(?: [a-z]{2,9})?(?: is| was| met| van| begint| het| zijn| haar|,|:){0,3} \"?"
    r"(?=[a-z0-9 -]{0,8}\d)([a-z0-9]{1,3}[- ]?[a-z0-9]{1,3}[- ]?[a-z0-9]{1,3})(?![\w-])",
    SMALL,
)
_PLATE_SMALL: Final = Rule(
    r"(?<![\w-])(?:\d{2}-@{3}-\d|\d-@{3}-\d{2}|@{2}-\d{3}-@|@-\d{3}-@{2}|@{3}-\d{2}-@|@-\d{2}-@{3})(?![\w-])".replace(
        "@", "[bdfghjklmnprstvxz]"
    )
)
"""The later series in small letters: they have no vowels, and so are no words."""
_PLATE_ABROAD: Final = Rule(
    r"\b(?:[Kk]enteken(?:nummer|plaat)?|[Nn]ummer(?:bord|plaat)|[A-Z][a-z]{2,9}e plaat)(?: is| was|:){0,2} "
    r"([A-Z]{1,3}[- ](?:[A-Z]{1,3}[- ]?)?\d{2,5}[A-Z]{0,2})(?![\w-])"
)
_PLATE_WORDS: Final = ("kenteken", "nummer", "plaat")
"""Without any of these there is no such plate."""
_PLATE_BARE: Final = Rule(
    r"[A-Z]{2}\d{4}|\d{4}[A-Z]{2}|\d{2}[A-Z]{2}\d{2}|[A-Z]{2}\d{2}[A-Z]{2}|[A-Z]{4}\d{2}|\d{2}[A-Z]{4}|"
    r"\d{2}[A-Z]{3}\d|\d[A-Z]{3}\d{2}|"
    r"[A-Z]{2}\d{3}[A-Z]|[A-Z]\d{3}[A-Z]{2}|[A-Z]{3}\d{2}[A-Z]|[A-Z]\d{2}[A-Z]{3}|\d[A-Z]{2}\d{3}|\d{3}[A-Z]{2}\d"
)
_PLATE_SPACED: Final = Rule(
    r"(?<![\w-])(?:\d{2} @{3} \d|\d @{3} \d{2}|@{2} \d{3} @|@ \d{3} @{2}|@{3} \d{2} @|@ \d{2} @{3})"
    r"(?![\w-])".replace("@", "[BDFGHJKLMNPRSTVXZ]")
)
_PLATE_GLUED: Final = Rule(
    r"(?<![\w#-])(?:\d{2}@{3}\d|\d@{3}\d{2}|@{2}\d{3}@|@\d{3}@{2}|@{3}\d{2}@|@\d{2}@{3})(?![\w-])".replace(
        "@", "[BDFGHJKLMNPRSTVXZ]"
    )
)
"""The later series without hyphens and without a word for a car: as likely the code of a thing."""
_GLUED: Final = Rule(r"\d[A-Z]{1,3}\d|[A-Z]\d{2,3}[A-Z]")
_SPACED: Final = Rule(r"\d [A-Z]{1,3} \d|[A-Z] \d{2,3} [A-Z]")
_HYPHENED: Final = Rule(r"\d-[A-Za-z]|[A-Za-z]-\d")
_WORD_LIKE: Final = Rule(r"[a-z]{4}|[aeiou]")


def plates(text: str) -> Iterator[Found]:
    """Yield every number plate in a text."""
    small = text.casefold()
    if _HYPHENED.search(text):
        for rule in (_PLATE, _PLATE_SMALL):
            yield from (("KENTEKEN", *found.span(), RED) for found in rule.finditer(text))
    if _SPACED.search(text):
        yield from (("KENTEKEN", *found.span(), RED) for found in _PLATE_SPACED.finditer(text))
    if _GLUED.search(text):
        yield from (("KENTEKEN", *found.span(), AMBER) for found in _PLATE_GLUED.finditer(text))
    if any(word in small for word in _PLATE_WORDS):
        yield from (("KENTEKEN", *found.span(1), RED) for found in _PLATE_ABROAD.finditer(text))
    if not any(vehicle.rstrip("\\.") in small for vehicle in _VEHICLES):
        return
    for found in _PLATE_CALLED.finditer(text):
        if " " in found[1] and _WORD_LIKE.search(found[1]):
            continue  # *de bus van 12 komt*
        if _PLATE_BARE.fullmatch(re.sub(r"[- ]", "", found[1]).upper()):
            yield "KENTEKEN", *found.span(1), RED
