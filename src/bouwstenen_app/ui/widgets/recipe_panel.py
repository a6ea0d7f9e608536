"""The recipe of a report, from top to bottom: kind, title page, blocks, parts, quotes, look, form of the file."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bouwstenen_app.domain.recipes import Kind
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.block_choice import BlockChoice
from bouwstenen_app.ui.widgets.buttons import QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import CARD, WARM, Card, set_kind
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.kind_choice import KindChoice
from bouwstenen_app.ui.widgets.line_button import LineButton
from bouwstenen_app.ui.widgets.recipe_bar import RecipeBar
from bouwstenen_app.ui.widgets.section_rows import SectionRows
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.tab_order import order_tabs
from bouwstenen_app.ui.widgets.title_fields import TitleFields
from bouwstenen_app.ui.widgets.words import words


class Entry(NamedTuple):
    """A line that can be opened."""

    key: str
    words: str


class RecipePanel(QWidget):
    """Lays its parts out; they are public, the place connects them."""

    template_asked = Signal()
    """Another Word template is wanted."""
    own_template_dropped = Signal()
    """Back to the template of the program."""
    passage_asked = Signal(str)
    """Key of a text of the writer."""
    block_asked = Signal(str)
    """Id of a block."""

    def __init__(
        self, theme: Theme, kinds: Iterable[Kind], formats: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.kind = KindChoice(theme, kinds, self.tr("Soort rapport"))
        self.recipes = RecipeBar(theme)
        self.fields = TitleFields()
        self.blocks = BlockChoice(theme)
        self.sections = SectionRows(theme)
        self.parts_label = words(self.tr("Onderdelen"), "label")
        self.own = _Entries(theme, self.tr("Eigen teksten in het rapport"))
        self.quotes = _Entries(theme, self.tr("Citaten: de voorbeeldige bouwstenen"))
        self.choose_quotes = KeyButton(theme, self.tr("Citaten kiezen…"), icon="star")
        self._template = words("", wrap=True)
        self._template_said = words("", "muted", wrap=True)
        self.choose_template = KeyButton(theme, self.tr("Ander sjabloon…"), icon="folder")
        self.drop_template = KeyButton(theme, self.tr("Standaard"))
        self.drop_template.setToolTip(self.tr("Terug naar het sjabloon van het programma"))
        self.check_template = KeyButton(theme, self.tr("Sjabloon-controle"), kind=QUIET)
        self.check_template.setCheckable(True)
        self.check_template.setToolTip(self.tr("Wat een rapport van het sjabloon gebruikt, en wat ontbreekt"))
        self.format = SegmentedControl(formats, self.tr("Soort bestand"))
        self._format_said = words("", "muted", wrap=True)
        self.alerts = Card(kind=WARM)
        self.check = LineButton(theme, "")
        self.alerts.column.setContentsMargins(8, 6, 8, 6)
        self.alerts.column.addWidget(self.check)
        self.alerts.hide()
        self.made = _Entries(theme, self.tr("Eerder gemaakt"))
        self._lay_out()
        self.choose_template.clicked.connect(self.template_asked)
        self.drop_template.clicked.connect(self.own_template_dropped)
        self.own.asked.connect(self.passage_asked)
        self.quotes.asked.connect(self.block_asked)
        self.sections.arranged.connect(self._order_tabs)
        for entries in (self.own, self.quotes):
            entries.filled.connect(self._order_tabs)
        self._order_tabs()

    def show_template(self, template: Path | None) -> None:
        """Say which template gives the look: a file of the user, or that of the program."""
        self._template.setText(template.name if template is not None else self.tr("Standaard van Bouwstenen"))
        self._template.setToolTip(tip(str(template) if template is not None else ""))
        self.drop_template.setVisible(template is not None)

    def show_template_check(self, said: str) -> None:
        """Say what was found in the template; empty when there is nothing to tell."""
        self._template_said.setText(said)
        self._template_said.setVisible(bool(said))

    def show_sections(self, shown: bool) -> None:
        """Show the choice of parts, for a kind that has them."""
        self.parts_label.setVisible(shown)
        self.sections.setVisible(shown)

    def show_format(self, said: str) -> None:
        """Say what there is to know of the form of the file; empty for nothing."""
        self._format_said.setText(said)
        self._format_said.setVisible(bool(said))

    def show_check(self, said: str, *, grave: bool = False) -> None:
        """Say what was found that a person should look at before it goes out; empty when nothing was."""
        set_kind(self.alerts, WARM if grave else CARD)
        self.check.setText(said)
        self.check.updateGeometry()
        self.alerts.setVisible(bool(said))

    def _order_tabs(self) -> None:
        order_tabs(self)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 18)
        column.setSpacing(4)
        template = QWidget()
        buttons = FlowLayout(template, gap=8)
        buttons.addWidget(self.choose_template)
        buttons.addWidget(self.drop_template)
        buttons.addWidget(self.check_template)
        groups: tuple[tuple[str, tuple[QWidget, ...]], ...] = (
            (self.tr("Soort rapport"), (self.kind,)),
            (self.tr("Recept"), (self.recipes,)),
            ("", (self.fields,)),
            ("", (self.blocks,)),
            ("", (self.parts_label, self.sections, self.own, self.quotes, self.choose_quotes)),
            (self.tr("Huisstijl (Word-sjabloon)"), (self._template, template, self._template_said)),
            (self.tr("Soort bestand"), (self.format, self._format_said)),
            ("", (self.alerts, self.made)),
        )
        for said, widgets in groups:
            if said:
                label = words(said, "label")
                label.setContentsMargins(0, 10, 0, 2)
                label.setBuddy(widgets[0])
                column.addWidget(label)
            else:
                column.addSpacing(10)
            for widget in widgets:
                column.addWidget(widget)
        column.addStretch(1)


class _Entries(QWidget):
    """A heading with lines that can be opened; it is not there while there are none."""

    asked = Signal(str)
    filled = Signal()
    """There are others now."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._entries: tuple[Entry, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(words(name, "label"))
        self.setAccessibleName(name)
        self.lines: list[QWidget] = []
        self.hide()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; one without a key cannot be opened."""
        if tuple(entries) == self._entries:
            return
        self._entries = tuple(entries)
        for line in self.lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [self._line(entry) for entry in entries]
        for line in self.lines:
            self._column.addWidget(line)
        self.setVisible(bool(entries))
        self.filled.emit()

    def _line(self, entry: Entry) -> QWidget:
        if not entry.key:
            return words(entry.words, "muted", wrap=True)
        button = LineButton(self._theme, entry.words)
        button.clicked.connect(lambda: self.asked.emit(entry.key))
        return button
