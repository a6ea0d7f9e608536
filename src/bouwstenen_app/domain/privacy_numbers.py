"""Numbers that belong to one person: BSN, telephone, bank account; and e-mail addresses.

Every pattern repeats a bounded number of times, so that reading a text costs time in proportion to its length.
"""

import re
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain.privacy_cases import case_numbers
from bouwstenen_app.domain.privacy_digits import digits_of, passes_eleven_test, passes_iban_test
from bouwstenen_app.domain.privacy_plates import plates
from bouwstenen_app.domain.privacy_rules import AMBER, RED, SMALL, Found, Rule

_IN_A_NUMBER: Final = 6
"""Digits that the shortest telephone number has, and so any other number of a person."""
_IN_A_WHOLE_ONE: Final = 9
"""Digits of a BSN; a telephone number with its area and an account of a bank have more."""
_GAP: Final = r"[\s\-–._]{0,3}"
_BEFORE, _BEHIND = 32, 16
"""Characters before and behind a number in which a word says what it is."""

_MAILERS: Final = "gmail|hotmail|outlook|live|yahoo|icloud|ziggo|kpnmail|hetnet|upcmail|protonmail"
_EMAIL: Final = Rule(
    r"(?<![\w.+%-])[\w.+%-][\w.+%'’-]{0,63}(?:@| ?[\[({](?:at|apen?staartje)[\])}] ?)"
    r"(?:[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}(?:\.| ?[\[(]?(?:punt|dot)[\])]? )[^\W\d_]{2,24}|"
    rf"(?:{_MAILERS})\b)",
    SMALL,
)
_SPOKEN: Final = Rule(
    r"(?<![\w.])(?:[\w.+-]{1,64} (?:at|apen?staartje) [\w-]{2,63} (?:punt|dot) [^\W\d_]{2,24}|"
    r"[a-z]\w{0,30}[.+_-][\w.+-]{1,40} (?:@|at|apen?staartje) (?:[\w-]{1,63}\.){1,3}[^\W\d_]{2,24}|"
    rf"[\w.+-]{{1,64}} (?:@|at|apen?staartje) (?:{_MAILERS})\.[^\W\d_]{{2,24}})\b",
    SMALL,
)
"""An address of mail as somebody says it aloud, or with a space on both sides of what makes it one."""
_SAID: Final = (" punt ", " dot ", " @ ", " at ", " apenstaartje ", " apestaartje ")
_MAIL_SIGNS: Final = ("@", "(at", "[at", "{at", "(ape", *_SAID)
"""Without any of these there is no address of mail in a text."""
_MAILBOX: Final = Rule(
    r"(?:info|contact|secretariaat|receptie|balie|administratie|post|mail|mailbox|meld\w{0,12}|"
    r"aanmeld\w{0,12}|veilig\W?thuis\w{0,12}|wijkteam\w{0,20}|buurtteam\w{0,20}|team\w{0,20}|privacy|fg|avg|"
    r"support|redactie|communicatie|bestuur|directie|hr|pers|planning|klantenservice|noreply|no-reply|"
    r"crisis\w{0,12}|advies\w{0,12}|project\w{0,20}|bouwstenen|sociaal\w{0,20}|gemeente\w{0,20}|jeugd\w{0,20}|"
    r"opvang|intake|zorg\w{0,20}|toegang\w{0,12}|beleid\w{0,12}|regie\w{0,12}|voorlichting|"
    r"\w{0,24}(?:desk|loket|bureau|dienst|punt|team|centrum|veiligheid|coordinatie|secretariaat|administratie|melding|"
    r"meldingen|aanmelding|aanmeldingen|vragen|zaken|zorg))"
    r"(?:[.+_-][\w.+-]{0,40})?",
    SMALL,
)
"""The name of a mailbox that belongs to an organisation."""

_NATIONAL: Final = (
    r"(?:(?:(?:\+|00|plus ) ?31|\(\+ ?31\))[\s\-–.]{0,2}(?:\(?0\)?[\s\-–.]{0,2})?|"
    r"\(?0(?:[ .-](?=6(?:[ .-]\d){8}(?!\w| \d))| (?=6\d{8}\b))?)"
)
_PHONE: Final = Rule(
    r"(?:(?<![\w+])|(?<=[Tt]el)|(?<=[Mm]ob)|(?<=\b[MT]))(?<![^\d ]/)"
    rf"(?:(?<=\d{{8}},)|(?<!\d[-.,])){_NATIONAL}\(?[1-8]\)?(?:{_GAP}\(?\d\)?){{8}}"
    r"(?!\w|-\d|/\d(?!\d?[ -]?\d{7}))"
)
_SLASHED: Final = Rule(
    r"(?<![\w/])(?:(?:[oO]6[ -]?|6-|316)\d{8}|0(?:6 ?[/,:*=|'’] ?\d{8}|6(?: ?/ ?\d{2}){4}|"
    r"[1-57]\d{2} ?/ ?\d{2}[. ]\d{2}[. ]\d{2}|[1-57]\d ?/ ?\d{7}|[1-57]\d{2} ?/ ?\d{6}))(?![\w/])"
)
"""With a stroke behind the area; or without a nought, or with the letter that looks like one."""
_FIGURE: Final = (
    r"(?:\d{1,4}|nul|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|"
    r"[a-z]{3,6}tien|[a-zë]{0,14}tig)"
)
_DICTATED: Final = Rule(
    rf"\b(?:nul[ -]?(?:zes|6)|0 ?6)[ ,.:-]{{1,3}}"
    rf"(?:\d(?:[ -]?\d){{7}}|{_FIGURE}(?:[ ,.-]{{1,3}}{_FIGURE}){{3,8}})\b",
    SMALL,
)
"""A mobile number as somebody says it."""
_NOUGHT_SIX: Final = ("nul", "06 ", "06: ", "06, ", "06. ", "0 6 ")
"""Without it nobody says one."""
_ABROAD: Final = Rule(
    r"(?<![\w+])(?:\+|00(?=32|33|34|44|48|49|90|21|35|38|40|59|25|96))(?!31)[1-9](?:[\s\-.()]{0,2}\d){8,13}(?!\d)"
)
_LOCAL: Final = Rule(
    r"\b(?:(?:tel(?:efoon)?(?:nummer|nr)?|mobiel(?:e nummer)?)(?: (?:thuis|werk|priv[eé]|moeder|vader|oma|opa))?|"
    r"06(?:-?nummer)?(?= is )|(?:vaste |thuis|werk|priv[eé]-?)(?:lijn|nummer)|huistelefoon|"
    r"bel(?:len)? (?:hem|haar|me|mij)? "
    r"?op|belde met|nummer (?:is|thuis|werk)|bereikbaar op|whatsapp)"
    r"(?: is| was|\.)?[ :\n]{1,3}(\d(?:[\s\-.]?\d){5,9})(?![\w]|[-/.]\d)",
    SMALL,
)
_LOCAL_WORDS: Final = (
    "tel", "mobiel", "06", "lijn", "nummer", "bel ", "bellen", "belde met", "bereikbaar", "whatsapp",
)  # fmt: skip
"""Without any of these there is no such number."""
_COMPANY: Final = Rule(r"(?:(?:\+|00)31|0)(?:0)?8[58]")
"""Numbers that only organisations have; 0800 and 0900 do not match a telephone number at all."""

_NINE: Final = Rule(
    r"(?:(?<![\w.,/+-])|(?<=\d{9}/))(?:\d{4}[ -]\d{2}[ -]\d{3}|\d{3}[ -]\d{3}[ -]\d{3}|"
    r"\d{2,4}(?:\.\d{2,4}){2,3}|\d{9})(?![\w]|[.,/-]\d)"
)
_NETWORK: Final = Rule(r"(?:(?:1?\d?\d|2[0-4]\d|25[0-5])(?:\.|\Z)){4}")
"""Four numbers up to 255 with dots between them: of a computer in a network."""
_CALLED: Final = Rule(
    r"\b(?:bsn|b\.s\.n\.|burger ?service ?(?:nummer|nr)|sofi(?:[- ]?(?:nummer|nr))?|"
    r"persoons(?:nummer|nr))(?:[- ]?(?:nummer|nr))?(?![a-z])"
    r"[^\d\n]{0,24}?\n?(\d(?:[ .\-]{0,3}\d){7,8})(?![\w]|[.-]\d)",
    SMALL,
)
_SAYS_BSN: Final = Rule(r"b\.?s\.?n|burger|sofi|persoon", SMALL)
_CALLED_BEHIND: Final = Rule(
    r"[\s,]{0,2}[(=]? ?(?:(?:is|was|staat|stond|als) ){0,2}(?:(?:het|de|zijn|haar|hun|een|diens) )?"
    r"(?:bsn|burgerservicenummer|sofi-?nummer)\b",
    SMALL,
)
_EIGHT: Final = Rule(r"(?<![\w.,/+-])\d{8}(?!\w|[.,/-]\d)")
"""A BSN as it is on old papers: one only where a word says so."""
_DAY: Final = Rule(r"[0-3]?\d[.-][01]?\d[.-](?:19|20)\d{2}")
"""What is no BSN even behind the word: *bsn en 23.05.2010*."""
_NOT_OF_A_PERSON: Final = Rule(
    r"€|\b(?:eur|euro|ref|referentie|kvk|koophandel|btw|rsin|order|bestel\w{0,12}|factuur|bedrag|budget|subsidie|"
    r"isbn|issn|artikel|vestiging|klant|serie|product|versie|barcode|agb|aantal|totaal|rekening|doi|kamerstuk|"
    r"ecli|polis)s?[- ]?(?:nummer|nr|code|id)?s?\b",
    SMALL,
)
_AMOUNT_BEHIND: Final = Rule(r" ?(?:€|euro|eur\b|inwoners|mensen|keer|meldingen|,-)", SMALL)

_LENGTHS: Final = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "ES": 24, "IT": 27, "PL": 28, "PT": 25,
    "TR": 26, "MA": 28, "LU": 20, "AT": 20, "CH": 21, "RO": 24, "BG": 22, "IE": 22, "DK": 18,
    "SE": 24, "NO": 15, "HU": 28, "CZ": 24, "GR": 27, "LT": 20,
}  # fmt: skip
"""Characters of a bank account by country (ISO 13616)."""
_IBAN: Final = Rule(rf"(?<![^\W_])(?:{'|'.join(_LENGTHS)}) ?\d{{2}}(?=(?:[ .\-]{{0,3}}[a-z0-9]){{11}})", SMALL)
"""How an account begins: its end is counted, as another one may stand right behind it."""
_DUTCH_BANK: Final = Rule(r"NL\d{2}[A-Z]{4}\d{10}")

_SAYS_ACCOUNT: Final = Rule("giro|rek", SMALL)
_ACCOUNT: Final = Rule(
    r"\b(?:rek(?:ening|\. ?)?(?:nummer|nr)|(?:bank|spaar)(?:rekening|rek)(?:nummer|nr)?|giro(?:nummer|nr)?|"
    r"rekening(?= \d{9}\b| \d\d\.\d\d\.\d\d\.\d{3}\b))\b\.?"
    r"(?: is| was|:)? {0,2}(\d(?:[ .]?\d){6,9})(?![\w]|[.-]\d)",
    SMALL,
)
"""A number of a bank account as it was before IBAN."""


def numbers(text: str) -> Iterator[Found]:
    """Yield every identifying number and address of mail in a text; what stands first counts most."""
    if any(sign in text for sign in _MAIL_SIGNS):
        yield from _emails(text)
    digits = len(digits_of(text))
    if digits >= _IN_A_NUMBER:
        yield from _accounts(text, digits)
    if digits > 1:
        yield from case_numbers(text)
    if digits >= _IN_A_NUMBER:
        yield from _bsns(text, digits)
        yield from _phones(text, digits)
    if digits > 1:
        yield from plates(text)
    if any(sign in text.casefold() for sign in _NOUGHT_SIX):
        yield from (("TELEFOON", *found.span(), RED) for found in _DICTATED.finditer(text))


def _emails(text: str) -> Iterator[Found]:
    for found in _EMAIL.finditer(text):
        of_many = _MAILBOX.fullmatch(re.split(r"[@\[({ ]", found[0], maxsplit=1)[0])
        yield "EMAIL", *found.span(), AMBER if of_many else RED
    if any(word in text for word in _SAID):
        yield from (("EMAIL", *found.span(), RED) for found in _SPOKEN.finditer(text))


def _accounts(text: str, digits: int) -> Iterator[Found]:
    for found in _IBAN.finditer(text) if digits > _IN_A_WHOLE_ONE else ():
        end = _end_of(text, found.start(), _LENGTHS[found[0][:2].upper()])
        account = re.sub(r"[ .\-]", "", text[found.start() : end]).upper()
        if not (account.isascii() and account.isalnum()) or (end < len(text) and text[end].isalnum()):
            continue
        if len(account) == _LENGTHS[account[:2]] and passes_iban_test(account):
            yield "IBAN", found.start(), end, RED
        elif _DUTCH_BANK.fullmatch(account):
            yield "IBAN", found.start(), end, AMBER
    if _SAYS_ACCOUNT.search(text):
        yield from (("IBAN", *found.span(1), AMBER) for found in _ACCOUNT.finditer(text))


def _end_of(text: str, start: int, letters: int) -> int:
    """Return where so many letters and digits end, passing over what separates them."""
    place = start
    while letters and place < len(text):
        letters -= text[place].isalnum()
        place += 1
    return place


def _bsns(text: str, digits: int) -> Iterator[Found]:
    if _SAYS_BSN.search(text):
        yield from _called_bsns(text)
    for found in _NINE.finditer(text) if digits >= _IN_A_WHOLE_ONE else ():
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        behind = text[found.end() : found.end() + _BEHIND]
        called = _CALLED_BEHIND.match(behind) is not None
        if len(digits_of(found[0])) != 9 or _NETWORK.fullmatch(found[0]):
            continue
        if not passes_eleven_test(digits_of(found[0])):
            if called:
                yield "BSN", *found.span(), AMBER
        elif called or not (_NOT_OF_A_PERSON.search(before) or _AMOUNT_BEHIND.match(behind)):
            yield "BSN", *found.span(), RED


def _called_bsns(text: str) -> Iterator[Found]:
    for found in _CALLED.finditer(text):
        if not _DAY.fullmatch(found[1]):
            yield "BSN", *found.span(1), RED if passes_eleven_test(digits_of(found[1])) else AMBER
    for found in _EIGHT.finditer(text):
        if _CALLED_BEHIND.match(text, found.end()):
            yield "BSN", *found.span(), RED if passes_eleven_test(found[0]) else AMBER


def _phones(text: str, digits: int) -> Iterator[Found]:
    for found in _PHONE.finditer(text) if digits > _IN_A_WHOLE_ONE else ():
        of_many = _COMPANY.match(re.sub(r"[^\d+]", "", found[0]))
        end = found.end() - (found[0].endswith(")") and found[0].count(")") > found[0].count("("))
        start = found.start() + (found[0][0] == "(" and found[0].find(")") == len(found[0]) - 1)
        yield "TELEFOON", start, end - (start > found.start()), AMBER if of_many else RED
    for rule in (_ABROAD, _SLASHED) if digits >= _IN_A_WHOLE_ONE else ():
        yield from (("TELEFOON", *found.span(), RED) for found in rule.finditer(text))
    small = text.casefold()
    for found in _LOCAL.finditer(text) if any(word in small for word in _LOCAL_WORDS) else ():
        if not re.match(r"0|14|11[236]", digits_of(found[1])):
            yield "TELEFOON", *found.span(1), RED
