"""Number plates: by their shape, beside a word for a car in any way of writing, and in a row with another one."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from bouwstenen_app.domain.privacy_allowed import places
from bouwstenen_app.domain.privacy_rules import AMBER, RED, SMALL, Found, Rule
from bouwstenen_app.domain.privacy_things import is_of_a_thing

_EARLIER: Final = frozenset({"LL-DD-DD", "DD-DD-LL", "DD-LL-DD", "LL-DD-LL", "LL-LL-DD", "DD-LL-LL"})
_LATER: Final = frozenset(
    {"DD-LLL-D", "D-LLL-DD", "LL-DDD-L", "L-DDD-LL", "LLL-DD-L", "L-DD-LLL", "D-LL-DDD", "DDD-LL-D"}
)
"""The fourteen series of Dutch number plates; the later ones have letters that make no word."""
_SERIES: Final = _EARLIER | _LATER | {"D-LLL-DDD"}
"""With that of Belgium."""
_BARE: Final = {one.replace("-", ""): one for one in _SERIES}
_PART: Final = r"(?:[A-Za-z]{1,3}|\d{1,3})"
_GAP: Final = r"(?: ?- ?|[. /_])"
_MAY_BE: Final = Rule(
    r"(?<![\w-])(?=[A-Za-z]{0,4}[-. /_]{0,3}[A-Za-z]{0,3}[-. /_]{0,3}\d)"
    rf"(?=({_PART}{_GAP}{_PART}{_GAP}{_PART}|"
    r"[A-Za-z\d]{1,5}-[A-Za-z\d]{1,5}|[A-Za-z\d]{6,7})(?![\w-]))"
)
"""What may be a plate: three parts, or fewer when some are written as one."""
_APART: Final = Rule(_GAP)
_CONSONANTS: Final = frozenset("bdfghjklmnprstvxz")
_MEASURES: Final = frozenset({"km", "kg", "mg", "mb", "gb", "kb", "tb", "jr", "nr", "st", "hz", "ml", "mm", "vt"})
"""Two consonants in small letters that say something else."""
_MONTHS: Final = frozenset({"jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"})
_OLD: Final = (" jaar", " jarig")
_WORDS: Final = Rule(r"[^\W\d_]{2,40}")
_VEHICLES: Final = (
    "kenteken", "kentekens", "kent", "kentekennr", "kentekennummer", "kentekenplaat", "nummerbord", "nummerborden",
    "nummerplaat", "plaat", "auto", "autootje", "bus", "busje", "wagen", "scooter", "motor", "motorfiets", "taxi",
    "brommer", "brommobiel", "aanhanger", "caravan", "camper", "bolide", "pickup", "suv", "trekker", "camera",
    "anpr", "voertuig", "geparkeerd", "parkeert", "parkeerde", "rijdt", "reed", "bestuurder",
)  # fmt: skip
"""What has a number plate, or what is done with it; a word may end so as well (*vrachtwagen*)."""
_MAKES_OF_CARS: Final = """
volvo bmw golf polo opel ford fiat audi mercedes toyota peugeot renault citroen citroën kia seat skoda škoda
suzuki mazda nissan honda hyundai tesla dacia vw volkswagen mini smart jeep lexus mitsubishi porsche saab subaru
chevrolet daihatsu cupra iveco daf scania vespa piaggio yamaha harley landrover jaguar lancia alfa twingo clio
megane captur corsa astra vectra zafira passat touran caddy tiguan transporter fiesta transit mondeo yaris aygo
corolla panda punto picanto swift leon ibiza fabia octavia berlingo kangoo sprinter vito qashqai micra civic
sandero duster
"""
_MAKES: Final = frozenset(_MAKES_OF_CARS.split())
"""Makes of cars, and what many of them are called."""
_BEFORE, _BEHIND = 64, 40
"""Characters before and behind a plate in which a word for a car says so."""
_ROW: Final = Rule(r"(?: ?[,;/+&]| en| of)(?: en)? ?(?:(?:de|het|een|later) )?")
"""Between two plates of one row."""
_POSTCODE: Final = Rule(r"[1-9]\d{3}[A-Za-z]{2}")
_HOUSE_BEFORE: Final = Rule(
    r"(?:[^\W\d_]{3}['’.]? \d{1,5}(?:[- ]?(?:[a-z]{1,4}|\d{1,4}))?,? ?\n?|"
    r"\b(?:postcode|pc):? (?:is )?)\Z",
    SMALL,
)
_HOUSE_BEHIND: Final = Rule(r",? \d{1,4}[a-z]?(?=[.,;:)\n]|\Z)|,? (?:te |in )?([A-Z][\w-]{1,30})")
_LONGEST_HOUSE: Final = 20
"""Characters before a postcode in which the number of the house stands."""
_ABROAD: Final = Rule(
    r"\b(?:[Kk]enteken(?:nummer|plaat)?|[Nn]ummer(?:bord|plaat)|[A-Z][a-z]{2,9}e (?:plaat|auto|wagen|bus(?:je)?))"
    r"(?: uit [A-Z][a-z]{2,16})?(?: is| was| met|:|,){0,2} ([A-Z]{1,3}[- ](?:[A-Z]{1,3}[- ]?)?\d{2,5}[A-Z]{0,2}|"
    r"(?=[A-Z -]{0,6}\d)(?=[\d -]{0,6}[A-Z])[A-Z\d]{1,3}[- ][A-Z\d]{1,3}[- ][A-Z\d]{1,3})(?![\w-])"
)
_ABROAD_WORDS: Final = ("kenteken", "nummer", "plaat", "e auto", "e wagen", "e bus")
"""Without any of these there is no such plate."""


class _Plate(NamedTuple):
    """What has the shape of a plate, where it stands, and whether its letters can be of no word."""

    start: int
    end: int
    words: str
    series: str
    gaps: str
    without_vowels: bool


def plates(text: str) -> Iterator[Found]:
    """Yield every number plate in a text."""
    shaped = [one for one in _shaped(text) if not (is_of_a_thing(text, one.start) or _is_postcode(text, one))]
    levels = [_level(text, one) for one in shaped]
    for turned in (False, True):
        order = range(len(shaped))
        for one, other in pairwise(reversed(order) if turned else order):
            first, last = sorted((one, other))
            if levels[one] and _ROW.fullmatch(text[shaped[first].end : shaped[last].start]):
                levels[other] = levels[other] or levels[one]
    for plate, level in zip(shaped, levels, strict=True):
        if level:
            yield "KENTEKEN", plate.start, plate.end, level
    small = text.casefold()
    if any(word in small for word in _ABROAD_WORDS):
        yield from (("KENTEKEN", *found.span(1), RED) for found in _ABROAD.finditer(text))


def _shaped(text: str) -> Iterator[_Plate]:
    """Yield what has the shape of a plate, no two over each other."""
    last = 0
    for found in _MAY_BE.finditer(text):
        words = found[1]
        parts = _APART.compiled.split(words)
        shape = "-".join("".join("D" if letter.isdigit() else "L" for letter in part) for part in parts)
        series = shape if shape in _SERIES else _BARE.get(shape.replace("-", ""), "") if len(parts) < 3 else ""
        if not series or found.start() < last or text.startswith(_OLD, found.end(1)) or _is_date(parts):
            continue
        letters = {letter.casefold() for letter in words if letter.isalpha()}
        gaps = "".join(letter for letter in words if not letter.isalnum())
        last = found.end(1)
        yield _Plate(found.start(), last, words, series, gaps, letters <= _CONSONANTS)


def _is_date(parts: list[str]) -> bool:
    """Say whether the letters in the middle are of a month: *3-MEI-24*."""
    return len(parts) > 1 and parts[1].casefold() in _MONTHS


def _is_postcode(text: str, plate: _Plate) -> bool:
    """Say whether figures and letters, as plates had until 1973, stand beside a house or in a place."""
    if not _POSTCODE.fullmatch(plate.words):
        return False
    behind = _HOUSE_BEHIND.match(text, plate.end)
    if behind and (not behind[1] or behind[1].casefold() in places()):
        return True
    return _HOUSE_BEFORE.search(text, max(0, plate.start - _LONGEST_HOUSE), plate.start) is not None


def _level(text: str, plate: _Plate) -> str:
    """Return how sure it is that this is a plate by itself or beside a car; nothing when only a row can say so."""
    capitals = plate.words == plate.words.upper()
    measure = not capitals and not _MEASURES.isdisjoint(re.findall(r"[a-z]{2}", plate.words))
    if plate.gaps == "--" and capitals and (plate.without_vowels or plate.series not in _LATER):
        return RED
    if (capitals or " " not in plate.gaps or (plate.without_vowels and not measure)) and _beside_car(text, plate):
        return RED
    if plate.gaps == "--" and (capitals or (plate.without_vowels and not measure)):
        return RED if plate.series in _LATER and plate.without_vowels else AMBER
    if capitals and plate.without_vowels and plate.series in _LATER:
        if plate.gaps == "  ":
            return RED
        return AMBER if not plate.gaps and not text.startswith("#", plate.start - 1) else ""
    return ""


def _beside_car(text: str, plate: _Plate) -> bool:
    """Say whether a word for a car stands near."""
    around = f"{text[max(0, plate.start - _BEFORE) : plate.start]} {text[plate.end : plate.end + _BEHIND]}"
    words = [word.casefold() for word in _WORDS.compiled.findall(around)]
    return any(word.endswith(_VEHICLES) or word in _MAKES for word in words)
