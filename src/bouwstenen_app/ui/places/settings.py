"""Instellingen: how the window looks, where the files are, the papers that come with it, and all keys."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.services.papers import called
from bouwstenen_app.ui import sound
from bouwstenen_app.ui.dialogs.keys import KeyLine, keys_card
from bouwstenen_app.ui.look import CONTRAST, DARK, LIGHT, PERCENTS, SYSTEM
from bouwstenen_app.ui.places.backup_acts import BackupActs
from bouwstenen_app.ui.places.erase_acts import EraseActs
from bouwstenen_app.ui.places.keeping_acts import KeepingActs
from bouwstenen_app.ui.places.log_acts import LogActs
from bouwstenen_app.ui.places.paper_acts import PaperActs
from bouwstenen_app.ui.places.password_acts import PasswordActs
from bouwstenen_app.ui.places.place import Place
from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.page_index import IndexedPage
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

_ON, _OFF = "aan", "uit"
_SELECTABLE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard


class SettingsPlace(Place):
    """What is chosen here is worn at once and kept.

    ``folders``: places on disk, each as a name, what it is for, and the file or folder.
    ``keys``: groups of keys, each with a title. ``papers`` and ``passwords`` make what serves them, for this place.
    """

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        folders: Sequence[tuple[str, str, Path]],
        keys: Sequence[tuple[str, Sequence[KeyLine]]],
        papers: Callable[[QWidget], PaperActs] | None = None,
        passwords: Callable[[QWidget], PasswordActs] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._settings = settings
        self._notes: dict[Path, QLabel] = {}
        self.page = IndexedPage(theme)
        self.page.add(self._looks())
        self.passwords = passwords(self) if passwords else None
        if self.passwords:
            self.page.add(self.passwords.card)
            self.passwords.told.connect(self.told)
            self.passwords.problem_told.connect(self.problem_told)
        if folders:
            self.page.add(self._places_on_disk(folders))
        self.erasing: EraseActs | None = None
        self._safety: tuple[BackupActs | LogActs, ...] = ()
        self._after_folders = self.page.count
        self.papers = papers(self) if papers else None
        if self.papers:
            self.page.add(self.papers.card)
            self.papers.told.connect(self.told)
            self.papers.problem_told.connect(self.problem_told)
        for title, lines in keys:
            if lines:
                self.page.add(keys_card(title, lines))
        self._lay_out()
        theme.changed.connect(self._show_choices)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        if self.papers:
            outer.addWidget(self.papers.bar)
        outer.addWidget(self.page, 1)

    @override
    def show_card(self, name: str) -> None:
        self.page.show_card(name)

    @override
    def tab_parts(self) -> Sequence[QWidget]:
        return self.page.parts

    @override
    def title(self) -> str:
        return self.tr("Instellingen")

    @override
    def subtitle(self) -> str:
        return self.tr("Wat je hier kiest, geldt meteen en blijft op deze laptop bewaard")

    def add_forgetting(self, keeps: KeepingActs, erases: EraseActs) -> None:
        """Take the cards about how long is kept, and about what has to go."""
        self.erasing = erases
        both: tuple[KeepingActs | EraseActs, ...] = (keeps, erases)
        for place, acts in enumerate(both):
            self.page.add(acts.card, self._after_folders + place)
            acts.told.connect(self.told)
            acts.problem_told.connect(self.problem_told)
            acts.card.question.shown.connect(self._bring)
        if self.papers is not None:
            keeps.document_asked.connect(self.papers.write)

    def add_safety(self, kept: BackupActs, log: LogActs) -> None:
        """Take the cards with the backups, and with the log."""
        self._safety = (kept, log)
        for acts in reversed(self._safety):
            self.page.add(acts.card, self._after_folders)
            acts.told.connect(self.told)
            acts.problem_told.connect(self.problem_told)

    def ask_erase(self, block: str, *, earlier: bool) -> None:
        """Ask whether a block is to go for good, or only what it said before."""
        if self.erasing is not None:
            self.erasing.ask_block(block, earlier=earlier)

    def open_paper(self, slug: str) -> None:
        """Ask where a paper is to come, and write it."""
        if self.papers:
            self.papers.open(called(slug))

    def explain(self, path: Path, told: str) -> None:
        """Say under one of the places on disk what its place means; empty says nothing."""
        if note := self._notes.get(path):
            note.setText(told)
            note.setVisible(bool(told))

    @override
    def activated(self) -> None:
        for acts in self._safety:
            acts.show()
        self.theme_choice.focus_current()

    def ask_everywhere(self, text: str, role: str) -> None:
        """Ask whether a role is to take the place of a text, wherever it stands."""
        if self.erasing is not None:
            self.erasing.ask_name(text, role)
            self._bring(self.erasing.card)

    def _bring(self, card: QWidget) -> None:
        """Scroll to a question, when it has its size."""
        QTimer.singleShot(0, self, lambda: self.page.bring(card))

    def _looks(self) -> Card:
        card = Card(self.tr("Weergave"))
        card.column.addWidget(words(self.tr("Kleuren"), "label"))
        choices = [
            (SYSTEM, self.tr("Zoals de laptop")),
            (LIGHT, self.tr("Licht")),
            (DARK, self.tr("Donker")),
            (CONTRAST, self.tr("Veel contrast")),
        ]
        self.theme_choice = SegmentedControl(choices, self.tr("Kleuren"))
        self.theme_choice.chosen.connect(self._on_theme_chosen)
        card.column.addLayout(_left(self.theme_choice))
        card.column.addWidget(words(self.tr("Grootte van de tekst"), "label"))
        sizes = [(str(percent), self.tr("{percent} %").format(percent=percent)) for percent in PERCENTS]
        self.size_choice = SegmentedControl(sizes, self.tr("Grootte van de tekst"))
        self.sound_choice = SegmentedControl(
            [(_OFF, self.tr("Stil")), (_ON, self.tr("Een zachte toon"))], self.tr("Als de tijd van een ronde om is")
        )
        self._show_choices()
        self.size_choice.chosen.connect(self._on_size_chosen)
        card.column.addLayout(_left(self.size_choice))
        card.column.addWidget(words(self.tr("Als de tijd van een ronde om is"), "label"))
        self.sound_choice.chosen.connect(self._on_sound_chosen)
        card.column.addLayout(_left(self.sound_choice))
        return card

    def _places_on_disk(self, folders: Sequence[tuple[str, str, Path]]) -> Card:
        card = Card(self.tr("Waar alles staat"))
        card.column.setSpacing(4)
        for title, purpose, path in folders:
            card.column.addSpacing(6)
            card.column.addWidget(words(title, "label"))
            shown = words(str(path), wrap=True)
            shown.setTextInteractionFlags(_SELECTABLE)
            card.column.addWidget(shown)
            card.column.addWidget(words(purpose, "small", wrap=True))
            note = self._notes[path] = words("", "small", wrap=True)
            note.hide()
            card.column.addWidget(note)
            button = KeyButton(self._theme, self.tr("Map tonen"), icon="folder")
            button.setAccessibleName(self.tr("Map tonen: {title}").format(title=title))
            folder = path if path.is_dir() else path.parent
            button.clicked.connect(lambda _=False, folder=folder: _show(folder))
            card.column.addLayout(_left(button))
        return card

    def _show_choices(self) -> None:
        nearest = min(PERCENTS, key=lambda percent: abs(percent - self._theme.percent))
        self.theme_choice.choose(self._theme.choice)
        self.size_choice.choose(str(nearest))
        self.sound_choice.choose(_ON if self._settings.sound else _OFF)

    def _on_theme_chosen(self, choice: str) -> None:
        self._settings.theme = choice
        self._theme.choose(choice)

    def _on_sound_chosen(self, choice: str) -> None:
        self._settings.sound = choice == _ON
        if self._settings.sound:
            sound.play(self._settings.path.parent)

    def _on_size_chosen(self, percent: str) -> None:
        self._settings.text_percent = int(percent)
        self._theme.scale_to(int(percent))


def _left(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(widget)
    row.addStretch(1)
    return row


def _show(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
