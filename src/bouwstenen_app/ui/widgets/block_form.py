"""The form in the inspector: every field of one block, each told as an edit of its own."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.blocks import INPUTS, READ_BACKS, RELEASES, STATUSES, Block
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.choice import Choice, Count
from bouwstenen_app.ui.widgets.code_field import CodeField
from bouwstenen_app.ui.widgets.proposal_field import ProposalField
from bouwstenen_app.ui.widgets.round_bar import round_name
from bouwstenen_app.ui.widgets.texts_form import TextsForm

MOST_VOTES: Final = 9999
MOST_TABLES: Final = 99
NEW_CLUSTER: Final = "+"
"""Among the clusters to choose from: one that is not there yet."""
MOST_FOR_TWO: Final = 125
"""Text size in per cent up to which two small fields fit beside each other."""


class BlockForm(TextsForm):
    """Shows a block and tells what a person changes in it."""

    field_edited = Signal(str, str, object)
    """Id of the block, name of the field of ``Block``, new value."""
    codes_edited = Signal(str, str, list)
    """Id of the block, slug of the dimension, the ids of all its codes of that dimension."""
    picker_asked = Signal(str, str, QPoint)
    """Id of the block, slug of the dimension, where the picker may open."""
    proposal_dropped = Signal(str, str)
    """Id of the block, the unknown tag that is to go."""
    cluster_asked = Signal(str, QPoint)
    """Id of the block that is to go in a new cluster, where its name may be asked."""

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(theme, book, parent)
        self._block: Block | None = None
        self._fields: dict[str, Choice | Count] = {}
        self._codes: dict[str, CodeField] = {}
        self._flags: dict[str, QCheckBox] = {}
        self._build()

    @property
    def block(self) -> Block | None:
        """The block that is shown."""
        return self._block

    def set_workshop(self, workshop: Workshop) -> None:
        """Take the session whose rounds and clusters a block can be in."""
        self._workshops = (workshop,)
        for watch in self._watches:
            watch.set_names(self._no_persons)
        rounds = [(step.number, f"{step.number} {round_name(step)}") for step in workshop.numbered_rounds]
        self._choice("round").set_choices([(None, self.tr("Geen ronde")), *rounds])
        clusters = [(cluster.name, cluster.name) for cluster in workshop.clusters]
        new = (NEW_CLUSTER, self.tr("Nieuw cluster…"))
        self._choice("cluster").set_choices([("", self.tr("Geen cluster")), *clusters, new])

    def show_block(self, block: Block) -> None:
        """Show a block; an edit of the one before is told first, and one under way in the same block stays."""
        fresh = self._block is None or self._block.id != block.id
        if fresh:
            self.finish()
        self._block = block
        self._show_texts(block, fresh=fresh)
        for slug, field in self._codes.items():
            field.set_codes(self._book.select(block.codes, slug))
        for name, widget in self._fields.items():
            widget.set_value(self._value(block, name))  # type: ignore[arg-type]
        for name, box in self._flags.items():
            with QSignalBlocker(box):
                box.setChecked(getattr(block, name))
        self._proposals.set_tags(block.unknown_tags)

    # -- how it is put together

    def _build(self) -> None:
        single = [one.slug for one in self._book.dimensions if not one.multiple]
        many = [one.slug for one in self._book.dimensions if one.multiple]
        self._add_text("title", self.tr("Titel"), single_line=True, kind="strong")
        self._add_text("explanation", self.tr("Toelichting"), least=2)
        for slug in many[:2]:
            self._add_codes(slug)
        self._add_grid([self._single_choice(slug) for slug in single], columns=1)
        self._add_text("conditions", self.tr("Wat is ervoor nodig?"), hint=self.tr("Eén per regel"))
        self._add_text("next_step", self.tr("Eerstvolgende stap"), hint=self.tr("Wie doet morgen wat?"))
        self._add_text("example", self.tr("Praktijkvoorbeeld"), hint=self.tr("Een voorbeeld, zonder namen"))
        for slug in many[2:]:
            self._add_codes(slug)
        self._add_grid(self._facts(), columns=2 if self._theme.percent <= MOST_FOR_TWO else 1)
        self._add_flags()
        seen = self.tr("Wat ziet een deel van de zaal anders?")
        self._add_text("minority", self.tr("Minderheidsstandpunt"), hint=seen)
        self._add_text(
            "note", self.tr("Notitie, alleen voor jou"), hint=self.tr("Komt nooit op de beamer of in het rapport")
        )
        self._proposals = ProposalField(self._theme)
        self._proposals.dropped.connect(self._on_dropped)
        self._column.addWidget(self._proposals)

    def _facts(self) -> list[tuple[str, QWidget]]:
        """Return the fields that say where a block comes from and how far it is, with their labels."""
        made: dict[str, tuple[str, Choice | Count]] = {
            "votes": (self.tr("Stemmen"), Count(MOST_VOTES)),
            "round": (self.tr("Ronde"), Choice()),
            "status": (self.tr("Status"), Choice([(name, name.capitalize()) for name in STATUSES])),
            "release": (self.tr("Vrijgave"), Choice([(name, name.capitalize()) for name in RELEASES])),
            "table": (self.tr("Tafel"), Count(MOST_TABLES, nothing="–")),
            "input_kind": (self.tr("Invoer"), Choice([(name, name.capitalize()) for name in INPUTS])),
            "cluster": (self.tr("Cluster"), Choice()),
            "read_back": (
                self.tr("Teruggelezen"),
                Choice([("", self.tr("Nog niet")), *((name, name.capitalize()) for name in READ_BACKS)]),
            ),
        }
        for name, (_, widget) in made.items():
            self._register(name, widget)
        return list(made.values())

    def _register(self, name: str, widget: Choice | Count) -> None:
        self._fields[name] = widget
        signal = widget.picked if isinstance(widget, Choice) else widget.counted
        signal.connect(lambda value: self.tell(name, value))

    def _single_choice(self, slug: str) -> tuple[str, QWidget]:
        """Return the choice of a dimension in which a block has one code, with its label."""
        codes = [(code.id, code.name) for code in self._book.of(slug) if not code.retired]
        choice = Choice([("", "–"), *codes])
        self._fields[f"{slug}:"] = choice
        choice.picked.connect(lambda value: self._on_single(slug, value))
        return self._book.dimension(slug).name, choice

    def _choice(self, name: str) -> Choice:
        field = self._fields[name]
        assert isinstance(field, Choice)
        return field

    def _value(self, block: Block, name: str) -> object:
        if not name.endswith(":"):
            return getattr(block, name)
        return next((code.id for code in self._book.select(block.codes, name[:-1])), "")

    def _add_codes(self, slug: str) -> None:
        dimension = self._book.dimension(slug)
        field = CodeField(self._theme, dimension)
        field.picker_asked.connect(self._on_picker)
        field.removed.connect(lambda code: self._on_code_removed(slug, code))
        self._codes[slug] = field
        self._column.addWidget(self._label(dimension.name, field))
        self._column.addWidget(field)

    def _add_grid(self, fields: Sequence[tuple[str, QWidget]], columns: int) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        for place, (label, widget) in enumerate(fields):
            row, column = divmod(place, columns)
            grid.addWidget(self._label(label, widget), 2 * row, column)
            grid.addWidget(widget, 2 * row + 1, column)
        self._column.addLayout(grid)

    def _add_flags(self) -> None:
        names = {
            "exemplary": (self.tr("Voorbeeldig"), self.tr("Een bouwsteen die anderen op ideeën brengt")),
            "held_back": (self.tr("Achterhouden"), self.tr("Niet op de beamer en niet in het rapport")),
            "parked": (self.tr("Parkeerplaats"), self.tr("Bewaard, maar er wordt niet over gestemd")),
        }
        self._column.addSpacing(8)
        for name, (label, meaning) in names.items():
            box = QCheckBox(label)
            box.setToolTip(tip(meaning))
            box.setAccessibleDescription(meaning)
            box.toggled.connect(lambda on, name=name: self.tell(name, on))
            self._flags[name] = box
            self._column.addWidget(box)

    # -- what is edited

    @override
    def tell(self, name: str, value: object) -> None:
        if self._block is None:
            return
        if name == "cluster" and value == NEW_CLUSTER:
            choice = self._choice(name)
            choice.set_value(self._block.cluster)
            self.cluster_asked.emit(self._block.id, choice.mapToGlobal(choice.rect().bottomLeft()))
        else:
            self.field_edited.emit(self._block.id, name, value)

    def _on_single(self, slug: str, code: str) -> None:
        if self._block is not None:
            self.codes_edited.emit(self._block.id, slug, [code] if code else [])

    def _on_code_removed(self, slug: str, code: str) -> None:
        if self._block is not None:
            kept = [one.id for one in self._book.select(self._block.codes, slug) if one.id != code]
            self.codes_edited.emit(self._block.id, slug, kept)

    def _on_picker(self, slug: str, at: QPoint) -> None:
        if self._block is not None:
            self.picker_asked.emit(self._block.id, slug, at)

    def _on_dropped(self, tag: str) -> None:
        if self._block is not None:
            self.proposal_dropped.emit(self._block.id, tag)
