"""The command line after the sessions: what looks alike over all of them."""

import argparse
import json
from collections.abc import Iterator

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.look_alikes import Suggestion, Told
from bouwstenen_app.services import deduplicating
from bouwstenen_app.services.deduplicating import Pair
from bouwstenen_app.storage.store import Store

_AT_A_TIME = 200
"""Pairs that are read and printed together."""


def alike_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for look-alikes its options."""
    parser.add_argument("--json", action="store_true")


def look_alikes(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Yield a line for every pair that seems to say the same, the most alike first."""
    found = _all_of(deduplicating.compare(store.read(deduplicating.material)))
    for start in range(0, len(found), _AT_A_TIME):
        for pair in store.read(deduplicating.pairs, found[start : start + _AT_A_TIME]):
            yield json.dumps(_as_values(pair), ensure_ascii=False) if chosen.json else _in_a_line(pair)
    if not chosen.json:
        told = f"{dutch.counted(len(found), 'paar', 'paren')} die op elkaar lijken"
        yield told if found else "Geen bouwstenen die op elkaar lijken."


def _all_of(work: Told) -> tuple[Suggestion, ...]:
    """Return what long work returns in the end."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            found: tuple[Suggestion, ...] = end.value
            return found


def _as_values(pair: Pair) -> dict[str, object]:
    first, second = pair.first, pair.second
    return {"a": first.spoken_id, "b": second.spoken_id, "score": round(pair.score, 3), "reden": pair.reason}


def _in_a_line(pair: Pair) -> str:
    return f"{pair.first.spoken_id}  {pair.second.spoken_id}  {pair.reason}"
