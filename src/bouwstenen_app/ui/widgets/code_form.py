"""What is known of one code, as fields that each tell an edit of their own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Code, Codebook
from bouwstenen_app.domain.colours import Colours
from bouwstenen_app.domain.matching import names
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.code_sample import CodeSample
from bouwstenen_app.ui.widgets.colour_field import ColourField
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import labelled, words


class CodeForm(QWidget):
    """Shows a code and tells what a person changes in it, with the id of the code that it is about."""

    edited = Signal(str, str, object)
    """Id of the code, ``name``, ``definition``, ``synonyms`` or ``abbreviations``, and the new value."""
    moved = Signal(str, object)
    """Id of the code, id of the code it comes under or None."""
    coloured = Signal(str, object)
    """Id of the code, and its Colours as they are written; only the first one given means: make the others."""
    merge_asked = Signal()
    split_asked = Signal()
    retire_asked = Signal()
    favourite_asked = Signal()
    blocks_asked = Signal(str)
    refused = Signal()
    """Something is told under the colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._code: Code | None = None
        self._instead: Colours | None = None
        self.heading = words("", "small", wrap=True)
        self.name = EditedText(single_line=True)
        self.name.setProperty("kind", "strong")
        self.definition = EditedText(least=3, most=8)
        self.parent_code = Choice()
        self.synonyms = EditedText(least=3, most=8)
        self.abbreviations = EditedText(least=3, most=8)
        self.sample = CodeSample(theme)
        self.light = ColourField(theme, self.tr("Kleur"))
        self.dark = ColourField(theme, self.tr("In het donker"))
        self.tint = ColourField(theme, self.tr("Tint achter tekst"))
        self.too_light = words("", "warn", wrap=True)
        self.take = QPushButton()
        self.blocks = QPushButton()
        self._build()
        self._connect()

    @property
    def code(self) -> str:
        """Id of the code that is shown."""
        return self._code.id if self._code else ""

    def show_code(self, book: Codebook, code: Code, count: int, own: int) -> None:
        """Show a code, on how many blocks it or one under it is, and on how many it is itself."""
        fresh = code.id != self.code
        if fresh:
            self.finish()
        self._code = code
        dimension = book.dimension(code.dimension).name
        self.heading.setText(
            self.tr("{dimension} · je typt {tag}").format(dimension=dimension, tag=names(book).spelling(code.id))
        )
        self.name.set_text(code.name, fresh=fresh)
        self.definition.set_text(code.definition, fresh=fresh)
        self.synonyms.set_text("\n".join(code.synonyms), fresh=fresh)
        self.abbreviations.set_text("\n".join(code.abbreviations), fresh=fresh)
        self._show_parents(book, code)
        self._show_colours(Colours(code.colour, code.colour_dark, code.colour_tint))
        self._show_buttons(code, count, own)

    def finish(self) -> None:
        """Tell of an edit that is still under way."""
        for text in (self.name, self.definition, self.synonyms, self.abbreviations):
            text.finish()

    def focus_name(self) -> None:
        """Go to the name, all of it marked."""
        self.name.setFocus()
        self.name.selectAll()

    def show_refused(self, colours: Colours, told: str, instead: Colours | None) -> None:
        """Say that colours cannot be read, and offer others."""
        for field, colour in zip((self.light, self.dark, self.tint), colours, strict=True):
            field.show_refused(colour)
        self._instead = instead
        self.too_light.setText(told)
        self.too_light.show()
        self.take.setVisible(instead is not None)
        self.refused.emit()
        if instead is not None:
            self.sample.show_code(self.name.toPlainText(), instead)
            changed = (new for old, new in zip(colours, instead, strict=True) if old.casefold() != new.casefold())
            self.take.setText(self.tr("Neem {colour}").format(colour=" + ".join(changed)))

    # -- how it is put together

    def _build(self) -> None:
        column = _bare(QVBoxLayout(self))
        column.addWidget(self.heading)
        self._add(column, self.tr("Naam"), self.name)
        self._add(column, self.tr("Wat betekent deze code?"), self.definition)
        self._add(column, self.tr("Valt onder"), self.parent_code)
        pair = QGridLayout()
        pair.setHorizontalSpacing(12)
        self._pair(pair, 0, self.tr("Andere woorden, één per regel"), self.synonyms)
        self._pair(pair, 1, self.tr("Afkortingen, precies zo geschreven"), self.abbreviations)
        column.addLayout(pair)
        colours = FlowLayout(gap=12)
        for name, field in (
            (self.tr("Kleur"), self.light),
            (self.tr("In het donker"), self.dark),
            (self.tr("Tint achter tekst"), self.tint),
        ):
            one = QWidget()
            self._add(_bare(QVBoxLayout(one)), name, field)
            colours.addWidget(one)
        column.addLayout(colours)
        column.addWidget(self.sample)
        refused = QHBoxLayout()
        refused.addWidget(self.too_light, 1)
        refused.addWidget(self.take)
        column.addLayout(refused)
        column.addSpacing(10)
        column.addLayout(self._buttons())
        column.addStretch(1)

    def _buttons(self) -> FlowLayout:
        theme = self._theme
        self.favourite = KeyButton(theme, "", "Ctrl+D", icon="star", bound=False)
        self.merge = KeyButton(theme, self.tr("Samenvoegen met…"), "M", bound=False)
        self.split = KeyButton(theme, self.tr("Splitsen…"), "S", bound=False)
        self.retire = KeyButton(theme, "", "Del", bound=False)
        row = FlowLayout(gap=8)
        for button in (self.blocks, self.favourite, self.merge, self.split, self.retire):
            row.addWidget(button)
        return row

    def _add(self, column: QVBoxLayout, name: str, field: QWidget) -> None:
        column.addWidget(labelled(name, field, above=6))
        column.addWidget(field)

    def _pair(self, grid: QGridLayout, place: int, name: str, field: QWidget) -> None:
        label = words(name, "label", wrap=True)
        label.setContentsMargins(0, 6, 0, 0)
        field.setAccessibleName(name)
        grid.addWidget(label, 0, place)
        grid.addWidget(field, 1, place, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(place, 1)

    def _connect(self) -> None:
        self.name.edited.connect(lambda text: self.edited.emit(self.code, "name", text))
        self.definition.edited.connect(lambda text: self.edited.emit(self.code, "definition", text))
        for field, name in ((self.synonyms, "synonyms"), (self.abbreviations, "abbreviations")):
            field.edited.connect(lambda text, name=name: self.edited.emit(self.code, name, tuple(text.split("\n"))))
        self.parent_code.picked.connect(lambda parent: self.moved.emit(self.code, parent or None))
        self.light.picked.connect(lambda colour: self.coloured.emit(self.code, Colours(colour)))
        for one in (self.dark, self.tint):
            one.picked.connect(lambda _: self._on_colour())
        self.take.clicked.connect(self._on_take)
        self.merge.clicked.connect(self.merge_asked)
        self.split.clicked.connect(self.split_asked)
        self.retire.clicked.connect(self.retire_asked)
        self.favourite.clicked.connect(self.favourite_asked)
        self.blocks.clicked.connect(lambda: self.blocks_asked.emit(self.code))

    # -- what it shows

    def _show_parents(self, book: Codebook, code: Code) -> None:
        tops = [one for one in book.tops(code.dimension) if one.id != code.id and not one.retired]
        has_codes = any(one.parent == code.id for one in book.of(code.dimension))
        self.parent_code.set_choices(
            [("", self.tr("Niets: het is een hoofdgroep")), *((one.id, one.name) for one in tops)]
        )
        self.parent_code.set_value(code.parent or "")
        self.parent_code.setEnabled(not has_codes)
        why = self.tr("Onder deze code staan andere codes: hij blijft een hoofdgroep.")
        self.parent_code.setToolTip(tip(why if has_codes else ""))

    def _show_colours(self, colours: Colours) -> None:
        for field, colour in zip((self.light, self.dark, self.tint), colours, strict=True):
            field.set_colour(colour)
        self._instead = None
        self.sample.show_code(self._code.name if self._code else "", colours)
        self.too_light.hide()
        self.take.hide()

    def _show_buttons(self, code: Code, count: int, own: int) -> None:
        told = dutch.counted(count, self.tr("bouwsteen"), self.tr("bouwstenen"))
        self.blocks.setText(self.tr("{blocks} tonen").format(blocks=told))
        self.blocks.setEnabled(count > 0)
        self.favourite.setText(self.tr("Geen favoriet meer") if code.favourite else self.tr("Favoriet"))
        kept = self.tr("De code wordt niet meer aangeboden; bouwstenen die hem hebben, houden hem.")
        self.retire.setToolTip(tip("" if code.retired else kept))
        self.retire.setText(self.tr("Weer gebruiken") if code.retired else self.tr("Laten vervallen"))
        self.favourite.setEnabled(not code.retired)
        self.split.setEnabled(own > 0)
        for button in (self.blocks, self.favourite, self.retire):
            button.updateGeometry()

    def _on_colour(self) -> None:
        typed = Colours(self.light.text.text(), self.dark.text.text(), self.tint.text.text())
        self.coloured.emit(self.code, typed)

    def _on_take(self) -> None:
        if self._instead is not None:
            self.coloured.emit(self.code, self._instead)


def _bare(column: QVBoxLayout) -> QVBoxLayout:
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    return column
