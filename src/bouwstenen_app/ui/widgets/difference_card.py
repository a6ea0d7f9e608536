"""One difference: the texts of two laptops side by side, to choose from or to write a third."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.differing import Differing, Version
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import TINTED, Card
from bouwstenen_app.ui.widgets.form_fields import in_form
from bouwstenen_app.ui.widgets.growing_text import GrowingText
from bouwstenen_app.ui.widgets.words import words


class DifferenceCard(Card):
    """Shows the versions of one field; what is chosen is told, and the card goes when it is written."""

    chosen = Signal(object, object)
    """Differing, and the value that is to stay."""

    def __init__(self, theme: Theme, difference: Differing, parent: QWidget | None = None) -> None:
        super().__init__(kind=TINTED, parent=parent)
        self._difference = difference
        self._theme = theme
        title = self.tr("{subject} · {field}").format(subject=difference.subject, field=difference.field_name)
        self.setAccessibleName(title)
        self.column.addWidget(words(title, "strong", wrap=True))
        self.takes: list[KeyButton] = []
        beside = QHBoxLayout()
        beside.setSpacing(14)
        for version in difference.versions:
            beside.addLayout(self._version(version), 1)
        self.column.addLayout(beside)
        if difference.free:
            self.column.addLayout(self._third(difference.versions))

    def _version(self, version: Version) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addWidget(words(self._whose(version), "muted", wrap=True))
        column.addWidget(words(version.text or self.tr("(leeg)"), wrap=True))
        take = KeyButton(self._theme, self.tr("Deze houden") if version.counts else self.tr("Deze nemen"))
        take.setAccessibleName(self.tr("{act}: {text}").format(act=take.text(), text=version.text))
        take.clicked.connect(lambda: self.chosen.emit(self._difference, version.value))
        self.takes.append(take)
        column.addWidget(take, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _third(self, versions: Sequence[Version]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        self.own = GrowingText()
        self.own.setPlainText(versions[-1].text)
        one = self._difference
        in_form(self.own, f"verschil/{one.table}/{one.row}/{one.field}")
        self.own.setAccessibleName(self.tr("Zelf een tekst schrijven"))
        self.write = KeyButton(self._theme, self.tr("Mijn tekst nemen"))
        self.write.clicked.connect(lambda: self.chosen.emit(self._difference, self.own.toPlainText()))
        column.addWidget(words(self.tr("Of schrijf zelf wat er moet staan"), "muted"))
        column.addWidget(self.own)
        row = QHBoxLayout()
        row.addWidget(self.write)
        row.addStretch(1)
        column.addLayout(row)
        return column

    def _whose(self, version: Version) -> str:
        where = self.tr("Deze laptop") if version.here else self.tr("Andere laptop")
        moment = version.at.replace("T", " ")[:16]
        day = dutch.read_date(moment[:10])
        when = f"{dutch.day(day)} {moment[11:]}" if day else moment
        told = self.tr("{where}, {when}") if when else "{where}"
        line = told.format(where=where, when=when)
        return self.tr("{line} · telt nu").format(line=line) if version.counts else line
