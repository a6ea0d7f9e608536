"""The page of the codebook: its tree on the left, and on the right the code that is looked at or what is asked."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import ScrollPage
from bouwstenen_app.ui.widgets.code_form import CodeForm
from bouwstenen_app.ui.widgets.code_merge import MergeQuestion
from bouwstenen_app.ui.widgets.code_question import NewCodeQuestion, NewDimensionQuestion, Question
from bouwstenen_app.ui.widgets.code_split import SplitQuestion
from bouwstenen_app.ui.widgets.code_tree import CodeTree
from bouwstenen_app.ui.widgets.codebook_import import ImportQuestion
from bouwstenen_app.ui.widgets.dimension_form import DimensionForm
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words

NARROWEST, WIDEST, FORM = 270, 430, 720
"""Pixels at 100 %: the tree is not narrower or wider; the form is not wider."""
SHARE: Final = 0.4
MOST: Final = 0.42
"""What the tree takes at most with large text: the form needs the rest."""
SCROLL_BAR: Final = 12
_TO_TREE: Final = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodebookPage(QWidget):
    """Lays out; ``form`` is what stands on the right when nothing is asked."""

    search_changed = Signal()
    new_dimension_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Zoek een code…"))
        self.search.setAccessibleName(self.tr("Zoek een code"))
        self.search.installEventFilter(self)
        self.tree = CodeTree(theme)
        self.nothing = words(
            self.tr("Geen code heeft dit in zijn naam, uitleg of andere woorden."), "muted", wrap=True
        )
        self.nothing.setContentsMargins(8, 8, 8, 8)
        self.new = KeyButton(theme, self.tr("Code"), "N", icon="plus", bound=False)
        self.new_dimension = KeyButton(theme, self.tr("Dimensie"), icon="plus")
        self.code = CodeForm(theme)
        self.dimension = DimensionForm(theme)
        self.ask_new = NewCodeQuestion(theme)
        self.ask_dimension = NewDimensionQuestion(theme)
        self.ask_merge = MergeQuestion(theme)
        self.ask_split = SplitQuestion(theme)
        self.ask_import = ImportQuestion(theme)
        self._form: QWidget = self.dimension
        self._right = QStackedWidget()
        self._pages: dict[QWidget, QWidget] = {}
        self._build()
        self.search.textChanged.connect(lambda _: self.search_changed.emit())
        self.new_dimension.clicked.connect(self.new_dimension_asked)
        self.code.refused.connect(lambda: QTimer.singleShot(0, self, self._show_refused))
        for question in self.questions:
            question.closed.connect(self.close_question)
        theme.changed.connect(self._fit)

    @property
    def questions(self) -> tuple[Question, ...]:
        """Everything that can be asked."""
        return self.ask_new, self.ask_dimension, self.ask_merge, self.ask_split, self.ask_import

    @property
    def asked(self) -> QWidget | None:
        """What is asked now, if anything."""
        return next((one for one in self.questions if self._right.currentWidget() is self._pages[one]), None)

    def show_tree(self, book: Codebook, uses: Mapping[str, int]) -> None:
        """Show the codes that the search field asks for."""
        found = self.tree.show_codebook(book, uses, self.search.text())
        none = found == 0 and bool(self.search.text().strip())
        self.nothing.setVisible(none)
        self.tree.setVisible(not none)

    def show_form(self, form: QWidget) -> None:
        """Let this be what stands on the right, behind what is asked."""
        self._form = form
        if self.asked is None:
            self._right.setCurrentWidget(self._pages[form])

    def ask(self, question: QWidget) -> None:
        """Bring a question to the front; its own ``ask`` fills it."""
        self._right.setCurrentWidget(self._pages[question])

    def close_question(self) -> None:
        """Put what is asked away."""
        self._right.setCurrentWidget(self._pages[self._form])
        self.focus()

    def focus(self) -> None:
        """Take the focus to the tree, or to the search when nothing is found."""
        shown = self.search if self.nothing.isVisibleTo(self) else self.tree
        shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Tell of edits that are still under way."""
        self.code.finish()
        self.dimension.finish()

    def _show_refused(self) -> None:
        page = self._pages[self.code]
        if isinstance(page, ScrollPage):
            page.ensureWidgetVisible(self.code.too_light)

    def _build(self) -> None:
        self._left = QFrame()
        self._left.setProperty("kind", "side-left")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(10, 12, 6, 8)
        column.setSpacing(8)
        self._field = QHBoxLayout()
        self._field.addWidget(self.search)
        column.addLayout(self._field)
        column.addWidget(self.tree, 1)
        column.addWidget(self.nothing)
        column.addStretch(0)
        buttons = FlowLayout(gap=8)
        buttons.addWidget(self.new)
        buttons.addWidget(self.new_dimension)
        column.addLayout(buttons)
        column.setAlignment(self.nothing, Qt.AlignmentFlag.AlignTop)
        for form in (self.code, self.dimension):
            self._add(form, scrolls=True)
        for question in self.questions:
            self._add(question, scrolls=False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addWidget(self._right, 1)
        self._fit()

    def _add(self, widget: QWidget, *, scrolls: bool) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(20, 16, 20, 16)
        row.addWidget(widget, 1000)
        row.addStretch(1)
        if scrolls:
            page: QWidget = ScrollPage(row)
        else:
            page = QWidget()
            page.setLayout(row)
        self._pages[widget] = page
        self._right.addWidget(page)

    def _fit(self) -> None:
        px = self._theme.px
        width = round(max(px(NARROWEST), min(px(WIDEST), self.width() * SHARE)))
        self._left.setFixedWidth(min(width, max(200, round(self.width() * MOST))))
        self._field.setContentsMargins(0, 0, px(SCROLL_BAR), 0)  # in line with the codes, beside their scroll bar
        for widget in self._pages:
            widget.setMaximumWidth(px(FORM))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _TO_TREE:
            self.focus()
            return True
        return super().eventFilter(watched, event)
