"""The parts of a report: on or off, in an order, each with a text of the writer's own under its heading."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import IconButton
from bouwstenen_app.ui.widgets.edited_text import EditedText
from bouwstenen_app.ui.widgets.privacy_watch import Names, watched
from bouwstenen_app.ui.widgets.words import words

LINES, MOST_LINES = 3, 14
"""Lines that a text is shown on at least, and at most before it scrolls."""


class SectionRows(QWidget):
    """Tells what a person does; what is shown comes from outside."""

    changed = Signal(tuple)
    """The parts that are on, in their order."""
    arranged = Signal()
    """The parts stand in another order, or there are others."""
    text_edited = Signal(str, str)
    """Part, and the text that the writer wants under its heading."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.rows: dict[str, SectionRow] = {}
        self._names: Names = tuple
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_no_persons(self, names: Names) -> None:
        """Take what gives the names that are no person's."""
        self._names = names
        for row in self.rows.values():
            row.privacy.set_names(names)

    def show_parts(self, names: Mapping[str, str], chosen: Sequence[str]) -> None:
        """Show these parts (key → name) in this order, with those that are on; texts that are open stay so."""
        for key in [key for key in self.rows if key not in names]:
            row = self.rows.pop(key)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        for key, name in names.items():
            row = self.rows.get(key) or self._made(key, name)
            row.set_on(key in chosen)
        if list(names) != self.order():
            self._arrange(list(names))
        else:
            self.arranged.emit()

    def show_texts(self, texts: Mapping[str, str]) -> None:
        """Show the texts of the writer, by part."""
        for key, row in self.rows.items():
            row.set_text(texts.get(key, ""))

    def finish(self) -> None:
        """Tell of an edit under way now."""
        for row in self.rows.values():
            row.text.finish()

    def open_text(self, key: str) -> None:
        """Open the text under the heading of a part, to write in."""
        if key in self.rows:
            self.rows[key].open_text()

    def order(self) -> list[str]:
        """Return the parts from top to bottom."""
        return sorted(self.rows, key=lambda key: self._column.indexOf(self.rows[key]))

    def _made(self, key: str, name: str) -> "SectionRow":
        row = SectionRow(self._theme, name)
        row.privacy.set_names(self._names)
        self.rows[key] = row
        self._column.addWidget(row)
        row.toggled.connect(self._tell)
        row.move_asked.connect(lambda step: self._move(key, step))
        row.dragged.connect(lambda y: self._drag(key, y))
        row.dropped.connect(self._tell)
        row.edited.connect(lambda text: self.text_edited.emit(key, text))
        return row

    def _arrange(self, order: Sequence[str]) -> None:
        focused = QApplication.focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        for key in order:
            self._column.removeWidget(self.rows[key])
        for key in order:
            self._column.addWidget(self.rows[key])
        self.arranged.emit()
        if focused is not None and inside:
            focused.setFocus()

    def _move(self, key: str, step: int) -> None:
        order = self.order()
        place = order.index(key)
        new = max(0, min(len(order) - 1, place + step))
        if new != place:
            order.insert(new, order.pop(place))
            self._arrange(order)
            said = self.tr("{name}: plaats {n} van {all}").format(
                name=self.rows[key].name, n=new + 1, all=len(order)
            )
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
            self._tell()

    def _drag(self, key: str, y: int) -> None:
        """Put a row where the pointer is, while it is dragged."""
        at = self.mapFromGlobal(QPoint(0, y)).y()
        order = self.order()
        others = [one for one in order if one != key]
        new = sum(self.rows[one].geometry().center().y() < at for one in others)
        if new != order.index(key):
            others.insert(new, key)
            self._arrange(others)

    def _tell(self) -> None:
        self.changed.emit(tuple(key for key in self.order() if self.rows[key].box.isChecked()))


class SectionRow(QFrame):
    """One part: a handle to drag, a box, its name, and under it the text of the writer when that is open."""

    toggled = Signal()
    move_asked = Signal(int)
    """So many places down, or up."""
    dragged = Signal(int)
    """The handle is held at this height of the screen."""
    dropped = Signal()
    edited = Signal(str)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.box = QCheckBox()
        self.box.setAccessibleName(name)
        self.box.setAccessibleDescription(self.tr("Alt met pijl omhoog of omlaag verplaatst dit onderdeel"))
        self.box.installEventFilter(self)
        self._words = words(name, wrap=True)
        self._words.installEventFilter(self)
        self._handle = _Handle(theme)
        self.write = IconButton(theme, "edit", "", size=15)
        self.write.setCheckable(True)
        self.text = EditedText(least=LINES, most=MOST_LINES)
        self.text.setPlaceholderText(self.tr("Je eigen tekst, meteen onder deze kop"))
        self.text.setAccessibleName(self.tr("Eigen tekst bij {name}").format(name=name))
        self.text.hide()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for widget, stretch in ((self._handle, 0), (self.box, 0), (self._words, 1), (self.write, 0)):
            line.addWidget(widget, stretch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.text)
        self.privacy = watched(self.text, theme, column, tuple)
        self.box.toggled.connect(lambda _: self.toggled.emit())
        self.write.toggled.connect(self._on_write)
        self.text.edited.connect(self._on_edited)
        self._handle.dragged.connect(self.dragged)
        self._handle.dropped.connect(self.dropped)
        self._say()

    def set_on(self, on: bool) -> None:
        """Show whether the part is on, without a signal."""
        with QSignalBlocker(self.box):
            self.box.setChecked(on)

    def set_text(self, text: str) -> None:
        """Show the text of the writer, without a signal."""
        self.text.set_text(text)
        self._say()

    def open_text(self) -> None:
        """Open the text, and put the cursor behind it."""
        self.write.setChecked(True)
        self.text.setFocus()
        self.text.to_end()

    def _on_write(self, on: bool) -> None:
        self.text.setVisible(on)
        if on:
            self.text.setFocus()
        self._say()

    def _on_edited(self, text: str) -> None:
        self._say()
        self.edited.emit(text)

    def _say(self) -> None:
        written = bool(self.text.toPlainText().strip())
        said = (
            self.tr("Eigen tekst bij {name}: bekijken en veranderen")
            if written
            else self.tr("Eigen tekst schrijven bij {name}")
        )
        self.write.set_name(said.format(name=self.name))
        self.write.set_icon("file" if written else "edit", "accent" if written else "text-soft")

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is self.box:
            if event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in steps:
                self.move_asked.emit(steps[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.open_text()
                return True
        if event.type() == QEvent.Type.MouseButtonRelease and watched is self._words:
            self.box.click()
        return super().eventFilter(watched, event)


class _Handle(QLabel):
    """Six dots to drag a row by; keys do the same on its box."""

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setToolTip(self.tr("Sleep om te verplaatsen (of Alt met ↑ of ↓)"))
        self._draw()
        theme.changed.connect(self._draw)

    def _draw(self) -> None:
        self.setPixmap(self._theme.pixmap("drag", "text-muted", 14, self))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.dragged.emit(event.globalPosition().toPoint().y())

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.dropped.emit()
