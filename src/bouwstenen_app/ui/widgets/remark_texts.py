"""The texts of a remark: what was written and what becomes of it, side by side, with what changed marked."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain.reviews import ADDITION, COMMENT, OPEN, Remark
from bouwstenen_app.domain.word_changes import Span, changed_words
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.marked_text import MarkedText
from bouwstenen_app.ui.widgets.words import words

COLUMN: Final = 250
"""Pixels at 100 % that a text needs to stand beside another one."""


class Part(NamedTuple):
    """One text with what it is, and the words in it that are marked."""

    label: str
    text: str
    marked: Sequence[Span] = ()
    struck: bool = False
    """What is marked was taken out."""


def parts_of(one: Remark) -> tuple[Part, ...]:
    """Return the texts that a person needs to decide on a remark, in reading order."""
    made = _of_comment if one.kind == COMMENT else _of_addition if one.kind == ADDITION else _of_change
    return tuple(part for part in made(one) if part.text)


def _of_comment(one: Remark) -> Iterator[Part]:
    yield Part(_tr("In antwoord op"), one.before)
    yield Part(_tr("Opmerking"), one.text)
    at = one.now.find(one.quote) if one.quote else -1
    if at >= 0 and one.quote != one.now.strip():
        yield Part(_tr("Staat hier nu"), one.now, ((at, at + len(one.quote)),))
    else:
        yield Part(_tr("Bij de woorden"), one.quote if at < 0 else "")
        yield Part(_tr("Staat hier nu"), one.now)


def _of_addition(one: Remark) -> Iterator[Part]:
    yield Part(_tr("Staat hier nu"), one.now or one.before)
    yield Part(_tr("Komt eronder"), one.after, ((0, len(one.after)),))


def _of_change(one: Remark) -> Iterator[Part]:
    gone, come = changed_words(one.before, one.after)
    yield Part(_tr("Stond in het document"), one.before, gone, struck=True)
    yield Part(_tr("Voorstel"), one.after or _tr("(deze tekst weglaten)"), come if one.after else ())
    if one.conflict:
        yield Part(_tr("Staat hier nu"), one.now or _tr("(niets)"), changed_words(one.before, one.now)[1])
    elif one.merged and one.outcome == OPEN:
        yield Part(_tr("Wordt, met wat hier veranderde"), one.merged, changed_words(one.now, one.merged)[1])


class RemarkTexts(QWidget):
    """Shows parts beside each other, or under each other where there is no room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self.shown: tuple[MarkedText, ...] = ()
        self._parts: tuple[Part, ...] = ()
        theme.changed.connect(self._fit)

    def show_parts(self, parts: Sequence[Part]) -> None:
        """Show these texts in the place of those before."""
        if tuple(parts) == self._parts:
            return
        self._parts = tuple(parts)
        while (item := self._row.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.shown = tuple(self._add(part) for part in parts)
        self.setVisible(bool(parts))
        self._fit()

    def _add(self, part: Part) -> MarkedText:
        one = QWidget(self)
        text = MarkedText(self._theme, size=15, struck=part.struck)
        column = QVBoxLayout(one)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(words(part.label, "label"))
        column.addWidget(text)
        column.addStretch(1)
        self._row.addWidget(one, 1)
        text.show_text(part.text, part.marked)  # only now: without a place it would be a window of its own
        text.setAccessibleName(f"{part.label}: {part.text}")
        return text

    def _fit(self) -> None:
        beside = self.width() >= self._theme.px(COLUMN) * len(self._parts)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._row.setSpacing(self._theme.px(24 if beside else 12))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Remarks", text)
