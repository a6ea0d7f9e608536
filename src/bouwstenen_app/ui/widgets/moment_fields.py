"""Fields for a date and a time of day, typed in any usual way; what cannot be read is said under the field."""

import datetime
import re
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.ui.widgets.words import words

_TIME: Final = re.compile(r"^(\d{1,2})(?:[:.u ]?(\d{2}))?(?:\s*uur)?$")


def read_time(text: str) -> str | None:
    """Return ``HH:MM`` for 13:00, 13.00, 1300, 13u00 or 13; empty for nothing, None when it is not a time."""
    if not text.strip():
        return ""
    found = _TIME.match(text.strip().lower())
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return f"{hour:02d}:{minute:02d}" if hour < 24 and minute < 60 else None


class _MomentField(QWidget):
    def __init__(self, hint: str, wrong: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setPlaceholderText(hint)
        self.setFocusProxy(self.line)
        self._wrong = words(wrong, "bad", wrap=True)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.line)
        column.addWidget(self._wrong)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.line.editingFinished.connect(self._on_finished)

    @property
    def readable(self) -> bool:
        """Whether what is typed can be read."""
        return self._wrong.isHidden()

    @override
    def setAccessibleName(self, name: str) -> None:
        """Say what the field is for."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _on_finished(self) -> None:
        raise NotImplementedError

    def _complain(self, wrong: bool) -> None:
        self._wrong.setVisible(wrong)
        self.line.setAccessibleDescription(self._wrong.text() if wrong else "")


class DateField(_MomentField):
    """A date, or none."""

    dated = Signal(object)
    """The date that was typed, None when the field was emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Bijvoorbeeld 24-11-2026"), self.tr("Schrijf de datum als 24-11-2026."), parent)
        self._date: datetime.date | None = None

    @property
    def date(self) -> datetime.date | None:
        """The date as it was last read."""
        return self._date

    def set_date(self, date: datetime.date | None) -> None:
        """Show a date."""
        self._date = date
        self._complain(False)
        if not self.line.hasFocus() or not self.line.isModified():
            self.line.setText(_written(date))

    @override
    def _on_finished(self) -> None:
        text = self.line.text()
        date = dutch.read_date(text) if text.strip() else None
        wrong = bool(text.strip()) and date is None
        self._complain(wrong)
        if wrong:
            return
        self.line.setText(_written(date))
        if date != self._date:
            self._date = date
            self.dated.emit(date)


class ClockField(_MomentField):
    """A time of day, or none."""

    timed = Signal(str)
    """``HH:MM``, empty when the field was emptied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("13:00"), self.tr("Schrijf de tijd als 13:00."), parent)
        self._time = ""

    def set_time(self, time: str) -> None:
        """Show a time, ``HH:MM``."""
        self._time = time
        self._complain(False)
        if not self.line.hasFocus() or not self.line.isModified():
            self.line.setText(time)

    @override
    def _on_finished(self) -> None:
        time = read_time(self.line.text())
        self._complain(time is None)
        if time is None:
            return
        self.line.setText(time)
        if time != self._time:
            self._time = time
            self.timed.emit(time)


def _written(date: datetime.date | None) -> str:
    return f"{date.day:02d}-{date.month:02d}-{date.year}" if date else ""
