"""The recovery sheet of the open workspace is offered, and what came of it is told."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import audit
from bouwstenen_app.ui.desk import Desk
from bouwstenen_app.ui.dialogs.recovery import RecoveryDialog
from bouwstenen_app.ui.recovery_sheet import RecoverySheet
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.windows.main import MainWindow


def show_sheet(desk: Desk, theme: Theme, window: MainWindow) -> RecoveryDialog:
    """Open the dialog that prints the sheet or saves it as a PDF; never beside the workspace of its own accord."""
    tr = QCoreApplication.translate
    saved = tr("RecoveryDialog", "Het herstelblad staat in {name}. Druk het af en verwijder daarna het bestand.")
    refused = tr("RecoveryDialog", "{name} kon niet worden geschreven. Kies een andere map of een andere naam.")
    sheet = RecoverySheet(desk.path.stem, desk.around.now().date(), desk.recovery_code())
    dialog = RecoveryDialog(theme, sheet, Path.home(), window.window())
    dialog.saved.connect(lambda name: window.tell(saved.format(name=name)))
    dialog.refused.connect(lambda name: window.tell_problem(refused.format(name=name)))
    dialog.accepted.connect(lambda: desk.note(audit.RECOVERY))
    dialog.open()
    return dialog
