"""Asks with which code another is brought together, and says beforehand what that does."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidgetItem, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.codebook import Code, Codebook, folded
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.code_question import Question
from bouwstenen_app.ui.widgets.found_list import FoundList
from bouwstenen_app.ui.widgets.picker_rows import DEPTH_ROLE, DETAIL_ROLE
from bouwstenen_app.ui.widgets.words import words

CODE_ROLE: Final = int(Qt.ItemDataRole.UserRole)


class MergeQuestion(Question):
    """Type to find the code, the arrows choose, Enter brings them together."""

    accepted = Signal(str, str)
    """Id of the code that goes, id of the one that stays."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.accept.setText(self.tr("Samenvoegen"))
        self._code: Code | None = None
        self._count = 0
        self._others: list[Code] = []
        self._book: Codebook | None = None
        self._uses: Mapping[str, int] = {}
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(self.tr("Zoek de code die blijft…"))
        self.found = FoundList(theme, self.search, self.tr("Gevonden"))
        self.nothing = words(self.tr("In deze dimensie heet geen andere code zo."), "muted", wrap=True)
        self.outcome = words("", "", wrap=True)
        self.add_field(self.tr("Samen met"), self.search)
        self.column.addWidget(self.found, 1)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.outcome)
        self.add_buttons()
        self.search.textChanged.connect(self._fill)
        self.search.returnPressed.connect(self._on_accepted)
        self.search.installEventFilter(self)
        self.found.currentItemChanged.connect(lambda *_: self._say())
        self.found.itemDoubleClicked.connect(lambda _: self._on_accepted())
        self.accept.clicked.connect(self._on_accepted)

    def ask(self, book: Codebook, code: Code, uses: Mapping[str, int]) -> None:
        """Ask about a code; the others of its dimension are offered, those beside it first."""
        self._book, self._code, self._uses = book, code, uses
        others = [one for one in book.of(code.dimension) if one.id != code.id and not one.retired]
        self._others = sorted(others, key=lambda one: one.parent != code.parent)
        self.title.setText(self.tr("“{name}” samenvoegen").format(name=code.name))
        self.told.setText(
            self.tr("De bouwstenen krijgen de andere code. Deze code vervalt; zijn naam blijft als ander woord.")
        )
        self.search.clear()
        self._fill()
        self.search.setFocus()

    def _fill(self) -> None:
        wanted = folded(self.search.text())
        self.found.clear()
        for code in self._others:
            texts = (code.name, *code.synonyms, *code.abbreviations)
            if self._book is not None and any(wanted in folded(text) for text in texts):
                above = self._book.by_id.get(code.parent or "")
                count = dutch.counted(self._uses.get(code.id, 0), self.tr("bouwsteen"), self.tr("bouwstenen"))
                item = QListWidgetItem(code.name)
                item.setData(CODE_ROLE, code.id)
                item.setData(DETAIL_ROLE, " · ".join(filter(None, (above.name if above else "", count))))
                item.setData(DEPTH_ROLE, 0)
                item.setToolTip(tip(code.definition))
                self.found.addItem(item)
        self.found.setCurrentRow(0)
        none = self.found.count() == 0
        self.found.setVisible(not none)
        self.nothing.setVisible(none)
        self.accept.setEnabled(not none)
        self._say()

    def _say(self) -> None:
        if self.found.currentRow() < 0 or self._code is None:
            self.outcome.clear()
            return
        item = self.found.currentItem()
        blocks = dutch.counted(self._uses.get(self._code.id, 0), self.tr("bouwsteen"), self.tr("bouwstenen"))
        self.outcome.setText(
            self.tr("{blocks} van “{old}” krijgen de code “{new}”.").format(
                blocks=blocks[:1].upper() + blocks[1:], old=self._code.name, new=item.text()
            )
        )

    def _on_accepted(self) -> None:
        if self.found.currentRow() >= 0 and self._code is not None:
            self.accepted.emit(self._code.id, str(self.found.currentItem().data(CODE_ROLE)))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.found.step(event):
            return True
        return super().eventFilter(watched, event)
