"""Rare details: nobody is named, and still a neighbour knows who it is. All of it is amber: a person decides.

A detail is rare because few people are both: the only one of a kind in a village, an age and a village, an origin
and a village, an office that one person holds, one of three born together, a family that was in the news.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.privacy_allowed import no_names, places
from bouwstenen_app.domain.privacy_rules import Rule


def _words(said: str) -> frozenset[str]:
    return frozenset(said.split())


_OFFICES: Final = _words(
    "huisarts tandarts dierenarts apotheker notaris dominee predikant pastoor priester imam rabbijn koster "
    "verloskundige schooldirecteur dorpsagent"
)
_PEOPLE: Final = _words(
    "moeder vader vrouw man weduwe weduwnaar jongen jongetje meisje kind kindje baby peuter kleuter puber tiener "
    "leerling oma opa zoon zoontje dochter dochtertje"
)
_ANYBODY: Final = (
    _OFFICES | _PEOPLE | _words("gezin familie echtpaar stel kapper kapster bakker slager boer boerin")
)
_TOGETHER: Final = _words("drieling vierling tweeling")
_LARGE: Final = _words("nederland holland europa belgië vlaanderen duitsland amsterdam rotterdam utrecht")
"""Where so many live that one of a kind is not alone."""
_ORIGINS: Final = tuple(
    _words(
        "Syr Eritr Somal Afgh Iraa Irak Turks Marok Pool Roeme Bulga Oekra Ethiop Nigeri Ghan Congol Chine Vietnam "
        "Pakist Surina Antill Brazil Colomb Russ Bosni Jood Koerd Armee Georgis Moluk Kaapverd Hindoest Jezid "
        "Sinti Roma"
    )
)
"""How words for an origin begin."""

_ARTICLE: Final = r"(?:\b(?:[Hh]et|[Dd]e|[Ee]en) |\b)"
_WHO: Final = r"(?P<who>[a-zA-Z][a-z]{2,14})"
_WHERE: Final = (
    r"(?:(?P<place>[A-ZÀ-Þ][\w’'-]{2,24})|(?:het|dit|ons|hun|een klein) (?:dorp|eiland|gehucht)|"
    r"(?:de|die|deze|onze|hun|zijn|haar) (?:straat|buurt|flat|klas|kerk))\b"
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of rare detail: what a text must hold, how it is written, and who it can be about."""

    hints: tuple[str, ...]
    rule: Rule
    about: frozenset[str]
    holds: Callable[[str], bool] = bool
    """Whether the word of origin in it is one."""


_KINDS: Final = (
    _Kind(
        (" enige ", "e enige "),
        Rule(rf"\b(?:[Dd]e|[Hh]et) enige (?:(?P<more>[a-zë-]{{2,20}}) ){{0,2}}?{_WHO} (?:in|van|op|uit) {_WHERE}"),
        _ANYBODY,
    ),
    _Kind(
        ("-jarig",),
        Rule(rf"{_ARTICLE}(?P<age>\d{{1,2}})-jarige? {_WHO} (?:uit|te|in) {_WHERE}"),
        _ANYBODY,
    ),
    _Kind(
        (" uit ", " te ", " in "),
        Rule(
            rf"{_ARTICLE}{_WHO}(?:,? van |,? \(|, )(?P<age>\d{{1,2}})(?: jaar(?: oud)?| jr\.?)?\)?,? "
            rf"(?:uit|te|in) {_WHERE}"
        ),
        _PEOPLE,
    ),
    _Kind(
        (" uit ", " in ", " van ", " te "),
        Rule(rf"{_ARTICLE}(?P<origin>[A-Z][a-zëï]{{3,14}}) {_WHO} (?:in|uit|te|van) {_WHERE}"),
        _ANYBODY,
        lambda origin: origin.startswith(_ORIGINS),
    ),
    _Kind(
        (" van ", " in ", " uit "),
        Rule(rf"\b[Dd]e {_WHO} (?:van|in|uit) {_WHERE}"),
        _OFFICES,
    ),
    _Kind(
        ("eling", "ieling"),
        Rule(
            rf"{_ARTICLE}(?P<who>[Dd]rieling|[Vv]ierling|[Tt]weeling(?= van \d|(?:zus|broer)| \(\d))"
            r"(?:zus(?:jes?|sen)?|broer(?:tjes?|s)?)?(?: van \d{1,2}\b| \(\d{1,2}\))?"
        ),
        _TOGETHER,
    ),
    _Kind(
        ("het nieuws", "de krant", "het journaal", "op tv", "op televisie"),
        Rule(
            rf"\b(?:[Dd]e|[Hh]et|[Ee]en) {_WHO} (?:die|dat) [^.!?\n]{{0,40}}?"
            r"\b(?:in het nieuws|in de krant|op het journaal|op tv|op televisie)\b(?: (?:stond|kwam|was|zat)\b)?"
        ),
        _ANYBODY,
    ),
)


def details(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a rare detail begins and ends: character positions."""
    for kind in _KINDS:
        if any(hint in text for hint in kind.hints):
            for found in kind.rule.finditer(text):
                said = found.groupdict()
                if said["who"].casefold() in kind.about and _is_rare(said, kind):
                    yield found.span()


def in_general(detail: str) -> tuple[str, int | None]:
    """Return who a rare detail is about, without what makes it rare, and the age in it; empty when it is none."""
    for kind in _KINDS:
        found = kind.rule.fullmatch(detail)
        if found is not None and found["who"].casefold() in kind.about:
            who, age = found["who"].casefold(), found.groupdict().get("age")
            return "een kind" if who.endswith("ling") and who != "leerling" else f"een {who}", int(
                age
            ) if age else None
    return "", None


def _is_rare(said: dict[str, str], kind: _Kind) -> bool:
    place, origin = said.get("place"), said.get("origin")
    return (place is None or _is_small(place)) and (origin is None or kind.holds(origin))


def _is_small(place: str) -> bool:
    """Say whether a word with a capital may be a village or a town: no organisation, no large city."""
    fold = place.casefold()
    return fold not in _LARGE and (fold in places() or fold not in no_names())
