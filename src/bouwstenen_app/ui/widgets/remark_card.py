"""One remark of a reviewer: where it belongs, what it says beside what stands here, and what can be done."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bouwstenen_app.domain.reviews import ADDITION, COMMENT, OPEN
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, QUIET, KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.marked_text import MarkedText
from bouwstenen_app.ui.widgets.remark_texts import RemarkTexts, parts_of
from bouwstenen_app.ui.widgets.remark_words import RemarkLine, kind_of, outcome_of, who
from bouwstenen_app.ui.widgets.remark_writing import ANSWER, WORDING, RemarkWriting
from bouwstenen_app.ui.widgets.words import ElidedLabel, words

ACCEPT, REJECT, REOPEN, SHOW, FORGET = "overnemen", "afwijzen", "heropenen", "tonen", "weghalen"
"""What is asked of the remark that is shown, beside writing."""
KEYS: Final = {ACCEPT: "A", REJECT: "W", ANSWER: "T", WORDING: "E", REOPEN: "H", SHOW: "B"}
"""The key of each button."""


class RemarkCard(Card):
    """Shows a remark and tells what a person decides."""

    asked = Signal(str)
    """One of ``ACCEPT``, ``REJECT``, ``REOPEN``, ``SHOW`` and ``FORGET``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.line: RemarkLine | None = None
        # What a stranger typed can be one word of any length: it is broken, a label would widen the card.
        self._about = MarkedText(theme, size=17, bold=True)
        self._from = MarkedText(theme, size=13, muted=True)
        self._done = words("", "good", wrap=True)
        self._told = words("", "warn", wrap=True)
        self.texts = RemarkTexts(theme)
        self._answer_label = words(self.tr("Je antwoord"), "label")
        self._answer = MarkedText(theme)
        self.writing = RemarkWriting(theme)
        self.buttons = {
            ACCEPT: KeyButton(theme, self.tr("Overnemen"), KEYS[ACCEPT], kind=PRIMARY, bound=False),
            REJECT: KeyButton(theme, self.tr("Afwijzen"), KEYS[REJECT], bound=False),
            ANSWER: KeyButton(theme, self.tr("Antwoorden"), KEYS[ANSWER], bound=False),
            WORDING: KeyButton(theme, self.tr("Eerst aanpassen"), KEYS[WORDING], bound=False),
            REOPEN: KeyButton(theme, self.tr("Weer open zetten"), KEYS[REOPEN], bound=False),
            SHOW: KeyButton(theme, "", KEYS[SHOW], kind=QUIET, bound=False),
        }
        self._choices = QWidget()
        self._file = ElidedLabel("small")
        self.forget = KeyButton(theme, self.tr("Document weghalen"), kind=QUIET)
        self._build()

    def show_line(self, line: RemarkLine) -> None:
        """Show a remark in the place of the one before."""
        one = line.remark
        if self.line is None or self.line.remark.id != one.id:
            self.writing.put_by()
        self.line = line
        self._about.show_text(f"{line.about} · {line.field}" if line.field else line.about)
        self._from.show_text(f"{kind_of(one)} · {who(one)}")
        self._done.setText(outcome_of(one))
        self._done.setVisible(one.outcome != OPEN)
        self._told.setText(self._note(line))
        self._told.setVisible(bool(self._told.text()))
        self.texts.show_parts(parts_of(one))
        self._answer.show_text(one.answer)
        self._answer_label.setVisible(bool(one.answer))
        self._file.setText(self.tr("Uit “{file}”").format(file=line.file))
        self._show_buttons(line)
        self.setAccessibleName(f"{self._about.text}. {self._from.text}")

    def act(self, what: str) -> bool:
        """Do what a button does, when it is there; return whether it was."""
        button = self.buttons[what]
        if button.isHidden() or not button.isEnabled():
            return False
        button.click()
        return True

    def _note(self, line: RemarkLine) -> str:
        """Return what there is to know before deciding."""
        one = line.remark
        if one.outcome != OPEN or one.kind == COMMENT:
            return ""
        if not one.can_land:
            return self.tr(
                "Deze wijziging hoort bij geen bouwsteen, bundel of eigen tekst. Neem die zelf over "
                "waar het past, en geef hier een antwoord."
            )
        if one.conflict:
            return self.tr(
                "Deze tekst is hier veranderd sinds het document is gemaakt. Bij Overnemen maak "
                "je eerst één tekst van de drie."
            )
        if one.merged and one.kind != ADDITION:
            return self.tr("Hier is intussen iets anders in deze tekst veranderd. Beide wijzigingen gaan samen.")
        return ""

    def _show_buttons(self, line: RemarkLine) -> None:
        one, open_ = line.remark, line.remark.outcome == OPEN
        lands = one.can_land
        self.buttons[ACCEPT].setVisible(open_ and (lands or one.kind == COMMENT))
        self.buttons[REJECT].setVisible(open_)
        self.buttons[ANSWER].setText(self.tr("Antwoord wijzigen") if one.answer else self.tr("Antwoorden"))
        self.buttons[WORDING].setVisible(open_ and lands and not one.conflict)
        self.buttons[REOPEN].setVisible(not open_)
        about, _, _ = one.subject.partition(":")
        shows = {"block": self.tr("Bouwsteen tonen"), "bundle": self.tr("Bundel tonen")}
        self.buttons[SHOW].setText(shows.get(about, ""))
        self.buttons[SHOW].setVisible(about in shows)
        for button in self.buttons.values():
            button.updateGeometry()

    def _build(self) -> None:
        row = FlowLayout(self._choices, gap=8)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _=False, key=key: self._on_button(key))
            row.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self._file, 1)
        foot.addWidget(self.forget)
        self.forget.clicked.connect(lambda: self.asked.emit(FORGET))
        self.writing.opened.connect(lambda writing: self._choices.setVisible(not writing))
        above: tuple[QWidget, ...] = (self._about, self._from, self._done, self._told, self._choices)
        below: tuple[QWidget, ...] = (self.texts, self._answer_label, self._answer, self.writing)
        for widget in (*above, *below):
            self.column.addWidget(widget)
        self.column.setSpacing(10)
        self.column.addLayout(foot)

    def _on_button(self, what: str) -> None:
        if self.line is None:
            return
        one = self.line.remark
        if what == ANSWER:
            self.writing.write(one.id, ANSWER, one.answer)
        elif what == WORDING or (what == ACCEPT and one.conflict):
            whole = f"{one.now}\n{one.after}".strip() if one.kind == ADDITION else one.merged or one.after
            self.writing.write(one.id, WORDING, whole)
        else:
            self.asked.emit(what)
