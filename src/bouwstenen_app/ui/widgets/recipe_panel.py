"""The recipe of a report: its title page, which sessions and blocks, which parts, and the look."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import WARM, Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

ID_ROLE: Final = int(Qt.ItemDataRole.UserRole)
ONLY_FREE, WITH_INTERNAL = "vrij", "intern"
STATUSES: Final = ("concept", "meeleesversie", "vastgesteld")
LONGEST: Final = 300
LIST_ROWS: Final = 6
ROW_GAP: Final = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a person chose in the panel."""

    title: str
    subtitle: str
    status: str
    author: str
    circulation: str
    workshops: tuple[str, ...]
    """Ids of sessions; empty for all."""
    release: str
    """``vrij`` for only what is free, ``intern`` for internal blocks too."""
    sections: tuple[str, ...]


class RecipePanel(QWidget):
    """Tells of every change; what is chosen is asked from it."""

    changed = Signal()
    template_asked = Signal()
    """Another Word template is wanted."""
    own_template_dropped = Signal()
    """Back to the template of the program."""

    def __init__(self, theme: Theme, sections: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sections = {key: QCheckBox(name) for key, name in sections.items()}
        self.title = _line()
        self.subtitle = _line(self.tr("Vanzelf: aantal bouwstenen en sessies"))
        self.author = _line(self.tr("Organisatie of functie, geen naam"))
        self.circulation = _line(self.tr("Bijvoorbeeld: stuurgroep"))
        self.status = SegmentedControl(
            [(key, self._status_words(key)) for key in STATUSES], self.tr("Status van het rapport")
        )
        self.release = SegmentedControl(
            [(ONLY_FREE, self.tr("Alleen vrij")), (WITH_INTERNAL, self.tr("Ook intern"))],
            self.tr("Welke bouwstenen"),
        )
        self.everything = QCheckBox(self.tr("Alle sessies"))
        self.workshops = QListWidget()
        self.workshops.setAccessibleName(self.tr("Sessies in het rapport"))
        self.workshops.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.workshops.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.workshops.setWordWrap(True)
        self.workshops.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.workshops.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.workshops.setSpacing(ROW_GAP)
        self.workshops.installEventFilter(self)
        self._left_out = words("", "warn", wrap=True)
        self._warning = Card(kind=WARM)
        self._warning.column.addWidget(self._left_out)
        self._warning.hide()
        self._template = words("", wrap=True)
        self.choose_template = KeyButton(theme, self.tr("Ander sjabloon…"), icon="folder")
        self.drop_template = KeyButton(theme, self.tr("Standaard"))
        self.drop_template.setToolTip(self.tr("Terug naar het sjabloon van het programma"))
        self._lay_out()
        self._connect()

    def chosen(self) -> Chosen:
        """Return what is chosen now."""
        return Chosen(
            title=self.title.text().strip(),
            subtitle=self.subtitle.text().strip(),
            status=self.status.current,
            author=self.author.text().strip(),
            circulation=self.circulation.text().strip(),
            workshops=() if self.everything.isChecked() else self._ticked(),
            release=self.release.current,
            sections=tuple(key for key, box in self._sections.items() if box.isChecked()),
        )

    def choose(self, chosen: Chosen) -> None:
        """Show an earlier choice, without a signal."""
        for line, text in (
            (self.title, chosen.title),
            (self.subtitle, chosen.subtitle),
            (self.author, chosen.author),
            (self.circulation, chosen.circulation),
        ):
            with QSignalBlocker(line):
                line.setText(text)
        self.status.choose(chosen.status if chosen.status in STATUSES else STATUSES[0])
        self.release.choose(WITH_INTERNAL if chosen.release == WITH_INTERNAL else ONLY_FREE)
        for key, box in self._sections.items():
            with QSignalBlocker(box):
                box.setChecked(key in chosen.sections)
        with QSignalBlocker(self.everything):
            self.everything.setChecked(not chosen.workshops)
        self._tick(chosen.workshops)

    def show_workshops(self, workshops: Sequence[Workshop]) -> None:
        """Offer these sessions; what was ticked stays so."""
        ticked = set(self._ticked())
        with QSignalBlocker(self.workshops):
            self.workshops.clear()
            for workshop in workshops:
                item = QListWidgetItem(workshop.title, self.workshops)
                item.setData(ID_ROLE, workshop.id)
                item.setToolTip(workshop.title)
                item.setFlags(
                    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
                )
                item.setCheckState(_state(workshop.id in ticked or self.everything.isChecked()))
        self._fit()

    def show_left_out(self, text: str) -> None:
        """Say what is kept out of the report; empty when nothing is."""
        self._left_out.setText(text)
        self._warning.setVisible(bool(text))

    def show_template(self, template: Path | None) -> None:
        """Say which template gives the look: a file of the user, or that of the program."""
        own = template is not None
        self._template.setText(template.name if template is not None else self.tr("Standaard van Bouwstenen"))
        self._template.setToolTip(str(template) if own else "")
        self.drop_template.setVisible(own)

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 18)
        column.setSpacing(4)
        fields: list[tuple[str, list[QWidget]]] = [
            (self.tr("Titel"), [self.title]),
            (self.tr("Ondertitel"), [self.subtitle]),
            (self.tr("Status"), [self.status]),
            (self.tr("Opsteller"), [self.author]),
            (self.tr("Bestemd voor"), [self.circulation]),
            (self.tr("Welke sessies?"), [self.everything, self.workshops]),
            (self.tr("Welke bouwstenen?"), [self.release, self._warning]),
            (self.tr("Onderdelen"), list(self._sections.values())),
        ]
        for label, widgets in fields:
            self._add(column, label, widgets)
        self._add(column, self.tr("Huisstijl (Word-sjabloon)"), [self._template])
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.choose_template)
        buttons.addWidget(self.drop_template)
        column.addLayout(buttons)
        column.addStretch(1)

    def _add(self, column: QVBoxLayout, label: str, widgets: Sequence[QWidget]) -> None:
        name = words(label, "label")
        name.setContentsMargins(0, 10, 0, 2)
        name.setBuddy(widgets[0])
        column.addWidget(name)
        for widget in widgets:
            if isinstance(widget, QLineEdit):
                widget.setAccessibleName(label)
            column.addWidget(widget)

    def _connect(self) -> None:
        for line in (self.title, self.subtitle, self.author, self.circulation):
            line.textChanged.connect(self._on_changed)
        for box in self._sections.values():
            box.toggled.connect(self._on_changed)
        self.status.chosen.connect(self._on_changed)
        self.release.chosen.connect(self._on_changed)
        self.everything.toggled.connect(self._on_everything)
        self.workshops.itemChanged.connect(self._on_item)
        self.choose_template.clicked.connect(self.template_asked)
        self.drop_template.clicked.connect(self.own_template_dropped)
        self._theme.changed.connect(self._fit)

    def _status_words(self, status: str) -> str:
        return {"concept": self.tr("Concept"), "meeleesversie": self.tr("Meeleesversie")}.get(
            status, self.tr("Vastgesteld")
        )

    def _fit(self) -> None:
        self.workshops.ensurePolished()
        self.workshops.doItemsLayout()
        shown = self._items()[:LIST_ROWS]
        high = sum(self.workshops.visualItemRect(item).height() + 2 * ROW_GAP for item in shown)
        self.workshops.setFixedHeight(high + 2)
        self.workshops.setVisible(bool(shown))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A long title takes a second line when the list is narrow.
        if isinstance(event, QResizeEvent) and event.size().width() != event.oldSize().width():
            self._fit()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ what is ticked

    def _items(self) -> list[QListWidgetItem]:
        return [self.workshops.item(row) for row in range(self.workshops.count())]

    def _ticked(self) -> tuple[str, ...]:
        return tuple(
            str(item.data(ID_ROLE)) for item in self._items() if item.checkState() == Qt.CheckState.Checked
        )

    def _tick(self, workshops: Sequence[str]) -> None:
        with QSignalBlocker(self.workshops):
            for item in self._items():
                item.setCheckState(_state(not workshops or item.data(ID_ROLE) in workshops))

    def _on_everything(self, on: bool) -> None:
        if on:
            self._tick(())
        elif len(self._ticked()) == self.workshops.count():
            with QSignalBlocker(self.workshops):
                for item in self._items()[1:]:
                    item.setCheckState(_state(False))
        self._on_changed()

    def _on_item(self, _item: QListWidgetItem) -> None:
        everything = len(self._ticked()) == self.workshops.count()
        with QSignalBlocker(self.everything):
            self.everything.setChecked(everything)
        self._on_changed()

    def _on_changed(self, *_: object) -> None:
        self.changed.emit()


class _Line(QLineEdit):
    """A field that leaves Ctrl+E to the window: on Linux a field would go to the end of its line."""

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


def _line(hint: str = "") -> QLineEdit:
    line = _Line()
    line.setMaxLength(LONGEST)
    line.setPlaceholderText(hint)
    return line


def _state(on: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
