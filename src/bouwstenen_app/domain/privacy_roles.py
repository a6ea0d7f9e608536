"""What can stand in the place of a finding: a role or a word between brackets, so that the sentence stays."""

import datetime
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.dutch import read_date
from bouwstenen_app.domain.privacy import BIRTH_DATE, NAME, WORDS, Finding
from bouwstenen_app.domain.privacy_rules import SMALL, Rule
from bouwstenen_app.domain.privacy_words import RELATIONS, ROLES

GROWN: Final = 18
"""Years from which a person is no child any more."""

_WORD_BEFORE: Final = Rule(r"([^\W\d_]{1,40}(?:['’-][^\W\d_]{1,40}){0,2}),? \Z")
_AGE_BEHIND: Final = Rule(
    r" ?\((?:nu |van )?(\d{1,2})(?: ?(?:jaar|jr\.?))?\)|,? (?:van )?(\d{1,2}) jaar(?: oud)?\b,?|, (\d{1,2}),", SMALL
)
_BORN_BEFORE: Final = Rule(
    r"\(?\b(?:geboren op|geboren|geb\. ?(?:op|d\.d\.)?|geboortedatum:?|geb\. ?datum:?|g\.d\.):? ?\Z", SMALL
)


@dataclass(frozen=True, slots=True)
class Replacement:
    """What comes in the place of ``text[start:end]``; it may take a word beside the finding with it."""

    start: int
    end: int
    text: str


def replacement(text: str, finding: Finding, on: datetime.date | None = None) -> Replacement:
    """Return what is proposed in the place of a finding in a text.

    A name behind a relation or a role goes (*moeder Fatima* becomes *moeder*); a child with an age becomes *een
    kind van ongeveer 8*; a date of birth becomes an age when the day ``on`` which it is read is given; all else
    becomes the word for its kind between brackets.
    """
    plain = Replacement(finding.start, finding.end, f"[{WORDS[finding.kind]}]")
    if finding.kind == NAME:
        return _of_name(text, finding) or plain
    if finding.kind == BIRTH_DATE and on is not None:
        return _of_birth(text, finding, on) or plain
    return plain


def replaced(text: str, finding: Finding, on: datetime.date | None = None) -> str:
    """Return the text with what is proposed in the place of one finding."""
    one = replacement(text, finding, on)
    return text[: one.start] + one.text + text[one.end :]


def _of_name(text: str, finding: Finding) -> Replacement | None:
    before = _WORD_BEFORE.search(text[max(0, finding.start - 90) : finding.start])
    role = before[1] if before and before[1].casefold() in RELATIONS | ROLES else ""
    aged = _AGE_BEHIND.match(text, finding.end)
    if aged:
        age = int(aged[1] or aged[2] or aged[3])
        said = f"een kind van ongeveer {age}" if age < GROWN else f"iemand van ongeveer {_round(age)}"
        if role:
            said = f"van ongeveer {age if age < GROWN else _round(age)}"
        return Replacement(finding.start, aged.end(), said + ("," if aged[0].endswith(",") else ""))
    if role and role.casefold() not in ("familie", "gezin", "fam", "echtpaar"):
        start = finding.start - 1
        return Replacement(start - (text[start - 1] == ","), _comma(text, start, finding.end), "")
    return None


def _comma(text: str, start: int, end: int) -> int:
    """Return where a name ends that stands between commas: the second goes with it."""
    return end + 1 if text[start - 1] == "," and text[end : end + 1] == "," else end


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


def _round(age: int) -> int:
    return round(age / 5) * 5
