"""The day that somebody was born: a date is one only beside a word or an age that says so."""

import re
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain.privacy_name_lists import clear_first_names
from bouwstenen_app.domain.privacy_rules import AMBER, RED, SMALL, Found, Rule
from bouwstenen_app.domain.privacy_words import says_who

_MONTH: Final = (
    r"(?:januari|februari|maart|march|april|mei|may|june|juni|juli|augustus|september|oktober|october|november|"
    r"december|(?:jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|oct|nov|dec)\b\.?)"
)
_MONTHS: Final = [
    "jan",
    "feb",
    "maart",
    "mar",
    "mrt",
    "apr",
    "mei",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "okt",
    "oct",
    "nov",
    "dec",
]
_BIRTH_WORDS: Final = ("geb", "gd", "g.d", "jarig", "verjaa")
DATE: Final = Rule(
    r"(?:(?<![\w.,/-])|(?<=geb\.)|(?<=dat\.))"
    r"(?:(?P<day>\d{1,2}) ?[-/.] ?(?P<month>\d{1,2}) ?[-/.] ?(?P<year>\d{4}|['’]?\d{2})|"
    r"(?P<iso>(?:19|20)\d{2}) ?[-/.] ?(?P<isomonth>\d{1,2}) ?[-/.] ?(?P<isoday>\d{1,2})|"
    rf"(?P<wordday>\d{{1,2}})(?:e|ste|de)? ?(?:- ?|van )?(?P<word>{_MONTH})(?: ?[ -]? ?"
    rf"(?P<wordyear>(?:19|20)\d{{2}}|"
    rf"['’]?\d{{2}}(?! ?(?:uur|jaar|jr|:)))(?!\d))?)(?![\w]|[-/]\d)",
    SMALL,
)
_BOREN: Final = r"geb(?:o{1,2}r{1,2}e?n|roen|orne)"
"""*Geboren*, also as it is mistyped."""
_BORN: Final = (
    rf"(?:{_BOREN}|geb(?:oorte ?datum|oortedag|[a-z]{{0,8}}(?:dat|dtm)|\.? ?dat(?:um)?\.?|\.|\b)|g\.d\.|"
    r"gbd|g\.?d\b\.?|geb\.?d\b\.?|born\b|levenslicht|bevallen (?:op|van)\b|"
    r"jarig(?! bestaan| jubileum)|verjaardag|verjaart|"
    r"geboorte(?:akte|plaats)?\b|d\.?o\.?b\b\.?|date of birth|birth ?date|geboortedd)"
)
_SAYS_BIRTH: Final = Rule(
    r"geb|birth|wereld|\d{1,2}e? op|leeftijd|is (?:hij|zij|ze) \d|beviel|levensl|\bg[.:] ?\d|\bg\.?d\b|van \d|"
    r"[,|;\t] ?\d|\(|born|bevallen|jarig|zoon|dochter|kind|jongen|meisje|"
    r"[:a-z] \d{1,2}[-/.]\d|verjaar|d\.?o\.?b|°|\*|jaar|jr|maanden|w[eo]rd|is van|\d{1,2}[),]",
    SMALL,
)
"""Without any of these no date in a text is one of birth."""
_BORN_BEFORE: Final = Rule(
    rf"{_BORN}[^.!?\n\d]{{0,34}}(?:\d{{1,2}} (?:op|en|of) |d\.d\. ?)?\Z|"
    rf"{_BORN}:?\s{{0,3}}\Z|"
    r"geb\.\s?(?:op|d\.d\.|dd\.?)? ?\Z|(?:°|(?<![\w*])\*) ?\Z|"
    r"\b(?:hij|zij|ze) is van \Z|\((?:m|v|j)[,;] ?\Z",
    SMALL,
)
_BORN_BEHIND: Final = Rule(
    r"[\s,)]{0,3}(?:(?:is|was|werd) )?(?:(?:hij|zij|ze) )?"
    rf"(?:jarig|{_BOREN}|geb\b|(?:\d{{1,2}} )?geworden|bevallen|meerderjarig|bereikt (?:hij|zij|ze)\b|"
    r"beviel (?:\w{2,12} ){1,3}van\b|ter wereld|verjaart|"
    r"viert \w{2,6} verjaardag|"
    r"(?:zijn|haar|de) (?:\w{2,14}[de] |\d{1,2}e )?verjaardag|\(geb|\((?:m|v|j|jongen|meisje|man|vrouw)\))|"
    rf" (?:is|was|werd) (?:[^\W\d_]{{2,20}} ){{1,2}}{_BOREN}|, de dag (?:dat|waarop) (?:hij|zij|ze) |"
    r"[\s,)]{0,3}[=:]? ?(?:(?:is|was|staat|stond|als) ){0,2}(?:(?:het|de|zijn|haar|hun|een|diens) )?"
    r"(?:geboorteda(?:g|tum)|geboorte\b|verjaardag\b|geb(?:oorte)?\.? ?dat\b)|"
    r" is (?:hij|zij|ze) \d{1,2}\b(?! ?(?:uur|keer|x|dagen|weken|maanden))|"
    r" (?:wordt|werd) (?:hij|zij|ze) meerderjarig|"
    r"\)? (?:wordt|werd) (?:hij|zij|ze|het|de|[A-Z]\w{1,20}) (?:\w{1,12} )?(?:\d{1,2}|achttien|zestien|"
    r"twaalf|tien|een jaar)\b",
    SMALL,
)
_SHORTENED: Final = Rule(r"(?<!\w)[gG]\.?:? ?\Z")
"""*Geboren* as one letter: *G. 1-1-1975*."""
_AGE_BEHIND: Final = Rule(r" ?[,;(/–-] ?(?:nu |dus )?\d{1,2} ?(?:jaar|jr|jarig|maanden)\b| \(\d{1,2}\)", SMALL)
_AGE_BEFORE: Final = Rule(
    r"\b\d{1,2} ?(?:jaar|jr\.?)(?: oud)?[,;:)( –-]{1,3}\Z|leeftijd:? \d{1,2} \(\Z|[(,] ?\d{1,2}, ?\Z", SMALL
)
_BECOMES: Final = Rule(r"\b(?:wordt|werd) (?:op )?\Z", SMALL)
_YEARS_OLD: Final = r"(?:\d{1,2}|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|[a-z]{3,5}tien|twintig)"
_BECOMES_BEHIND: Final = Rule(
    r" (?:\d{1,2}(?! ?(?:uur|:|\.))|achttien|zestien|twaalf)\b|"
    rf" {_YEARS_OLD}(?: jaar\b| en\b|[.,;!?)]|\Z)"
)
_WAS_TO_BECOME: Final = Rule(
    r"\b(?:hij|zij|ze|die|zoon|dochter|kind|jongen|meisje|oudste|jongste) (?:wordt|werd) "
    rf"{_YEARS_OLD} (?:jaar )?op \Z|\b(?:hij|zij|ze) {_YEARS_OLD} (?:is|wordt|werd)(?: op|,)? ?\(?\Z|"
    r"\b(?:1[268]|21|twaalf|zestien|achttien)(?:e|de|ste| geworden) op \Z|"
    r"\bwordt (?:1[268]|21|twaalf|zestien|achttien) op \Z",
    SMALL,
)
"""How old somebody will be on a day; behind it, and before it."""
_COUNTS: Final = (
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
    "twintig",
)
"""Without any of these, or a figure, nothing says so."""
_THING: Final = Rule(
    r"\b(?:idee|plan|training|cursus|initiatief|samenwerking|project|aanpak|werkwijze|team|afspraak|convenant|"
    r"organisatie|netwerk|veilig thuis|programma|stichting|"
    r"beweging|app|platform|pilot|proeftuin|wet|methode|overleg|werkgroep|gemeente|regio|school|concept|naam(?!:))\b",
    SMALL,
)
"""What is born in a manner of speaking: *het plan is geboren op 1 mei*."""
_OF: Final = Rule(r" van (?:een|het|de|ons|onze) ")
"""Before the thing whose day it is."""
_OF_A_PERSON: Final = Rule(r"\bgeb\b\.?|geboorte ?dat|\bg\.?d\b|\bd\.?o\.?b\b|°|\*", SMALL)
"""What is written of a person only, whatever else the sentence is about."""
_WHO: Final = Rule(r"[^\W\d_]{2,40}")
_PRONOUNS: Final = frozenset({"hij", "zij", "ze", "hem", "iemand"})
_MEETING: Final = Rule(
    r"\b(?:tijdens|sessie|overleg|sinds|vergadering|bijeenkomst|werksessie|na|kaartje|taart)\b", SMALL
)
_MONTH_OF_BIRTH: Final = Rule(
    rf"\b(?:{_BOREN}|geb\.)(?: in|:)? (?:de maand )?"
    rf"({_MONTH} (?:van )?(?:19|20)\d{{2}}|(?:0?[1-9]|1[0-2])[-/](?:19|20)\d{{2}}(?!\d))",
    SMALL,
)
_DAY_WITHOUT_YEAR: Final = Rule(
    rf"\b(?:verjaart|jarig|{_BOREN}|verjaardag|geb\.?)(?: is)?(?: op)?:? \(?(\d{{1,2}}[-/]\d{{1,2}})(?![-/\d])|"
    r"\bop (\d{1,2}[-/]\d{1,2}) jarig\b",
    SMALL,
)
_DAY: Final = (
    r"(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n(?:twintig|dertig)|eer|een|twee|derde|drie|"
    r"veertien|dertien|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|twintig|dertig)(?:tien)?(?:ste|de)?"
)
_UNITS_IN_WORDS: Final = r"(?:tig|tien|elf|twaalf|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen)"
_YEAR_IN_WORDS: Final = rf"(?:negentien|twee ?duizend)(?: ?(?:honderd ?)?(?:en ?)?[a-zë]{{0,14}}{_UNITS_IN_WORDS})?"
_DAY_IN_WORDS: Final = Rule(
    rf"\b(?:{_BORN}[^.!?\n\d]{{0,24}}?\b)?"
    rf"(?P<date>{_DAY} {_MONTH}(?!\w)(?:(?: van)? (?:(?:19|20)\d{{2}}|{_YEAR_IN_WORDS})\b)?)",
    SMALL,
)
_BESIDE: Final = Rule(
    r"\b([^\W\d_]{1,40})((?: [A-Z][\w.]{0,20}){0,2})(?: \d| van \d{1,2}(?= \())?"
    r"(?: ?\(|,? (?:is )?van |: ?|,? ?[|;]? |\t)\Z"
)
"""A date beside a person is more likely of its birth than of anything else."""
_AGED: Final = Rule(r" van \d{1,2} ?\(\Z")
"""With an age before it, it may as well be the day of what happened."""
_NEXT: Final = Rule(
    r"\)?(?:[,;/&]| en|\. ?)(?: en)?(?: de| het| haar| zijn)? ?([^\W\d_]{2,20})(?: is)?(?: op| van|:|,)? ?\(?"
)
"""Between two dates of birth in a row."""
_TITLED: Final = Rule(
    r"\b(?:mw|mevr|mevrouw|dhr|meneer|hr|de heer)\.? (?:[A-Z]\.|[^\W\d_][^\W\d_'’-]{0,20})"
    r"(?: [^\W\d_][^\W\d_'’-]{0,20}){0,3},? \(?\Z",
    SMALL,
)
"""The name of a grown-up before a date."""
_CHILDREN: Final = frozenset(
    {
        "baby",
        "dreumes",
        "broertje",
        "dochter",
        "dochtertje",
        "jongen",
        "jongetje",
        "jongere",
        "kind",
        "kindje",
        "kleuter",
        "meisje",
        "oudste",
        "jongste",
        "middelste",
    }
    | {
        "peuter",
        "pleegkind",
        "pleegzoon",
        "pleegdochter",
        "puber",
        "tiener",
        "tweeling",
        "zoon",
        "zoontje",
        "zusje",
    }
)
"""Of whom it is surely so between brackets."""
_SEVERAL: Final = frozenset(
    {"ouders", "pleegouders", "gezin", "gezinnen", "familie", "fam", "kinderen", "echtpaar"}
)
"""Who have no one day of birth."""
_DIGITS: Final = (
    r"(?:(?:19|20)\d{2} ?(?:0[1-9]|1[0-2]) ?(?:0[1-9]|[12]\d|3[01])|"
    r"(?:0[1-9]|[12]\d|3[01]) ?(?:0[1-9]|1[0-2]) ?(?:(?:19|20)\d{2}|\d{2}))"
)
"""Year, month and day with no more than a space between, or the other way round."""
_COMPACT: Final = Rule(
    rf"\b(?:{_BOREN}|geb|geb\.?d|g\.?d|geb\.? ?dat(?:um)?|geboortedatum)(?: op)?[:. ]{{1,3}}"
    rf"({_DIGITS})(?!\d)|(?<!\d)({_DIGITS}) geb(?:oren\b|\.)",
    SMALL,
)
_THIS_CENTURY: Final = 10
"""Years of it in which a date is too old to be of a conversation or a report about somebody."""
_BEFORE, _BEHIND = 44, 40
_SUBJECT: Final = 70


def birth_dates(text: str) -> Iterator[Found]:
    """Yield every date of birth in a text."""
    if _SAYS_BIRTH.search(text) is None:
        return
    last = 0
    for found in DATE.finditer(text):
        if not _is_day(found):
            continue
        if _is_of_birth(text, found) or (last and _is_next(text[last : found.start()])):
            last = found.end()
            yield "GEBOORTEDATUM", *found.span(), RED
        elif (found["year"] or found["iso"] or found["wordyear"]) and (beside := _beside(text, found.start())):
            told = beside in _CHILDREN and text[found.start() - 1] == "("
            aged = _AGED.search(text, max(0, found.start() - _BEFORE), found.start())
            sure = _is_long_ago(found) or (told and not aged)
            yield "GEBOORTEDATUM", *found.span(), RED if sure else AMBER
    small = text.casefold()
    if any(month in small for month in ("geb", *_MONTHS)):
        yield from _in_words(text)
    if any(word in small for word in _BIRTH_WORDS):
        for pattern in (_COMPACT, _DAY_WITHOUT_YEAR):
            found_ = (found for found in pattern.finditer(text) if not _is_of_thing(text, found.start()))
            yield from (("GEBOORTEDATUM", *found.span(found.lastindex or 0), RED) for found in found_)


def _is_next(between: str) -> bool:
    """Say whether a date behind one of birth is of the next person: *moeder 12 maart, vader 3 juni*."""
    found = _NEXT.fullmatch(between)
    return found is not None and (_is_who(found[1]))


def _in_words(text: str) -> Iterator[Found]:
    for found in _MONTH_OF_BIRTH.finditer(text):
        if not _is_of_thing(text, found.start()):
            yield "GEBOORTEDATUM", *found.span(1), AMBER
    for found in _DAY_IN_WORDS.finditer(text):
        told = _BORN_BEHIND.match(text, found.end())
        said = found.start() < found.start("date") or (told and not _is_told_of_thing(text, told))
        if said and not _is_of_thing(text, found.start()):
            yield "GEBOORTEDATUM", *found.span("date"), RED


def _is_told_of_thing(text: str, told: re.Match[str]) -> bool:
    """Say whether what stands behind a date is of a thing: *12 maart: geboorte van een netwerk*."""
    of = _OF.match(text, told.end())
    return _THING.search(told[0]) is not None or (of is not None and _THING.match(text, of.end()) is not None)


def _is_of_thing(text: str, start: int) -> bool:
    """Say whether what is born here is a plan or an organisation, and no person is named behind it."""
    before = text[max(0, start - _SUBJECT) : start].rpartition(". ")[2]
    things = [*_THING.finditer(before)]
    if not things or _OF_A_PERSON.search(before, things[-1].end()):
        return False
    return not any(_is_who(word) for word in _WHO.compiled.findall(before, things[-1].end()))


def _is_who(word: str) -> bool:
    small = word.casefold()
    return small in _PRONOUNS or says_who(small) or (word[0].isupper() and small in clear_first_names())


def _is_day(found: re.Match[str]) -> bool:
    day = int(found["day"] or found["isoday"] or found["wordday"])
    month = int(found["month"] or found["isomonth"] or 1)
    return 1 <= day <= 31 and 1 <= month <= 12


def _beside(text: str, start: int) -> str:
    """Return the word for a person, or its name, that stands right before a date; or nothing."""
    found = _BESIDE.search(text, max(0, start - _BEFORE), start)
    if found is None:
        return ""
    word = found[1].casefold()
    named = found[1] + found[2] if found[1][0].isupper() else found[2]
    known = any(name.strip(".").casefold() in clear_first_names() for name in named.split())
    if (found[1] + found[2]).split()[-1].casefold() in ("m", "v", "hij", "zij") and found[0].endswith(("(", ": ")):
        return word
    return word if known or (says_who(word) and word not in _SEVERAL) else ""


def _is_long_ago(found: re.Match[str]) -> bool:
    year = (found["year"] or found["iso"] or found["wordyear"] or "").strip("'’")
    if len(year) == 4:
        return int(year) < 2000 + _THIS_CENTURY
    return bool(year) and not _THIS_CENTURY <= int(year) < 40


def _was_to_become(before: str) -> bool:
    small = before.casefold()
    told = any(word in small for word in _COUNTS) or any(map(str.isdigit, before))
    return told and _WAS_TO_BECOME.search(before) is not None


def _is_of_birth(text: str, found: re.Match[str]) -> bool:
    before = text[max(0, found.start() - _BEFORE) : found.start()]
    behind = text[found.end() : found.end() + _BEHIND]
    if _AGE_BEHIND.match(behind) or _AGE_BEFORE.search(before) or _was_to_become(before):
        return True
    turned = _BECOMES_BEHIND.match(behind) or len(found["wordyear"] or "") == 2
    if _is_long_ago(found) and (_SHORTENED.search(before) or _TITLED.search(before)):
        return True
    becomes = _BECOMES.search(before)
    if becomes and turned and not _THING.fullmatch(before[: becomes.start()].rstrip().rpartition(" ")[2]):
        return True
    told = _BORN_BEHIND.match(behind)
    if told and _is_told_of_thing(behind, told):
        return False
    if _is_of_thing(text, found.start()):
        return told is not None and _OF_A_PERSON.search(told[0]) is not None
    said = _BORN_BEFORE.search(before)
    return (said is not None and not _MEETING.search(said[0])) or told is not None
