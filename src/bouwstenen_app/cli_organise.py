"""The command line after the sessions: what looks alike over all of them, and what is bundled."""

import argparse
import json
from collections.abc import Iterator, Sequence

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.look_alikes import Suggestion, Told
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.services import boards, bundling, deduplicating, preparing
from bouwstenen_app.services.boards import Selection
from bouwstenen_app.services.deduplicating import Pair
from bouwstenen_app.storage.session import Work
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


def bundle_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for a bundle its options."""
    parser.add_argument("--titel", default="")
    parser.add_argument("--sessie", default="")
    parser.add_argument("numbers", metavar="NUMMER", nargs="+")


def bundle(store: Store, chosen: argparse.Namespace) -> Iterator[str]:
    """Make a bundle of blocks, in one step; yield how it is called."""
    workshop = store.read(preparing.named, chosen.sessie).id if chosen.sessie else ""
    blocks = [_block(store, number, workshop) for number in dict.fromkeys(chosen.numbers)]

    def label(made: Bundle) -> str:
        count = dutch.counted(len(made.contributions), "bouwsteen", "bouwstenen")
        return f"{count} gebundeld in {made.spoken_id}"

    yield store.do(label, _bundle, [block.id for block in blocks], chosen.titel).result.spoken_id


def _bundle(session: Work, blocks: Sequence[str], title: str) -> Bundle:
    made = bundling.make_bundle(session, blocks)
    if title:
        bundling.edit_bundle(session, made.id, title=title)
    return made


def _block(store: Store, number: str, workshop: str) -> Block:
    """Return the block that is meant by ``RH-017``, or by 17 in a session; Problem when there is none."""
    if number.isdecimal() and not workshop:
        raise Problem("Van welke sessie is bouwsteen {n}? Noem haar met --sessie, of schrijf RH-017.", n=number)
    if number.isdecimal():
        found = [one for one in store.read(boards.blocks_of, workshop) if one.number == int(number)]
    else:
        asked = number.casefold()
        fitting = store.read(boards.find, Selection(query=number), limit=_AT_A_TIME).blocks
        found = [one for one in fitting if one.spoken_id.casefold() == asked]
    if not found:
        raise Problem("Er is geen bouwsteen {number}. Er is niets gebundeld.", number=number)
    return found[0]


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
