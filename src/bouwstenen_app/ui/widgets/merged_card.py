"""What came in last, with a way back to how it was before."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import DANGER, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words


class MergedCard(Card):
    """The way back asks once more: what was done since goes back too."""

    back_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        title = self.tr("Laatst samengevoegd")
        self.setAccessibleName(title)
        self.column.addWidget(words(title, "strong"))
        self._from = words("", "muted", wrap=True)
        self._said = words("", wrap=True)
        self._sure = words("", "warn", wrap=True)
        for label in (self._from, self._said, self._sure):
            self.column.addWidget(label)
        self.back = KeyButton(theme, self.tr("Terug naar vóór het samenvoegen"), icon="undo")
        self.really = KeyButton(theme, self.tr("Ja, ga terug"), kind=DANGER)
        self.stay = KeyButton(theme, self.tr("Nee, laat staan"))
        flow = FlowLayout(gap=10)
        for button in (self.back, self.really, self.stay):
            flow.addWidget(button)
        self.column.addLayout(flow)
        self.back.clicked.connect(self._on_back)
        self.stay.clicked.connect(self._settle)
        self.really.clicked.connect(self.back_asked)

    def show_merge(self, moment: str, names: Sequence[str], sentences: Sequence[str], *, back: bool) -> None:
        """Show what came in; ``back`` says whether the workspace of before is there."""
        self._from.setText(self.tr("{moment}, uit {names}").format(moment=moment, names=", ".join(names)))
        self._said.setText("\n".join(sentences))
        self.back.setEnabled(back)
        self._settle()

    def _on_back(self) -> None:
        self._sure.setText(
            self.tr(
                "De werkmap wordt weer zoals hij vlak vóór het samenvoegen was. Wat je daarna deed, verdwijnt dus "
                "ook; eerst wordt er een reservekopie van gemaakt."
            )
        )
        self._ask(asking=True)
        self.stay.setFocus()

    def _settle(self) -> None:
        self._ask(asking=False)

    def _ask(self, *, asking: bool) -> None:
        self.back.setVisible(not asking)
        for widget in (self._sure, self.really, self.stay):
            widget.setVisible(asking)
