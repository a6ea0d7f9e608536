"""The notice beside the beamer: a block stays off it because its title points to a person."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.privacy import WORDS
from bouwstenen_app.domain.stage import ShownBlock, pointing
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import WARM, Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words


class BeamerStopped(Card):
    """Says to the facilitator which block and why, and offers to change it or to show it all the same."""

    let_through_asked = Signal(str)
    """Id of a block that is to be shown all the same."""
    block_asked = Signal(str)
    """Id of a block that is to be changed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(kind=WARM, parent=parent)
        self._block = ""
        self.setAccessibleName(self.tr("Niet op de beamer"))
        self.column.setContentsMargins(10, 8, 10, 8)
        self.column.setSpacing(6)
        self._sentence = words("", "small", wrap=True)
        self.change = KeyButton(theme, self.tr("Aanpassen"))
        self.let = KeyButton(theme, self.tr("Toch tonen"))
        self.column.addWidget(self._sentence)
        buttons = FlowLayout(gap=6)
        for button in (self.change, self.let):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            buttons.addWidget(button)
        self.column.addLayout(buttons)
        self.change.clicked.connect(lambda: self.block_asked.emit(self._block))
        self.let.clicked.connect(lambda: self.let_through_asked.emit(self._block))
        self.hide()

    @property
    def block(self) -> str:
        """Id of the block that it tells of; empty when it tells of none."""
        return self._block

    @property
    def text(self) -> str:
        """What it says now; empty when it is out of sight."""
        return "" if self.isHidden() else self._sentence.text()

    def show_blocks(
        self, blocks: Sequence[ShownBlock], *, offered: bool, cluster: str = "", above: str = ""
    ) -> None:
        """Tell of the youngest of these blocks, and how many more there are; without one it is out of sight.

        ``cluster`` is the name of one that stays off the beamer likewise, ``above`` a question or a title; it is
        told when no block is.
        """
        self.setVisible(bool(blocks or cluster or above))
        self.change.setVisible(bool(blocks))
        self.let.setVisible(bool(blocks) and offered)
        self._block = blocks[-1].id if blocks else ""
        if not blocks:
            said = (
                self.tr(
                    "Een cluster staat zonder naam op de beamer: “{name}” wijst naar een persoon. Pas de naam aan."
                )
                if cluster
                else self.tr(
                    "Dit staat niet op de beamer: “{name}” wijst naar een persoon. Pas het aan bij Sessies."
                )
            )
            self._sentence.setText(said.format(name=cluster or above))
            return
        newest = blocks[-1]
        kinds = [f"een {WORDS[kind]}" for kind in pointing(newest.title)]
        said = self.tr("Bouwsteen {n} staat niet op de beamer: in de titel staat {what}.")
        if len(kinds) > 1:
            said = self.tr("Bouwsteen {n} staat niet op de beamer: in de titel staan {what}.")
        sentence = said.format(n=newest.number, what=dutch.enumerated(kinds))
        if len(blocks) > 1:
            others = dutch.counted(len(blocks) - 1, self.tr("andere bouwsteen"), self.tr("andere bouwstenen"))
            sentence = self.tr("{said} Dat geldt ook voor {others}.").format(said=sentence, others=others)
        self._sentence.setText(sentence)
