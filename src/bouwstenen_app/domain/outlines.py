"""The outline of a workspace: enough to say in what two states of it differ, and no more."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from bouwstenen_app.domain import dutch

NAMED: Final = 3
"""So many sessions are named; of more only how many."""


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands in a workspace, without what lies in the bin. Every mapping is from an id."""

    blocks: Mapping[str, bytes] = field(default_factory=dict)
    """To a digest of its texts."""
    sessions: Mapping[str, str] = field(default_factory=dict)
    """To its title."""
    bundles: Mapping[str, bytes] = field(default_factory=dict)
    photos: frozenset[str] = frozenset()

    @property
    def told(self) -> str:
        """How much is in it."""
        blocks = dutch.counted(len(self.blocks), "bouwsteen", "bouwstenen")
        return f"{blocks} in {dutch.counted(len(self.sessions), 'sessie', 'sessies')}"


def differing(now: Outline, then: Outline) -> Iterator[str]:
    """Yield what would be different if it were as then, a sentence per subject; one when nothing would."""
    found = [
        *_counted(now.blocks, then.blocks, ("bouwsteen", "bouwstenen")),
        *_sessions(now, then),
        *_counted(now.bundles, then.bundles, ("bundel", "bundels")),
        *_photos(now, then),
    ]
    yield from found or ["Er zou niets anders zijn: dezelfde sessies, bouwstenen en bundels."]


def _counted(now: Mapping[str, bytes], then: Mapping[str, bytes], words: tuple[str, str]) -> Iterator[str]:
    less, more = len(now.keys() - then.keys()), len(then.keys() - now.keys())
    other = sum(then[one] != now[one] for one in now.keys() & then.keys())
    if less:
        yield f"{dutch.counted(less, *words)} minder dan nu."
    if more:
        yield f"{dutch.counted(more, *words)} die er nu niet {'is' if more == 1 else 'zijn'}."
    if other:
        yield f"{dutch.counted(other, *words)} met een andere tekst."


def _sessions(now: Outline, then: Outline) -> Iterator[str]:
    less = [title for one, title in now.sessions.items() if one not in then.sessions]
    more = [title for one, title in then.sessions.items() if one not in now.sessions]
    if less:
        yield f"{_named(less)} {'ontbreekt' if len(less) == 1 else 'ontbreken'} dan."
    if more:
        yield f"{_named(more)} {'komt' if len(more) == 1 else 'komen'} terug."
    renamed = sum(then.sessions[one] != title for one, title in now.sessions.items() if one in then.sessions)
    if renamed:
        yield f"{dutch.counted(renamed, 'sessie heet', 'sessies heten')} dan anders."


def _photos(now: Outline, then: Outline) -> Iterator[str]:
    less, more = len(now.photos - then.photos), len(then.photos - now.photos)
    if less:
        yield f"{dutch.counted(less, 'foto', 'foto’s')} minder dan nu."
    if more:
        yield f"{dutch.counted(more, 'foto', 'foto’s')} meer dan nu."


def _named(titles: list[str]) -> str:
    if len(titles) > NAMED:
        return dutch.counted(len(titles), "sessie", "sessies")
    names = dutch.enumerated([f"“{title}”" for title in titles])
    return f"{'Sessie' if len(titles) == 1 else 'De sessies'} {names}"
