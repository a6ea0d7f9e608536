"""Numbers of a case, or of somebody in a system: behind a word that says so, or by how offices write them."""

import re
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain.privacy_digits import digits_of, passes_eleven_test
from bouwstenen_app.domain.privacy_rules import AMBER, RED, SMALL, Found, Rule
from bouwstenen_app.domain.privacy_things import is_of_a_thing

_NO_VALUE: Final = (
    r"(?!(?:met|van|vanaf|voor|uit|over|door|onder|op|in|en|de|het|of|bij|om|tot|die|kwam|was|per|sinds|na|art|"
    r"id|nr|no|nummer) "
    r"?\d)"
)
"""Little words before a number that is of something else: *de meldcode is per 1-1-2019*."""
_VALUE: Final = _NO_VALUE + r"([a-z]{0,6}[ ./_-]?\d[\da-z]{0,14}(?:[./_-]{1,2}[\da-z]{1,14}){0,5})(?![\w])"
_CASE_NUMBERED: Final = Rule(
    r"\b([^\W\d_]{1,24}?(?:-verbaal)?)s?[- .]?(?:nummers?|nrs?|num|no|id|code)\b"
    r"(?: (?:van|voor) (?:(?:de|het|haar|zijn|een) )?[^\W\d_]{2,20}(?=,| is|:| was)| \([^()\d\n]{2,16}\))?"
    r",?[\s:#.=(“\"'-]{0,4}"
    r"(?:(?:is|was|van|het|de|melding|zaak|dossier|politie|om|met|luidt) ?[:=]? ?){0,3}" + _VALUE,
    SMALL,
)
_NUMBER_WORDS: Final = ("nummer", "nr", "num", "no", "id", "code")
"""Without any of these there is no such number."""
_THINGS: Final = """
zaak dossier cliënt client cliënten melding meld parket rekest rol beschikking procesverbaal proces-verbaal verbaal
pv registratie casu casus patiënt patient bvh mutatie incident aangifte behandel gezin vt zorg v corv onderzoek
kenmerk jeugd systeem relatie skn vreemdelingen inschrijf persoon case leerling hulpverlening bsd do dos raad om pat
aanmeld cjib rvdk politie rechtbank toevoeging gi jb rk verwijsindex corv huisverbod thv epd ecd
cl besluit intake verwijs traject bewoner coa ind ave wmo jeugdwet zvh
zsm mda reclassering klacht ots toevoeg
"""
_NUMBERED_THINGS: Final = frozenset(_THINGS.split())
"""What has a number that is of one person or one case; the s between the words is not of it."""
_ENDS_SO: Final = ("zaak", "dossier", "cliënt", "client", "melding", "systeem", "registratie", "casus", "onderzoek")
"""How a longer word for one of them ends: *strafzaak*, *jeugddossier*."""
_NO_CASES: Final = frozenset({"meldcode", "jeugdcode", "zorgcode"})
"""What has no number of one case, though its parts would say so."""
_CASE_WORDS: Final = (
    "zaak", "zaken", "dossier", "casus", "melding", "kenmerk", "parket", "verbaal", "pv", "mutatie",
    "aangifte", "incident",
    "registratie", "aanvraag", "cliënt", "patiënt", "bvh", "skn", "cjib", "onder", "bekend als", "beschikking",
    "rekest", "vonnis", "uitspraak", "verzoekschrift", "toevoeging", "klacht", "epd", "ecd", "huisverbod",
)  # fmt: skip
_CASE_CALLED: Final = Rule(
    r"\b(?:(?:straf|raads|jeugd|gezins|zorg|politie|kind(?:er)?|(?:cliënt|client|patiënt)(?:en)?|leerling|"
    r"hulpverlenings?|persoons|behandel|school|familie|rechts)?(?:zaak|zaken|dossiers?)|(?:zaak|dossier|casus)"
    r" van (?:de |het |een |haar |zijn )?[^\W\d_]{2,20}(?=:)|casus(?:sen)?|"
    r"(?:zorg|politie|crisis|kind)?melding|kenmerk|parket|proces-?verbaal|pv|"
    r"mutatie|aangifte|incident|registratie|aanvraag|cliënt|patiënt|bvh|skn|cjib|(?:raads)?onderzoek|beschikking|"
    r"rekest|vonnis|uitspraak|huisverbod|klacht|epd|ecd|"
    r"verzoekschrift|toevoeging|(?:onder|bekend als)(?= (?:nr|nummer)))"
    r"(?:[\s:#.(-]{1,3}|, (?=nr|nummer))"
    r"(?:(?:van |bij )?(?:de )?(?:politie|vt|veilig thuis|om|rvdk|rechtbank|gi|jb)[ :]{1,2})?"
    r"(?:(?:met |onder )?(?:het )?(?:nummer|nr\.?) |is )?" + _VALUE,
    SMALL,
)
_CASE_SHAPED: Final = Rule(
    r"(?<![\w/-])(?:[Pp][Ll][ -]?\d{4}[- ]?(?:20\d{2}[- ]?)?\d{6,10}(?:-\d{1,2})?|"
    r"\d{2} ?[/.-] ?\d{6} ?[-/.] ?\d{2}|"
    r"[CFHR] ?/? ?\d{2} ?/ ?\d{5,7}(?: ?/ ?[A-Z]{2} ?[A-Z]{2} ?\d{2}[-/]\d{1,5})?|"
    r"(?i:J\.?E\.?|FA|FJ|KG|HA|EA|ES)[ -]?(?i:RK|ZA)[ -]?\d{2}[-/]\d{1,5}|"
    r"[A-Z]{3} \d{2}/\d{3,5}|200\.\d{3}\.\d{3}[/-]\d{2}|"
    r"(?P<loose>(?i:VT|THV|HV|JB|JR|GI|CJG|CORV|RVDK)"
    r"(?:\d{2}\.(?!(?:19|20)\d{2}(?!\d))\d{4,6}|[ .-]?(?:\d{2}[-/]|20\d{2}[-/.])(?!(?:19|20)\d{2}(?!\d))\d{3,6}|"
    r"20[0-4]\d{5,7}| ?0\d{3,6})|"
    r"[A-Z]{1,5} ?[-_/] ?(?:(?:19|20)\d{2}|\d{2}) ?[-_./] ?(?!(?:19|20)\d{2}(?!\d))\d{3,8}|"
    r"[A-Z]{1,5}[-_](?!(?:19|20)\d{2}[/_-])\d{4,8}(?:/[12]\d|[-_/]20[0-4]\d)|"
    r"[A-Z]{1,5}20[0-4]\d[-/.](?:\d{2}-)?(?!20\d{2}(?!\d))\d{4,8}|20[0-4]\d[-/][A-Z]{1,5}[-/]\d{4,8})|"
    r"Z[-./]?(?:20)?\d{2}[-./]\d{4,8}|ZK-?\d{5,10})(?![\w-])"
)
"""How the police, the prosecution, courts, offices and municipalities write the number of a case."""
_MAY_BE_SHAPED: Final = Rule(
    r"\d{5}|[A-Z][ ./_-]{0,2}\d|\d[-/][A-Z]|\.\d{3}\.\d|\b(?:rk|za|vt|thv|hv|jb|jr|gi|cjg|corv|rvdk)[ .-]?\d"
)
"""Without it there is no such number."""
_PUBLISHED: Final = Rule(r"\bECLI:NL:(?:RB|GH)[A-Z]{2,4}:\d{4}:[A-Z\d]{1,8}\b")
"""A judgment of a court of first or second instance: published without names, but of one family all the same.
Those of the highest courts are cited as law is, and are no alarm."""
_CODED: Final = Rule(
    r"(?<![\w/.,-])(?<!€ )(?:[A-Z]{1,4}-(?!(?:19|20)\d{2}(?!\d))\d{6,8}|20[0-3]\d{7}|"
    r"20[0-4]\d[-/]\d{5,7})(?![\w-]|[/.,]\d)"
)
"""Letters, a hyphen and many digits: the number of something; or a year and a count, as offices write."""
_YEARS: Final = Rule(r"(?:[A-Za-z]{1,6}[ ._/-])?(?:19|20)(\d{2})(?:[-/](?:(?:19|20)?(\d{2})))?")
_A_DATE: Final = Rule(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})|(?:19|20)\d{2}-\d{2}-\d{2}")
_FIGURE_BEHIND: Final = Rule(
    r" ?(?:%|procent|keer|euro|meldingen|gezinnen|kinderen|deelnemers|personen|mensen|jongeren|ouders|vrouwen|"
    r"mannen|dagen|weken|maanden|jaar|uur|stappen)\b"
)
_A_PHONE: Final = Rule(r"0\d{1,3}[- ]?\d{6,8}")
"""Behind a word for a case, and yet a number to call: *cliënt 0612345678*."""
_OF_SOMETHING_ELSE: Final = Rule(r"(?:bsn|sofi|tel|mob)[ ./_-]?\d", SMALL)
"""Behind a word for a case, but it says itself what it is: *casus BSN 111222333*."""
_LETTERED: Final = Rule(r"[A-Z]{1,5}[-/.]\d{4,8}")
"""Fewer digits are enough for it, but not three: a building block has them (*RH-002*)."""
_DOCUMENT: Final = Rule(
    r"\b(?:paspoort|id-?kaart|identiteits(?:kaart|bewijs)|rijbewijs|verblijfsdocument|document)"
    r"(?:nummer|nr\.?)?(?: is|:)? ([A-Z]{2}[A-Z\d]{6}\d|\d{10})(?!\w)",
    SMALL,
)
"""The number of a paper that says who somebody is."""
_DOCUMENT_WORDS: Final = ("paspoort", "kaart", "bewijs", "document")
_NEXT: Final = Rule(
    r"(?:,| en| of| &|/) ?([A-Za-z]{0,6}[ ./_-]?\d[\dA-Za-z]{0,14}(?:[./_-]{1,2}[\dA-Za-z]{1,14}){0,5})(?![\w])"
)
"""Another number in a row."""
_FIGURE: Final = Rule(r"\d")
_LETTER: Final = Rule(r"[^\W\d_]")
_FEWEST, _FEWEST_CALLED = 3, 5
"""Digits of a number behind *zaaknummer*, and behind *zaak* alone."""


def case_numbers(text: str) -> Iterator[Found]:
    """Yield every number of a case, a file or a person in a system."""
    for one in _single(text):
        yield one
        yield from _row_behind(text, one)


def _single(text: str) -> Iterator[Found]:
    small = text.casefold()
    for found in _CASE_NUMBERED.finditer(text) if any(word in small for word in _NUMBER_WORDS) else ():
        if _is_numbered(found) and not _A_DATE.fullmatch(found[2]):
            yield "ZAAKNUMMER", *found.span(2), RED
    for found in _CASE_SHAPED.finditer(text) if _MAY_BE_SHAPED.search(text) else ():
        if not found["loose"] or not is_of_a_thing(text, found.start()):
            yield "ZAAKNUMMER", *found.span(), RED
    for found in _CODED.finditer(text):
        if not is_of_a_thing(text, found.start()):
            yield "ZAAKNUMMER", *found.span(), AMBER
    if any(word in small for word in _DOCUMENT_WORDS):
        yield from (("ZAAKNUMMER", *found.span(1), RED) for found in _DOCUMENT.finditer(text))
    if "ECLI" in text:
        yield from (("ZAAKNUMMER", *found.span(), AMBER) for found in _PUBLISHED.finditer(text))
    for found in _CASE_CALLED.finditer(text) if any(word in small for word in _CASE_WORDS) else ():
        if _is_called(found[1]) and not _FIGURE_BEHIND.match(text, found.end()):
            yield "ZAAKNUMMER", *found.span(1), RED


def _is_called(value: str) -> bool:
    """Say whether what stands behind a word for a case may be its number."""
    years = _YEARS.fullmatch(value)
    if years and (years[2] is None or years[2] >= years[1]):
        return False
    if _A_DATE.fullmatch(value) or _A_PHONE.fullmatch(value) or _OF_SOMETHING_ELSE.match(value):
        return False
    return len(digits_of(value)) >= _FEWEST_CALLED or _LETTERED.fullmatch(value) is not None


def _row_behind(text: str, last: Found) -> Iterator[Found]:
    """Yield the numbers that stand in a row with one, written as it is: *dossiers VT-1188 en VT-1190*."""
    kind, start, end, level = last
    shape = _shape(text[start:end])
    while (found := _NEXT.match(text, end)) and _shape(found[1]) == shape:
        end = found.end()
        yield kind, *found.span(1), level


def _shape(number: str) -> str:
    """Return how a number is written: a figure for every figure, a letter for every letter."""
    return _LETTER.compiled.sub("a", _FIGURE.compiled.sub("0", number))


def _is_numbered(found: re.Match[str]) -> bool:
    """Say whether the word before *nummer* is of one case or one person."""
    thing, digits = found[1].casefold(), digits_of(found[2])
    if thing == "persoon" and passes_eleven_test(digits[-9:]):
        return False
    if len(digits) < _FEWEST or found[0].casefold().startswith(tuple(_NO_CASES)):
        return False
    return not {thing, f"{thing}s"}.isdisjoint(_NUMBERED_THINGS) or thing.endswith(_ENDS_SO)
