"""The password of the workspace in Instellingen: whether there is one, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from bouwstenen_app.ui.settings import LOCKS
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

LOCK_KEY = "F12"


class PasswordCard(Card):
    """Says how it is; who does something about it hears of the buttons."""

    kept_chosen = Signal(bool)
    """The laptop is to remember the password, or to forget it."""
    lock_chosen = Signal(int)
    """Minutes until it locks, 0 for never."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        title = self.tr("Wachtwoord")
        self.setAccessibleName(title)
        self.column.addWidget(words(title, "strong"))
        self._told = words("", "muted", wrap=True)
        self.set = KeyButton(theme, self.tr("Wachtwoord instellen…"), kind=PRIMARY, icon="lock")
        self.change = KeyButton(theme, self.tr("Wachtwoord wijzigen…"), icon="edit")
        self.sheet = KeyButton(theme, self.tr("Herstelblad…"), icon="file")
        self.remove = KeyButton(theme, self.tr("Wachtwoord weghalen…"))
        self.lock = KeyButton(theme, self.tr("Nu vergrendelen"), LOCK_KEY, bound=False, icon="lock")
        self.keep = QCheckBox(self.tr("Onthoud het wachtwoord op deze laptop"))
        choices = [
            (str(minutes), self.tr("{n} minuten").format(n=minutes) if minutes else self.tr("Nooit"))
            for minutes in LOCKS
        ]
        name = self.tr("Vanzelf vergrendelen als je niets doet, en de beamer niets toont")
        self.minutes = SegmentedControl(choices, name)
        self._more = QWidget()
        self._lay_out(name)
        self.keep.clicked.connect(self.kept_chosen)
        self.minutes.chosen.connect(lambda minutes: self.lock_chosen.emit(int(minutes)))

    @property
    def text(self) -> str:
        """What it says."""
        return self._told.text()

    def show_state(self, *, protected: bool, kept: bool, lock_after: int, refused: str = "") -> None:
        """Show how it is. ``refused`` says why nothing can be changed here now."""
        self._told.setText(
            refused
            or (
                self.tr(
                    "Deze werkmap, haar reservekopieën en wat je half hebt getypt zijn versleuteld. Een rapport in "
                    "Word of een export is dat niet: die kan iedereen lezen."
                )
                if protected
                else self.tr("Zonder wachtwoord kan iedereen die het bestand heeft, alles lezen wat erin staat.")
            )
        )
        self.set.setVisible(not protected and not refused)
        for button in (self.change, self.remove):
            button.setVisible(protected and not refused)
        self.sheet.setVisible(protected)
        self.lock.setVisible(protected)
        self._more.setVisible(protected)
        self.keep.setChecked(kept)
        self.minutes.choose(str(lock_after))

    def _lay_out(self, name: str) -> None:
        self.column.addWidget(self._told)
        flow = FlowLayout(gap=10)
        for button in (self.set, self.change, self.sheet, self.remove, self.lock):
            flow.addWidget(button)
        self.column.addLayout(flow)
        more = QVBoxLayout(self._more)
        more.setContentsMargins(0, 6, 0, 0)
        more.setSpacing(6)
        more.addWidget(self.keep)
        told = self.tr(
            "Handig op een laptop die alleen jij gebruikt: Bouwstenen opent de werkmap dan zonder te vragen. Na "
            "vergrendelen vraagt het wel."
        )
        more.addWidget(words(told, "small", wrap=True))
        more.addSpacing(4)
        more.addWidget(words(name, "label"))
        left = QHBoxLayout()
        left.addWidget(self.minutes)
        left.addStretch(1)
        more.addLayout(left)
        told = self.tr(
            "Behalve bij “Nooit” gebeurt dat ook als de laptop heeft geslapen. De beamer gaat dan mee op leeg."
        )
        more.addWidget(words(told, "small", wrap=True))
        self.column.addWidget(self._more)
