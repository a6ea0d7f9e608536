"""The capture line in its box: text with coloured tags, suggestions, sticky tags, warnings and pasted lines."""

import time
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.capture import Draft, read
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.domain.matching import names
from bouwstenen_app.domain.no_persons import names_of
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.capture_line import MOST_LINES, CaptureLine
from bouwstenen_app.ui.widgets.domain_mode import DomainMode
from bouwstenen_app.ui.widgets.like_row import LikeRow
from bouwstenen_app.ui.widgets.line_completion import LineCompletion, Uses
from bouwstenen_app.ui.widgets.line_pasting import LinePasting
from bouwstenen_app.ui.widgets.line_tags import put_behind, take_out
from bouwstenen_app.ui.widgets.line_words import described, odd
from bouwstenen_app.ui.widgets.offer_row import OfferRow
from bouwstenen_app.ui.widgets.paste_row import PasteRow
from bouwstenen_app.ui.widgets.privacy_watch import PrivacyWatch
from bouwstenen_app.ui.widgets.sticky_row import StickyRow
from bouwstenen_app.ui.widgets.table_mode import TableMode
from bouwstenen_app.ui.widgets.tag_highlighter import TagHighlighter
from bouwstenen_app.ui.widgets.words import words

DRAFT_REST: Final = 250
"""Milliseconds that half-typed text may be older than what was kept of it, also while someone types on."""
LOW_LINES: Final = 2
"""Lines of text that are seen at once in a low window; the others scroll."""
MOST_SUGGESTIONS: Final = 3
ROOM_FOR_KEYS: Final = 320
"""Pixels at 100 % from which the line says what its keys do."""
CROWDED: Final = 500
"""Pixels at 100 %: in a narrower box one line of hints at a time is enough."""


class CaptureBar(QWidget):
    """What is typed goes out as text; the place stores it and then says :meth:`clear`."""

    submitted = Signal(str, bool)
    """The text of the line, and whether the block is to be opened in the inspector."""
    lines_submitted = Signal(list)
    undo_asked = Signal()
    redo_asked = Signal()
    last_asked = Signal()
    """The block that was captured last is wanted back in the line."""
    editing_left = Signal()
    """Esc while a block was taken back: it stays as it was."""
    left = Signal()
    """To the list."""
    draft_rested = Signal(str)
    """Half-typed text, to be kept."""
    sticky_changed = Signal(list)
    text_changed = Signal(str)
    """Another text stands in the line, whether typed or put there."""
    like_taken = Signal()
    """The text is to be added to the block that is like it."""
    like_dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        book: Codebook,
        window: QWidget,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._book = book
        self._draft = Draft()
        self._read_text = ""
        self._seen = ""
        self._uses = Uses()
        self._editing = ""
        self.line = CaptureLine()
        self.line.setProperty("kind", "line")
        self.line.setAccessibleName(self.tr("Nieuwe bouwsteen"))
        self.line.setPlaceholderText(self.tr("Typ een bouwsteen…  @domein  #thema  !soort"))
        self.sticky = StickyRow(theme, book)
        self.paste = PasteRow(lambda line: described(line, self._book), self._pointing)
        self.like = LikeRow()
        self._suggestions, self._domains = OfferRow(theme), OfferRow(theme)
        self._keys = self._hints()
        self._note = words("", "warn", wrap=True)
        self._editing_note = words("", "muted", wrap=True)
        self._highlighter = TagHighlighter(self.line.document(), theme, book, lambda text: self._read(text).spans)
        self._completion = LineCompletion(self.line, theme, book, window)
        self._domain_mode = DomainMode(self.line, self._domains, self.sticky, lambda: self.draft.codes, clock=clock)
        self._domain_mode.set_codebook(book)
        self._table_question = words("", "muted", wrap=True)
        self._table_mode = TableMode(self.line, self._table_question, self.sticky)
        self._pasting = LinePasting(self.line, self.paste, self._say)
        self._workshops: tuple[Workshop, ...] = ()
        self.privacy = self._watched()
        self._rest = QTimer(self, singleShot=True, interval=DRAFT_REST)
        self._build()
        self._connect()

    @property
    def draft(self) -> Draft:
        """How the text of now is read."""
        return self._read(self.line.toPlainText())

    @property
    def note(self) -> str:
        """What is said under the line now."""
        return self._note.text()

    @property
    def editing(self) -> str:
        """The id of the block that was taken back into the line, or empty."""
        return self._editing

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook, and read the text anew."""
        self._book = book
        self._read_text = ""
        self.sticky.set_codebook(book)
        self._domain_mode.set_codebook(book)
        self._completion.set_codebook(book)
        self._highlighter.set_codebook(book)
        self.privacy.set_names(self._no_persons)

    def set_workshop(self, workshop: Workshop) -> None:
        """Take the session that is typed in: its places and organisations are no names of persons."""
        self._workshops = (workshop,)
        self.privacy.set_names(self._no_persons)

    def set_uses(self, uses: Uses) -> None:
        """Take the counts that put suggestions in order."""
        self._uses = uses
        self._completion.set_uses(uses)

    def set_tables(self, count: int) -> None:
        """Take how many tables the session has; 0 when nobody said."""
        self._table_mode.set_tables(count)

    def set_tight(self, *, tight: bool) -> None:
        """Take as little room as can be: the line scrolls sooner, and what only offers something goes."""
        self.line.set_most(LOW_LINES if tight else MOST_LINES)
        self.sticky.set_tight(tight=tight)

    @property
    def typed(self) -> tuple[str, int]:
        """What stands in the line, and where the cursor is."""
        return self.line.toPlainText(), self.line.textCursor().position()

    def type_again(self, typed: tuple[str, int]) -> None:
        """Put back what stood in the line, with the cursor where it was."""
        text, position = typed
        if self.line.toPlainText() != text:
            self.put(text)
        cursor = self.line.textCursor()
        cursor.setPosition(min(position, len(self.line.toPlainText())))
        self.line.setTextCursor(cursor)

    def set_paused(self, paused: bool) -> None:
        """Take nothing for a moment, not even half-typed text; what stands in the line stays."""
        self.line.setReadOnly(paused)
        self._pause_note.setVisible(paused)

    def put(self, text: str) -> None:
        """Put a text in the line, to go on with; its last tag brings no suggestions until someone types."""
        self.line.put(text)
        self._completion.close()
        self._say(self._warning(self.draft))
        self._rest.stop()

    def edit(self, block: str, text: str, note: str) -> None:
        """Take a block back into the line: Enter changes it, Esc leaves it."""
        self._editing = block
        self.put(text)
        self._editing_note.setText(note)
        self._editing_note.setVisible(True)

    def clear(self) -> None:
        """Empty the line after its text was stored; that it is empty is told as half-typed text, in a moment."""
        self._stop_editing()
        self._say("")
        self.line.put("")

    def warn(self, sentence: str) -> None:
        """Say something under the line until the text changes."""
        self._say(sentence)

    def say_like(self, sentence: str) -> None:
        """Say which block is like what is typed; empty says nothing."""
        self.like.offer(sentence)
        self._offer_suggestions(self.draft)

    def flush_draft(self) -> None:
        """Tell of half-typed text now, if that is still to come."""
        if self._rest.isActive():
            self._rest.stop()
            self.draft_rested.emit(self.line.toPlainText())

    # -- how it is put together

    def _build(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(17, 12, 17, 10)
        column.setSpacing(8)
        column.addWidget(self.line)
        self._pause_note = words(
            self.tr("Even niet vastleggen. Wat nu wordt verteld, komt niet op papier. Ctrl F6: weer verder."),
            "warn",
            wrap=True,
        )
        asked = (self._suggestions, self._domains, self._table_question, self.paste)
        for row in (self._pause_note, self._editing_note, self._note, self.like, *asked):
            row.setVisible(False)
            column.addWidget(row)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.sticky, 1, Qt.AlignmentFlag.AlignVCenter)
        for label in self._keys:
            foot.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(foot)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def _watched(self) -> PrivacyWatch:
        watch = PrivacyWatch(self.line, self._theme, lambda row: self._column.insertWidget(1, row), least=CROWDED)
        watch.set_names(self._no_persons)
        return watch

    def _hints(self) -> list[QLabel]:
        pairs = (("⇧ ⏎", self.tr("toelichting")), ("⏎", self.tr("vastleggen")))
        return [label for key, does in pairs for label in (words(key, "key"), words(does, "muted"))]

    def _connect(self) -> None:
        line = self.line
        self._rest.timeout.connect(lambda: self.draft_rested.emit(self.line.toPlainText()))
        line.textChanged.connect(self._on_text_changed)
        line.entered.connect(self._on_entered)
        line.installEventFilter(self)
        line.escaped.connect(self._on_escaped)
        line.last_asked.connect(self.last_asked)
        line.undo_asked.connect(self.undo_asked)
        line.redo_asked.connect(self.redo_asked)
        line.favourite_asked.connect(self.sticky.toggle_favourite)
        line.suggestion_asked.connect(self._on_suggestion_asked)
        line.like_asked.connect(self.like_taken)
        self.like.taken.connect(self.like_taken)
        self.sticky.changed.connect(self.sticky_changed)
        self.privacy.shown.connect(lambda: self._offer_suggestions(self.draft))
        self._suggestions.taken.connect(self._add_tag)
        self._domain_mode.tag_asked.connect(self._add_tag)
        self._domain_mode.untag_asked.connect(self._take_tag_out)
        self.paste.lines_accepted.connect(self.lines_submitted)
        self._table_mode.hinted.connect(self._say)
        self._theme.changed.connect(self._highlighter.rehighlight)

    # -- reading

    def _read(self, text: str) -> Draft:
        if text != self._read_text:
            self._draft = read(text, self._book, uses=self._uses.session)
            self._read_text = text
        return self._draft

    def _on_text_changed(self) -> None:
        text = self.line.toPlainText()
        if text == self._seen:
            return
        self._seen = text
        if not self._rest.isActive():
            self._rest.start()  # not anew at each key: who types on without a pause would never be kept
        if not text:
            # An empty line is a new line: what is typed in it must never take the place of an older block.
            self._stop_editing()
        draft = self._read(text)
        if self.line.document().blockCount() > 1:
            self._highlighter.rehighlight()
        self._offer_suggestions(draft)
        self._say(self._warning(draft))
        self.text_changed.emit(text)

    def _warning(self, draft: Draft) -> str:
        return ("" if self.line.choosing else odd(draft)) or self._table_mode.hint(draft.table)

    def _offer_suggestions(self, draft: Draft) -> None:
        hinted = bool(self.like.sentence) or self.privacy.warns
        crowded = hinted and self.width() < self._theme.px(CROWDED)
        found = () if crowded else draft.suggestions[:MOST_SUGGESTIONS]
        codes = [self._book.code(suggestion.code) for suggestion in found]
        chips = [(f"+ {self._book.dimension(code.dimension).prefix} {code.name}", code) for code in codes]
        self._suggestions.offer(self.tr("Genoemd:"), chips, "Alt →")

    def _say(self, sentence: str) -> None:
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    # -- what the keys ask

    def _on_entered(self, opened: bool) -> None:
        self._table_mode.leave()
        if not self._pause_note.isHidden():
            return
        if self.draft.only_table and not self._editing:
            number = self.draft.table
            self.clear()
            self._table_mode.keep(number or 0)
        elif not self.draft.empty:
            self._domain_mode.leave()
            self.submitted.emit(self.line.toPlainText(), opened)

    def _on_escaped(self) -> None:
        if self._completion.close():
            return
        if self._domain_mode.on or self._table_mode.on:
            self._domain_mode.leave()
            self._table_mode.leave()
        elif self.like.sentence:
            self.like_dismissed.emit()
        elif self._editing:
            self.clear()
            self.editing_left.emit()
        else:
            self.left.emit()

    def _on_suggestion_asked(self) -> None:
        if found := self.draft.suggestions:
            self._add_tag(found[0].code)

    def _add_tag(self, code: str) -> None:
        put_behind(self.line, names(self._book).spelling(code))

    def _take_tag_out(self, code: str) -> None:
        span = next((span for span in self.draft.spans if span.code == code), None)
        if span is not None:
            take_out(self.line, span)

    def _pointing(self, lines: Sequence[str]) -> str:
        """Say what in pasted lines points to a person; it stops nothing."""
        from bouwstenen_app.services.import_noticing import in_lines  # typing in an early page does not wait for it

        return " ".join(in_lines(lines, self._no_persons()))

    def _no_persons(self) -> list[str]:
        return [*names_of(self._workshops, self._book)]

    def _stop_editing(self) -> None:
        self._editing = ""
        self._editing_note.setVisible(False)

    # -- what Qt calls

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()  # the edge of the box says whether the line has the focus
        return super().eventFilter(watched, event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for label in self._keys:
            label.setVisible(self.width() >= self._theme.px(ROOM_FOR_KEYS))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.line.setFocus()
        super().mousePressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = 2.0 if self.line.hasFocus() else 1.0
        painter.setPen(QPen(self._theme.colour("focus" if thick > 1 else "line-strong"), thick))
        painter.setBrush(self._theme.colour("surface"))
        radius = self._theme.px(10)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()
