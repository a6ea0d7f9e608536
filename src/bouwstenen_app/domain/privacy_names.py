"""Likely names of people: behind a title, a relation or a role, or known as a name and written with a capital.

A person decides: every name is amber. What is surely no name (an organisation, a place, a theory, the word that
begins a sentence) is in ``privacy_allowed``.
"""

import re
from collections.abc import Iterator
from typing import Final

from bouwstenen_app.domain.privacy_allowed import no_names, places
from bouwstenen_app.domain.privacy_name_lists import ambiguous_first_names, clear_first_names, is_composed
from bouwstenen_app.domain.privacy_name_parts import Line, Span, may_have_name
from bouwstenen_app.domain.privacy_rules import SMALL, Rule
from bouwstenen_app.domain.privacy_surnames import clear_surnames, plain_surnames, surnames, surnames_behind_van
from bouwstenen_app.domain.privacy_words import (
    BETWEEN,
    CLOSING,
    NAME_PARTICLES,
    NAMING,
    NO_INITIAL,
    NOT_BEFORE,
    NOT_BEHIND,
    PARTICLES,
    RELATIONS,
    SAYING,
    SEVERAL,
    TITLES,
    says_who,
)

_SURNAME_SHAPE: Final = Rule(
    r".{2,240}(?:sma|stra|inga|enga|mans|sen|ssen|ema|ska|ski|owicz|oğlu|oglu|ova|oui|aoui|kamp|veld|huis|"
    r"meijer|maker|stein|berg|ink|aar|ez|ić)\Z"
)
_SURE_SHAPE: Final = Rule(
    r".{2,240}(?:sma|stra|inga|enga|kema|sema|jema|ska|ski|owicz|oglu|oğlu|aoui|enko|chuk|vić|escu|adze|poulos)\Z"
)
"""How no other word ends than a surname."""
_AGE: Final = Rule(
    r" ?\((?:\w{3,8} van )?\d{1,2}(?: ?(?:jaar|jr\.?|mnd|maanden)?)?[),;]|,? (?:van )?\d{1,2} jaar\b|,? \d{1,2}, "
)
_YEARS_OLD: Final = Rule(r" ?\((?:\w{3,8} van )?\d{1,2} ?(?:jaar|jr\b|mnd|maanden)")
"""Enough for a word that is not known as a name; a number alone can be a count."""
_PERSON_BEFORE: Final = Rule(
    r"\b(?:ze|zij|hij|die|ik|kind|jongen|jongetje|meisje|man|vrouw|moeder|vader|zoon|dochter|zus|broer|"
    r"vriend|vriendin|cliënt|oma|opa|buurvrouw|buurman|naam)\b",
    SMALL,
)
_THING_BEFORE: Final = Rule(
    r"\b(?:project|aanpak|methode|methodiek|team|overleg|app|programma|website|instrument|formulier|"
    r"training|cursus|systeem|organisatie|stichting|groep|locatie|"
    r"werkwijze|pilot|plan|platform|campagne|boek|film|tool|spel|school|huis|dat|dit|het)\b[^.!?\n]{0,30}\Z",
    SMALL,
)
_LINK: Final = Rule(r"\.? ?(?:[\"“‘'(])?")
_ENUMERATED: Final = Rule(r"(?:,|\(| met| van| door| aan| bij| en|:) ?\Z", SMALL)
"""Before an initial that begins no sentence."""
_BORN_BEHIND: Final = Rule(r",? ?\(?(?:geb\b|geboren|bsn\b|tel\b|\d{1,2}[-/.]\d{1,2}[-/.])", SMALL)
"""What is written behind the name of a person in a list."""
_FAMILIES: Final = frozenset({"familie", "fam", "gezin", "gezinnen", "echtpaar"})
"""Before a surname, as a title is."""
_ARTICLES: Final = frozenset({"de", "het", "een"})
_NO_SURNAME_BEGINS: Final = frozenset({"de", "het", "'t", "in", "op", "te", "tot"})
"""Before a noun that is a surname behind *van* only."""
_PUT_IN: Final = Rule(r", (?!\d)| \(\d{1,2}\)")
"""Behind a name that is put in behind who it is: *de moeder, Xanthe, zei*."""
_MOST_IN_ROW: Final = 5
_LOOSE_LINK: Final = Rule(r"(?:,|:|;| \(| -| –) ?[\"“‘']?")


def names(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a likely name begins and ends, in order, apart from each other."""
    if not may_have_name(text):
        return
    reader = _Reader(text)
    place = 0
    last: Span | None = None
    while place < len(reader.words):
        found = reader.name(place) or (reader.listed(last, place) if last else None)
        if found is None:
            place += 1
            continue
        last = found
        yield reader.words[found[0]].start, reader.end_of(found[1])
        place = found[1] + 1


class _Reader(Line):
    """Reads names in a line: what announces one, and what is one without announcement."""

    def name(self, place: int) -> Span | None:
        """Return the first and the last word of a name that this word begins, or announces."""
        word = self.words[place]
        fold = word.fold
        if fold in TITLES and word.text != "HR":
            return self._behind_title(place)
        if says_who(fold):
            return self._behind_role(place) or (self._alone(place) if word.capital and not word.opens else None)
        if fold in NAMING or (fold == "naam" and not word.capital):
            return self._behind_naming(place)
        if fold in SAYING:
            return self._behind_saying(place)
        if not word.capital and self.is_small_alone(place):
            return place, place
        return self._alone(place) if word.capital or fold in NAME_PARTICLES or fold == "de" else None

    def listed(self, before: Span, place: int) -> Span | None:
        """Return a name that nobody knows beside one that is known: *Daan en Xanthe*, *Daan, Xanthe en Lotte*."""
        several = self._is_in_row(before[0])
        if self.words[before[0]].fold not in clear_first_names() and not several:
            return None
        link = self.text[self.words[before[1]].end : self.words[place].start]
        found = self.parsed(place) if self.words[place].capital and not self.words[place].opens else None
        if found is None or self.is_thing(found[1]):
            return None
        behind = self.words[found[1] + 1 : found[1] + 3]
        goes_on = several or any(word.capital and word.fold in clear_first_names() for word in behind)
        return found if link in (" en ", " & ") or (link == ", " and goes_on) else None

    def _is_in_row(self, place: int) -> bool:
        """Say whether a name is one of more behind a word for several people: *de zusjes Xanthe en Fatima*."""
        steps = 0
        while steps < _MOST_IN_ROW and place and self.words[place - 1].capital:
            place, steps = place - 1, steps + 1
        return place > 0 and self.words[place - 1].fold in SEVERAL

    # -- what announces a name

    def _behind_title(self, place: int) -> Span | None:
        if not self._follows(place, _LINK):
            return None
        return self.parsed(place + 1, titled=True) or self.in_small_letters(place + 1, titled=True)

    def _behind_role(self, place: int) -> Span | None:
        word = self.words[place]
        if self._follows(place, _LINK):
            found = self.parsed(place + 1, titled=word.fold in _FAMILIES)
            if found and (self.is_known(found) or not word.capital or word.opens):
                return found
            small = self.in_small_letters(self._past_of(place), titled=False)
            return small if small and (small[0] == small[1] or word.fold not in RELATIONS) else None
        if self._follows(place, _LOOSE_LINK):
            found = self.parsed(place + 1)
            if found is None:
                return None
            put_in = word.fold in RELATIONS and self.text[word.end : word.end + 2] == ", "
            put_in = put_in and _PUT_IN.match(self.text, self.words[found[1]].end) is not None
            return found if put_in or self.is_known(found) else None
        return None

    def _past_of(self, place: int) -> int:
        """Return the place behind a relation, and behind *van* when it says whose it is: *moeder van fatima*."""
        of = self.words[place].fold in RELATIONS and self.words[place + 1].text in ("van", "v")
        return place + 2 if of and place + 2 < len(self.words) and self.is_joined(place, place + 2) else place + 1

    def _behind_naming(self, place: int) -> Span | None:
        step = place + 1
        if (
            self.words[place].fold == "naam"
            and step < len(self.words)
            and self.words[step].fold in ("is", "was", "luidt", "van")
        ):
            step += self.words[step].fold != "van"
        elif step < len(self.words) and self.words[step].fold in BETWEEN:
            step += 1
        if step >= len(self.words) or not re.fullmatch(
            r" ?:? ?[\"“‘'(]?", self.text[self.words[step - 1].end : self.words[step].start]
        ):
            return None
        found = self.parsed(step) or self.in_small_letters(step, titled=self.words[place].fold == "tnv")
        before = self.text[max(0, self.words[place].start - 60) : self.words[place].start]
        if found is None or (_THING_BEFORE.search(before) and not _PERSON_BEFORE.search(before)):
            return None
        before_it = self.words[place - 1].fold if place else ""
        person = _PERSON_BEFORE.search(before) or says_who(before_it)
        person = person or self.words[place].fold not in ("heet", "heette", "heten", "naam")
        return found if self.is_known(found) or person else None

    def _behind_saying(self, place: int) -> Span | None:
        if not (self._follows(place, _LINK) or self._follows(place, _LOOSE_LINK)):
            return None
        found = self.parsed(place + 1)
        if found is None:
            return self.in_small_letters(place + 1, titled=False)
        known = self.is_known(found) or self.words[found[1]].fold in plain_surnames()
        return found if known or self.words[place].fold in CLOSING else None

    def _follows(self, place: int, link: Rule) -> bool:
        """Say whether a word comes right behind this one, with no more between them than this."""
        if place + 1 >= len(self.words):
            return False
        between = self.text[self.words[place].end : self.words[place + 1].start]
        if between.startswith(".") and self.words[place].fold not in TITLES | CLOSING | {"fam"}:
            return False
        return bool(between) and link.fullmatch(between) is not None

    # -- a name without announcement

    def _alone(self, place: int) -> Span | None:
        word = self.words[place]
        if self._is_called_after(place):
            return None
        if len(word.text) == 1:
            return self._with_initials(place)
        if word.fold in PARTICLES and self.past_particles(place) > place:
            return self._with_particles(place)
        found = self.parsed(place)
        return found if found and self._is_person(*found) and not self._gives_its_name(found[1]) else None

    def _gives_its_name(self, last: int) -> bool:
        """Say whether a thing behind a name is called so: *de Jan Jansen stichting*."""
        behind = self.words[last + 1 : last + 2]
        return bool(behind) and behind[0].fold in NOT_BEHIND and self.is_joined(last, last + 1)

    def _is_called_after(self, place: int) -> bool:
        """Say whether a word is of the name of a room, a school, a saint, or says that one comes."""
        before = place and self.words[place - 1].fold in NOT_BEFORE and self.is_joined(place - 1, place)
        word, behind = self.words[place], self.words[place + 1 : place + 2]
        return bool(before or (word.fold in NOT_BEFORE and word.opens and behind and behind[0].capital))

    def _is_of_somebody(self, place: int) -> bool:
        """Say whether a word with an s behind it is a name in the possessive: *Ahmeds vader*."""
        word = self.words[place]
        behind = self.words[place + 1 : place + 2]
        return not word.opens or word.fold.endswith("'s") or bool(behind and behind[0].fold in RELATIONS)

    def _is_person(self, first: int, last: int) -> bool:
        word = self.words[first]
        parts = {word.fold, self.bare(word.fold)} if self._is_of_somebody(first) else {word.fold}
        if first == last and first and self.words[first - 1].fold in _ARTICLES and self.is_joined(first - 1, first):
            return False
        known_surname = last > first and (self.words[last].fold in surnames())
        if last > first and not word.opens and _SURE_SHAPE.search(self.words[last].fold):
            return True
        if parts & clear_first_names() or self.is_double(word) or is_composed(word.fold):
            return True
        if word.fold in ambiguous_first_names():
            return not word.opens or last > first or _AGE.match(self.text, word.end) is not None
        if known_surname and (self.words[last].fold in clear_surnames() or last - first > 1):
            return True
        if word.fold in clear_surnames() or set(word.fold.split("-")) & clear_surnames():
            return True
        fold = self.words[last].fold
        if known_surname and not word.opens and fold not in no_names() and fold not in surnames_behind_van():
            return True
        return not word.opens and _YEARS_OLD.match(self.text, self.words[last].end) is not None

    def _with_initials(self, place: int) -> Span | None:
        core = self.past_initials(place)
        if core == place or (place and self.words[place - 1].fold in NO_INITIAL):
            return None
        found = self.parsed(place)
        if found is None:
            return None
        last = self.words[found[1]]
        close = core - place > 1 and self.text[self.words[place].end : self.words[place + 1].start] == "."
        known = (
            last.fold in plain_surnames() or _SURNAME_SHAPE.search(last.fold) or self.past_particles(core) > core
        )
        apart = place and _ENUMERATED.search(
            self.text, max(0, self.words[place].start - 8), self.words[place].start
        )
        born = _BORN_BEHIND.match(self.text, last.end)
        return found if close or known or apart or born or self.is_known(found) else None

    def _with_particles(self, place: int) -> Span | None:
        """Return a surname with its particles: *De Vries*, *van den Berg*."""
        core = self.past_particles(place)
        if core >= len(self.words) or not self.is_joined(place, core):
            return None
        word = self.words[core]
        if word.fold in surnames_behind_van() and self.words[place].fold in _NO_SURNAME_BEGINS:
            return None  # *De Werf*, *In de Hof*
        if place and self.words[place - 1].capital and self.is_joined(place - 1, place):
            return None  # *Huis van de Wijk*
        if not word.capital or word.text.isupper() or self.is_thing(core):
            return None
        both_capital = self.words[place].capital and word.fold in plain_surnames() and word.fold not in places()
        if word.fold in clear_surnames() and word.fold not in places():
            return place, self.extended(core)
        several = core - place > 1 and word.fold in plain_surnames() and self.words[place].fold == "van"
        return (place, core) if both_capital or several else None
