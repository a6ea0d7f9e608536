"""Numbers that belong to one person: BSN, telephone, bank account, case; and e-mail addresses.

Every pattern repeats a bounded number of times, so that reading a text costs time in proportion to its length.
"""

import re
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain.privacy_plates import plates
from bouwstenen_app.domain.privacy_rules import AMBER, RED, SMALL, Found, Rule

_DIGIT: Final = Rule(r"\d")
_IN_A_NUMBER: Final = 6
"""Digits that the shortest telephone number has, and so any other number of a person."""
_GAP: Final = r"[\s\-–.]{0,3}"
_BEFORE, _BEHIND = 32, 16
"""Characters before and behind a number in which a word says what it is."""

_EMAIL: Final = Rule(
    r"(?<![\w.+%-])[\w.+%-]{1,64}(?:@| ?[\[(](?:at|apenstaartje)[\])] "
    r"?)(?:[\w-]{1,63}(?:\.[\w-]{1,63}){0,3}(?:\.| ?[\[(]?(?:punt|dot)[\])]? )[^\W\d_]{2,24}|"
    r"(?:gmail|hotmail|outlook|live|yahoo|icloud|ziggo|kpnmail|hetnet|upcmail|protonmail)\b)",
    SMALL,
)
_SPOKEN: Final = Rule(
    r"(?<![\w.])[\w.+-]{1,64} (?:at|apenstaartje) [\w-]{2,63} (?:punt|dot) [^\W\d_]{2,24}\b", SMALL
)
"""An address of mail as somebody says it aloud."""
_MAILBOX: Final = Rule(
    r"(?:info|contact|secretariaat|receptie|balie|administratie|post|mail|mailbox|meld\w{0,12}|"
    r"zorgmeld\w{0,12}|aanmeld\w{0,12}|veilig\W?thuis\w{0,12}|"
    r"wijkteam\w{0,20}|buurtteam\w{0,20}|team\w{0,20}|privacy|fg|avg|support|helpdesk|servicedesk|"
    r"redactie|communicatie|bestuur|directie|hr|pers|planning|"
    r"klantenservice|noreply|no-reply|crisis\w{0,12}|advies|project\w{0,20}|bouwstenen|sociaal\w{0,20}|"
    r"gemeente\w{0,20}|jeugd\w{0,20}|opvang|intake)"
    r"(?:[.+_-][\w.+-]{0,40})?",
    SMALL,
)
"""The name of a mailbox that belongs to an organisation."""

_NATIONAL: Final = r"(?:(?:\+|00) ?31[\s\-–.]{0,2}(?:\(0\)[\s\-–.]{0,2})?|\(?0)"
_PHONE: Final = Rule(
    rf"(?<![\w+])(?<![^\d ]/)(?<!\d[-.,]){_NATIONAL}[1-8]\)?(?:{_GAP}\(?\d\)?){{8}}"
    r"(?!\w|-\d|/\d(?!\d?[ -]?\d{7}))"
)
_SLASHED: Final = Rule(r"(?<![\w/])0(?:6/\d{8}|[1-57]\d/\d{7}|[1-57]\d{2}/\d{6})(?![\w/])")
_ABROAD: Final = Rule(
    r"(?<![\w+])(?:\+|00(?=32|33|34|44|48|49|90|21|35|38|40|59|25|96))(?!31)[1-9](?:[\s\-.()]{0,2}\d){8,13}(?!\d)"
)
_LOCAL: Final = Rule(
    r"\b(?:tel(?:efoon)?(?:nummer|nr)?|mobiel(?:e nummer)?|06-nummer|bel(?:len)? (?:hem|haar|me|mij)? "
    r"?op|nummer is|bereikbaar op|whatsapp)"
    r"(?: is| was|\.)?[ :]{1,3}(\d(?:[\s\-.]?\d){5,9})(?![\w]|[-/.]\d)",
    SMALL,
)
_COMPANY: Final = Rule(r"(?:(?:\+|00)31|0)(?:0)?8[58]")
"""Numbers that only organisations have; 0800 and 0900 do not match a telephone number at all."""

_NINE: Final = Rule(
    r"(?<![\w.,/+-])(?:\d{4} \d{2} \d{3}|\d{3}[ -]\d{3}[ -]\d{3}|\d{2,4}(?:\.\d{2,4}){2,3}|\d{9})(?![\w]|[.,/-]\d)"
)
_NETWORK: Final = Rule(r"(?:(?:1?\d?\d|2[0-4]\d|25[0-5])(?:\.|\Z)){4}")
"""Four numbers up to 255 with dots between them: of a computer in a network."""
_CALLED: Final = Rule(
    r"\b(?:bsn|b\.s\.n\.|burger ?service ?(?:nummer|nr)|sofi(?:[- ]?(?:nummer|nr))?|"
    r"persoons(?:nummer|nr))(?:[- ]?(?:nummer|nr))?(?![a-z])"
    r"[^\d\n]{0,24}?(\d(?:[ .\-]?\d){7,8})(?![\w]|[.-]\d)",
    SMALL,
)
_SAYS_BSN: Final = Rule(r"b\.?s\.?n|burger|sofi|persoon", SMALL)
_CALLED_BEHIND: Final = Rule(r"[\s,]{0,2}\(?(?:bsn|burgerservicenummer)\b", SMALL)
_NOT_OF_A_PERSON: Final = Rule(
    r"€|\b(?:eur|euro|ref|referentie|kvk|koophandel|btw|rsin|order|bestel|factuur|bedrag|budget|"
    r"subsidie|isbn|issn|artikelnummer|"
    r"vestiging|klant|serie|product|versie|barcode|agb|aantal|totaal|rekening|doi|kamerstuk|ecli|polis)",
    SMALL,
)
_AMOUNT_BEHIND: Final = Rule(r" ?(?:€|euro|eur\b|inwoners|mensen|keer|meldingen|,-)", SMALL)

_LENGTHS: Final = {
    "NL": 18, "BE": 16, "DE": 22, "FR": 27, "GB": 22, "ES": 24, "IT": 27, "PL": 28, "PT": 25,
    "TR": 26, "MA": 28, "LU": 20, "AT": 20, "CH": 21, "RO": 24, "BG": 22, "IE": 22, "DK": 18,
    "SE": 24, "NO": 15, "HU": 28, "CZ": 24, "GR": 27, "LT": 20,
}  # fmt: skip
"""Characters of a bank account by country (ISO 13616)."""
_IBAN: Final = Rule(rf"(?<![^\W_])(?:{'|'.join(_LENGTHS)}) ?\d{{2}}(?:[ .\-]?[a-z0-9]){{11,24}}", SMALL)
_DUTCH_BANK: Final = Rule(r"NL\d{2}[A-Z]{4}\d{10}")

_SAYS_ACCOUNT: Final = Rule("giro|rek", SMALL)
_ACCOUNT: Final = Rule(
    r"\b(?:rekening(?:nummer|nr)|bank(?:rekening|rek)(?:nummer|nr)?|giro(?:nummer|nr)?)\b\.?"
    r"(?: is| was|:)? {0,2}(\d(?:[ .]?\d){6,9})(?![\w]|[.-]\d)",
    SMALL,
)
"""A number of a bank account as it was before IBAN."""

_VALUE: Final = r"([a-z]{0,6}[ ./_-]?\d[\da-z]{0,14}(?:[./_-]{1,2}[\da-z]{1,14}){0,5})(?![\w])"
_CASE_NUMBERED: Final = Rule(
    r"\b([^\W\d_]{1,20}?(?:-verbaal)?)s?[- .]?(?:nummers?|nr|num|no|id|code)\b[\s:#.=(“\"'-]{0,4}"
    r"(?:(?:is|was|van|het|de|melding|zaak|dossier|politie|om|met|luidt) ?[:=]? ?){0,3}" + _VALUE,
    SMALL,
)
_NUMBERED_THINGS: Final = frozenset(
    {
        *(
            "zaak",
            "dossier",
            "cliënt",
            "client",
            "cliënten",
            "melding",
            "meld",
            "parket",
            "rekest",
            "rol",
            "beschikking",
        ),
        *(
            "procesverbaal",
            "proces-verbaal",
            "verbaal",
            "pv",
            "registratie",
            "casu",
            "casus",
            "patiënt",
            "patient",
            "bvh",
        ),
        *(
            "mutatie",
            "incident",
            "aangifte",
            "behandel",
            "gezin",
            "vt",
            "zorg",
            "v",
            "corv",
            "strafzaak",
            "onderzoek",
        ),
        *(
            "kenmerk",
            "jeugd",
            "systeem",
            "relatie",
            "skn",
            "vreemdelingen",
            "inschrijf",
            "persoon",
            "case",
            "leerling",
        ),
        *("hulpverlening", "bsd", "do", "dos", "raad", "om", "pat", "aanmeld", "cjib"),
    }
)
"""What has a number that is of one person or one case; the s between the words is not of it."""
_CASE_WORDS: Final = (
    "zaak", "dossier", "casus", "melding", "kenmerk", "parket", "verbaal", "pv", "mutatie", "aangifte", "incident",
    "registratie", "aanvraag", "cliënt", "patiënt", "bvh", "skn", "cjib", "onder", "bekend als",
)  # fmt: skip
_CASE_CALLED: Final = Rule(
    r"\b(?:zaak|dossier|casus|melding|kenmerk|parket|proces-?verbaal|pv|mutatie|aangifte|incident|"
    r"registratie|aanvraag|cliënt|patiënt|strafzaak|bvh|skn|cjib|(?:onder|bekend als)(?= (?:nr|nummer)))"
    r"[\s:#.(-]{1,3}(?:(?:met |onder )?(?:het )?(?:nummer|nr\.?) |is )?"
    r"(?!(?:met|van|voor|uit|over|door|onder|op|in|en|de|het|of|bij|om|tot|die|kwam|was) ?\d)" + _VALUE,
    SMALL,
)
_CASE_SHAPED: Final = Rule(
    r"(?<![\w/-])(?:[Pp][Ll] ?\d{4}[- ]?\d{6,10}(?:-\d{1,2})?|\d{2}[/.-]\d{6}[-/.]\d{2}|[CFHR]/\d{2}/\d{5,7}(?: "
    r"?/ ?[A-Z]{2} ?[A-Z]{2} ?\d{2}[-/]\d{1,5})?|"
    r"(?:JE|FA|KG|HA|EA|ES) ?(?:RK|ZA) ?\d{2}[-/]\d{1,5}|200\.\d{3}\.\d{3}/\d{2}|"
    r"[A-Z]{1,5}[-_/](?:(?:19|20)\d{2}|\d{2})[-_./](?!(?:19|20)\d{2}(?!\d))\d{3,8}|"
    r"[A-Z]{1,5}[-_](?!(?:19|20)\d{2}[/_-])\d{4,8}(?:/[12]\d|[-_/]20[0-4]\d)|"
    r"Z[-.]?\d{2}[-./]\d{4,8}|ZK-?\d{5,10})(?![\w-])"
)
"""How the police, the prosecution, courts and municipalities write the number of a case."""
_YEARS: Final = Rule(r"(?:19|20)\d{2}(?:[-/](?:(?:19|20)?\d{2}))?")
_FIGURE_BEHIND: Final = Rule(
    r" ?(?:%|procent|keer|euro|meldingen|gezinnen|kinderen|dagen|weken|maanden|jaar|uur|stappen)\b"
)


def numbers(text: str) -> Iterator[Found]:
    """Yield every identifying number and address of mail in a text; what stands first counts most."""
    if "@" in text or "(at" in text or "[at" in text or "apenstaartje" in text or " punt " in text:
        yield from _emails(text)
    digits = len(_DIGIT.compiled.findall(text))
    if digits >= _IN_A_NUMBER:
        yield from _ibans(text)
    if digits > 1:
        yield from _cases(text)
    if digits >= _IN_A_NUMBER:
        yield from _bsns(text)
        yield from _phones(text)
    if digits > 1:
        yield from plates(text)


def passes_eleven_test(digits: str) -> bool:
    """Say whether eight or nine digits can be a BSN (Wet algemene bepalingen burgerservicenummer, art. 3)."""
    nine = digits.zfill(9)
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return nine.strip("0") != "" and sum(int(d) * w for d, w in zip(nine, weights, strict=True)) % 11 == 0


def passes_iban_test(account: str) -> bool:
    """Say whether a bank account without spaces is sound: its remainder by 97 is 1 (ISO 7064)."""
    turned = account[4:] + account[:4]
    return int("".join(str(int(letter, 36)) for letter in turned)) % 97 == 1


def _emails(text: str) -> Iterator[Found]:
    for found in _EMAIL.finditer(text):
        of_many = _MAILBOX.fullmatch(re.split(r"[@\[( ]", found[0], maxsplit=1)[0])
        yield "EMAIL", *found.span(), AMBER if of_many else RED
    if " punt " in text or " dot " in text:
        yield from (("EMAIL", *found.span(), RED) for found in _SPOKEN.finditer(text))


def _ibans(text: str) -> Iterator[Found]:
    for found in _IBAN.finditer(text):
        end = _end_of(text, found.start(), _LENGTHS[found[0][:2].upper()])
        account = re.sub(r"[ .\-]", "", text[found.start() : end]).upper()
        if not account.isascii() or (end < len(text) and text[end].isalnum()):
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


def _cases(text: str) -> Iterator[Found]:
    for found in _CASE_NUMBERED.finditer(text):
        if found[1].casefold() == "persoon" and passes_eleven_test(_digits(found[2])[-9:]):
            continue
        if found[1].casefold() in _NUMBERED_THINGS and len(_DIGIT.compiled.findall(found[2])) >= 3:
            yield "ZAAKNUMMER", *found.span(2), RED
    for found in _CASE_SHAPED.finditer(text):
        yield "ZAAKNUMMER", *found.span(), RED
    small = text.casefold()
    for found in _CASE_CALLED.finditer(text) if any(word in small for word in _CASE_WORDS) else ():
        value, digits = found[1], len(_DIGIT.compiled.findall(found[1]))
        if digits < 5 or _YEARS.fullmatch(value) or _is_date(value):
            continue
        if not _FIGURE_BEHIND.match(text, found.end()):
            yield "ZAAKNUMMER", *found.span(1), RED


def _is_date(value: str) -> bool:
    return re.fullmatch(r"\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|\d{4})|(?:19|20)\d{2}-\d{2}-\d{2}", value) is not None


def _bsns(text: str) -> Iterator[Found]:
    for found in _CALLED.finditer(text) if _SAYS_BSN.search(text) else ():
        sound = passes_eleven_test(_digits(found[1]))
        yield "BSN", *found.span(1), RED if sound else AMBER
    for found in _NINE.finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        behind = text[found.end() : found.end() + _BEHIND]
        called = _CALLED_BEHIND.match(behind) is not None
        if len(_digits(found[0])) != 9 or _NETWORK.fullmatch(found[0]):
            continue
        if not passes_eleven_test(_digits(found[0])):
            if called:
                yield "BSN", *found.span(), AMBER
        elif called or not (_NOT_OF_A_PERSON.search(before) or _AMOUNT_BEHIND.match(behind)):
            yield "BSN", *found.span(), RED


def _digits(text: str) -> str:
    return "".join(_DIGIT.compiled.findall(text))


def _phones(text: str) -> Iterator[Found]:
    for found in _PHONE.finditer(text):
        of_many = _COMPANY.match(re.sub(r"[^\d+]", "", found[0]))
        end = found.end() - (found[0].endswith(")") and found[0].count(")") > found[0].count("("))
        start = found.start() + (found[0][0] == "(" and found[0].find(")") == len(found[0]) - 1)
        yield "TELEFOON", start, end - (start > found.start()), AMBER if of_many else RED
    for rule in (_ABROAD, _SLASHED):
        yield from (("TELEFOON", *found.span(), RED) for found in rule.finditer(text))
    for found in _LOCAL.finditer(text):
        if not re.match(r"0|14|11[236]", _digits(found[1])):
            yield "TELEFOON", *found.span(1), RED
