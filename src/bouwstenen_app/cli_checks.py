"""What may point to one person in a document of the command line: said first, and without a reason not written."""

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.privacy import WORDS
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import checking_privacy, editions
from bouwstenen_app.services.checking_privacy import Noticed, Told
from bouwstenen_app.storage.store import Store

NOTED: Final = "Uitgave van de gegevens genoteerd"
MOST: Final = 20
"""Findings that are said one by one; of more only how many."""


def passed(work: Told, reason: str) -> tuple[Noticed, ...]:
    """Look a document over, and say what was found and where.

    Problem when there is something red in it and no ``reason`` was given: then nothing is to be written (R-03).
    """
    return judged(checking_privacy.done(work), reason)


def judged(noticed: tuple[Noticed, ...], reason: str) -> tuple[Noticed, ...]:
    """Say what was found and where, as ``passed`` does, and return it; the same Problem."""
    red = sum(one.red for one in noticed)
    if red and not reason.strip():
        _say(_places(noticed))
        raise Problem(_refusal(red), count=dutch.counted(red, "persoonsgegeven", "persoonsgegevens"))
    if noticed:
        _say([_kept(red) if red else checking_privacy.told(noticed), *_places(noticed)])
    return noticed


class Gate:
    """What stands before a file of data: it says what was found, and keeps what was let through."""

    def __init__(self, reason: str) -> None:
        self._reason = reason
        self._noticed: tuple[Noticed, ...] = ()

    def passes(self, noticed: tuple[Noticed, ...]) -> None:
        """Let it pass, or raise a Problem, as ``judged`` does."""
        self._noticed = judged(noticed, self._reason)

    @property
    def counts(self) -> Mapping[str, int]:
        """How much was let through, for other programs."""
        red = sum(one.red for one in self._noticed)
        return {"rood": red, "oranje": len(self._noticed) - red}

    def note(self, store: Store, kind: str, blocks: int) -> None:
        """Note why something red went out; a copy to look at notes nothing."""
        if self.counts["rood"] and store.refusal is None:
            store.do(NOTED, editions.record, kind, "", blocks, len(self._noticed), self._reason)


def _refusal(red: int) -> str:
    if red == 1:
        return (
            "Er is niets geschreven: er staat {count} in; haal het weg, of zet met --reden erbij waarom het mag "
            "blijven staan."
        )
    return (
        "Er is niets geschreven: er staan {count} in; haal ze weg, of zet met --reden erbij waarom ze mogen "
        "blijven staan."
    )


def _kept(red: int) -> str:
    count = dutch.counted(red, "persoonsgegeven blijft", "persoonsgegevens blijven")
    return f"{count} staan, met de reden die je gaf."


def _say(lines: Iterable[str]) -> None:
    sys.stderr.writelines(f"{line}\n" for line in lines)


def _places(noticed: tuple[Noticed, ...]) -> list[str]:
    red_first = sorted(noticed, key=lambda one: not one.red)
    places = Counter(f"- {one.where}: {WORDS[one.finding.kind]} “{one.finding.text}”" for one in red_first)
    said = [place if times == 1 else f"{place}, {times} keer" for place, times in places.items()]
    more = len(said) - MOST
    rest = [f"- en nog op {dutch.counted(more, 'plaats', 'plaatsen')}."] if more > 0 else []
    return [*said[:MOST], *rest]
