"""Asks which existing code a tag means: type to find it, the arrows choose, Enter takes it."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QLineEdit, QListWidgetItem, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import THEME, Codebook
from bouwstenen_app.domain.completion import complete
from bouwstenen_app.domain.proposals import dimension_of
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.found_list import FoundList
from bouwstenen_app.ui.widgets.picker_rows import DEPTH_ROLE, DETAIL_ROLE
from bouwstenen_app.ui.widgets.words import words

CODE_ROLE: Final = int(Qt.ItemDataRole.UserRole)
MOST: Final = 8
"""How many codes are shown; who types finds the others."""
LOW, HIGH = 60, 190
"""Pixels at 100 %: the list is not lower or higher."""


class MapCard(Card):
    """Hidden until it is asked; Esc hides it again."""

    accepted = Signal(str, bool)
    """Id of the code, and whether the word is to be known from now on."""
    closed = Signal()

    def __init__(self, theme: Theme, book: Codebook, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._book = book
        self._near: Sequence[str] = ()
        self._dimension = THEME
        self._uses: Mapping[str, int] = {}
        self._title = words("", "strong", wrap=True)
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Zoek een code…"))
        self.search.setAccessibleName(self.tr("Zoek een code"))
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._on_accepted)
        self.search.installEventFilter(self)
        self.found = FoundList(theme, self.search, self.tr("Gevonden"))
        self.found.itemClicked.connect(lambda _: self._on_accepted())
        self._nothing = words(self.tr("Geen code heet zo. Met Esc en dan N maak je er een nieuwe van."), "muted")
        self._nothing.setWordWrap(True)
        self.learn = QCheckBox()
        self.accept = KeyButton(theme, self.tr("Koppelen"), "Return", kind=PRIMARY, bound=False)
        self.cancel = KeyButton(theme, self.tr("Annuleren"), "Esc", bound=False)
        self._build()
        theme.changed.connect(self._fit)
        self._fit()
        self.hide()

    def _build(self) -> None:
        buttons = FlowLayout(gap=10)
        buttons.addWidget(self.accept)
        buttons.addWidget(self.cancel)
        for widget in (self._title, self.search, self.found, self._nothing, self.learn):
            self.column.addWidget(widget)
        self.column.addLayout(buttons)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        self.accept.clicked.connect(self._on_accepted)
        self.cancel.clicked.connect(self.closed)

    def set_codebook(self, book: Codebook, uses: Mapping[str, int]) -> None:
        """Take another codebook, and how often each of its codes is used."""
        self._book, self._uses = book, uses

    def ask(self, tag: str, near: Sequence[str]) -> None:
        """Ask which code a tag means; before anything is typed the nearest codes are shown, or the most used."""
        self._near, self._dimension = near, dimension_of(tag)
        self._title.setText(self.tr("{tag} koppelen aan").format(tag=tag))
        self.learn.setText(self.tr("Voortaan is “{word}” een ander woord voor deze code").format(word=tag[1:]))
        self.learn.setChecked(True)
        self.search.clear()
        self._fill()
        self.show()
        self.search.setFocus()

    def _fill(self) -> None:
        typed = "-".join(self.search.text().split())
        self.found.clear()
        for code in self._fitting(typed):
            one = self._book.code(code)
            item = QListWidgetItem(one.name)
            item.setData(CODE_ROLE, code)
            above = self._book.by_id.get(one.parent or "")
            dimension = self._book.dimension(one.dimension).name.lower()
            item.setData(DETAIL_ROLE, " · ".join(filter(None, (dimension, above.name if above else ""))))
            item.setData(DEPTH_ROLE, 0)
            item.setToolTip(tip(one.definition))
            self.found.addItem(item)
        self.found.setCurrentRow(0)
        self.found.setVisible(self.found.count() > 0)
        self._nothing.setVisible(self.found.count() == 0)
        self.accept.setEnabled(self.found.count() > 0)

    def _fitting(self, typed: str) -> Sequence[str]:
        if not typed:
            of = [code.id for code in self._book.of(self._dimension) if not code.retired]
            return self._near or sorted(of, key=lambda code: -self._uses.get(code, 0))[:MOST]
        text = f"#{typed}"
        choices = complete(text, len(text), self._book, uses=self._uses, limit=MOST).choices
        return [choice.code for choice in choices if choice.code in self._book.by_id]

    def _fit(self) -> None:
        self.found.setMinimumHeight(self._theme.px(LOW))
        self.found.setMaximumHeight(self._theme.px(HIGH))

    def _on_accepted(self) -> None:
        if (item := self.found.currentItem()) is not None:
            self.accepted.emit(str(item.data(CODE_ROLE)), self.learn.isChecked())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.found.step(event):
            return True
        return super().eventFilter(watched, event)
