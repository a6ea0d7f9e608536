"""The window for the room: the whole other screen when there is one, a window to drag there when there is not."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent, QScreen, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from bouwstenen_app.ui.settings import Settings
from bouwstenen_app.ui.widgets.beamer_canvas import BeamerCanvas

USUAL: Final = (960, 540)
SMALLEST: Final = (320, 180)


class BeamerWindow(QWidget):
    """A frame around the picture. It never keeps the keyboard from where the facilitator types."""

    def __init__(self, canvas: BeamerCanvas, settings: Settings, beside: QWidget) -> None:
        """``beside`` is the window of the facilitator: the room gets another screen than that one."""
        super().__init__(None, Qt.WindowType.Window)
        self.canvas = canvas
        self._settings = settings
        self._beside = beside
        beside.installEventFilter(self)
        self.setWindowTitle(self.tr("Beamer"))
        self.setWindowIcon(beside.window().windowIcon())
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        self.setMinimumSize(*SMALLEST)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(canvas)
        self.setFocusProxy(canvas)
        canvas.screen_asked.connect(self.next_screen)
        for key, act in (
            ("F11", self.toggle_full_screen),
            ("Esc", self.leave_full_screen),
            ("PgDown", lambda: canvas.turn(1)),
            ("PgUp", lambda: canvas.turn(-1)),
        ):
            QShortcut(QKeySequence(key), self, act).setAutoRepeat(False)
        if (app := QGuiApplication.instance()) is not None and isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screen_added)
            app.screenRemoved.connect(self._on_screen_removed)

    def present(self) -> None:
        """Show it: full screen on the other screen, the one of last time if it is there; otherwise as a window."""
        other = self.other_screen()
        if other is not None:
            self.fill(other)
            self._beside.window().activateWindow()
            return
        kept = self._settings.beamer_geometry
        if kept.isEmpty() or not self.restoreGeometry(kept):
            room = self.screen().availableGeometry()
            self.resize(min(USUAL[0], room.width()), min(USUAL[1], room.height()))
        self.setWindowState(Qt.WindowState.WindowNoState)
        self.show()
        self.raise_()

    def fill(self, screen: QScreen) -> None:
        """Fill a screen, and remember it as the one for the room."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        if self._settings.beamer_screen != _name(screen):
            self._settings.beamer_screen = _name(screen)

    def screens(self) -> list[QScreen]:
        """Return the screens that the facilitator is not looking at, the one of last time first."""
        mine = self._beside.window().screen()
        # A mirrored screen lies at the same place: what is there is what the facilitator sees.
        others = [screen for screen in QGuiApplication.screens() if screen.geometry() != mine.geometry()]
        return sorted(others, key=lambda screen: _name(screen) != self._settings.beamer_screen)

    def other_screen(self) -> QScreen | None:
        """Return the screen for the room, if there is one."""
        return next(iter(self.screens()), None)

    def next_screen(self) -> None:
        """Go to another screen than the one it is on."""
        screens = self.screens()
        names = [_name(screen) for screen in screens]
        here = _name(self.screen())
        if screens:
            self.fill(screens[(names.index(here) + 1) % len(screens)] if here in names else screens[0])

    def toggle_full_screen(self) -> None:
        """Fill the screen it is on, or be a window again."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.fill(self.screen())

    def leave_full_screen(self) -> None:
        """Be a window again; never anything else."""
        if self.isFullScreen():
            self.showNormal()

    def _on_screen_added(self, _screen: QScreen) -> None:
        if self.isVisible() and not self.isFullScreen():
            self.present()

    def _on_screen_removed(self, _screen: QScreen) -> None:
        # The system puts it on the screen that is left: the one on which the facilitator works.
        if self.isVisible() and self.isFullScreen() and self.other_screen() is None:
            self.showNormal()
            self.resize(*USUAL)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Another program takes the place of this one, to rehearse: its F6 would not cover what this one shows.
        if watched is self._beside and event.type() == QEvent.Type.Hide and not event.spontaneous():
            self.close()
        return False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # What is typed while this window happens to have the keyboard is meant for the line: no word is lost.
        target = self._beside.window().focusWidget()
        if target is not None:
            self._beside.window().activateWindow()
            QApplication.sendEvent(target, event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.toggle_full_screen()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.isFullScreen():
            self._settings.beamer_geometry = self.saveGeometry()
        super().closeEvent(event)
        self.canvas.closed.emit()


def screen_name(name: str, maker: str, model: str, serial: str) -> str:
    """Return how a screen is remembered: by maker, model and serial number, or without one by where it is."""
    return " ".join(part.strip() for part in (maker, model, serial or name) if part.strip())


def _name(screen: QScreen) -> str:
    return screen_name(screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())
