"""Where somebody lives: a street with a number, a postcode, and a number in a street that everyone knows."""

import re
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain.privacy_allowed import no_names, places
from bouwstenen_app.domain.privacy_likely_places import COUNTED, OF_A_MEETING, UNIT, likely_places
from bouwstenen_app.domain.privacy_rules import AMBER, RED, SMALL, Found, Rule
from bouwstenen_app.domain.privacy_surnames import clear_surnames
from bouwstenen_app.domain.privacy_words import NOT_BEFORE

_SURE: Final = (
    "straat",
    "straatje",
    "laan",
    "gracht",
    "plein",
    "singel",
    "kade",
    "dreef",
    "steeg",
    "plantsoen",
    "weg",
)
"""Last parts of a street name that are enough in small letters."""
_CAPITAL: Final = (
    *_SURE,
    "strasse", "straße", "akker", "allee", "baan", "beek", "berg", "bos", "boulevard", "brink", "burg", "daal",
    "dijk", "donk",
    "driesch", "enk", "erf", "es", "gaarde", "graaf", "haven", "heide", "hoek", "hoeve", "hof", "horst", "hove",
    "kamp", "kwartier", "land", "lei", "markt", "meent", "molen", "oord", "pad", "park", "passage", "poort",
    "rade", "rak", "ring", "sloot", "stede", "straatje", "terras", "tuin", "vaart", "veld", "waard", "wal",
    "warande", "water", "weem", "wei", "weide", "werf", "zoom",
)  # fmt: skip
"""Last parts that need a capital letter as well."""
_SHORT_PARTS: Final = frozenset(
    {"es", "lei", "rak", "wei", "land", "berg", "water", "graaf", "bos", "beek", "markt", "ring", "burg"}
)
"""Parts that end many other words: they count behind *op*, *aan* and *in* only."""
_NO_STREET: Final = frozenset(
    {
        "achterweg",
        "beweg",
        "busbaan",
        "doodlopendeweg",
        "dreef",
        "dwaalweg",
        "gracht",
        "halverwege",
        "heenweg",
        "hoofdweg",
        "hulpweg",
        "juli",
        "kade",
        "laan",
        "leerweg",
        "leidraad",
        "loopbaan",
        "maandag",
        "middenweg",
        "omweg",
        "onderweg",
        "overweg",
        "plein",
        "schoolplein",
        "singel",
        "snelweg",
        "speelplein",
        "spoorweg",
        "steeg",
        "straat",
        "straatweg",
        "terugweg",
        "toeweg",
        "uitweg",
        "vanweg",
        "weg",
        "werkweg",
        "ziekenhuis",
        "zijweg",
        "zorgweg",
    }
)

_ADDITION: Final = r"(?: ?-?(?:hs|huis|bis|[IV]{1,3}|[a-zA-Z])(?!\w)|-\d{1,4}(?!\w))"
"""What is added to the number of a house: *12-II*, *231 bis*, *3hs*."""
_NUMBERED: Final = Rule(
    r"(?<![\w-])([^\W\d_](?:[^\W\d_]|['’-]){2,40}\.?)"
    r"(?:,? \(?(?:op )?(?:(?:huis)?nr\.?|nummer|no\.|huisnummer))? {0,2}"
    r"(?:(?<=[ .])|(?<=nr))(\d{1,5})(?:[-/ ]?(?:hs|huis|bis|[a-zA-Z]|[IV]{1,3})(?![\w/-])|-\d{1,4})?"
    r"(?![\w%€]|[.,:]\d)"
)
_LONG_NAME: Final = Rule(
    r"\b(?:[A-Z][a-z]{2,20}(?:baan|weg|laan|straat|singel|dijk|kade|gracht|plein)"
    r"(?=[ -](?:West|Oost|Noord|Zuid)\b)|"
    r"Rue|Avenue|Chaussée|Laan|Plein|Weg|Straat|Hof|Dreef|Kade|Park|Pad|Singel|(?:Korte|Lange|Oude|Nieuwe|Grote|Kleine|Hoge|Lage)"
    r"(?= (?:Gracht|Straat|Weg|Plein|Laan|Markt|Kade|Dijk|Singel|Haven|Steeg|Hof))|"
    r"(?:(?<=[Oo]p )|(?<=[Aa]an )|(?<=[Aa]an de )|(?<=[Oo]p de )|(?<=[Bb]ij de ))"
    r"(?:Korte|Lange|Oude|Nieuwe|Grote|Kleine|Hoge|Lage|Achter|Het|De))"
    r"(?: (?:van|der|de|den|het|'t|ten|ter|la|du|des)){0,3}[ -][A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30})? \d{1,5}"
    rf"{_ADDITION}?(?![\w%]|[.,:]\d)"
)
_NAMED_PLACE: Final = Rule(
    r"(?<!\w)(?:(?:De|Het|['’][Tt]) (?:Dreef|Brink|Plein|Hof|Laan|Markt|Kade|Dijk|Singel|Haven|Wal|Poort|"
    r"Steeg|Kamp|Veld|Weide|Werf|Akker|Hoeve|Meent|Gaarde|Terp|Hoek|Ring|Weg|Straat|Gracht|Horst|Heide|Vaart|Tuin|Bongerd|"
    r"Boomgaard|Hoog|Hoogt|Laag|Zand|Veen|Hout|Bos|Water|Eiland|Erf|Pad|Park)|It [A-Z][^\W\d_]{2,24}|"
    r"(?:Plein|Laan|Weg|Park) (?:19|18)\d{2},?(?: nr\.?| nummer)?) \d{1,4}"
    rf"{_ADDITION}?(?![\w%/]|[.,:]\d)"
)
"""A street that is called after no more than one word of a place (*De Dreef*), in Frisian, or after a year."""
_NAMED: Final = ("De ", "Het ", "It ", "'t ", "’t ", "'T ", "’T ", "Plein ", "Laan ", "Weg ", "Park ")
"""Without any of these there is no such street."""
_LONG_WORDS: Final = (
    "rue ", "avenue ", "baan ", "-west ", "-oost ", "-noord ", "-zuid ", "laan ", "plein ",
    "weg ", "straat ", "hof ", "dreef ", "kade ", "park ", "pad ", "singel ", "korte ", "lange ",
    "oude ", "nieuwe ", "grote ", "kleine ", "hoge ", "lage ", "achter ", " het ", " de ",
)  # fmt: skip
_LIVING: Final = (
    "woon", "wonen", "adres", "verblijft", "pand", "woning", "appartement", "flat", "verhuisd", "ingeschreven",
    "opgehaald", "standplaats", "safehouse", "huisbezoek", "brp", "boerderij", "logeert", "huurt", "overnacht",
)  # fmt: skip
"""Without any of these the rules above and below find nothing."""
_AFTER_LIVING: Final = Rule(
    r"\b(?i:woon(?:t|de|den|achtig)|wonend|wonende|wonen|\w{0,16}adres(?:je|onderzoek)?|safehouse|huisbezoek|brp|verblijft|pand|woning|appartement|flat|"
    r"verhuisd(?:e)? (?:naar|van)|ingeschreven|opgehaald|woonwagen|woonboot|standplaats|boerderij|logeert|huurt|"
    r"overnacht)\b(?::\n)?[^.!?\n\d]{0,40}?"
    r"((?:[A-Z'’][\w'’.-]{0,30} (?:(?:de|van|der|den|het|in) ){0,2}){1,4}\d{1,5}"
    rf"{_ADDITION}?)(?![\w%]|[.,:]\d)"
)
_ROADS: Final = Rule(r"straat|laan|weg|plein|gracht|kade|singel|dreef", SMALL)
_TURNED: Final = Rule(
    r"\b(?:huis)?(?:nummer|nr\.?) \d{1,4}[a-z]?,? (?:(?:in|aan|van|op) )?(?:de |het )?"
    r"\w{2,30}(?:straat|laan|weg|plein|gracht|kade|singel|dreef)\b|"
    r"\b\w{2,30}(?:straat|laan|plein|gracht|kade|singel|dreef)(?:\d{1,4}[a-z]?\b|"
    r",? (?:huis)?(?:nummer|nr\.?) (?:een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|"
    r"\w{2,8}tien|twintig)\b)",
    SMALL,
)
"""The number before the street, glued to it, or in words."""
_POSTCODE: Final = Rule(r"(?<![\w.,€-])(?<!€ )([1-9]\d{3}) ?([A-Z]{2})(?=\d{1,4}(?![\w-])|(?![\w-]))")
_POSTCODE_AT_ALL: Final = Rule(r"\d{4} ?[A-Za-z]{2}")
_LITTLE: Final = "en|op|of|is|in|te|om|we|ze|ik|na|de|er|zo|nu|ja|uw|je|al"
"""Words of two letters, that stand behind a number."""
_POSTCODE_SMALL: Final = Rule(
    rf"\b(?:postcode|pc)(?: is|:)? ([1-9]\d{{3}}(?: (?!(?:{_LITTLE})\b))?[a-z]{{2}})(?!\w)|"
    r"(?<![\w.,])([1-9]\d{3}[a-z]{2} "
    r"\d{1,4}[a-z]?)(?!\w)|"
    r"(?<![\w.,])([1-9]\d{3} "
    rf"(?!{_LITTLE}|km|kg|st)"
    r"[a-z]{2},? (?:huis)?(?:nr\.?|nummer) ?\d{1,4}[a-z]?)(?!\w)|"
    r"(?<![\w.,])((?!19|20)[1-9]\d{3} (?!km|kg|mg|mb|gb|kb|jr|nr|st|vt|hz|ml|mm|cm|pk|tv|pc|wk|bv|vs|tm|nl)"
    r"[bcdfghj-nprstv-xz]{2},? \d{1,3}[a-z]?(?![\w%/-]|[.,:]\d| [a-zë]{4,24}(?:en|s)\b))",
    SMALL,
)
_NUMBER_BEHIND: Final = Rule(
    r"(?:,? ?|/)(?:(?:huis)?nr\.? ?|(?:huis)?nummer )?\d{1,4}(?:[a-z]|-\d{1,3})?(?![\w%-]|[.,:]\d)", SMALL
)
_ABBREVIATED: Final = Rule(r" [A-Z]{2,5}(?!\w)")
_PLACE_BEHIND: Final = Rule(r",? (?:te |in )?((?:Den |Ter |Bergen op |Hoek van |aan den )?[A-Z][\w-]{1,30})")
_UNREAL: Final = frozenset({"SS", "SD", "SA"})
"""Letters that no postcode has."""
_ABBREVIATIONS: Final = frozenset(
    {
        "VT",
        "OM",
        "GI",
        "RK",
        "JB",
        "JR",
        "HG",
        "KM",
        "MC",
        "AM",
        "PM",
        "EU",
        "NL",
        "JZ",
        "CJ",
        "GZ",
        "MW",
        "WO",
        "CM",
        "KB",
        "MB",
        "GB",
        "UK",
        "TV",
    }
)
"""Two letters that more often say something else."""
_ASKED: Final = Rule(
    r"(?:postcode|pc|woont|wonend|woonachtig|adres|straat|laan|weg|plein)\b[^.!?\n]{0,30}\Z", SMALL
)
_PART: Final = r"(?:(?:[A-Z][\w'’-]{1,24}|[A-Z][a-z]{0,4}\.) ?(?:(?:de|van|der|den|ten|ter) ){0,2})"
_BEFORE_STREET: Final = Rule(rf"(?:(?<!\w)\d{{1,2}}(?:e|de|ste) {_PART}{{0,3}}|{_PART}{{1,3}})\Z")
"""The words of a street before the last one: *2e Jan van der …straat*, *Burg. …plein*."""
_ON: Final = Rule(r"\b(?:op|aan|in|bij|van|naar|de|het)\s\Z", SMALL)
_LONGEST_BEFORE: Final = 60
_NAME_BEGINS: Final = Rule(r"(?<= )(?:Van|De|Den|Ter|Ten)\b")
"""A particle with a capital: what stands before it is not of the street (*Bezoek Van Speijkstraat 1*)."""
_STREETS_BEGIN: Final = frozenset(
    {"prins", "prinses", "koning", "koningin", "burgemeester", "dokter", "dr", "mr", "prof", "notaris", "wethouder"}
    | {"eerste", "tweede", "derde", "vierde"}
    | {"sint", "oranje", "van", "oude", "nieuwe", "vrouw", "vier", "drie", "twee", "zeven", "juli"}
)
"""Words that are no name of a person and yet begin the name of a street."""
_LIVE: Final = frozenset(
    {
        "huisbezoek",
        "woont",
        "woonde",
        "wonen",
        "wonend",
        "verblijft",
        "slaapt",
        "huurt",
        "logeert",
        "adres",
        "verhuisd",
    }
)
"""What somebody does at an address; with a capital only as it begins a sentence."""


_BOX: Final = Rule(r"\b(?:postbus|antwoordnummer) \d{1,6},? ?\Z", SMALL)
"""Before a postcode where nobody lives."""
_HOUSE: Final = Rule(
    r"(?:['’][TtSs] )?[A-Z](?:[\w'’.-]{1,30} (?:(?:van|de|der|den|het|in|ten|ter|la|[A-Z][\w'’.-]{1,30}) ){0,4})"
    r"\d{1,4}(?:[- ]?(?:hs|huis|bis|[a-zA-Z]|[IV]{1,3})|[- ]\d{1,4})?,? ?\Z"
)
"""A street and a number right before a postcode, whatever the street is called."""
_JOINED: Final = Rule(r",? ?\n?")


def addresses(text: str) -> Iterator[Found]:
    """Yield every address in a text; a postcode is one with the street before it."""
    last: Found | None = None
    for one in sorted(_parts(text), key=_where):
        if last and (one[1] < last[2] or (_is_postcode(text, one) and _JOINED.fullmatch(text[last[2] : one[1]]))):
            last = (last[0], last[1], max(last[2], one[2]), min(last[3], one[3], key=(RED, AMBER).index))
            continue
        if last:
            yield last
        last = one
    if last:
        yield last


def _where(one: Found) -> tuple[int, int]:
    return one[1], one[2]


def _is_postcode(text: str, one: Found) -> bool:
    return one[3] == RED and _POSTCODE.match(text, one[1]) is not None


def _parts(text: str) -> Iterator[Found]:
    small = text.casefold()
    for pattern, words in ((_LONG_NAME, _LONG_WORDS), (_AFTER_LIVING, _LIVING)):
        for found in pattern.finditer(text) if any(word in small for word in words) else ():
            start, end = found.span(found.re.groups)
            if not UNIT.match(text, end) and not _is_no_street(found[found.re.groups]):
                yield "ADRES", start, end, RED
    for found in _NAMED_PLACE.finditer(text) if any(word in text for word in _NAMED) else ():
        if not (UNIT.match(text, found.end()) or COUNTED.match(text, found.end())):
            yield "ADRES", *found.span(), RED
    for found in _NUMBERED.finditer(text):
        if _is_street(text, found):
            yield "ADRES", _start_of(text, found.start()), found.end(), RED
    yield from _postcodes(text)
    for found in _TURNED.finditer(text) if _ROADS.search(text) else ():
        yield "ADRES", *found.span(), RED
    yield from likely_places(text)


def _is_street(text: str, found: re.Match[str]) -> bool:
    word = found[1]
    small = word.casefold().rstrip(".")
    if small in _NO_STREET or small in places() or small in no_names() or UNIT.match(text, found.end()):
        return False
    if small.endswith(("str", "ln")) and word[0].isupper() and word.endswith("."):
        return True
    if small.endswith(("str", "pln")) and len(small) > 5:
        return True
    if small.endswith(("ln", "wg", "grcht")) and len(small) > 5 and word[0].isupper():
        return True
    part = next((part for part in _CAPITAL if small.endswith(part) and len(small) > len(part) + 1), "")
    if not part or (len(found[2]) == 4 and found[2][:2] in ("19", "20")):
        return False
    if part in _SURE:
        return word[0].isupper() or len(small) > len(part) + 2
    on = _ON.search(text, max(0, found.start() - 5), found.start())
    return word[0].isupper() and small not in clear_surnames() and (part not in _SHORT_PARTS or on is not None)


def _is_counted(text: str, number: re.Match[str]) -> bool:
    """Say whether figures stand in a row here, each with its abbreviation: *4512 MH, 1033 KM*."""
    return number[0].startswith(",") and _ABBREVIATED.match(text, number.end()) is not None


def _is_no_street(address: str) -> bool:
    """Say whether the number is a year, or the word before it is no street (*ingeschreven voor Sessie 3*)."""
    word = address.casefold().split()[0]
    return re.search(r" (?:19|20)\d{2}\Z", address) is not None or (
        len(address.split()) == 2 and (word in OF_A_MEETING or word in NOT_BEFORE or word in no_names())
    )


def _start_of(text: str, street: int) -> int:
    """Return where the name of a street begins that has more words (*Burg. de Vlugtlaan*)."""
    before = text[max(0, street - _LONGEST_BEFORE) : street]
    found = _BEFORE_STREET.search(before)
    named = _NAME_BEGINS.search(found[0]) if found else None
    if found and named:
        return street - len(before) + found.start() + named.start()
    while found and _is_before_name(found[0].split(maxsplit=1)[0].casefold()):
        found = _BEFORE_STREET.search(before, found.start() + len(found[0].split(maxsplit=1)[0]) + 1)
    return street - len(before) + found.start() if found else street


def _is_before_name(word: str) -> bool:
    return word in _LIVE or word.endswith("adres") or (word in no_names() and word not in _STREETS_BEGIN)


def _postcodes(text: str) -> Iterator[Found]:
    for found in _POSTCODE.finditer(text):
        number = _NUMBER_BEHIND.match(text, found.end())
        place = _PLACE_BEHIND.match(text, found.end())
        asked = _ASKED.search(text[max(0, found.start() - _LONGEST_BEFORE) : found.start()])
        in_place = (
            place is not None
            and (place[1].casefold() in places() or place[1].startswith(("Den ", "Ter ")))
            and found[2] not in _ABBREVIATIONS
        )
        unit = number is not None and UNIT.match(text, number.end()) is not None
        box = _BOX.search(text, max(0, found.start() - _LONGEST_BEFORE), found.start())
        house = _HOUSE.search(text, max(0, found.start() - _LONGEST_BEFORE), found.start())
        if found[2] in _UNREAL or (found[2] in _ABBREVIATIONS and not (asked or house)) or box:
            continue
        start = house.start() if house else found.start()
        if number and not unit and not _is_counted(text, number):
            yield "ADRES", start, number.end(), RED
        elif asked or in_place or house:
            yield "ADRES", start, place.end() if place and (in_place or house) else found.end(), RED
    for found in _POSTCODE_SMALL.finditer(text) if _POSTCODE_AT_ALL.search(text) else ():
        yield "ADRES", *found.span(found.lastindex or 0), RED
