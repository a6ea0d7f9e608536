"""Erasing for good: a block, what it said before, or a name wherever it stands."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.erasures import counted
from bouwstenen_app.services import boards, erasing
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.jobs import Jobs
from bouwstenen_app.ui.places.erasing_job import ErasingJob, Planned
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.erase_card import EraseCard


class EraseActs(QObject):
    """Does what the card asks, and what is asked from elsewhere in the window."""

    told = Signal(str, bool)
    problem_told = Signal(str)
    done = Signal(str)
    """Something was erased: the workspace has to be opened anew, and this is said."""

    def __init__(self, desk: Desk, theme: Theme, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.card = EraseCard(theme)
        self._job = ErasingJob(desk, jobs, self.card.question, self)
        self._job.told.connect(self.told)
        self._job.problem_told.connect(self.problem_told)
        self._job.done.connect(self._on_done)
        self.card.blocks_asked.connect(self._on_numbers)
        self.card.everywhere_asked.connect(self.ask_everywhere)

    def ask_block(self, block: str, *, earlier: bool = False) -> None:
        """Say what goes when a block is erased, or only what it said before, and ask."""
        back = self.card.numbers
        self._job.look(lambda: self._earlier(block) if earlier else self._blocks((block,)), back)

    def ask_name(self, text: str, role: str) -> None:
        """Put a name in the card that is to go everywhere, and the role for it, and ask."""
        self.card.name.setText(text)
        self.card.role.setText(role)
        self.card.role.setFocus()
        self.ask_everywhere(text, role)

    def ask_everywhere(self, text: str, role: str) -> None:
        """Say where a name stands, and ask whether the role may take its place."""
        self._job.look(lambda: self._everywhere(text, role), self.card.name)

    def _on_numbers(self, typed: str) -> None:
        names = typed.replace(",", " ").replace(";", " ").split()
        if names:
            self._job.look(lambda: self._blocks(self._desk.read(erasing.named, names)), self.card.numbers)
        else:
            self.card.numbers.setFocus()

    def _blocks(self, blocks: tuple[str, ...]) -> Planned:
        going = self._desk.read(erasing.going, blocks)
        titles = [block.title for block in self._desk.read(boards.blocks, blocks)[:3]]
        lines = [*(f"“{title}”" for title in titles if title), *going.sentences()]
        what = dutch.counted(len(blocks), self.tr("bouwsteen"), self.tr("bouwstenen"))
        return Planned(
            lines,
            lambda said: self._desk.erase(erasing.erase_blocks, blocks, self._desk.around, said),
            self.tr("{blocks} voorgoed gewist").format(blocks=what),
            self.tr("{blocks} wissen").format(blocks=what),
        )

    def _earlier(self, block: str) -> Planned:
        (found,) = self._desk.read(boards.blocks, [block])
        rows = [("block", block)]
        told = self.tr("Van {name} gaat alles weg wat er vroeger stond. Wat er nu staat, blijft.")
        lines = [told.format(name=found.spoken_id), f"“{found.title}”"]
        if elsewhere := self._desk.read(erasing.earlier_elsewhere, block):
            also = self.tr("Die woorden staan ook in {places}: pas die aan, of kies daarna Overal vervangen.")
            lines.append(also.format(places=counted(elsewhere)))
        return Planned(
            lines,
            lambda said: self._desk.erase(erasing.forget_earlier, rows, self._desk.around, said),
            self.tr("Eerdere versies van {name} gewist").format(name=found.spoken_id),
            self.tr("Eerdere versies wissen"),
        )

    def _everywhere(self, text: str, role: str) -> Planned:
        found = self._desk.read(erasing.found_everywhere, text)
        found = erasing.found_in_backups(found, text, self._desk.backups(), self._desk.around)
        if not found.anything:
            return Planned(found.lines(), None, "", "")
        erasing.check_role(text, role)
        told = self.tr("“{text}” wordt overal {role}.").format(text=text.strip(), role=role.strip())
        return Planned(
            (told, *found.lines()),
            lambda said: self._desk.erase(erasing.replace_everywhere, text, role, self._desk.around, said),
            self.tr("Overal vervangen door {role}").format(role=role.strip()),
            self.tr("Overal vervangen"),
        )

    def _on_done(self, told: str) -> None:
        self.card.clear()
        self.done.emit(told)
