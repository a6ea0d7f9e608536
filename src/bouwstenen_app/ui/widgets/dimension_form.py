"""What is known of one dimension of the codebook, as fields that each tell an edit of their own."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Codebook, Dimension
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import labelled, words


class DimensionForm(QWidget):
    """Shows a dimension and tells what a person changes in it, with its slug."""

    edited = Signal(str, str, object)
    """Slug, name of the field of ``Dimension``, new value."""
    new_asked = Signal()
    retire_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.slug = ""
        self.heading = words("", "small", wrap=True)
        self.name = EditedText(single_line=True)
        self.name.setProperty("kind", "strong")
        self.definition = EditedText(least=3, most=8)
        self.prefix = Choice(
            [
                ("#", self.tr("# — net als een thema")),
                ("@", self.tr("@ — net als een domein")),
                ("!", self.tr("! — net als een soort")),
            ]
        )
        self.multiple = QCheckBox(self.tr("Meer dan één per bouwsteen"))
        self.recommended = QCheckBox(self.tr("Liefst bij elke bouwsteen"))
        self._build()
        self.name.edited.connect(lambda text: self.edited.emit(self.slug, "name", text))
        self.definition.edited.connect(lambda text: self.edited.emit(self.slug, "definition", text))
        self.prefix.picked.connect(lambda prefix: self.edited.emit(self.slug, "prefix", prefix))
        self.multiple.clicked.connect(lambda on: self.edited.emit(self.slug, "multiple", on))
        self.recommended.clicked.connect(lambda on: self.edited.emit(self.slug, "recommended", on))

    def show_dimension(self, book: Codebook, one: Dimension, *, always: bool) -> None:
        """Show a dimension; those that every session uses keep their sign and cannot be retired (``always``)."""
        fresh = one.slug != self.slug
        if fresh:
            self.finish()
        self.slug = one.slug
        codes = book.of(one.slug)
        told = dutch.counted(len(codes), self.tr("code"), self.tr("codes"))
        self.heading.setText(self.tr("Dimensie · {codes}").format(codes=told))
        self.name.set_text(one.name, fresh=fresh)
        self.definition.set_text(one.definition, fresh=fresh)
        self.prefix.set_value(one.prefix)
        self.prefix.setEnabled(not always)
        self.multiple.setChecked(one.multiple)
        self.recommended.setChecked(one.recommended)
        gone = bool(codes) and all(code.retired for code in codes)
        unused = self.tr("Laten vervallen") if codes else self.tr("Weghalen")
        self.retire.setText(self.tr("Weer gebruiken") if gone else unused)
        kept = self.tr("De codes worden niet meer aangeboden; bouwstenen die ze hebben, houden ze.")
        self.retire.setToolTip(tip("" if gone or not codes else kept))
        self.retire.setVisible(not always)
        self.retire.updateGeometry()

    def finish(self) -> None:
        """Tell of an edit that is still under way."""
        self.name.finish()
        self.definition.finish()

    def focus_name(self) -> None:
        """Go to the name, all of it marked."""
        self.name.setFocus()
        self.name.selectAll()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.heading)
        for name, field in (
            (self.tr("Naam"), self.name),
            (self.tr("Waar gaat deze dimensie over?"), self.definition),
            (self.tr("Teken waarmee je een code typt"), self.prefix),
        ):
            column.addWidget(labelled(name, field, above=6))
            column.addWidget(field)
        column.addSpacing(8)
        column.addWidget(self.multiple)
        column.addWidget(self.recommended)
        column.addSpacing(10)
        self.new = KeyButton(self._theme, self.tr("Nieuwe code"), "N", kind=PRIMARY, icon="plus", bound=False)
        self.retire = KeyButton(self._theme, "", "Del", bound=False)
        row = FlowLayout(gap=8)
        row.addWidget(self.new)
        row.addWidget(self.retire)
        column.addLayout(row)
        column.addStretch(1)
        self.new.clicked.connect(self.new_asked)
        self.retire.clicked.connect(self.retire_asked)
