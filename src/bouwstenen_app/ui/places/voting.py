"""Stemmen: a scribe counts the dots of the room, and reveals them to everyone at once."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject, QTimer
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.beamer import VOTES, Scene
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.voting import Ballot, Rule, look_alikes, rule_of, tally
from bouwstenen_app.domain.workshops import Round, Workshop
from bouwstenen_app.services import capturing, voting
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.places.way import Way
from bouwstenen_app.ui.remembered import APART
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.voting_page import VotingPage

LATER = 40
"""Milliseconds after the table at which look-alikes are looked for: it is painted first."""


class Voting(Way):
    """Votes of one session. They belong to the session and not to a round: the room votes on everything."""

    wide = True

    def __init__(self, desk: Desk, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(desk, theme, parent)
        self._page = page = VotingPage(theme)
        self._workshop: Workshop | None = None
        self._texts: tuple[tuple[str, str, str], ...] = ()
        self._pairs: tuple[tuple[str, str], ...] = ()
        self._ballots: tuple[Ballot, ...] = ()
        self._compare = QTimer(self, singleShot=True, interval=LATER)
        self._compare.timeout.connect(self._on_compare)
        desk.closing.connect(self._compare.stop)
        page.table.counted.connect(self._on_counted)
        page.table.unknown_called.connect(self._on_unknown_called)
        page.table.left.connect(self.left)
        page.line_asked.connect(self.left)
        page.rule.edited.connect(self._on_rule_edited)
        page.reveal_asked.connect(self._on_reveal_asked)
        page.look_alikes.combined.connect(self._on_combined)
        page.look_alikes.left_apart.connect(self._on_left_apart)

    @property
    @override
    def page(self) -> VotingPage:
        return self._page

    @property
    @override
    def scene(self) -> Scene:
        return Scene(VOTES)

    @override
    def show_round(self, workshop: Workshop, step: Round | None) -> None:
        before, self._workshop = self._workshop, workshop
        other = before is None or before.id != workshop.id
        if other or (before is not None and before.votes_shown != workshop.votes_shown):
            self._page.show_revealed(workshop.votes_shown)
            self._page.put_in_order(by_votes=workshop.votes_shown)
        self._show()

    @override
    def take_in(self, changes: Changes) -> None:
        if changes.touches("block"):
            self._show()

    @override
    def focus(self) -> None:
        self._page.take_focus()

    @override
    def leave(self) -> None:
        self._page.table.finish()

    @override
    def key_help(self) -> Sequence[Key]:
        return (
            Key("0 … 9, Enter", self.tr("Stemmen op deze bouwsteen, en door naar de volgende")),
            Key("14, spatie, 7", self.tr("Naar bouwsteen 14, en die krijgt 7 stemmen")),
            Key("+ / −", self.tr("Een stem erbij of eraf")),
            Key("Del", self.tr("Leeg: geen stemmen")),
            Key("Shift F8", self.tr("De stemmen onthullen, of weer verbergen")),
            Key("Esc", self.tr("Terug naar vastleggen")),
        )

    # -- what is shown

    def _show(self) -> None:
        if self._workshop is None:
            return
        ballots = self._ballots = self.desk.read(voting.ballots, self._workshop.id)
        self._page.show_votes(ballots, tally(rule_of(self._workshop), ballots))
        texts = tuple((ballot.block, ballot.title, ballot.explanation) for ballot in ballots)
        if texts != self._texts:
            self._texts, self._pairs = texts, ()
            self._compare.start()  # the table is there first
        self._offer()

    def _on_compare(self) -> None:
        """Look for the pairs that look alike: again only when a text changed."""
        ballots = self._ballots
        self._pairs = tuple((first.block, second.block) for first, second in look_alikes(ballots))
        self._offer()

    def _offer(self) -> None:
        shown = self._workshop is None or self._workshop.votes_shown
        self._page.look_alikes.offer(() if shown else self._look_alikes(self._ballots))

    def _look_alikes(self, ballots: Sequence[Ballot]) -> tuple[tuple[Ballot, Ballot], ...]:
        """Return the pairs that were not left apart."""
        apart, by_id = self._apart(), {ballot.block: ballot for ballot in ballots}
        return tuple((by_id[one], by_id[other]) for one, other in self._pairs if f"{one}+{other}" not in apart)

    def _apart(self) -> list[str]:
        return self.desk.recall(APART + self._workshop.id).split() if self._workshop else []

    # -- what is done

    def _on_counted(self, block: str, votes: int) -> None:
        label = self.tr("Bouwsteen {n}: {votes}").format(
            n=self._number(block), votes=dutch.counted(votes, self.tr("stem"), self.tr("stemmen"))
        )
        self._do(label, capturing.set_votes, {block: votes})

    def _on_unknown_called(self, number: int) -> None:
        self.told.emit(self.tr("Er is geen bouwsteen {n} om op te stemmen.").format(n=number), False)

    def _on_rule_edited(self, rule: Rule) -> None:
        if self._workshop is not None:
            self._do(self.tr("Stemregel gewijzigd"), voting.set_rule, self._workshop.id, rule)

    def _on_reveal_asked(self, shown: bool) -> None:
        if self._workshop is not None:
            self._page.table.finish()
            label = self.tr("Stemmen onthuld") if shown else self.tr("Stemmen weer verborgen")
            self._do(label, voting.show_votes, self._workshop.id, shown=shown)
            self._page.take_focus()

    def _on_combined(self, kept: str, gone: str) -> None:
        label = self.tr("Bouwsteen {gone} samengevoegd met {kept}").format(
            gone=self._number(gone), kept=self._number(kept)
        )
        if self._do(label, voting.combine, kept, gone):
            self.told.emit(label + ".", True)
            self._page.table.show_block(kept)
        self._page.take_focus()

    def _on_left_apart(self, one: str, other: str) -> None:
        if self._workshop is None:
            return
        try:
            self.desk.remember(APART + self._workshop.id, " ".join([*self._apart(), f"{one}+{other}"]))
        except Problem as problem:
            self.problem_told.emit(str(problem))
        self._show()
        self._page.take_focus()

    def _number(self, block: str) -> int:
        return next((ballot.number for ballot in self._page.model.ballots if ballot.block == block), 0)

    def _do(self, label: str, verb: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        try:
            self.desk.do(label, verb, *args, **kwargs)
        except Problem as problem:
            self.problem_told.emit(str(problem))
            self._show()
            return False
        return True
