"""The recipe in use: what a person chooses is kept as steps, under a name when asked, and chosen again."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

from PySide6.QtCore import QTimer, Signal

from bouwstenen_app.domain.blocks import ALIGN_FIRST
from bouwstenen_app.domain.changes import Changes
from bouwstenen_app.domain.problems import Problem
from bouwstenen_app.domain.recipes import (
    ABOUT_SESSION,
    CONSOLIDATED,
    KINDS,
    Kind,
    Recipe,
    all_sections,
    kind_called,
)
from bouwstenen_app.services import recipes
from bouwstenen_app.ui.commands import Command
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.places.acts import Acts
from bouwstenen_app.ui.remembered import RECIPE
from bouwstenen_app.ui.widgets.recipe_panel import RecipePanel

PAUSE: Final = 800
"""Milliseconds without a key after which what is typed is a step."""


class RecipeActs(Acts):
    """Shows the recipe in the panel, and writes what changes there. ``today`` is the date of the document."""

    changed = Signal()
    """Something else is chosen: also while it is being typed."""
    switched = Signal()
    """Another recipe is in use."""

    def __init__(
        self, desk: Desk, panel: RecipePanel, names: Callable[[Kind], Mapping[str, str]], today: Callable[[], date]
    ) -> None:
        """``names`` gives the parts of a kind by what they are called."""
        super().__init__(desk, panel)
        self._panel = panel
        self._names = names
        self._today = today
        self._typed: dict[str, Any] = {}
        self._saved: Sequence[Recipe] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.finish)
        desk.closing.connect(self.finish)
        self._stored = self._remembered()
        self._connect()
        self._show()

    # -- what is chosen

    @property
    def id(self) -> str:
        """Id of the recipe in use: of its kind, or of one that was saved."""
        return self._stored.id

    @property
    def kind(self) -> Kind:
        """The kind of report that is chosen."""
        return kind_called(self._stored.kind)

    @property
    def recipe(self) -> Recipe:
        """What is chosen now, with what is being typed."""
        typed = {name: _plain(value) for name, value in self._typed.items()}
        if not typed.get("title", "-"):
            del typed["title"]
        return replace(self._stored, **typed, on=self._today())

    def take_in(self, changes: Changes) -> None:
        """Show the recipe as it is now; that of its kind when it was thrown away."""
        if not changes.touches("recipe"):
            return
        try:
            self._stored = self._desk.read(recipes.recipe, self._stored.id)
        except Problem:
            self._stored = self._desk.read(recipes.standard, self._stored.kind)
            self._keep()
        self._show()
        self.changed.emit()

    def finish(self) -> None:
        """Make a step of what was typed; what cannot be kept stays in sight, and is said."""
        self._pause.stop()
        typed, self._typed = self._typed, {}
        if typed and self._desk.read_only:
            self._typed = typed  # only to look at: it holds for this document
        elif typed:
            self._write(typed)

    # -- choosing

    def choose(self, identity: str) -> None:
        """Use a saved recipe, or that of a kind by its slug; for an empty id that of the kind in use."""
        self.finish()
        try:
            self._use(self._desk.read(recipes.recipe, identity or self._stored.kind))
        except Problem as problem:
            self.problem_told.emit(str(problem))

    def commands(self) -> Sequence[Command]:
        """Return a command for every kind, and one for every saved recipe."""
        kinds = [self._command(self.tr("Rapport: {name}"), kind.name, kind.slug) for kind in KINDS.values()]
        saved = [self._command(self.tr("Recept: {name}"), one.name, one.id) for one in self._saved]
        ask = self._panel.recipes.ask_name
        return (*kinds, *saved, Command(self.tr("Recept bewaren onder een naam…"), lambda: ask("")))

    def _command(self, said: str, name: str, which: str) -> Command:
        return Command(said.format(name=name), lambda: self.choose(which))

    def _use(self, recipe: Recipe) -> None:
        self._stored = recipe
        self._typed = {}
        self._keep()
        self._show(fresh=True)
        self.switched.emit()
        self.changed.emit()

    # -- what the panel says

    def _connect(self) -> None:
        panel = self._panel
        panel.kind.chosen.connect(self.choose)
        panel.recipes.chosen.connect(self.choose)
        panel.recipes.saved.connect(self._on_saved)
        panel.recipes.renamed.connect(self._on_renamed)
        panel.recipes.move_asked.connect(self._on_moved)
        panel.recipes.removal_asked.connect(self._on_removed)
        for fields in (panel.fields, panel.blocks):
            fields.typed.connect(self._on_typed)
            fields.finished.connect(self.finish)
            fields.changed.connect(self._on_changed)
        panel.sections.changed.connect(lambda chosen: self._on_changed("sections", chosen))

    def _on_typed(self, name: str, text: object) -> None:
        self._typed[name] = text
        self._pause.start()
        self.changed.emit()

    def _on_changed(self, name: str, value: object) -> None:
        self.finish()
        if self._desk.read_only:
            self._typed[name] = value
            self.changed.emit()
        elif not self._write({name: value}):
            self._show()

    def _write(self, fields: Mapping[str, Any]) -> bool:
        said = {
            "title": self.tr("Titel van het rapport veranderd"),
            "query": self.tr("Filter van het rapport veranderd"),
            "sections": self.tr("Onderdelen van het rapport veranderd"),
            "workshops": self.tr("Sessies van het rapport gekozen"),
            "about": self.tr("Gekozen waarover het rapport gaat"),
            "releases": self.tr("Gekozen wat het rapport mag laten zien"),
            "chapters": self.tr("Volgorde van de hoofdstukken gekozen"),
        }
        label = said.get(next(iter(fields)), self.tr("Titelblad van het rapport veranderd"))
        before = self._stored
        if all(getattr(before, name) == _plain(value) for name, value in fields.items()):
            return True
        return self._do(label, recipes.change, before.id, **fields)

    def _on_saved(self, name: str) -> None:
        self.finish()
        label = self.tr("Recept “{name}” bewaard").format(name=name.strip())
        made: list[str] = []

        def save(session: Any) -> None:
            made.append(recipes.save_as(session, self._stored.id, name))

        if self._do(label, save):
            self._panel.recipes.naming.finish()
            self.choose(made[0])

    def _on_renamed(self, name: str) -> None:
        label = self.tr("Recept heet nu “{name}”").format(name=name.strip())
        if self._do(label, recipes.rename, self._stored.id, name):
            self._panel.recipes.naming.finish()

    def _on_moved(self, by: int) -> None:
        ids = [one.id for one in self._saved]
        place = ids.index(self._stored.id)
        ids.insert(max(0, place + by), ids.pop(place))
        self._do(self.tr("Recept “{name}” verplaatst").format(name=self._stored.name), recipes.reorder, ids)

    def _on_removed(self) -> None:
        label = self.tr("Recept “{name}” weggegooid").format(name=self._stored.name)
        if self._do(label, recipes.remove, self._stored.id):
            self.told.emit(f"{label}.", True)

    # -- showing

    def _show(self, *, fresh: bool = False) -> None:
        recipe, kind, panel = self.recipe, self.kind, self._panel
        self._saved = self._desk.read(recipes.recipes)
        panel.kind.show_kind(kind.slug)
        saved = [(one.id, self._name_of(one)) for one in self._saved]
        current = self._stored.id if self._stored.name else ""
        panel.recipes.show_recipes(saved, current, self.tr("Laatst gebruikt"))
        panel.fields.show_recipe(recipe, kind, replies=_asks_replies(kind), fresh=fresh)
        panel.blocks.show_recipe(recipe, kind, fresh=fresh)
        names = self._names(kind)
        parts = {name: names[name] for name in all_sections(kind, recipe.sections)}
        panel.sections.show_parts(parts, recipe.sections)
        panel.show_sections(bool(parts))

    def _name_of(self, recipe: Recipe) -> str:
        """Return the name of a recipe, with its kind when that is another than the one in use."""
        if recipe.kind == self._stored.kind:
            return recipe.name
        return f"{recipe.name} · {kind_called(recipe.kind).name}"

    def _keep(self) -> None:
        self._desk.remember(RECIPE, self._stored.id)

    def _remembered(self) -> Recipe:
        try:
            return self._desk.read(recipes.recipe, self._desk.recall(RECIPE) or CONSOLIDATED.slug)
        except Problem:
            return self._desk.read(recipes.standard, CONSOLIDATED.slug)


def _asks_replies(kind: Kind) -> bool:
    """Return whether a document of this kind asks its readers to answer before a day."""
    return bool(kind.about == ABOUT_SESSION or ALIGN_FIRST in kind.releases)


def _plain(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value
