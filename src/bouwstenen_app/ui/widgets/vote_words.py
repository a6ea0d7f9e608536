"""How votes add up, in words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.voting import Ballot, Rule, Tally


def total_words(tally: Tally) -> str:
    """Return one line: how many votes there are, beside how many there were to give."""
    rule, counted = tally.rule, dutch.number(tally.counted)
    if not rule.expected:
        votes = dutch.counted(tally.counted, _tr("stem"), _tr("stemmen"))
        return _tr("{votes} geteld. {what}").format(votes=votes, what=_missing_rule(rule))
    if tally.surplus:
        return _tr("{n} stemmen geteld: {over} meer dan {people} × {each}").format(
            n=counted, over=dutch.number(tally.surplus), people=rule.participants, each=rule.each
        )
    told = _tr("{n} van {all} stemmen geteld").format(n=counted, all=dutch.number(rule.expected))
    if tally.complete:
        return _tr("{told}: het klopt").format(told=told)
    return _tr("{told}: nog {n} te gaan").format(told=told, n=dutch.number(tally.missing))


def above_words(above: Sequence[Ballot]) -> str:
    """Return a hint about blocks with more votes than there are people, where stacking is not agreed."""
    if not above:
        return ""
    if len(above) == 1:
        return _tr(
            "Bouwsteen {n} heeft {votes} stemmen, meer dan er deelnemers zijn, en stapelen mag niet. Kijk het na."
        ).format(n=above[0].number, votes=above[0].votes)
    numbers = dutch.enumerated([str(ballot.number) for ballot in above])
    return _tr(
        "Bouwstenen {numbers} hebben meer stemmen dan er deelnemers zijn, en stapelen mag niet. Kijk het na."
    ).format(numbers=numbers)


def alike_words(first: Ballot, second: Ballot) -> str:
    """Return why two blocks are better voted on as one."""
    return _tr(
        "Bouwsteen {one} en {other} lijken op elkaar. Voeg ze samen vóór het stemmen, dan worden de stemmen niet "
        "verdeeld."
    ).format(one=first.number, other=second.number)


def _missing_rule(rule: Rule) -> str:
    if rule.each:
        return _tr("Vul het aantal deelnemers in, dan zie je of het klopt.")
    return _tr("Vul in hoeveel stemmen ieder heeft, dan zie je of het klopt.")


def _tr(words: str) -> str:
    return QCoreApplication.translate("VoteWords", words)
