"""Voting with dots: what was agreed, what every block got, whether it adds up, and who is first."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from bouwstenen_app.domain.beamer import released
from bouwstenen_app.domain.blocks import FREE
from bouwstenen_app.domain.similarity import CLEARLY_ALIKE, alike
from bouwstenen_app.domain.workshops import Workshop

MOST_EACH: Final = 20
"""Votes of one participant."""
MOST_PARTICIPANTS: Final = 999
MOST_VOTES: Final = 9999
"""Votes of one block: what is typed beyond that is a slip of the hand."""

_EACH: Final = re.compile(r"(\d{1,2})( stem(?:men)? per (?:deelnemer|persoon))", re.IGNORECASE)
_STACKING: Final = re.compile(r"niet stapelen|zonder stapelen|stapelen mag niet|stapelen mag", re.IGNORECASE)
_MAY: Final = "stapelen mag"
_COUNT: Final = re.compile(r"((?:[^\W\d_]+-)?\d{1,6})(?:\s*[=:]\s*|\s+)([+−-]?\d{1,4})")


@dataclass(frozen=True, slots=True)
class Rule:
    """How a session votes; ``each`` is 0 when nothing was agreed, ``participants`` when nobody was counted."""

    each: int = 0
    stack: bool = True
    """Whether one participant may give several votes to one block."""
    participants: int = 0

    @property
    def expected(self) -> int:
        """How many votes there are to give; 0 when that is not known."""
        return self.each * self.participants


@dataclass(frozen=True, slots=True)
class Ballot:
    """A block as it is voted on."""

    block: str
    """Id of the block."""
    spoken_id: str
    number: int
    title: str
    explanation: str = ""
    cluster: str = ""
    votes: int = 0
    held_back: bool = False
    parked: bool = False
    """In the *parkeerplaats*: only here because it has votes."""
    release: str = FREE

    @property
    def shown(self) -> bool:
        """Whether the room may see it: it can get votes too when it is not on the beamer."""
        return released(release=self.release, held_back=self.held_back, parked=self.parked, removed=False)


@dataclass(frozen=True, slots=True)
class Tally:
    """What was counted beside what was agreed. It is a hint: nothing is refused because of it."""

    rule: Rule
    counted: int
    above: tuple[Ballot, ...] = ()
    """Blocks with more votes than there are participants, where no one may give a block more than one."""

    @property
    def complete(self) -> bool:
        """Whether there are exactly as many votes as there were to give."""
        return self.rule.expected > 0 and self.counted == self.rule.expected

    @property
    def missing(self) -> int:
        """How many votes are not there yet; 0 when that is not known."""
        return max(0, self.rule.expected - self.counted)

    @property
    def surplus(self) -> int:
        """How many votes there are too many; 0 when that is not known."""
        return max(0, self.counted - self.rule.expected) if self.rule.expected else 0


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a block stands: the most votes first, then by number; blocks with as many votes share their place."""

    block: str
    """Id of the block."""
    number: int
    title: str
    votes: int
    place: int
    """From 1."""


def rule_of(workshop: Workshop) -> Rule:
    """Return how a session votes: as it was set, or else as its rule in words says."""
    if workshop.votes_each:
        return Rule(workshop.votes_each, workshop.votes_stack, workshop.participants)
    each, stacking = _EACH.search(workshop.vote_rule), _STACKING.search(workshop.vote_rule)
    stack = stacking[0].casefold() == _MAY if stacking else workshop.votes_stack
    return Rule(min(int(each[1]), MOST_EACH) if each else 0, stack, workshop.participants)


def reworded(text: str, rule: Rule) -> str:
    """Return a rule in words that says nothing else than this rule; what it does not mention is left out."""
    if rule.each:
        many = "stemmen" if rule.each > 1 else "stem"
        text = _EACH.sub(lambda found: f"{rule.each} {many} per {found[2].split()[-1]}", text)
    else:
        text = _EACH.sub("", text)
    text = _STACKING.sub(_MAY if rule.stack else "niet stapelen", text)
    return "; ".join(part for part in (part.strip(" ,.") for part in text.split(";")) if part)


def tally(rule: Rule, ballots: Iterable[Ballot]) -> Tally:
    """Add up what was counted."""
    ballots = tuple(ballots)
    limited = not rule.stack and rule.participants > 0
    above = tuple(ballot for ballot in ballots if limited and ballot.votes > rule.participants)
    return Tally(rule, sum(ballot.votes for ballot in ballots), above)


def standings(ballots: Iterable[Ballot]) -> tuple[Standing, ...]:
    """Return where the blocks stand that the room may see."""
    seen = in_order_of_votes(ballot for ballot in ballots if ballot.shown)
    found: list[Standing] = []
    for position, ballot in enumerate(seen, start=1):
        tied = bool(found) and found[-1].votes == ballot.votes
        place = found[-1].place if tied else position
        found.append(Standing(ballot.block, ballot.number, ballot.title, ballot.votes, place))
    return tuple(found)


def in_order_of_votes(ballots: Iterable[Ballot]) -> tuple[Ballot, ...]:
    """Return ballots with the most votes first, then by number."""
    return tuple(sorted(ballots, key=lambda ballot: (-ballot.votes, ballot.number)))


def look_alikes(ballots: Iterable[Ballot]) -> tuple[tuple[Ballot, Ballot], ...]:
    """Return the pairs that seem to say the same, the most alike first, the lowest number of a pair first.

    Who votes on two wordings of one thing divides the votes over them.
    """
    open_ones = sorted((ballot for ballot in ballots if not ballot.parked), key=lambda ballot: ballot.number)
    texts = [f"{ballot.title}\n{ballot.explanation}" for ballot in open_ones]
    return tuple((open_ones[pair.first], open_ones[pair.second]) for pair in alike(texts, least=CLEARLY_ALIKE))


def read_count(text: str) -> tuple[str, int] | None:
    """Return the number of a block and its votes from ``14 7``, ``14=7`` or ``RH-014: 7``; None for other text.

    The number is as it was written; the votes may be less than nothing, to be taken off.
    """
    found = _COUNT.fullmatch(text.strip())
    return (found[1], int(found[2].replace("−", "-"))) if found else None
