"""After Ctrl+B digits name the table of the block that is typed; the same digit twice lets the table stay."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel

from bouwstenen_app.domain.tokens import TABLE, table_word
from bouwstenen_app.ui.widgets.capture_line import CaptureLine
from bouwstenen_app.ui.widgets.sticky_row import StickyRow
from bouwstenen_app.ui.widgets.tag_highlighter import units

TWICE: Final = 400
"""Milliseconds within which a second digit belongs to the first."""


class TableMode(QObject):
    """Says in ``row`` what to type while the mode is on. Two different digits are one number: 1, 2 is table 12."""

    hinted = Signal(str)
    """What there is to say about a table that is to stay; empty for nothing."""

    def __init__(self, line: CaptureLine, row: QLabel, sticky: StickyRow) -> None:
        super().__init__(line)
        self._line = line
        self._row = row
        self._sticky = sticky
        self._tables = 0
        self._first: int | None = None
        self._second = QTimer(self, singleShot=True, interval=TWICE)
        self._second.timeout.connect(self.leave)
        line.table_mode_asked.connect(self._on_asked)
        line.table_asked.connect(self._on_digit)

    @property
    def on(self) -> bool:
        """Whether a digit means a table now."""
        return self._line.picking_table

    def set_tables(self, count: int) -> None:
        """Take how many tables the session has; 0 when nobody said."""
        self._tables = count
        self._sticky.set_tables(count)

    def put(self, number: int) -> None:
        """Put the table before the text, or take it away for 0."""
        typed = self._line.toPlainText()
        word = table_word(typed)
        rest = (typed[word.end :] if word and word.role == TABLE else typed).lstrip(" ")
        before = f"tafel {number}: " if number else ""
        behind = units(typed) - self._line.textCursor().position()
        if before + rest != typed:
            self._line.replace_all(before + rest, max(units(before), units(before + rest) - behind))

    def keep(self, number: int) -> None:
        """Let a table stay for the blocks that follow, so that it need not stand before this one; 0 for none."""
        self.put(0)
        self._sticky.set_table(number)
        self.hinted.emit(self.hint(number))

    def hint(self, number: int | None) -> str:
        """Return what there is to say about a table: that the session has fewer."""
        if not number or not 0 < self._tables < number:
            return ""
        sentence = self.tr("Deze sessie heeft {n} tafels; tafel {table} wordt gewoon bewaard.")
        return sentence.format(n=self._tables, table=number)

    def leave(self) -> None:
        """Let digits be digits again."""
        self._second.stop()
        self._first = None
        self._line.picking_table = False
        self._row.hide()

    def _on_asked(self) -> None:
        if self.on:
            self.leave()
            return
        self._line.picking_table = True
        self._row.setText(
            self.tr(
                "Welke tafel? Typ het nummer; twee keer hetzelfde cijfer: de tafel blijft actief. 0: geen tafel."
            )
        )
        self._row.show()

    def _on_digit(self, digit: int) -> None:
        first = self._first
        if first is None:
            self._first = digit
            self._second.start()
            self.put(digit)
            return
        self.leave()
        if digit == first:
            self.keep(digit)
        else:
            self.put(10 * first + digit)
