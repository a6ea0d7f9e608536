"""Numbers of a case, or of somebody in a system: behind a word that says so, or by how offices write them."""

import re
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain.privacy_digits import digits_of, passes_eleven_test
from bouwstenen_app.domain.privacy_rules import AMBER, RED, SMALL, Found, Rule

_NO_VALUE: Final = (
    r"(?!(?:met|van|vanaf|voor|uit|over|door|onder|op|in|en|de|het|of|bij|om|tot|die|kwam|was|per|sinds|na|art|"
    r"id|nr|no|nummer) "
    r"?\d)"
)
"""Little words before a number that is of something else: *de meldcode is per 1-1-2019*."""
_VALUE: Final = _NO_VALUE + r"([a-z]{0,6}[ ./_-]?\d[\da-z]{0,14}(?:[./_-]{1,2}[\da-z]{1,14}){0,5})(?![\w])"
_CASE_NUMBERED: Final = Rule(
    r"\b([^\W\d_]{1,24}?(?:-verbaal)?)s?[- .]?(?:nummers?|nrs?|num|no|id|code)\b[\s:#.=(“\"'-]{0,4}"
    r"(?:(?:is|was|van|het|de|melding|zaak|dossier|politie|om|met|luidt) ?[:=]? ?){0,3}" + _VALUE,
    SMALL,
)
_NUMBER_WORDS: Final = ("nummer", "nr", "num", "no", "id", "code")
"""Without any of these there is no such number."""
_THINGS: Final = """
zaak dossier cliënt client cliënten melding meld parket rekest rol beschikking procesverbaal proces-verbaal verbaal
pv registratie casu casus patiënt patient bvh mutatie incident aangifte behandel gezin vt zorg v corv onderzoek
kenmerk jeugd systeem relatie skn vreemdelingen inschrijf persoon case leerling hulpverlening bsd do dos raad om pat
aanmeld cjib rvdk politie rechtbank toevoeging gi jb
"""
_NUMBERED_THINGS: Final = frozenset(_THINGS.split())
"""What has a number that is of one person or one case; the s between the words is not of it."""
_ENDS_SO: Final = ("zaak", "dossier", "cliënt", "client", "melding", "systeem", "registratie", "casus", "onderzoek")
"""How a longer word for one of them ends: *strafzaak*, *jeugddossier*."""
_NO_CASES: Final = frozenset({"meldcode", "jeugdcode", "zorgcode"})
"""What has no number of one case, though its parts would say so."""
_CASE_WORDS: Final = (
    "zaak", "dossier", "casus", "melding", "kenmerk", "parket", "verbaal", "pv", "mutatie", "aangifte", "incident",
    "registratie", "aanvraag", "cliënt", "patiënt", "bvh", "skn", "cjib", "onder", "bekend als", "beschikking",
    "rekest", "vonnis", "uitspraak", "verzoekschrift", "toevoeging",
)  # fmt: skip
_CASE_CALLED: Final = Rule(
    r"\b(?:zaak|dossier|casus|melding|kenmerk|parket|proces-?verbaal|pv|mutatie|aangifte|incident|"
    r"registratie|aanvraag|cliënt|patiënt|strafzaak|bvh|skn|cjib|(?:raads)?onderzoek|beschikking|rekest|vonnis|uitspraak|"
    r"verzoekschrift|toevoeging|(?:onder|bekend als)(?= (?:nr|nummer)))"
    r"[\s:#.(-]{1,3}(?:(?:van |bij )?(?:de )?(?:politie|vt|veilig thuis|om|rvdk|rechtbank|gi|jb)[ :]{1,2})?"
    r"(?:(?:met |onder )?(?:het )?(?:nummer|nr\.?) |is )?" + _VALUE,
    SMALL,
)
_CASE_SHAPED: Final = Rule(
    r"(?<![\w/-])(?:[Pp][Ll] ?\d{4}[- ]?(?:20\d{2}[- ]?)?\d{6,10}(?:-\d{1,2})?|\d{2}[/.-]\d{6}[-/.]\d{2}|"
    r"[CFHR]/\d{2}/\d{5,7}(?: ?/ ?[A-Z]{2} ?[A-Z]{2} ?\d{2}[-/]\d{1,5})?|"
    r"(?:JE|FA|KG|HA|EA|ES) ?(?:RK|ZA) ?\d{2}[-/]\d{1,5}|[A-Z]{3} \d{2}/\d{3,5}|200\.\d{3}\.\d{3}/\d{2}|"
    r"[A-Z]{1,5}[-_/](?:(?:19|20)\d{2}|\d{2})[-_./](?!(?:19|20)\d{2}(?!\d))\d{3,8}|"
    r"[A-Z]{1,5}[-_](?!(?:19|20)\d{2}[/_-])\d{4,8}(?:/[12]\d|[-_/]20[0-4]\d)|"
    r"Z[-.]?(?:20)?\d{2}[-./]\d{4,8}|ZK-?\d{5,10})(?![\w-])"
)
"""How the police, the prosecution, courts and municipalities write the number of a case."""
_PUBLISHED: Final = Rule(r"\bECLI:NL:(?:RB|GH)[A-Z]{2,4}:\d{4}:[A-Z\d]{1,8}\b")
"""A judgment of a court of first or second instance: published without names, but of one family all the same.
Those of the highest courts are cited as law is, and are no alarm."""
_CODED: Final = Rule(
    r"(?<![\w/.,-])(?<!€ )(?:[A-Z]{1,4}-(?!(?:19|20)\d{2}(?!\d))\d{6,8}|20[0-3]\d{7})(?![\w-]|[/.,]\d)"
)
"""Letters, a hyphen and many digits: the number of something; or a year and six digits, as the police count."""
_OF_A_THING: Final = Rule(
    r"\b(?:bestel|order|factuur|offerte|artikel|product|serie|model|type|versie|isbn|issn|kvk|btw|inkoop)\w{0,12}"
    r"[\s:.#(]{1,3}(?:is |van )?\Z",
    SMALL,
)
_YEARS: Final = Rule(r"(?:[A-Za-z]{1,6}[ ._/-])?(?:19|20)\d{2}(?:[-/](?:(?:19|20)?\d{2}))?")
_A_DATE: Final = Rule(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})|(?:19|20)\d{2}-\d{2}-\d{2}")
_FIGURE_BEHIND: Final = Rule(
    r" ?(?:%|procent|keer|euro|meldingen|gezinnen|kinderen|deelnemers|personen|mensen|jongeren|ouders|vrouwen|"
    r"mannen|dagen|weken|maanden|jaar|uur|stappen)\b"
)
_BEFORE: Final = 32
"""Characters before a number in which a word says what it is."""
_FEWEST, _FEWEST_CALLED = 3, 5
"""Digits of a number behind *zaaknummer*, and behind *zaak* alone."""


def case_numbers(text: str) -> Iterator[Found]:
    """Yield every number of a case, a file or a person in a system."""
    small = text.casefold()
    for found in _CASE_NUMBERED.finditer(text) if any(word in small for word in _NUMBER_WORDS) else ():
        if _is_numbered(found) and not _A_DATE.fullmatch(found[2]):
            yield "ZAAKNUMMER", *found.span(2), RED
    for found in _CASE_SHAPED.finditer(text):
        yield "ZAAKNUMMER", *found.span(), RED
    for found in _CODED.finditer(text):
        if not _OF_A_THING.search(text, max(0, found.start() - _BEFORE), found.start()):
            yield "ZAAKNUMMER", *found.span(), AMBER
    if "ECLI" in text:
        yield from (("ZAAKNUMMER", *found.span(), AMBER) for found in _PUBLISHED.finditer(text))
    for found in _CASE_CALLED.finditer(text) if any(word in small for word in _CASE_WORDS) else ():
        value = found[1]
        if len(digits_of(value)) < _FEWEST_CALLED or _YEARS.fullmatch(value) or _A_DATE.fullmatch(value):
            continue
        if not _FIGURE_BEHIND.match(text, found.end()):
            yield "ZAAKNUMMER", *found.span(1), RED


def _is_numbered(found: re.Match[str]) -> bool:
    """Say whether the word before *nummer* is of one case or one person."""
    thing, digits = found[1].casefold(), digits_of(found[2])
    if thing == "persoon" and passes_eleven_test(digits[-9:]):
        return False
    if len(digits) < _FEWEST or found[0].casefold().startswith(tuple(_NO_CASES)):
        return False
    return thing in _NUMBERED_THINGS or thing.endswith(_ENDS_SO)
