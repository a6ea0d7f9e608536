"""The rule of the vote in small fields: how many votes each, how many people, and whether they may stack."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QWidget
from typing_extensions import override

from bouwstenen_app.domain.voting import MOST_EACH, MOST_PARTICIPANTS, Rule
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.choice import Count
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.words import words

FIELD: Final = 84
"""Pixels at 100 %."""


class VoteRuleBar(QWidget):
    """Shows a rule, and tells another one as soon as a field says so. Enter goes on to the counting."""

    edited = Signal(object)
    """Rule: what is agreed now."""
    done = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rule = Rule()
        self._lines: list[QWidget] = []
        self.each = Count(MOST_EACH, nothing="–")
        self.participants = Count(MOST_PARTICIPANTS, nothing="–")
        self.stack = QCheckBox(self.tr("Stapelen mag"))
        self.stack.setToolTip(self.tr("Iemand mag meer stemmen op één bouwsteen zetten"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        row = self._row = FlowLayout(self, gap=14)
        row.addWidget(self._named(self.tr("Stemmen per deelnemer"), self.each))
        row.addWidget(self._named(self.tr("Deelnemers"), self.participants))
        row.addWidget(self._in_line(self.stack))
        self.each.counted.connect(self._on_edited)
        self.participants.counted.connect(self._on_edited)
        self.stack.toggled.connect(self._on_edited)
        theme.changed.connect(self._fit)
        self._fit()

    def show_rule(self, rule: Rule) -> None:
        """Show what is agreed."""
        self._rule = rule
        self.each.set_value(rule.each or None)
        self.participants.set_value(rule.participants or None)
        with QSignalBlocker(self.stack):
            self.stack.setChecked(rule.stack)

    def add_end(self, widget: QWidget) -> None:
        """Put something after the rule."""
        self._row.addWidget(self._in_line(widget))

    def _named(self, name: str, field: Count) -> QWidget:
        field.setAccessibleName(name)
        field.setAlignment(Qt.AlignmentFlag.AlignRight)
        return self._in_line(words(name, "label"), field)

    def _in_line(self, *widgets: QWidget) -> QWidget:
        """Put widgets beside each other, as high as a field."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self._lines.append(line)
        return line

    def _on_edited(self) -> None:
        rule = Rule(self.each.value(), self.stack.isChecked(), self.participants.value())
        if rule != self._rule:
            self._rule = rule
            self.edited.emit(rule)

    def _fit(self) -> None:
        for field in (self.each, self.participants):
            field.setFixedWidth(self._theme.px(FIELD))
        for line in self._lines:
            line.setMinimumHeight(self.each.sizeHint().height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        else:
            super().keyPressEvent(event)
