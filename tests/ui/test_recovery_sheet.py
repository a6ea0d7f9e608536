from datetime import date

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from bouwstenen_app.storage.keys import Key, recovered, recovery_code
from bouwstenen_app.ui.recovery_sheet import RecoverySheet
from bouwstenen_app.ui.theme import Theme

KEY = Key(bytes(range(32)), bytes(16))
SHEET = RecoverySheet("Kennemerland <najaar>", date(2026, 11, 30), recovery_code(KEY))


def test_r07_it_names_the_workspace_the_day_and_a_code_that_opens_it(theme: Theme) -> None:
    said = SHEET.text().toPlainText()
    assert "Kennemerland <najaar>" in said
    assert "30 november 2026" in said
    groups = SHEET.code.split("-")
    assert all(group in said for group in groups)
    typed = " ".join(line for line in said.splitlines() if line in groups)
    assert recovered(typed, KEY.salt) == KEY
    assert "Een nieuw wachtwoord geeft een nieuwe code" in said
    assert SHEET.code not in repr(SHEET)


def test_it_is_one_page_whatever_the_windows_wear(theme: Theme) -> None:
    theme.choose("donker")
    theme.scale_to(200)
    pdf = SHEET.pdf()
    assert pdf.startswith(b"%PDF")
    assert pdf.count(b"/Type /Page\n") == 1


def test_it_can_be_put_on_a_printer(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> None:
    paper = tmp_path_factory.mktemp("papier") / "papier.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(paper))
    SHEET.print_on(printer)
    assert paper.read_bytes().count(b"/Type /Page\n") == 1
