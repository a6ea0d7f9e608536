"""Which blocks go into a report: what it is about, a filter as in *Ordenen*, sessions, and what is released."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from bouwstenen_app.domain.blocks import ALIGN_FIRST, FREE, INTERNAL
from bouwstenen_app.domain.recipes import (
    ABOUT_PARTNER,
    ABOUT_REGION,
    ABOUT_SESSION,
    ABOUT_THEME,
    ORDERS,
    THEMES,
    Kind,
    Recipe,
)
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import WARM, Card
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.filter_row import FilterRow
from bouwstenen_app.ui.widgets.tick_list import TickList
from bouwstenen_app.ui.widgets.title_fields import Line
from bouwstenen_app.ui.widgets.words import words

LONGEST_FILTER = 2_000


class BlockChoice(QWidget):
    """Tells of every change, by the name of the field of a recipe."""

    typed = Signal(str, object)
    """Field and text, at every key."""
    finished = Signal()
    """The field was left."""
    changed = Signal(str, object)
    """Field and value, chosen in one go."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: Kind | None = None
        self._about_label = words("", "label")
        self.about = TickList(theme, self.tr("Alles, elk een eigen hoofdstuk"), self.tr("Waarover het gaat"))
        self.query = Line(self.tr("Alle bouwstenen, of typ: thema:… stemmen>3"))
        self.query.setMaxLength(LONGEST_FILTER)
        self.query.setAccessibleName(self.tr("Filter: welke bouwstenen"))
        self.query.setClearButtonEnabled(True)
        self.count = words("", "strong")
        self._left_out = words("", "warn", wrap=True)
        self.warning = Card(kind=WARM)
        self.warning.column.addWidget(self._left_out)
        self.warning.hide()
        self.filters = FilterRow(theme)
        self.workshops = TickList(theme, self.tr("Alle sessies"), self.tr("Sessies in het rapport"))
        self._workshops_label = words(self.tr("Welke sessies?"), "label")
        self.releases = {
            INTERNAL: QCheckBox(self.tr("Ook wat intern is")),
            ALIGN_FIRST: QCheckBox(self.tr("Ook wat nog afgestemd wordt")),
        }
        self.order = Choice([(key, self.tr(name)) for key, name in ORDERS.items()])
        self._order_label = words(self.tr("Volgorde van de thema’s"), "label", wrap=True)
        self._lay_out()
        self._connect()

    def show_recipe(self, recipe: Recipe, kind: Kind, *, fresh: bool = False) -> None:
        """Show a recipe, without a signal; a filter that is being typed stays as it is, unless ``fresh``."""
        self._kind = kind
        if (fresh or not self.query.hasFocus()) and self.query.text() != recipe.query:
            with QSignalBlocker(self.query):
                self.query.setText(recipe.query)
        self.workshops.tick(recipe.workshops)
        self.about.tick(recipe.about)
        for release, box in self.releases.items():
            with QSignalBlocker(box):
                box.setChecked(release in recipe.releases)
            box.setVisible(release in kind.releases)
        self.order.set_value(recipe.chapters)
        self._about_label.setText(self._about_words(kind.about))
        for widget, shown in (
            (self.about, bool(kind.about)),
            (self._about_label, bool(kind.about)),
            (self.workshops, kind.about != ABOUT_SESSION),
            (self._workshops_label, kind.about != ABOUT_SESSION),
            (self._which, kind.needs_blocks),
            (self.query, kind.needs_blocks),
            (self.count, kind.needs_blocks),
            (self.order, THEMES in kind.sections),
            (self._order_label, THEMES in kind.sections),
        ):
            widget.setVisible(shown)

    def show_about(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer what a report of this kind can be about."""
        self.about.offer(choices)

    def show_workshops(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer these sessions."""
        self.workshops.offer(choices)

    def show_count(self, count: str) -> None:
        """Say how many blocks are in the report."""
        self.count.setText(count)

    def show_left_out(self, text: str) -> None:
        """Say what is kept out of the report; empty when nothing is."""
        self._left_out.setText(text)
        self.warning.setVisible(bool(text))

    def _about_words(self, about: str) -> str:
        return {
            ABOUT_SESSION: self.tr("Over welke sessies?"),
            ABOUT_THEME: self.tr("Over welke thema’s?"),
            ABOUT_PARTNER: self.tr("Over welke partners?"),
            ABOUT_REGION: self.tr("Over welke regio’s?"),
        }.get(about, "")

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        which = self._which = words(self.tr("Welke bouwstenen?"), "label")
        which.setBuddy(self.query)
        self._about_label.setBuddy(self.about)
        self._workshops_label.setBuddy(self.workshops)
        self._order_label.setBuddy(self.order)
        self.order.setAccessibleName(self._order_label.text())
        widgets: tuple[QWidget, ...] = (
            self._about_label, self.about, which, self.query, self.count, self.filters, *self.releases.values(),
            self.warning, self._workshops_label, self.workshops, self._order_label, self.order,
        )  # fmt: skip
        for widget in widgets:
            if widget in (which, self._workshops_label, self._order_label):
                widget.setContentsMargins(0, 8, 0, 0)
            column.addWidget(widget)

    def _connect(self) -> None:
        self.query.textChanged.connect(lambda text: self.typed.emit("query", text))
        self.query.editingFinished.connect(self.finished)
        self.workshops.chosen.connect(lambda ids: self.changed.emit("workshops", ids))
        self.about.chosen.connect(lambda ids: self.changed.emit("about", ids))
        self.order.picked.connect(lambda order: self.changed.emit("chapters", order))
        for box in self.releases.values():
            box.toggled.connect(self._on_release)

    def _on_release(self, _on: bool) -> None:
        if self._kind is not None:
            on = {release for release, box in self.releases.items() if box.isChecked()} | {FREE}
            self.changed.emit("releases", tuple(one for one in self._kind.releases if one in on))
