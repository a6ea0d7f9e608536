"""The command line around a session: what its commands are given, and counting votes."""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from bouwstenen_app.cli_reports import WrongUsageError
from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.voting import (
    MOST_EACH,
    MOST_PARTICIPANTS,
    Rule,
    Tally,
    read_count,
    rule_of,
    tally,
)
from bouwstenen_app.services import preparing, voting
from bouwstenen_app.storage.session import Work
from bouwstenen_app.storage.store import Store

_EXAMPLE: Final = "Schrijf het nummer en de stemmen, bijvoorbeeld"

Counts = Sequence[tuple[str, int]]


def session_options(parser: argparse.ArgumentParser) -> None:
    """Give the command that makes a session its options."""
    parser.add_argument("--titel", required=True)
    parser.add_argument("--datum", default="")
    parser.add_argument("--regio", default="")


def capture_options(parser: argparse.ArgumentParser) -> None:
    """Give the command that captures its options."""
    parser.add_argument("--sessie", required=True)
    parser.add_argument("--ronde", type=_ordinal)
    parser.add_argument("--tafel", type=_ordinal)
    parser.add_argument("text", metavar="TEKSTBESTAND", nargs="?", default="-")


def read_options(parser: argparse.ArgumentParser) -> None:
    """Give the command that reads lines without a workspace its options."""
    parser.add_argument("text", metavar="TEKSTBESTAND", nargs="?", default="-")
    parser.add_argument("--json", action="store_true")


def vote_options(parser: argparse.ArgumentParser) -> None:
    """Give the command for votes its options."""
    parser.add_argument("--sessie", required=True)
    parser.add_argument("--regel", type=_up_to(MOST_EACH))
    parser.add_argument("--niet-stapelen", action="store_true")
    parser.add_argument("--deelnemers", type=_up_to(MOST_PARTICIPANTS))
    parser.add_argument("--erbij", action="store_true")
    parser.add_argument("votes", metavar="NUMMER=STEMMEN", nargs="*", default=[])


def _ordinal(text: str) -> int:
    """Return the number of a round or table, which count from 1; ValueError for another."""
    number = int(text)
    if number < 1:
        raise ValueError(text)
    return number


def texts_of(chosen: argparse.Namespace) -> list[str]:
    """Return the names of text files with votes (``-`` for standard input) among what was typed; check the rest."""
    if chosen.niet_stapelen and chosen.regel is None:
        raise WrongUsageError("--niet-stapelen hoort bij --regel.")
    names = [word for word in chosen.votes if read_count(word) is None]
    for name in names:
        if name != "-" and not Path(name).exists():
            raise WrongUsageError(f"“{name}” zijn geen stemmen en is geen bestand. {_EXAMPLE} 14=7.")
    return names


def vote(store: Store, chosen: argparse.Namespace, texts: Sequence[str]) -> str:
    """Set the rule and the votes that were asked for, in one step; return how it adds up."""
    workshop = store.read(preparing.named, chosen.sessie)
    rule = _rule(chosen, rule_of(workshop))
    counts: list[tuple[str, int]] = [count for word in chosen.votes if (count := read_count(word)) is not None]
    for text in texts:
        counts += _counts(text)
    if counts or rule != rule_of(workshop):
        store.do(_done(rule, counts), _set, workshop.id, rule, counts, more=chosen.erbij)
    return "\n".join(told_of(tally(rule, store.read(voting.ballots, workshop.id))))


def told_of(tally: Tally) -> list[str]:
    """Return in sentences how many votes there are beside how many there were to give."""
    rule, votes = tally.rule, dutch.counted(tally.counted, "stem", "stemmen")
    of = f"{dutch.number(tally.counted)} van {dutch.counted(rule.expected, 'stem', 'stemmen')} geteld"
    if not rule.expected:
        told = [f"{votes} geteld."]
    elif tally.surplus:
        told = [f"{votes} geteld: {dutch.number(tally.surplus)} meer dan {rule.participants} × {rule.each}."]
    elif tally.missing:
        told = [f"{of}: nog {dutch.number(tally.missing)} te gaan."]
    else:
        told = [f"{of}."]
    for ballot in tally.above:
        told.append(f"Bouwsteen {ballot.number} heeft meer stemmen ({ballot.votes}) dan er deelnemers zijn.")
    return told


def _rule(chosen: argparse.Namespace, rule: Rule) -> Rule:
    if chosen.regel is not None:
        rule = replace(rule, each=chosen.regel, stack=not chosen.niet_stapelen)
    return rule if chosen.deelnemers is None else replace(rule, participants=chosen.deelnemers)


def _set(session: Work, workshop: str, rule: Rule, counts: Counts, *, more: bool) -> None:
    if rule != rule_of(preparing.workshop(session, workshop)):
        voting.set_rule(session, workshop, rule)
    voting.count(session, workshop, counts, more=more)


def _done(rule: Rule, counts: Counts) -> str:
    if counts:
        blocks = len({called for called, _ in counts})
        return f"Stemmen van {dutch.counted(blocks, 'bouwsteen', 'bouwstenen')} geteld"
    return f"{dutch.counted(rule.each, 'stem', 'stemmen')} per deelnemer afgesproken"


def _counts(text: str) -> Counts:
    """Return the votes in the lines of a text; Problem for a line that says something else."""
    counts: list[tuple[str, int]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        count = read_count(line)
        if count is None:
            raise Problem(
                "Regel {n}, “{line}”, zijn geen stemmen; er is niets geteld. {example} 14 7.",
                n=number,
                line=line.strip()[:60],
                example=_EXAMPLE,
            )
        counts.append(count)
    return counts


def _up_to(most: int) -> Callable[[str], int]:
    """Return what reads a whole number from 0 to this one, and raises ValueError for another."""

    def read(text: str) -> int:
        number = int(text)
        if not 0 <= number <= most:
            raise ValueError(text)
        return number

    return read
