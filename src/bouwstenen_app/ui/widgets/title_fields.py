"""The title page of a report: what stands on it, typed by a person."""

from typing import Final

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.recipes import CONCEPT, READING, SETTLED, STATUSES, Kind, Recipe
from bouwstenen_app.ui.widgets.moment_fields import DateField
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

LONGEST: Final = 300


class TitleFields(QWidget):
    """Tells of every change, by the name of the field of a recipe."""

    typed = Signal(str, object)
    """Field and text, at every key."""
    finished = Signal()
    """The field was left."""
    changed = Signal(str, object)
    """Field and value, chosen in one go."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = {
            "title": Line(),
            "subtitle": Line(self.tr("Vanzelf, of typ er een")),
            "author": Line(self.tr("Organisatie of functie, geen naam")),
            "circulation": Line(self.tr("Bijvoorbeeld: stuurgroep")),
        }
        self.title = self.lines["title"]
        said = {
            CONCEPT: self.tr("Concept"),
            READING: self.tr("Meeleesversie"),
            SETTLED: self.tr("Vastgesteld"),
        }
        self.status = SegmentedControl([(key, said[key]) for key in STATUSES], self.tr("Status van het rapport"))
        self.reply_before = DateField()
        self._labels: dict[str, QWidget] = {}
        self._lay_out()
        for name, line in self.lines.items():
            line.textEdited.connect(lambda text, name=name: self.typed.emit(name, text))
            line.editingFinished.connect(self.finished)
        self.status.chosen.connect(lambda status: self.changed.emit("status", status))
        self.reply_before.dated.connect(lambda day: self.changed.emit("reply_before", day))

    def show_recipe(self, recipe: Recipe, kind: Kind, *, replies: bool, fresh: bool = False) -> None:
        """Show a recipe, without a signal; a line that is being typed in stays as it is, unless it is ``fresh``."""
        for name, line in self.lines.items():
            text = getattr(recipe, name)
            if (fresh or not line.hasFocus()) and line.text() != text:
                with QSignalBlocker(line):
                    line.setText(text)
        if recipe.status in STATUSES:
            self.status.choose(recipe.status)
        for widget in (self.status, self._labels["status"]):
            widget.setVisible(bool(kind.status))
        self.reply_before.set_date(recipe.reply_before)
        for widget in (self.reply_before, self._labels["reply_before"]):
            widget.setVisible(replies)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        fields: tuple[tuple[str, str, QWidget], ...] = (
            ("title", self.tr("Titel"), self.title),
            ("subtitle", self.tr("Ondertitel"), self.lines["subtitle"]),
            ("status", self.tr("Status"), self.status),
            ("author", self.tr("Opsteller"), self.lines["author"]),
            ("circulation", self.tr("Bestemd voor"), self.lines["circulation"]),
            ("reply_before", self.tr("Reageren vóór"), self.reply_before),
        )
        for name, said, widget in fields:
            label = self._labels[name] = words(said, "label")
            label.setContentsMargins(0, 10 if name != "title" else 0, 0, 2)
            label.setBuddy(widget)
            if name != "status":
                widget.setAccessibleName(said)
            column.addWidget(label)
            column.addWidget(widget)


class Line(QLineEdit):
    """A field that leaves Ctrl+E to the window: on Linux a field would go to the end of its line."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST)
        self.setPlaceholderText(hint)

    @override
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key(), event.modifiers()) == (Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        ):
            event.ignore()
            return True
        return super().event(event)
