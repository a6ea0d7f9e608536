"""A file from another program: choose it, see what its columns hold and what would come in, and take it in."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QProgressBar, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.given_blocks import ENCODINGS, Chosen, Given, Remark
from bouwstenen_app.domain.given_csv import SEPARATORS
from bouwstenen_app.domain.progress import Progress
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import KeyButton
from bouwstenen_app.ui.widgets.cards import Card
from bouwstenen_app.ui.widgets.choice import Choice
from bouwstenen_app.ui.widgets.flow import FlowLayout
from bouwstenen_app.ui.widgets.import_columns import ImportColumns
from bouwstenen_app.ui.widgets.words import labelled, words

PAUSE: Final = 300
"""Milliseconds without typing after which the preview is made anew."""
REMARKS_IN_SIGHT: Final = 6
MOST_REMARKS: Final = 500


class ImportCard(Card):
    """Has three states: to choose, at work, and what would come in; after that it says what came in."""

    choose_asked = Signal()
    accepted = Signal()
    declined = Signal()
    """Nothing is to be taken in, or the work is to stop."""
    changed = Signal()
    """Another column, session or title was chosen."""
    reread_asked = Signal(str, str)
    """Encoding and separator."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self._given: Given | None = None
        self._columns: list[tuple[str, ...]] = []
        self._names: Sequence[tuple[str, str]] = ()
        self._table = 0
        title = self.tr("Uit een ander bestand")
        self.setAccessibleName(title)
        self.column.addWidget(words(title, "strong"))
        self._told = words("", "muted", wrap=True)
        self.table = Choice()
        self.columns = ImportColumns(theme)
        self.encoding = Choice([*ENCODINGS.items()])
        self.separator = Choice(self._separators())
        self.session = Choice()
        self.title = QLineEdit()
        self._found = words("", wrap=True)
        self._label = words("", "label")
        self.remarks = QListWidget()
        self._bar = QProgressBar()
        self.choose = KeyButton(theme, self.tr("Bestand kiezen…"), icon="folder")
        self.accept = KeyButton(theme, self.tr("Overnemen"), "Return", icon="check", bound=False)
        self.cancel = KeyButton(theme, self.tr("Annuleren"), "Esc", bound=False)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._connect()
        self.show_choice()

    @property
    def text(self) -> str:
        """What it says now."""
        return "\n".join(filter(None, (self._told.text(), self._found.text())))

    @property
    def chosen(self) -> Chosen:
        """What a person chose."""
        session = str(self.session.value or "")
        return Chosen(tuple(self._columns), session, "" if session else self.title.text())

    def show_choice(
        self, *, told: Sequence[str] = (), remarks: Sequence[Remark] = (), noticed: Sequence[str] = ()
    ) -> None:
        """Explain what can be done here; or say what came in, with what points to people and what is not clear."""
        self._given = None
        explained = self.tr(
            "Heb je aantekeningen in Excel, Word of een tekst? Sleep het bestand op deze pagina, of kies het. Je "
            "ziet eerst wat ervan bouwstenen worden. Hetzelfde bestand nog eens kiezen geeft niets dubbel."
        )
        self._told.setText("\n".join(told) or explained)
        self.choose.setText(self.tr("Nog een bestand kiezen…") if told else self.tr("Bestand kiezen…"))
        self._show_remarks(remarks, noticed)
        self._arrange(self.choose, *self._list(remarks, noticed))

    def show_progress(self, progress: Progress) -> None:
        """Say what is being done and how far it is."""
        self._told.setText(f"{progress.what}…")
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self._arrange(self._bar, self.cancel)

    def show_found(
        self, given: Given, chosen: Chosen, fields: Sequence[tuple[str, str]], sessions: Sequence[tuple[str, str]]
    ) -> None:
        """Show a file with its guesses; ``fields`` are what a column can hold, ``sessions`` where blocks can go."""
        self._given, self._names = given, fields
        self._columns = [*chosen.columns]
        self._told.setText(self.tr("Uit {name}:").format(name=given.name))
        self.table.set_choices([(place, table.name) for place, table in enumerate(given.tables)])
        taken = (place for place, columns in enumerate(self._columns) if any(columns))
        self._table = next(taken, 0)
        self.table.set_value(self._table)
        self.encoding.set_value(given.encoding)
        self.separator.set_value(given.separator)
        self.session.set_choices([("", self.tr("Een nieuwe sessie")), *sessions])
        self.session.set_value(chosen.session)
        self.title.setText(chosen.title)
        self._show_table()
        self._found.setText("")

    def show_plan(
        self,
        sentences: Sequence[str],
        remarks: Sequence[Remark],
        *,
        anything: bool,
        asks: bool,
        noticed: Sequence[str] = (),
    ) -> None:
        """Say what would come in, and what of it points to people; ``asks`` whether a session has to be chosen."""
        if self._given is None:
            return
        self._found.setText(" ".join(sentences))
        self._show_remarks(remarks, noticed)
        self.accept.setEnabled(anything)
        several, tables = len(self._given.tables) > 1, bool(self._given.tables)
        shown = (
            (self._table_row, several),
            (self.columns, tables),
            (self._csv_row, bool(self._given.separator)),
            (self._session_row, asks),
            (self.title, asks and not self.session.value),
        )
        busy = self.focusWidget() in (self.title, *self.columns.choices, self.session, self.table)
        parts = [widget for widget, fits in shown if fits]
        self._arrange(*parts, self._found, *self._list(remarks, noticed), self.accept, self.cancel)
        if not busy:
            (self.accept if anything else self.cancel).setFocus()

    def _lay_out(self) -> None:
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Voortgang"))
        self.remarks.setProperty("kind", "choices")
        self.remarks.setAccessibleName(self.tr("Niet begrepen"))
        self.remarks.setWordWrap(True)
        self.remarks.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.title.setAccessibleName(self.tr("Titel van de nieuwe sessie"))
        self.title.setPlaceholderText(self.tr("Titel van de nieuwe sessie"))
        self.title.setMaxLength(240)
        self._table_row = _named((self.tr("Welk deel van het bestand"), self.table))
        self._csv_row = _named((self.tr("Scheidingsteken"), self.separator), (self.tr("Codering"), self.encoding))
        self._session_row = _named((self.tr("Naar welke sessie"), self.session))
        for widget in (
            *(self._told, self._table_row, self.columns, self._csv_row, self._session_row, self.title),
            *(self._found, self._label, self.remarks, self._bar),
        ):
            self.column.addWidget(widget)
        flow = FlowLayout(gap=10)
        for button in (self.choose, self.accept, self.cancel):
            flow.addWidget(button)
        self.column.addLayout(flow)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choose_asked)
        self.accept.clicked.connect(self.accepted)
        self.cancel.clicked.connect(self.declined)
        self.table.picked.connect(self._on_table)
        self.columns.changed.connect(self._on_columns)
        self.session.picked.connect(lambda _: self.changed.emit())
        self.title.textEdited.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.changed)
        self.encoding.picked.connect(self._on_reread)
        self.separator.picked.connect(self._on_reread)

    def _separators(self) -> list[tuple[str, str]]:
        names = (self.tr("Puntkomma ;"), self.tr("Komma ,"), self.tr("Tab"), self.tr("Streep |"))
        return [*zip(SEPARATORS, names, strict=True)]

    def _show_table(self) -> None:
        if self._given is not None and self._given.tables:
            table = self._given.tables[self._table]
            self.columns.show_table(table, self._columns[self._table], self._names)

    def _show_remarks(self, remarks: Sequence[Remark], noticed: Sequence[str]) -> None:
        self.remarks.clear()
        said = [*noticed, *(_said(one) for one in remarks[:MOST_REMARKS])]
        for text in said[:MOST_REMARKS]:
            self.remarks.addItem(" ".join(text.split()))
        total = len(noticed) + len(remarks)
        if total > MOST_REMARKS:
            self.remarks.addItem(self.tr("… en nog {n}").format(n=dutch.number(total - MOST_REMARKS)))
        counted = [
            self.tr("Wijst naar een persoon ({n})").format(n=dutch.number(len(noticed))) if noticed else "",
            self.tr("Niet begrepen ({n})").format(n=dutch.number(len(remarks))) if remarks else "",
        ]
        self._label.setText(" · ".join(filter(None, counted)))
        self.remarks.setAccessibleName(self._label.text())
        rows = min(total, REMARKS_IN_SIGHT)
        self.remarks.ensurePolished()
        self.remarks.setFixedHeight(
            2 * self.remarks.frameWidth() + 2 + rows * max(0, self.remarks.sizeHintForRow(0))
        )

    def _list(self, remarks: Sequence[Remark], noticed: Sequence[str]) -> tuple[QWidget, ...]:
        return (self._label, self.remarks) if remarks or noticed else ()

    def _on_table(self, place: object) -> None:
        self._table = int(str(place))
        self._show_table()

    def _on_columns(self) -> None:
        self._columns[self._table] = self.columns.fields
        self.changed.emit()

    def _on_reread(self) -> None:
        self.reread_asked.emit(str(self.encoding.value or ""), str(self.separator.value or ""))

    def _arrange(self, *shown: QWidget) -> None:
        for widget in (
            *(self._table_row, self.columns, self._csv_row, self._session_row, self.title, self._found),
            *(self._label, self.remarks, self._bar, self.choose, self.accept, self.cancel),
        ):
            widget.setVisible(widget in shown)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.accept.isVisible():
            self._pause.stop()
            self.accept.click()
        elif event.key() == Qt.Key.Key_Escape and self.cancel.isVisible():
            self.cancel.click()
        else:
            super().keyPressEvent(event)


def _said(remark: Remark) -> str:
    said = f" “{remark.text}”:" if remark.text else ""
    return f"{remark.place}:{said} {remark.reason}"


def _named(*fields: tuple[str, QWidget]) -> QWidget:
    """Return fields beside each other, each under its name."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for name, field in fields:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(labelled(name, field))
        column.addWidget(field)
        row.addLayout(column, 1)
    return whole
