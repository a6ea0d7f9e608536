"""Colours the markers of the capture line while they are typed."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument
from typing_extensions import override

from bouwstenen_app.domain.capture import Span
from bouwstenen_app.domain.codebook import Codebook
from bouwstenen_app.ui.theme import Theme


class TagHighlighter(QSyntaxHighlighter):
    """Paints what ``spans_of`` finds in the whole text: a domain in its colour, an unknown tag underlined."""

    def __init__(
        self, document: QTextDocument, theme: Theme, book: Codebook, spans_of: Callable[[str], Sequence[Span]]
    ) -> None:
        super().__init__(document)
        self._theme = theme
        self._book = book
        self._spans_of = spans_of

    def set_codebook(self, book: Codebook) -> None:
        """Take another codebook, and colour anew."""
        self._book = book
        self.rehighlight()

    def _format(self, span: Span) -> QTextCharFormat:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        code = self._book.by_id.get(span.code or "")
        if span.role == "unknown":
            form.setForeground(self._theme.colour("text-muted"))
            form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            form.setUnderlineColor(self._theme.colour("line-dashed"))
        elif span.role in ("domain", "kind") and code is not None:
            tone = self._theme.tone(code.colour, code.colour_dark, code.colour_tint)
            form.setForeground(QColor(tone.stripe if self._theme.dark else tone.ink))
        elif span.role == "marker":
            form.setForeground(self._theme.colour("text-muted"))
        else:
            form.setForeground(self._theme.colour("accent"))
        return form

    @override
    def highlightBlock(self, text: str) -> None:
        whole = self.document().toPlainText()
        wide = not whole.isascii() and max(whole) > "\uffff"
        here = self.currentBlock().position()
        for span in self._spans_of(whole):
            start, end = span.start, span.end
            if wide:
                start, end = units(whole[:start]), units(whole[:end])
            first, last = max(start - here, 0), min(end - here, units(text))
            if first < last:
                self.setFormat(first, last - first, self._format(span))


def units(text: str) -> int:
    """Return how long Qt finds a text: in UTF-16 units, where an emoji counts for two."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def from_units(text: str, place: int) -> int:
    """Return the place in the text of a place in UTF-16 units."""
    if text.isascii():
        return place
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * place].decode("utf-16-le", "replace"))
