"""The privacy guard of a text field: underlines what may point to a person, says it, and replaces it by a role."""

import datetime
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.privacy import NAME, RED, WORDS, Finding, findings
from bouwstenen_app.domain.privacy_roles import Offer, offers
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.privacy_row import PrivacyRow, Said
from bouwstenen_app.ui.widgets.tag_highlighter import from_units, units


class PrivacyGuard(QObject):
    """Puts a wave under red findings and dots under amber ones; the marks move along with the text."""

    shown = Signal()
    """The row is there now, or gone."""

    def __init__(
        self, field: QPlainTextEdit, theme: Theme, show_row: Callable[[QWidget], None], *, least: int = 0
    ) -> None:
        super().__init__(field)
        self._least = least
        self._field = field
        self._theme = theme
        self._show_row = show_row
        self._row: PrivacyRow | None = None
        self._names: Callable[[], Collection[str]] = tuple
        self._known: frozenset[str] | None = None
        self._current: Finding | None = None
        self._offers: tuple[Offer, ...] = ()
        self._marked = 0
        self._told = ""
        self.text = ""
        """The text that was looked at last."""
        self.findings: Sequence[Finding] = ()
        """What was found in it, in order."""
        theme.changed.connect(self._on_theme_changed)

    @property
    def said(self) -> Said:
        """What the row under the field shows now."""
        return self._row.said if self._row else Said()

    def set_names(self, names: Callable[[], Collection[str]]) -> None:
        """Take what gives the names that are no person's, and look again if something was found."""
        self._names, self._known = names, None
        if self.findings:
            self.look()

    def look(self) -> None:
        """Look at the text of the field now."""
        self.text = self._field.toPlainText()
        self.findings = [one for one in findings(self.text) if not self._is_known(one)]
        self._current = None
        self._paint()
        self.show_current()

    def show_current(self) -> None:
        """Say what is found at the cursor, or else the first red finding, or the first."""
        finding = self._at_cursor()
        if finding is not None and finding == self._current:
            return
        before = [one.words for one in self._offers]
        self._current = finding
        self._offers = offers(self.text, finding, datetime.date.today()) if finding else ()
        if before != [one.words for one in self._offers]:
            self._marked = 0
        self._say()

    def replace(self) -> None:
        """Put what is marked in the place of the finding, as one edit that can be undone."""
        self.look()
        if self._offers:
            self._take(self._marked)

    def mark_next(self) -> None:
        """Mark the next choice for the key that replaces."""
        self.look()
        if self._offers:
            self._marked = (self._marked + 1) % len(self._offers)
            self._say()

    def _take(self, place: int) -> None:
        if self._field.isReadOnly():
            return
        one, text = self._offers[place].replacement, self.text
        self._offers = ()
        cursor = QTextCursor(self._field.document())  # not the one of the field: who types goes on where that is
        cursor.setPosition(units(text[: one.start]))
        cursor.setPosition(units(text[: one.end]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(one.text)
        self._field.setFocus()
        self.look()

    def _is_known(self, finding: Finding) -> bool:
        if finding.kind != NAME:
            return False
        if self._known is None:
            self._known = frozenset(name.casefold() for name in self._names())
        return finding.text.casefold() in self._known

    def _at_cursor(self) -> Finding | None:
        if not self.findings:
            return None
        place = from_units(self.text, self._field.textCursor().position())
        here = (one for one in self.findings if one.start <= place <= one.end)
        red = (one for one in self.findings if one.level == RED)
        return next(here, None) or next(red, self.findings[0])

    # -- what a person sees and hears of it

    def _on_theme_changed(self) -> None:
        if self._field.toPlainText() == self.text:  # else it is looked at in a moment, and painted then
            self._paint()

    def _paint(self) -> None:
        if self.findings or self._field.extraSelections():
            self._field.setExtraSelections([self._underlined(one) for one in self.findings])

    def _underlined(self, finding: Finding) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self._field.document())
        cursor.setPosition(units(self.text[: finding.start]))
        cursor.setPosition(units(self.text[: finding.end]), QTextCursor.MoveMode.KeepAnchor)
        red, style = finding.level == RED, QTextCharFormat.UnderlineStyle
        form = QTextCharFormat()
        form.setUnderlineStyle(style.WaveUnderline if red else style.DotLine)
        form.setUnderlineColor(self._theme.colour("bad" if red else "warn"))
        mark = QTextEdit.ExtraSelection()
        mark.cursor, mark.format = cursor, form
        return mark

    def _say(self) -> None:
        finding = self._current
        if finding is None:
            self._show(Said())
            self._tell_reader("")
            return
        sentence = self._sentence(finding)
        self._show(Said(sentence, finding.level == RED, self._offers, self._marked))
        choice = self.tr("Ctrl+H vervangt het: {words}.").format(words=self._offers[self._marked].words)
        self._tell_reader(f"{sentence} {choice}")

    def _show(self, said: Said) -> None:
        was = bool(self.said.sentence)
        if self._row is None and said.sentence:
            self._row = PrivacyRow(self._theme, least=self._least)
            self._row.taken.connect(self._take)
            self._show_row(self._row)
        if self._row is not None:
            self._row.show_said(said)
        if was != bool(said.sentence):
            self.shown.emit()

    def _sentence(self, finding: Finding) -> str:
        what = WORDS[finding.kind]
        if finding.level == RED:
            said = self.tr("{What}: niet nodig in een bouwsteen.").format(What=what[:1].upper() + what[1:])
        elif finding.kind == NAME:
            said = self.tr("Mogelijk een naam, “{text}”: een rol is genoeg.").format(text=finding.text)
        else:
            said = self.tr("“{text}” kan iemand herkenbaar maken.").format(text=finding.text)
        others = len(self.findings) - 1
        return self.tr("{said} En nog {n}.").format(said=said, n=dutch.number(others)) if others else said

    def _tell_reader(self, said: str) -> None:
        """Let a screen reader say it once, and again at the field."""
        if not said and not self._told:
            return
        self._field.setAccessibleDescription(said)
        if said and said != self._told and self._field.hasFocus():
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # slow, and rarely needed

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, said))
        self._told = said
