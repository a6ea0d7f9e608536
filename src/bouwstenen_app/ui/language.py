"""The language of what Qt itself says: the menu of a text field, the buttons of a file dialog."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

_NAME = "qtbase"


def speak_dutch(app: QCoreApplication) -> None:
    """Let Qt's own words be Dutch; done once. Windows that are on the screen already hear of it."""
    if app.findChild(QTranslator, _NAME) is not None:
        return
    dutch = QTranslator(app)
    dutch.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if dutch.load(f"{_NAME}_nl", folder):
        app.installTranslator(dutch)
