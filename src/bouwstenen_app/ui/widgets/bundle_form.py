"""The form of a bundle: every field of it, each told as an edit of its own."""

from typing import Final

from PySide6.QtCore import QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.blocks import RELEASES, STATUSES
from bouwstenen_app.domain.bundles import Bundle
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.code_field import CodeField
from bouwstenen_app.ui.widgets.texts_form import TextsForm

ALWAYS: Final = (DOMAIN, THEME, KIND)
"""Dimensions that every bundle is asked; others stand there when it has codes of them."""


class BundleForm(TextsForm):
    """Shows a bundle and tells what a person changes in it."""

    edited = Signal(str, str, object)
    """Id of the bundle, name of the field of ``Bundle``, new value."""
    picker_asked = Signal(str, str, QPoint)
    """Id of the bundle, slug of the dimension, where the picker may open."""

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(theme, book, parent)
        self._bundle: Bundle | None = None
        self._codes: dict[str, tuple[QWidget, CodeField]] = {}
        self._choices: dict[str, Choice] = {}
        self._build()

    @property
    def bundle(self) -> Bundle | None:
        """The bundle that is shown."""
        return self._bundle

    def show_bundle(self, bundle: Bundle) -> None:
        """Show a bundle; an edit of the one before is told first, and one under way in the same bundle stays."""
        fresh = self._bundle is None or self._bundle.id != bundle.id
        if fresh:
            self.finish()
        self._bundle = bundle
        self._show_texts(bundle, fresh=fresh)
        for slug, (label, field) in self._codes.items():
            codes = self._book.select(bundle.codes, slug)
            field.set_codes(codes)
            label.setVisible(slug in ALWAYS or bool(codes))
            field.setVisible(slug in ALWAYS or bool(codes))
        for name, choice in self._choices.items():
            choice.set_value(getattr(bundle, name))
        with QSignalBlocker(self.key):
            self.key.setChecked(bundle.key)

    # -- how it is put together

    def _build(self) -> None:
        tr = self.tr
        self._add_text("title", tr("Titel"), single_line=True, kind="strong")
        self.key = QCheckBox(tr("Kernbouwsteen"))
        meaning = tr("Staat in het rapport bij de kernbouwstenen (E in de lijst)")
        self.key.setToolTip(tip(meaning))
        self.key.setAccessibleDescription(meaning)
        self.key.toggled.connect(lambda on: self.tell("key", on))
        self._column.addSpacing(4)
        self._column.addWidget(self.key)
        self._add_text("explanation", tr("Wat horen we?"), least=2)
        self._add_text("why", tr("Waarom werkt het?"))
        self._add_text("example", tr("Praktijkvoorbeeld"), hint=tr("Een voorbeeld, zonder namen"))
        self._add_text("conditions", tr("Wat is ervoor nodig?"), hint=tr("Eén per regel"))
        self._add_text("next_step", tr("Eerste stap"), hint=tr("Wat gebeurt er morgen?"))
        self._add_text(
            "owner", tr("Wie is aan zet?"), hint=tr("Een rol of organisatie, geen naam"), single_line=True
        )
        for dimension in self._book.dimensions:
            self._add_codes(dimension.slug)
        self._add_choices()
        self._add_text("minority", tr("Minderheidsstandpunt"), hint=tr("Wat zien anderen anders?"))
        self._add_text("note", tr("Notitie, alleen voor het team"), hint=tr("Komt nooit in het rapport"))

    def _add_codes(self, slug: str) -> None:
        dimension = self._book.dimension(slug)
        field = CodeField(self._theme, dimension)
        field.picker_asked.connect(self._on_picker)
        field.removed.connect(self._on_code_removed)
        label = self._label(dimension.name, field)
        self._codes[slug] = label, field
        self._column.addWidget(label)
        self._column.addWidget(field)

    def _add_choices(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for column, (name, label, values) in enumerate(
            (("status", self.tr("Status"), STATUSES), ("release", self.tr("Vrijgave"), RELEASES))
        ):
            choice = self._choices[name] = Choice([(value, value.capitalize()) for value in values])
            choice.picked.connect(lambda value, name=name: self.tell(name, value))
            grid.setColumnStretch(column, 1)
            grid.addWidget(self._label(label, choice), 0, column)
            grid.addWidget(choice, 1, column)
        self._column.addLayout(grid)

    # -- what is edited

    @override
    def tell(self, name: str, value: object) -> None:
        if self._bundle is not None and getattr(self._bundle, name) != value:
            self.edited.emit(self._bundle.id, name, value)

    def _on_code_removed(self, code: str) -> None:
        if self._bundle is not None:
            self.tell("codes", tuple(one for one in self._bundle.codes if one != code))

    def _on_picker(self, slug: str, at: QPoint) -> None:
        if self._bundle is not None:
            self.picker_asked.emit(self._bundle.id, slug, at)
