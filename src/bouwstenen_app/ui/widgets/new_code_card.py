"""Asks how a tag is called as a code, and where in the codebook it comes."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.form_fields import in_form
from bouwstenen_app.ui.widgets.words import labelled, words

LONGEST: Final = 120


class NewCodeCard(Card):
    """Hidden until it is asked; Enter accepts, Esc hides it again."""

    accepted = Signal(str, str, str)
    """Name, slug of the dimension, and id of the code it comes under (empty for none)."""
    closed = Signal()

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(self.tr("Nieuwe code"))
        self._book = book
        self._title = words("", "strong", wrap=True)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST)
        self.dimension = Choice()
        self.under = Choice()
        self.accept = KeyButton(theme, self.tr("Toevoegen"), "Return", kind=PRIMARY, bound=False)
        self.cancel = KeyButton(theme, self.tr("Annuleren"), "Esc", bound=False)
        fields = QGridLayout()
        fields.setHorizontalSpacing(14)
        fields.setVerticalSpacing(4)
        named = (
            (self.tr("Naam"), self.name, 3),
            (self.tr("Dimensie"), self.dimension, 2),
            (self.tr("Valt onder"), self.under, 3),
        )
        for column, (name, field, share) in enumerate(named):
            fields.addWidget(labelled(name, field), 0, column)
            fields.addWidget(field, 1, column)
            fields.setColumnStretch(column, share)
        buttons = FlowLayout(gap=10)
        buttons.addWidget(self.accept)
        buttons.addWidget(self.cancel)
        self.column.addWidget(self._title)
        self.column.addLayout(fields)
        self.column.addLayout(buttons)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        self.name.returnPressed.connect(self._on_accepted)
        self.accept.clicked.connect(self._on_accepted)
        self.cancel.clicked.connect(self.closed)
        self.dimension.picked.connect(self._on_dimension_picked)
        self.hide()

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook."""
        self._book = book

    def ask(self, tag: str, name: str, dimension: str) -> None:
        """Ask about a tag, with a name and a dimension to begin with."""
        self._title.setText(self.tr("Een nieuwe code van {tag}").format(tag=tag))
        in_form(self.name, "code van een nieuwe tag")
        self.name.setText(name)
        self.dimension.set_choices([(one.slug, one.name) for one in self._book.dimensions])
        self.dimension.set_value(dimension)
        self._offer_groups(dimension)
        self.show()
        self.name.setFocus()
        self.name.selectAll()

    def _offer_groups(self, dimension: str) -> None:
        tops = [code for code in self._book.tops(dimension) if not code.retired]
        self.under.set_choices([("", self.tr("Geen: het wordt een hoofdgroep")), *((c.id, c.name) for c in tops)])
        self.under.set_value("")

    def _on_dimension_picked(self, dimension: object) -> None:
        self._offer_groups(str(dimension))

    def _on_accepted(self) -> None:
        self.accepted.emit(self.name.text(), str(self.dimension.value), str(self.under.value or ""))
