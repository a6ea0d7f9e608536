"""The recovery sheet goes out: to a printer, or as a PDF where a person says."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bouwstenen_app.ui.recovery_sheet import RecoverySheet
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.widgets.buttons import PRIMARY, KeyButton
from bouwstenen_app.ui.widgets.words import words

WIDTH: Final = 520


class RecoveryDialog(QDialog):
    """Shows no code on the screen: a beamer may be on."""

    saved = Signal(str)
    """Name of the file."""
    refused = Signal(str)
    """Name of a file that could not be written."""

    def __init__(self, theme: Theme, sheet: RecoverySheet, start: Path, parent: QWidget | None = None) -> None:
        """``start`` is the folder that is proposed."""
        super().__init__(parent)
        self._sheet = sheet
        self._start = start
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Herstelblad"))
        self.print = KeyButton(theme, self.tr("Afdrukken…"), kind=PRIMARY, icon="report")
        self.save = KeyButton(theme, self.tr("Opslaan als PDF…"), icon="export")
        self.cancel = KeyButton(theme, self.tr("Sluiten"), "Esc", bound=False)
        self._lay_out()
        room = parent.window().width() if parent else theme.px(WIDTH)
        self.setFixedWidth(min(theme.px(WIDTH), room))
        self.print.clicked.connect(self._on_print)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)
        self.print.setFocus()

    def _lay_out(self) -> None:
        told = self.tr(
            "Op het herstelblad staat een code. Daarmee gaat {name} open als je het wachtwoord kwijt bent. Wie het "
            "blad heeft, kan alles lezen: bewaar het op papier, achter slot, en niet bij de laptop."
        ).format(name=self._sheet.name)
        new = self.tr("Kies je later een nieuw wachtwoord, dan werkt dit blad niet meer. Maak dan een nieuw blad.")
        pdf = self.tr("Een PDF is een gewoon bestand. Verwijder het als het blad is afgedrukt.")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(words(self.tr("Herstelblad"), "title"))
        for sentence, kind in ((told, ""), (new, ""), (pdf, "muted")):
            column.addWidget(words(sentence, kind, wrap=True))
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addStretch(1)
        for button in (self.cancel, self.save, self.print):
            foot.addWidget(button)
        column.addLayout(foot)

    def _on_print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # slow, and rarely needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.tr("Herstelblad"))
        asking = QPrintDialog(printer, self)
        if asking.exec() == QDialog.DialogCode.Accepted:
            self._sheet.print_on(printer)
            self.accept()

    def _on_save(self) -> None:
        start = str(self._start / self.tr("herstelblad.pdf"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Herstelblad opslaan"), start, "PDF (*.pdf)")
        if not chosen:
            return
        target = Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf")
        try:
            target.write_bytes(self._sheet.pdf())  # no file beside it first: that would be another copy of the code
        except OSError:
            self.refused.emit(target.name)
            return
        self.saved.emit(target.name)
        self.accept()
