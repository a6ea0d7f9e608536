"""What a name in a text is made of: initials, particles, and words with a capital."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from bouwstenen_app.domain.privacy_allowed import OF_A_THING, known_things, no_names, places
from bouwstenen_app.domain.privacy_name_lists import ambiguous_first_names, clear_first_names, first_names
from bouwstenen_app.domain.privacy_rules import Rule
from bouwstenen_app.domain.privacy_surnames import clear_surnames, plain_surnames, surnames, surnames_behind_van
from bouwstenen_app.domain.privacy_words import (
    ALSO_VERBS,
    ALSO_WORDS,
    ANNOUNCING,
    BEFORE_SMALL,
    PARTICLES,
    RELATIONS,
    SMALL_WORDS,
    TITLES,
)

Span = tuple[int, int]
"""The first and the last word of a name."""

_WORD: Final = Rule(r"(?<!\w)['’][tT](?!\w)|[^\W\d_]{1,40}(?:['’\-‑][^\W\d_]{1,40}){0,3}")
_SENTENCE_END: Final = Rule(r"[.!?:\n•;]|^\s{0,9}[\"“‘'(\-–*#]|[\"“‘]")
_PREPOSITIONS: Final = frozenset({"in", "op", "het", "tot", "te"})
"""Particles that are one only together with another (*in ’t Veld*)."""
_TAGS: Final = frozenset("@#!/")
_GLUED: Final = Rule(r"[\w@/\\#-]|\.\w")
"""Beside a word that is of an address, a path or a code."""
_SHORT: Final = 3
"""Letters of a first name that is often another word."""
_MOST: Final = 6
"""Initials or words of the longest name."""


class Word(NamedTuple):
    """A word: where it stands, as it is written and folded, and what its capital says."""

    start: int
    end: int
    text: str
    fold: str
    capital: bool
    opens: bool
    """It begins a sentence, so that its capital says nothing."""


class Line:
    """The words of one text, read once, and where a name among them begins and ends."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = tuple(_read(text))

    def end_of(self, place: int) -> int:
        """Return where a word ends that is the last of a name, without the s of possession."""
        word = self.words[place]
        if self._has_initial_behind(place):
            return self.words[place + 1].end + 1
        if word.fold.endswith(("'s", "’s")):
            return word.end - 2
        known = word.fold in clear_first_names() or word.fold in surnames()
        return (
            word.end - 1
            if not known and word.fold[:-1] in clear_first_names() and word.fold[-1] == "s"
            else word.end
        )

    def _has_initial_behind(self, place: int) -> bool:
        """Say whether a surname is shortened to a letter, as in a newspaper: *Fatima B.*"""
        behind = self.words[place + 1 : place + 2]
        return (
            bool(behind)
            and len(behind[0].text) == 1
            and behind[0].capital
            and self.text[self.words[place].end : behind[0].start] == " "
            and self.text.startswith(".", behind[0].end)
        )

    def parsed(self, place: int, *, titled: bool = False) -> Span | None:
        """Return a name that begins here: initials, particles, and at least one word with a capital."""
        step = self.past_initials(place, bare=titled)
        core = self.past_particles(step)
        if (
            core >= len(self.words)
            or not self.is_joined(step, core)
            or not self._is_name_word(core, after_particle=core > step, titled=titled)
        ):
            return None
        last = self.extended(core)
        if step == place and core > step and self.words[core].fold in clear_first_names():
            place = core  # *de zoon van Fatima*: the particle is not of the name
        elif self.words[step].fold in _PREPOSITIONS and not self.words[step].capital and core == step + 1:
            return None
        return None if not titled and self.is_thing(last) else (place, last)

    def past_initials(self, place: int, *, bare: bool = False) -> int:
        """Return the place behind initials; behind a title they may be ``bare``, without a dot."""
        end = min(place + _MOST, len(self.words))
        while (
            place < end
            and len(self.words[place].text) == 1
            and self.words[place].capital
            and self.text[self.words[place].end : self.words[place].end + 1] in ((".", " ") if bare else (".",))
        ):
            place += 1
        return place

    def past_particles(self, place: int) -> int:
        end = min(place + 3, len(self.words))
        while place < end and self.words[place].fold in PARTICLES and not self._is_called_so(place):
            place += 1
        return place

    def _is_called_so(self, place: int) -> bool:
        """Say whether a particle is a first name here: *haar ex Ben kwam*, not *Ben Ali*."""
        word, behind = self.words[place], self.words[place + 1 : place + 2]
        return word.capital and word.fold in first_names() and not (behind and behind[0].capital)

    def is_joined(self, place: int, last: int) -> bool:
        """Say whether nothing but single spaces stands between these words."""
        return all(
            self.text[one.end : other.start] in (" ", ". ", ".", "\u00a0")
            for one, other in zip(self.words[place:last], self.words[place + 1 : last + 1], strict=True)
        )

    def _is_name_word(self, place: int, *, after_particle: bool, titled: bool = False) -> bool:
        word = self.words[place]
        if (
            not word.capital
            or len(word.text) < 2
            or (word.text.isupper() and len(word.text) > 1 and not self.is_known((place, place)))
        ):
            return False
        if word.fold in no_names():
            called = place > 0 and not word.opens and self.words[place - 1].fold in RELATIONS
            return (called and word.fold in ambiguous_first_names()) or (
                (titled or after_particle)
                and (
                    word.fold in plain_surnames()
                    or ((after_particle or self._is_titled(place)) and word.fold in places())
                )
            )
        return word.fold.split("-")[-1] not in ("team", "overleg", "project", "school") and self._has_name_parts(
            word
        )

    def _is_titled(self, place: int) -> bool:
        """Say whether a title or an initial stands right before a word; *MW Rotterdam* is of an organisation."""
        before = self.words[place - 1] if place else None
        if before is None or not self.is_joined(place - 1, place):
            return False
        dotted = self.text.startswith(".", before.end)
        return dotted or (before.fold in TITLES and before.fold != "mw" and not before.text.isupper())

    @staticmethod
    def _has_name_parts(word: Word) -> bool:
        """Say whether each part of a word with hyphens may be of a name (*Anne-Marie*, not *Thomas-methode*)."""
        parts = re.split(r"[-‑]", word.text)
        return len(parts) == 1 or all(part[:1].isupper() or part in PARTICLES for part in parts)

    def extended(self, last: int) -> int:
        """Return the last word of a name that goes on from this one."""
        first = last
        while last - first < _MOST and last + 1 < len(self.words):
            core = self.past_particles(last + 1)
            if core == last + 1 and self._is_between(core):
                core += 1
            if (
                core >= len(self.words)
                or self.text[self.words[last].end : self.words[last + 1].start] != " "
                or not self.is_joined(last + 1, core)
            ):
                break
            particles = core > last + 1 and not self._is_between(core - 1)
            if particles and {w.fold for w in self.words[last + 1 : core]} <= _PREPOSITIONS:
                break
            word = self.words[core]
            fits = self._is_name_word(core, after_particle=False) or (
                word.capital and word.fold in plain_surnames()
            )
            if particles and self._belongs_to(last + 1, core):
                break  # *Huis van Fatima*
            if particles and self.words[last + 1].fold in _PREPOSITIONS and OF_A_THING.search(word.fold):
                break  # *Bas in de Kerkstraat*
            known = particles or word.fold in surnames()
            if (
                (self.text.startswith(":", word.end) and not known)
                or not fits
                or (particles and word.fold in no_names() and word.fold not in plain_surnames())
            ):
                break
            last = core
        return last

    def _belongs_to(self, particle: int, core: int) -> bool:
        """Say whether *van* says here whose it is, as a first name comes behind it that is no surname."""
        fold = self.words[core].fold
        only_van = core == particle + 1 and self.words[particle].text == "van"
        return only_van and fold in clear_first_names() and fold not in surnames()

    def _is_between(self, place: int) -> bool:
        """Say whether a letter joins two parts of a surname: *Tjon A Fat*, *Lo A Njoe*."""
        one = self.words[place : place + 2]
        return len(one) == 2 and one[0].text == "A" and one[1].capital and len(one[1].text) > 1

    def is_thing(self, last: int) -> bool:
        """Say whether these words are the name of a thing (*Emma Kinderziekenhuis*, *Anne-Frankschool*)."""
        behind = self.words[last + 1 : last + 2]
        if OF_A_THING.search(self.words[last].fold) and self.words[last].fold not in surnames():
            return len(self.words[last].fold) > 4
        return (
            bool(behind)
            and behind[0].capital
            and OF_A_THING.search(behind[0].fold) is not None
            and self.text[self.words[last].end : behind[0].start] == " "
        )

    def is_known(self, found: Span) -> bool:
        first = self.past_particles(self.past_initials(found[0]))
        particles = first > found[0]
        for word in self.words[first : found[1] + 1]:
            for part in (word.fold, self.bare(word.fold), *re.split("[-‑]", word.fold)):
                if part in first_names() or part in clear_surnames():
                    return True
        return particles and self.words[found[1]].fold in plain_surnames()

    @staticmethod
    def bare(fold: str) -> str:
        if fold.endswith("'s"):
            return fold[:-2]
        return fold[:-1] if fold.endswith("s") else fold

    def in_small_letters(self, place: int, *, titled: bool) -> Span | None:
        """Return a name in small letters, as it is typed in a hurry: only one that is known."""
        core = step = self._past_small_initials(place) if titled else place
        core = self.past_particles(step)
        if core >= len(self.words) or self.words[core].capital or not self.is_joined(place, core):
            return None
        fold = self.words[core].fold
        particles = core > step
        before = {word.fold for word in self.words[step:core]}
        if particles and (before <= _PREPOSITIONS or (before == {"van"} and fold == "haar")):
            return None  # *een agent in burger*, *op naam van haar ex*
        surname = (
            fold in surnames() and (titled or particles) and (fold not in ALSO_VERBS or (titled and particles))
        )
        surname = surname and (particles or fold not in surnames_behind_van())
        known = surname or fold in clear_first_names()
        if core > place and not surname:
            return None
        return (place, core) if known and len(fold) > 2 and fold not in ALSO_WORDS else None

    def is_small_alone(self, place: int) -> bool:
        """Say whether a word in small letters is a first name, though nothing says that one comes."""
        word = self.words[place]
        if word.fold not in clear_first_names() or word.fold in SMALL_WORDS | ALSO_WORDS:
            return False
        if _GLUED.match(self.text, word.end) or (word.start and _GLUED.match(self.text, word.start - 1)):
            return False
        before = self.words[place - 1].fold if place and self.is_joined(place - 1, place) else ""
        return len(word.fold) > _SHORT or (len(word.fold) == _SHORT and before in BEFORE_SMALL)

    def _past_small_initials(self, place: int) -> int:
        end = min(place + _MOST, len(self.words))
        while place < end and len(self.words[place].text) == 1 and self.text.startswith(".", self.words[place].end):
            place += 1
        return place

    @staticmethod
    def is_double(word: Word) -> bool:
        parts = word.fold.split("-")
        known = first_names()
        return len(parts) == 2 and word.text.split("-")[1][:1].isupper() and all(part in known for part in parts)


def may_have_name(text: str) -> bool:
    """Say at a glance whether a text may have a name in it: most have none, and are not read word by word."""
    announced = small = placed = False
    for word in set(_WORD.compiled.findall(text)):
        fold = word.casefold()
        if word[0].isupper() or word[2:3].isupper():
            known = fold in first_names() or fold in surnames()
            placed = placed or fold in places()
            if known or not (fold in no_names() or (word.isupper() and len(word) > 1)):
                return True
        if fold in clear_first_names() and fold not in SMALL_WORDS:
            return True
        small = small or fold in first_names() or fold in surnames()
        announced = announced or fold in ANNOUNCING
    return announced and (small or placed)


def _read(text: str) -> Iterator[Word]:
    """Yield the words of a text, but for those of known things (*Roos van Leary*) and tags."""
    shut = iter([*known_things(text), (len(text) + 1, len(text) + 1)])
    begin, stop = next(shut)
    last = 0
    for found in _WORD.finditer(text):
        start, end = found.span()
        while start >= stop:
            begin, stop = next(shut)
        if start < begin and (text[start - 1 : start] not in _TAGS or _is_mentioned(text, start, found[0])):
            yield _word(text, found[0], start, last)
        last = end


def _is_mentioned(text: str, start: int, word: str) -> bool:
    """Say whether a person is spoken to as in a chat: *@Fatima*; any other tag is of the codebook."""
    return text[start - 1] == "@" and word[0].isupper() and word.casefold() in clear_first_names()


def _word(text: str, word: str, start: int, last: int) -> Word:
    capital = word[0].isupper() or (word[1:2] in "'’" and word[2:3].isupper())
    opens = capital and (last == 0 or _SENTENCE_END.search(text, last, start) is not None)
    if opens and last and text[last:start] == ". " and _is_short(text, last):
        opens = False
    return Word(start, start + len(word), word, word.casefold().replace("’", "'"), capital, opens)


def _is_short(text: str, end: int) -> bool:
    """Say whether the dot here is of an abbreviation (*dhr.*, *J.*)."""
    before = re.search(r"(?<!\w)(\w{1,5})\Z", text[max(0, end - 6) : end])
    return before is not None and (len(before[1]) == 1 or before[1].casefold() in TITLES | {"fam", "burg"})
