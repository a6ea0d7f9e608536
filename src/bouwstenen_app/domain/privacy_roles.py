"""What can stand in the place of a finding: a role or a word between brackets, so that the sentence stays."""

import datetime
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.dutch import read_date
from bouwstenen_app.domain.privacy import BIRTH_DATE, DETAIL, NAME, WORDS, Finding
from bouwstenen_app.domain.privacy_details import in_general
from bouwstenen_app.domain.privacy_rules import SMALL, Rule
from bouwstenen_app.domain.privacy_words import ANNOUNCING, says_who

LEFT_OUT: Final = "weglaten"
"""What it is called to put nothing in the place of a finding."""
PEOPLE: Final = ("een moeder", "een vader", "een kind", "een professional")
"""Who a name can be of, where the text does not say it."""
GROWN: Final = 18
"""Years from which a person is no child any more."""

_WORD_BEFORE: Final = Rule(r"([^\W\d_]{1,40}(?:['’-][^\W\d_]{1,40}){0,2}),? \Z")
_AGE_BEHIND: Final = Rule(
    r" ?\((?:nu |van )?(\d{1,2})(?: ?(?:jaar|jr\.?))?\)|,? (?:van )?(\d{1,2}) jaar(?: oud)?\b,?|, (\d{1,2}),", SMALL
)
_BORN_BEFORE: Final = Rule(
    r"\(?\b(?:geboren op|geboren|geb\. ?(?:op|d\.d\.)?|geboortedatum:?|geb\. ?datum:?|g\.d\.):? ?\Z", SMALL
)


_ENDS: Final = ".!?…\n"


@dataclass(frozen=True, slots=True)
class Replacement:
    """What comes in the place of ``text[start:end]``; it may take a word beside the finding with it."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """One of the ways to take a finding out of a text, with what it is called."""

    words: str
    replacement: Replacement


def replacement(text: str, finding: Finding, on: datetime.date | None = None) -> Replacement:
    """Return what is proposed in the place of a finding in a text.

    A name behind a relation or a role goes (*moeder Fatima* becomes *moeder*); a child with an age becomes *een
    kind van ongeveer 8*; a date of birth becomes an age when the day ``on`` which it is read is given; all else
    becomes the word for its kind between brackets. Of a rare detail only who it is about stays (*de enige imam van
    Ommen* becomes *een imam*).
    """
    plain = Replacement(finding.start, finding.end, f"[{WORDS[finding.kind]}]")
    if finding.kind == NAME:
        return _of_name(text, finding) or plain
    if finding.kind == BIRTH_DATE and on is not None:
        return _of_birth(text, finding, on) or plain
    if finding.kind == DETAIL:
        return _of_detail(text, finding) or plain
    return plain


def replaced(text: str, finding: Finding, on: datetime.date | None = None) -> str:
    """Return the text with what is proposed in the place of one finding."""
    return instead(text, replacement(text, finding, on))


def offers(text: str, finding: Finding, on: datetime.date | None = None) -> tuple[Offer, ...]:
    """Return the ways to take a finding out of a text, each once: what is proposed first, leaving it out last."""
    word = f"[{WORDS[finding.kind]}]"
    proposed = replacement(text, finding, on)
    before = _word_before(text, finding).casefold()
    found = [Offer(_called(proposed) or before, proposed)]
    found.append(Offer(word, Replacement(finding.start, finding.end, word)))
    if finding.kind == NAME and proposed.text == word and before not in ANNOUNCING:
        found += (Offer(who, _placed(text, finding, who)) for who in PEOPLE)
    found.append(Offer(LEFT_OUT, _without(text, finding)))
    once: dict[str, Offer] = {}
    for one in found:
        once.setdefault(instead(text, one.replacement), one)
    return tuple(once.values())


def instead(text: str, one: Replacement) -> str:
    """Return the text with a replacement done."""
    return text[: one.start] + one.text + text[one.end :]


def _placed(text: str, finding: Finding, said: str) -> Replacement:
    """Return words in the place of a finding, with a capital where a sentence begins."""
    before = text[: finding.start].rstrip(" ")
    begins = not before or before[-1] in _ENDS
    return Replacement(finding.start, finding.end, said[:1].upper() + said[1:] if begins else said)


def _called(proposed: Replacement) -> str:
    said = proposed.text.strip(" ,(")
    return said[:1].lower() + said[1:]


def _without(text: str, finding: Finding) -> Replacement:
    """Return nothing in the place of a finding; a space or the commas around it go with it."""
    start, end = finding.start, finding.end
    behind = text[end : end + 1]
    if text[:start].endswith(", ") and behind == ",":
        return Replacement(start - 2, end + 1, "")
    if behind == " " and (start == 0 or text[start - 1].isspace()):
        end += 1
    elif text[:start].endswith(" ") and (not behind or behind in ".,;!?\n"):
        start -= 1
    return Replacement(start, end, "")


def _word_before(text: str, finding: Finding) -> str:
    before = _WORD_BEFORE.search(text[max(0, finding.start - 90) : finding.start])
    return before[1] if before else ""


def _of_name(text: str, finding: Finding) -> Replacement | None:
    word = _word_before(text, finding)
    role = word if says_who(word.casefold()) else ""
    aged = _AGE_BEHIND.match(text, finding.end)
    if aged:
        age = int(aged[1] or aged[2] or aged[3])
        said = _of_age(age)
        if role:
            said = f"van ongeveer {age if age < GROWN else _round(age)}"
        said = _placed(text, finding, said).text
        return Replacement(finding.start, aged.end(), said + ("," if aged[0].endswith(",") else ""))
    if role and role.casefold() not in ("familie", "gezin", "fam", "echtpaar"):
        start = finding.start - 1
        return Replacement(start - (text[start - 1] == ","), _comma(text, start, finding.end), "")
    return None


def _comma(text: str, start: int, end: int) -> int:
    """Return where a name ends that stands between commas: the second goes with it."""
    return end + 1 if text[start - 1] == "," and text[end : end + 1] == "," else end


def _of_detail(text: str, finding: Finding) -> Replacement | None:
    who, age = in_general(finding.text)
    return _placed(text, finding, who if age is None else _of_age(age)) if who else None


def _of_birth(text: str, finding: Finding, on: datetime.date) -> Replacement | None:
    born = read_date(finding.text)
    if born is None:
        return None
    if born > on and born.year >= 2000:  # two digits of a year: read as this century
        born = born.replace(year=born.year - 100) if (born.month, born.day) != (2, 29) else None
    if born is None:
        return None
    age = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    lead = text[max(0, finding.start - 24) : finding.start]
    said = _BORN_BEFORE.search(lead)
    start = finding.start - (len(lead) - said.start()) if said else finding.start
    open_ = "(" if said and said[0].startswith("(") else ""
    about = age if age < GROWN else _round(age)
    return Replacement(start, finding.end, f"{open_}ongeveer {about} jaar")


def _of_age(age: int) -> str:
    return f"een kind van ongeveer {age}" if age < GROWN else f"iemand van ongeveer {_round(age)}"


def _round(age: int) -> int:
    return round(age / 5) * 5
