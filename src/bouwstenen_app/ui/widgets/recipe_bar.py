"""Saved recipes: the one in use is chosen from a list, a menu saves, copies, renames, moves and throws away."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton, KeyButton
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.form_fields import in_form
from bouwstenen_app.ui.widgets.name_card import NameCard


class RecipeBar(QWidget):
    """Asks; the place keeps the recipes."""

    chosen = Signal(str)
    """Id of the recipe to use; empty for that of the kind itself."""
    saved = Signal(str)
    """What is chosen now is to be kept under this name."""
    renamed = Signal(str)
    """The recipe in use gets this name."""
    move_asked = Signal(int)
    removal_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._renaming = False
        self._name = ""
        self.choice = Choice()
        self.choice.setAccessibleName(self.tr("Recept"))
        self.choice.setMinimumContentsLength(3)
        self.save = KeyButton(theme, self.tr("Bewaren…"))
        self.save.setToolTip(self.tr("Bewaar alles wat je hier koos onder een naam, met je eigen teksten"))
        self.more = IconButton(theme, "more", self.tr("Wat je met dit recept kunt doen"), framed=True, size=16)
        self.naming = NameCard(theme, self.tr("Naam van het recept"), self.tr("Bewaren"))
        in_form(self.naming.line, "naam van een recept")
        self._menu = QMenu(self)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.choice, 1)
        line.addWidget(self.save)
        line.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.naming)
        self.setFocusProxy(self.choice)
        self.choice.picked.connect(lambda identity: self.chosen.emit(str(identity)))
        self.save.clicked.connect(lambda: self.ask_name(""))
        self.more.clicked.connect(self._show_menu)
        self.naming.named.connect(self._on_named)

    def show_recipes(self, recipes: Sequence[tuple[str, str]], current: str, unsaved: str) -> None:
        """Show the saved recipes (id, name).

        ``current`` is in use; it is empty for the recipe of the kind itself, which is called ``unsaved``.
        """
        self.choice.set_choices([("", unsaved), *recipes])
        self.choice.set_value(current)
        self._name = dict(recipes).get(current, "")
        self.save.setVisible(not current)
        self.more.setVisible(bool(current))

    def ask_name(self, suggestion: str) -> None:
        """Ask under which name a copy of what is chosen now is to be kept."""
        self._renaming = False
        self.naming.ask(suggestion, self.choice)

    def ask_rename(self) -> None:
        """Ask how the recipe in use is to be called."""
        self._renaming = True
        self.naming.ask(self._name, self.choice)

    def ask_copy(self) -> None:
        """Ask how a copy of the recipe in use is to be called."""
        self.ask_name(self.tr("{name} (kopie)").format(name=self._name))

    def _on_named(self, name: str) -> None:
        (self.renamed if self._renaming else self.saved).emit(name)

    def _show_menu(self) -> None:
        self._menu.clear()
        add = self._menu.addAction
        add(self.tr("Kopiëren…")).triggered.connect(self.ask_copy)
        add(self.tr("Hernoemen…")).triggered.connect(self.ask_rename)
        add(self.tr("Naar voren in de lijst")).triggered.connect(lambda: self.move_asked.emit(-1))
        add(self.tr("Naar achteren in de lijst")).triggered.connect(lambda: self.move_asked.emit(1))
        self._menu.addSeparator()
        add(self.tr("Recept weggooien")).triggered.connect(self.removal_asked)
        self._menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))
