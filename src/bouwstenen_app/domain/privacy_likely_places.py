"""Where somebody may live: what is no street for sure, and so amber."""

import re
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain.privacy_allowed import no_names, places
from bouwstenen_app.domain.privacy_rules import AMBER, SMALL, Found, Rule
from bouwstenen_app.domain.privacy_words import NOT_BEFORE

_UNITS: Final = (
    r"keer|x|maal|jaar|jaren|maanden?|weken|week|dagen|dag|uur|uren|minuten|procent|euro|meter|km|"
    r"kilometer|kinderen|gezinnen|mensen|huizen|huishoudens|"
    r"woningen|meldingen|organisaties|partners|stappen|bouwstenen|sessies|deelnemers|tafels|plekken|"
    r"teams|buren|jongeren|ouders|"
    r"incidenten|aanhoudingen|scholen|bewoners|personen|adressen|camera’s|cellen"
)
UNIT: Final = Rule(rf" ?(?:{_UNITS}|(?:van|op) de \d{{1,3}})\b")
"""Behind a number that counts something, even behind the name of a street: *in de Kerkstraat 12 keer*."""
_GOES_ON: Final = Rule(rf" ?(?:{_UNITS}|van de|op de|tot|t/m|en \d|bij)\b")
"""Behind a number that is of no house, where the word before it is no street for sure."""
COUNTED: Final = Rule(r" (?!ingeschreven|gebleven|gevonden)[a-zë]{4,24}(?:en|s)\b")
"""More than one of something: the number before it counts."""
_CAPITAL_AND_NUMBER: Final = Rule(r"[A-Z][a-z]{2,24} \d")
_UNSURE: Final = Rule(
    r"\b(?:(?:(?:[Oo]p|[Aa]an|[Nn]aar|[Bb]ij|[Aa]chter|[Oo]nder|[Tt]ussen)(?: de| den| het)?|"
    r"(?:[Uu]it|[Ii]n) (?:de|het)) "
    r"([A-Z][a-z]{2,24}) \d{1,3}(?:[ -]?[a-hA-H])?|"
    r"((?:(?:Oude|Nieuwe|Korte|Lange|Grote|Kleine|Hoge|Lage) )[A-Z][a-z]{2,24}) \d{1,3}"
    r"(?:[ -]?(?:bis|hs|[a-hA-H]))?|"
    r"([A-Z][a-z]{2,24}) \d{1,3}(?: ?[a-hA-H]|[- ]\d{1,3})?,? (?:in |te )?"
    r"([A-Z][a-z]{1,20}(?: [A-Z][a-z]{1,20})?)|"
    r"([A-Z][a-z]{2,20}(?:borg|brug|burcht|dam|einde|gouw|haag|heem|hegge|heuvel|hout|kreek|meer|sluis|"
    r"stee|veen|vliet|wetering|markt|burg|kwartier)) \d{1,3}(?:[ -]?(?:bis|hs|[a-hA-H]))?)(?![\w%/-]|[.,:]\d)"
)
"""A word with a capital and a number, where a street may stand."""
OF_A_MEETING: Final = frozenset(
    {
        "actie",
        "bijeenkomst",
        "blok",
        "bouwsteen",
        "dag",
        "dagdeel",
        "dia",
        "flap",
        "kaart",
        "kaartje",
        "module",
        "niveau",
    }
    | {
        "oefening",
        "opdracht",
        "pagina",
        "regel",
        "sessie",
        "sheet",
        "slide",
        "subgroep",
        "taak",
        "thema",
        "training",
    }
    | {
        "versie",
        "week",
        "scenario",
        "situatie",
        "voorbeeld",
        "stelling",
        "foto",
        "figuur",
        "plaat",
        "kolom",
        "rij",
        "cel",
        "werkgroep",
        "workshop",
        "windows",
        "teams",
        "kader",
        "zone",
        "locatie",
        "lijn",
        "bus",
        "tram",
        "trein",
        "perron",
        "spoor",
        "corona",
        "covid",
    }
)
"""What is counted off with a number behind it."""
_NEAR_NUMBER: Final = Rule(
    r"\b(?:(?:op|bij|van|uit|naast) (?:huis)?(?:nummer|nr\.?)|huisn(?:ummer|r\.?))(?: is)? "
    r"(\d{1,4}[a-z]?|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|\w{2,8}tien|"
    r"twintig)(?![\w-])",
    SMALL,
)
_WITHIN: Final = Rule(
    r"\b(?:chalet|stacaravan|bungalow|vakantiehuisje|kampeerplek|standplaats|appartement|kavel)"
    r"(?: nr\.?| nummer)? \d{1,4}[a-z]?(?![\w%]|[.,:]\d)|"
    r"(?:(?<=adres: )|(?<=adres is )|(?<=adres = )|(?<=adres[=:]))(?!zie )"
    r"(?:[a-z'’]{2,12} ){0,2}[a-z'’-]{4,24} \d{1,4}[a-z]?(?![\w%]|[.,:]\d)",
    SMALL,
)
"""A number on a park for holidays or in a building; or what is called an address, in small letters."""
_WITHIN_WORDS: Final = (
    "chalet", "caravan", "bungalow", "huisje", "kampeerplek", "standplaats", "appartement", "kavel", "adres",
)  # fmt: skip
_HOME: Final = Rule(r"straat|woon|gezin|buren|buurvrouw|buurman|flat|huis|portiek|laan|moeder|vader|dorp", SMALL)
_AROUND: Final = 60


def likely_places(text: str) -> Iterator[Found]:
    """Yield what may be an address: a word with a number behind it, or a number in a street that everyone knows."""
    for found in _UNSURE.finditer(text) if _CAPITAL_AND_NUMBER.search(text) else ():
        if _may_be_street(text, found):
            yield "ADRES", found.start(3 if found[4] else found.lastindex or 0), found.end(), AMBER
    for found in _NEAR_NUMBER.finditer(text) if "nummer" in text or "nr" in text.casefold() else ():
        around = text[max(0, found.start() - _AROUND) : found.end() + _AROUND]
        if _HOME.search(around):
            yield "ADRES", *found.span(), AMBER
    small = text.casefold()
    for found in _WITHIN.finditer(text) if any(word in small for word in _WITHIN_WORDS) else ():
        if not (_GOES_ON.match(text, found.end()) or COUNTED.match(text, found.end())):
            yield "ADRES", *found.span(), AMBER


def _may_be_street(text: str, found: re.Match[str]) -> bool:
    word = (found[1] or found[2] or found[3] or found[5]).casefold()
    if (
        word in no_names()
        or word in NOT_BEFORE
        or word in OF_A_MEETING
        or (found[4] and found[4].casefold() not in places())
    ):
        return False
    return not (_GOES_ON.match(text, found.end()) or COUNTED.match(text, found.end()))
