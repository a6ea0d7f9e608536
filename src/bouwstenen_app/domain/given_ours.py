"""The lines of our own Markdown that are about a session or a block: what of them can be read back."""

import datetime
import re
from dataclasses import replace
from typing import Final

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import READ_BACKS, RELEASES, STATUSES
from bouwstenen_app.domain.given_blocks import MARKS, GivenBlock

_BETWEEN: Final = " · "
_SPOKEN: Final = re.compile(r"[A-Z]{1,3}\d{0,3}-[A-Z]?\d{2,6}")
_CLUSTER, _READ_BACK, _NOTE, _MINORITY = "cluster ", "teruggelezen: ", "Aantekening: ", "Minderheidsstandpunt: "


def day_of(line: str) -> datetime.date | None:
    """Return the day of a session in the line under its heading."""
    return dutch.read_date(line.split(_BETWEEN, 1)[0])


def with_facts(block: GivenBlock, line: str) -> GivenBlock:
    """Return a block with what a line below it says: its number, its cluster, who may have it."""
    for name, own in ((_NOTE, "note"), (_MINORITY, "minority")):
        if line.startswith(name):
            return replace(block, texts={**block.texts, own: line.removeprefix(name)})
    first, *facts = line.split(_BETWEEN)
    if not _SPOKEN.fullmatch(first):
        return block
    block = replace(block, spoken_id=first)
    for fact in facts:
        if fact in STATUSES:
            block = replace(block, status=fact)
        elif fact in RELEASES:
            block = replace(block, release=fact)
        elif fact.startswith(_CLUSTER):
            block = replace(block, cluster=fact.removeprefix(_CLUSTER))
        elif fact.removeprefix(_READ_BACK) in READ_BACKS:
            block = replace(block, read_back=fact.removeprefix(_READ_BACK))
        elif fact in MARKS:
            block = replace(block, marks=block.marks | {MARKS[fact]})
    return block
