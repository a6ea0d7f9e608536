"""Panels that ask something about the codebook: Enter in a field accepts; to Esc the place listens."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.form_fields import in_form
from bouwstenen_app.ui.widgets.words import labelled, words

LONGEST = 120


class Question(QWidget):
    """A title, what is asked, and two buttons; what it is about is set by the ``ask`` of each kind."""

    closed = Signal()

    def __init__(self, theme: Theme, accept: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = words("", "strong", wrap=True)
        self.told = words("", "muted", wrap=True)
        self.accept = KeyButton(theme, accept, "Return", kind=PRIMARY, bound=False)
        self.cancel = KeyButton(theme, self.tr("Annuleren"), "Esc", bound=False)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(8)
        self.column.addWidget(self.title)
        self.column.addWidget(self.told)
        self.cancel.clicked.connect(self.closed)

    def add_field(self, name: str, field: QWidget) -> None:
        """Put a field under those that are there, with its name above it."""
        self.column.addWidget(labelled(name, field))
        self.column.addWidget(field)

    def add_buttons(self, *others: QWidget) -> None:
        """Put the buttons under all fields."""
        row = FlowLayout(gap=8)
        for button in (self.accept, *others, self.cancel):
            row.addWidget(button)
        self.column.addLayout(row)


class NewCodeQuestion(Question):
    """Asks for the name of a new code, and where it comes."""

    accepted = Signal(str, str, object)
    """Slug of the dimension, name, id of the code it comes under or None."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.accept.setText(self.tr("Toevoegen"))
        self._dimension = ""
        self.told.hide()
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST)
        in_form(self.name, "naam van een nieuwe code")
        self.under = Choice()
        self.add_field(self.tr("Naam"), self.name)
        self.add_field(self.tr("Valt onder"), self.under)
        self.add_buttons()
        self.column.addStretch(1)
        self.name.returnPressed.connect(self._on_accepted)
        self.accept.clicked.connect(self._on_accepted)

    def ask(self, book: Codebook, dimension: str, under: str | None) -> None:
        """Ask about a code of a dimension, under the group that is looked at."""
        self._dimension = dimension
        self.title.setText(self.tr("Nieuwe code bij {dimension}").format(dimension=book.dimension(dimension).name))
        tops: Sequence[tuple[object, str]] = [(c.id, c.name) for c in book.tops(dimension) if not c.retired]
        self.under.set_choices([("", self.tr("Niets: het wordt een hoofdgroep")), *tops])
        self.under.set_value(under or "")
        self.name.clear()
        self.name.setFocus()

    def _on_accepted(self) -> None:
        self.accepted.emit(self._dimension, self.name.text(), self.under.value or None)


class NewDimensionQuestion(Question):
    """Asks for a dimension of one's own."""

    accepted = Signal(str, bool)
    """Name, and whether a block can have more than one of its codes."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.accept.setText(self.tr("Toevoegen"))
        self.title.setText(self.tr("Nieuwe dimensie"))
        self.told.setText(
            self.tr(
                "Een eigen manier om naar alle bouwstenen te kijken, bijvoorbeeld wijk of werkproces. "
                "Daarna voeg je er met N codes aan toe."
            )
        )
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST)
        in_form(self.name, "naam van een nieuwe dimensie")
        self.multiple = QCheckBox(self.tr("Meer dan één per bouwsteen"))
        self.add_field(self.tr("Naam"), self.name)
        self.column.addWidget(self.multiple)
        self.add_buttons()
        self.column.addStretch(1)
        self.name.returnPressed.connect(self._on_accepted)
        self.accept.clicked.connect(self._on_accepted)

    def ask(self) -> None:
        """Ask for a name."""
        self.name.clear()
        self.multiple.setChecked(True)
        self.name.setFocus()

    def _on_accepted(self) -> None:
        self.accepted.emit(self.name.text(), self.multiple.isChecked())
