"""The checklist before a session: what the program sees for itself, and what a person ticks."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from bouwstenen_app.domain import dutch, readiness
from bouwstenen_app.domain.codebook import DOMAIN, THEME, Codebook
from bouwstenen_app.domain.readiness import Point
from bouwstenen_app.domain.vote_rule import vote_rule
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.line_button import LineButton
from bouwstenen_app.ui.widgets.tick_box import TickBox
from bouwstenen_app.ui.widgets.words import words

DONE, OPEN = "✓", "○"
MARK: Final = 16
"""Pixels at 100 %, room for a mark."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ReadyCard", text)


def seen_words(point: Point, workshop: Workshop) -> str:
    """Return what a point says that can be seen in the session: what is there, or what is still missing."""
    match point.key:
        case readiness.MOMENT:
            return _moment(workshop)
        case readiness.AGENDA:
            return _agenda(workshop)
        case readiness.QUESTIONS:
            return _questions(workshop)
        case readiness.PEOPLE:
            return _people(workshop)
    rule = dutch.capitalised(vote_rule(workshop))
    return rule or _tr("Nog niet afgesproken hoeveel stemmen iedereen heeft")


def ticked_words(key: str) -> str:
    """Return what a point says that a person ticks."""
    return {
        readiness.ROOM: _tr("Ruimte en tafels staan klaar"),
        readiness.CARDS: _tr("Kaartjes en stiften liggen op tafel"),
        readiness.BEAMER: _tr("Beamer is getest"),
        readiness.WIFI: _tr("Wifi en meldingen staan uit"),
        readiness.POWER: _tr("Laptop zit aan de stroom"),
        readiness.LIVED: _tr("Ervaringsdeskundigen zijn voorbereid"),
        readiness.NO_NAMES: _tr("Afspraak “geen namen” is verteld"),
    }[key]


def standing_facts(book: Codebook, backed_up: str) -> list[str]:
    """Return what is ready whatever the session is: the codebook, and the last backup if there is one."""
    domains, themes = len(book.tops(DOMAIN)), len([code for code in book.of(THEME) if code.parent])
    said = _tr("{title}: {domains} domeinen, {themes} thema’s").format(
        title=book.title or _tr("Codeboek"), domains=domains, themes=themes
    )
    backup = _tr("Reservekopie van {when}").format(when=backed_up) if backed_up else ""
    return list(filter(None, (said if book.codes else "", backup)))


def _moment(workshop: Workshop) -> str:
    if workshop.date and workshop.start_time:
        return _tr("{day}, {time}").format(
            day=dutch.capitalised(dutch.weekday(workshop.date)), time=workshop.start_time
        )
    if workshop.date:
        return _tr("Nog zonder begintijd")
    return _tr("Nog zonder datum") if workshop.start_time else _tr("Nog zonder datum en begintijd")


def _agenda(workshop: Workshop) -> str:
    planned = readiness.planned(workshop)
    if not workshop.rounds:
        return _tr("Er staat nog niets in het draaiboek")
    if lacking := readiness.untimed(workshop):
        steps = dutch.counted(lacking, _tr("onderdeel"), _tr("onderdelen"))
        return _tr("Van {steps} ontbreekt de duur").format(steps=steps)
    if not workshop.minutes:
        return _tr("Nog zonder eindtijd, dus niet te zien of het draaiboek past")
    over = planned - workshop.minutes
    if over > 0:
        minutes = dutch.counted(over, _tr("minuut"), _tr("minuten"))
        return _tr("Het draaiboek loopt {minutes} uit").format(minutes=minutes)
    return _tr("Het draaiboek past: {planned} van {all} minuten").format(
        planned=dutch.number(planned), all=dutch.number(workshop.minutes)
    )


def _questions(workshop: Workshop) -> str:
    rounds = len(workshop.numbered_rounds)
    if not rounds:
        return _tr("Er is nog geen ronde om bouwstenen op te halen")
    lacking = readiness.unasked(workshop)
    if not lacking:
        return _tr("De ronde heeft een vraag") if rounds == 1 else _tr("Elke ronde heeft een vraag")
    which = dutch.counted(lacking, _tr("ronde heeft"), _tr("rondes hebben"))
    return _tr("{rounds} nog geen vraag").format(rounds=which)


def _people(workshop: Workshop) -> str:
    if not workshop.attendance:
        return _tr("Nog niet ingevuld wie er komen, per soort organisatie")
    return _tr("{people} uit {kinds}").format(
        people=dutch.counted(workshop.participants, _tr("deelnemer"), _tr("deelnemers")),
        kinds=dutch.counted(len(workshop.attendance), _tr("soort organisatie"), _tr("soorten organisaties")),
    )


class ReadyCard(Card):
    """Shows how far the preparation is. It never stands in the way of starting."""

    ticked = Signal(str, bool)
    """Key of a point, whether it is done."""
    asked = Signal(str)
    """Key of a point that is still open: its place is wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._read_only = False
        self._points: Sequence[Point] = ()
        self.how_far = ""
        """How many points are done, in words."""
        self.setAccessibleName(self.tr("Klaar?"))
        title = QHBoxLayout()
        title.setSpacing(8)
        title.addWidget(words(self.tr("Klaar?"), "strong"))
        self._count = words("", "muted", wrap=True)
        title.addWidget(self._count, 1)
        self.column.addLayout(title)
        self._seen = {key: _SeenRow(theme, self) for key in readiness.SEEN}
        self._facts: list[_SeenRow] = []
        self.boxes = {key: TickBox(ticked_words(key)) for key in readiness.TICKED}
        for key, row in self._seen.items():
            row.button.clicked.connect(lambda _=False, key=key: self.asked.emit(key))
            self.column.addWidget(row)
        self._own = words(self.tr("Zelf afvinken"), "label")
        self._own.setContentsMargins(0, 8, 0, 2)
        self.column.addWidget(self._own)
        for key, box in self.boxes.items():
            box.clicked.connect(lambda done, key=key: self.ticked.emit(key, done))
            self.column.addWidget(box)
        self.column.addStretch(1)
        self.column.setSpacing(5)

    def set_read_only(self, read_only: bool) -> None:
        """Show without anything that changes."""
        self._read_only = read_only
        for box in self.boxes.values():
            box.setEnabled(not read_only)

    def show_workshop(self, workshop: Workshop, facts: Sequence[str] = ()) -> None:
        """Show the checklist of a session; ``facts`` are lines that are true whatever the session is."""
        self._points = points = readiness.points(workshop)
        done = sum(point.done for point in points)
        self.how_far = self.tr("{done} van {all}").format(done=done, all=len(points))
        self._count.setText(f"· {self.how_far}")
        shown = {point.key for point in points}
        for point in points:
            if point.ticked:
                self.boxes[point.key].setChecked(point.done)
            else:
                text = seen_words(point, workshop)
                self._seen[point.key].say(text, done=point.done, acts=not self._read_only)
        for key, box in self.boxes.items():
            box.setVisible(key in shown)
        self._show_facts(facts)

    def focus_first(self) -> QWidget:
        """Take the focus to the first point that is open, or else to the last box; return what has it."""
        first = next((point for point in self._points if not point.done), self._points[-1])
        found = self.boxes[first.key] if first.ticked else self._seen[first.key].button
        found.setFocus()
        return found

    def row(self, key: str) -> "_SeenRow":
        """Return the line of a point that can be seen."""
        return self._seen[key]

    def _show_facts(self, facts: Sequence[str]) -> None:
        while len(self._facts) < len(facts):
            row = _SeenRow(self._theme, self)
            self._facts.append(row)
            self.column.insertWidget(len(self._seen) + len(self._facts), row)
        for place, row in enumerate(self._facts):
            row.setVisible(place < len(facts))
            if place < len(facts):
                row.say(facts[place], done=True, acts=False)


class _SeenRow(QWidget):
    """A mark with words; when it is open, the words are a button that brings you to its place."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._mark = words("")
        self._words = words("", wrap=True)
        self.button = LineButton(theme, "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self.button, 1)
        theme.changed.connect(self._fit)
        self._fit()

    def labels(self) -> tuple[QLabel, QLabel]:
        """Return the mark and the words."""
        return self._mark, self._words

    def say(self, text: str, *, done: bool, acts: bool) -> None:
        """Say whether a point is done, and what there is or what is missing."""
        self._mark.setText(DONE if done else OPEN)
        self._mark.setProperty("kind", "good" if done else "warn")
        self._mark.style().polish(self._mark)
        said = (self.tr("Klaar: {what}") if done else self.tr("Nog niet: {what}")).format(what=text)
        for widget in (self._words, self.button):
            widget.setAccessibleName(said)
        self._words.setText(text)
        self.button.setText(f"{text} ›")
        self.button.setToolTip(self.tr("Hier invullen"))
        as_button = acts and not done
        had_focus = self.button.hasFocus()
        self.button.setVisible(as_button)
        self._words.setVisible(not as_button)
        if had_focus and not as_button:
            self.focusNextChild()
        self.button.updateGeometry()

    def _fit(self) -> None:
        self._mark.setFixedWidth(self._theme.px(MARK))
        self._words.setContentsMargins(self._theme.px(6), self._theme.px(3), 0, self._theme.px(3))
        self._mark.setContentsMargins(0, self._theme.px(3), 0, 0)
