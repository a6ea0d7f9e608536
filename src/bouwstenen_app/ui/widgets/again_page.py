"""A document is made again over a file that somebody worked in: per text, what becomes of what stands there."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.word_changes import Span, changed_words
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.cards import Card, ScrollPage
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.marked_text import MarkedText
from bouwstenen_app.ui.widgets.remark_texts import Part, RemarkTexts
from bouwstenen_app.ui.widgets.segmented import SegmentedControl
from bouwstenen_app.ui.widgets.words import words

AT_A_TIME: Final = 20
"""Texts that come in sight together: each is a card of its own."""
LONGEST, AROUND = 900, 200
"""Characters of a text that are shown, and of those before the first word that is other."""
ONE_BY_ONE: Final = "per tekst"
Key = Qt.Key


class Altered(NamedTuple):
    """One text that is other in the file than it would be now."""

    heading: str
    in_file: str
    here: str
    choices: tuple[tuple[str, str], ...]
    """What can be done with it, key and words; the first is the safest."""
    why: str = ""
    """Who changed it: in the file, here, or both."""


class AgainPage(QWidget):
    """Takes the place of what it asks about until there is an answer; nothing is written before that."""

    opened = Signal(bool)
    """It has something to ask, or no more."""
    accepted = Signal(tuple)
    """The key of what was chosen for each text, in their order."""
    other_asked = Signal()
    """The document is to go to another file."""
    read_asked = Signal()
    """What reviewers wrote in the file is to be read first."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._texts: tuple[Altered, ...] = ()
        self._chosen: list[str] = []
        self._title = words("", "title", wrap=True)
        self._warning = words("", "warn", wrap=True)
        self._how = words("", "muted", wrap=True)
        self.for_all: SegmentedControl | None = None
        self.choices: list[SegmentedControl] = []
        """Of the texts that are in sight."""
        self._all = QVBoxLayout()
        self._rows = QVBoxLayout()
        self.more = KeyButton(theme, "")
        self.go_on = KeyButton(theme, self.tr("Exporteren"), "Enter", kind=PRIMARY, bound=False)
        self.other = KeyButton(theme, self.tr("Ander bestand…"))
        self.read = KeyButton(theme, self.tr("Eerst teruglezen"))
        self.cancel = KeyButton(theme, self.tr("Annuleren"), "Esc", bound=False)
        self._build()

    @property
    def is_asking(self) -> bool:
        """Whether it waits for an answer."""
        return not self.isHidden()

    def ask(self, title: str, texts: Sequence[Altered], warning: str, *, unread: bool = False) -> None:
        """Show these texts; ``warning`` says what would be lost whatever is chosen, empty for nothing.

        ``unread`` when there are remarks of reviewers in the file that nobody read.
        """
        self._texts = tuple(texts)
        self._chosen = [text.choices[0][0] for text in texts]
        self._title.setText(title)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self._how.setText(self._explained())
        self._how.setVisible(bool(texts))
        self.read.setVisible(unread)
        _emptied(self._rows)
        self.choices = []
        self._offer_all()
        self._show_more()
        self._scroll.verticalScrollBar().setValue(0)
        self.opened.emit(True)
        if self.for_all is not None:
            self.for_all.focus_current()
        elif self.choices:
            self.choices[0].focus_current()
        else:
            (self.read if unread else self.other).setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Go on with what is chosen."""
        self.opened.emit(False)
        self.accepted.emit(tuple(self._chosen))

    def dismiss(self) -> None:
        """Ask no more: what it was about is another now."""
        if self.is_asking:
            self.opened.emit(False)

    def close_card(self) -> None:
        """Do not go on."""
        if self.is_asking:
            self.opened.emit(False)
            self.closed.emit()

    # -- how it is put together

    def _build(self) -> None:
        buttons = FlowLayout(gap=8)
        for button in (self.go_on, self.other, self.read, self.cancel):
            buttons.addWidget(button)
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 14, 12, 12)
        inner.setSpacing(10)
        for widget in (self._title, self._warning, self._how):
            inner.addWidget(widget)
        for layout in (self._all, self._rows):
            layout.setSpacing(10)
            inner.addLayout(layout)
        inner.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        inner.addStretch(1)
        self._scroll = ScrollPage(inner)
        foot = QWidget()
        foot.setLayout(buttons)
        buttons.setContentsMargins(16, 10, 12, 10)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(foot)
        self.more.clicked.connect(self._show_more)
        self.go_on.clicked.connect(self.accept)
        self.other.clicked.connect(lambda: self._leave_for(self.other_asked))
        self.read.clicked.connect(lambda: self._leave_for(self.read_asked))
        self.cancel.clicked.connect(self.close_card)

    def _leave_for(self, asked: SignalInstance) -> None:
        self.opened.emit(False)
        asked.emit()

    def _explained(self) -> str:
        """Return what can be chosen, in words that say what comes of it."""
        return self.tr(
            "Laten staan: de tekst blijft in het bestand zoals hij daar is. Overnemen: hij komt ook in Bouwstenen. "
            "Overschrijven: er komt te staan wat Bouwstenen nu zegt."
        )

    # -- the choices

    def _offer_all(self) -> None:
        """Offer one choice for all texts, when there are several."""
        _emptied(self._all)
        self.for_all = None
        if len(self._texts) < 2:
            return
        known = dict(choice for text in self._texts for choice in text.choices)
        choices = [*known.items(), (ONE_BY_ONE, self.tr("Per tekst kiezen"))]
        self.for_all = SegmentedControl(choices, self.tr("Wat met alle teksten gebeurt"))
        self.for_all.chosen.connect(self._on_all)
        self._all.addWidget(words(self.tr("Voor alle teksten"), "label"))
        self._all.addWidget(self.for_all)
        self._show_all()

    def _show_all(self) -> None:
        if self.for_all is not None:
            same = set(self._chosen)
            self.for_all.choose(next(iter(same)) if len(same) == 1 else ONE_BY_ONE)

    def _on_all(self, key: str) -> None:
        if key == ONE_BY_ONE:
            return
        for place, text in enumerate(self._texts):
            offered = [one for one, _ in text.choices]
            self._chosen[place] = key if key in offered else offered[0]
        for choice, chosen in zip(self.choices, self._chosen, strict=False):
            choice.choose(chosen)

    def _on_one(self, place: int, key: str) -> None:
        self._chosen[place] = key
        self._show_all()

    def _show_more(self) -> None:
        """Show the next texts; those out of sight keep what was chosen for all."""
        start = len(self.choices)
        for place, text in enumerate(self._texts[start : start + AT_A_TIME], start=start):
            self._rows.addWidget(self._row(place, text))
        rest = len(self._texts) - len(self.choices)
        texts = dutch.counted(rest, self.tr("tekst"), self.tr("teksten"))
        self.more.setText(self.tr("Nog {texts} tonen").format(texts=texts))
        self.more.updateGeometry()
        self.more.setVisible(rest > 0)
        if start and start < len(self.choices):
            self.choices[start].focus_current()

    def _row(self, place: int, text: Altered) -> QWidget:
        row = Card(parent=self._scroll.widget())
        row.setAccessibleName(text.heading)
        heading = MarkedText(self._theme, size=15, bold=True)
        row.column.addWidget(heading)
        heading.show_text(text.heading)
        if text.why:
            row.column.addWidget(words(text.why, "muted", wrap=True))
        shown = RemarkTexts(self._theme)
        row.column.addWidget(shown)
        shown.show_parts(self._parts(text))
        choice = SegmentedControl(
            text.choices, self.tr("Wat met deze tekst gebeurt: {name}").format(name=text.heading)
        )
        choice.choose(self._chosen[place])
        choice.chosen.connect(lambda key, place=place: self._on_one(place, key))
        self.choices.append(choice)
        row.column.addWidget(choice)
        return row

    def _parts(self, text: Altered) -> Sequence[Part]:
        gone, come = changed_words(text.here, text.in_file)
        nothing = self.tr("(niets)")
        in_file = Part(
            self.tr("In het bestand"), *(_excerpt(text.in_file, come) if text.in_file else (nothing, ()))
        )
        here = Part(self.tr("Zou er nu staan"), *_excerpt(text.here, gone))
        return (in_file, here) if text.here else (in_file,)

    # -- what Qt calls

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif event.key() in (Key.Key_Return, Key.Key_Enter):
            self.accept()
        elif event.key() == Key.Key_Escape:
            self.close_card()
        else:
            super().keyPressEvent(event)


class Instead(QStackedWidget):
    """Shows a question in the place of a page, while it waits for an answer."""

    def __init__(self, parts: Sequence[QWidget], question: AgainPage) -> None:
        """The page is made of these parts from top to bottom; the one in the middle takes the room."""
        super().__init__()
        self._page, self._question = QWidget(), question
        column = QVBoxLayout(self._page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for place, part in enumerate(parts):
            column.addWidget(part, int(place == len(parts) // 2))
        for widget in (self._page, question):
            self.addWidget(widget)
        question.opened.connect(self._on_opened)

    def _on_opened(self, asking: bool) -> None:
        self.setCurrentWidget(self._question if asking else self._page)
        self.updateGeometry()

    @override
    def minimumSizeHint(self) -> QSize:
        # What is not in sight takes no room from what stands above it.
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()


def _excerpt(text: str, marked: Sequence[Span]) -> tuple[str, Sequence[Span]]:
    """Return a text that is too long from a little before its first marked word on, with the places in that."""
    if len(text) <= LONGEST:
        return text, marked
    first = max(0, (marked[0][0] if marked else 0) - AROUND)
    start = text.find(" ", first) + 1 if first else 0
    before = "… " if start else ""
    cut = text[start : start + LONGEST]
    shift = len(before) - start
    inside = [(a + shift, min(b, start + LONGEST) + shift) for a, b in marked if a < start + LONGEST]
    return f"{before}{cut}{' …' if start + LONGEST < len(text) else ''}", inside


def _emptied(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
