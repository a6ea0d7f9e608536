"""The theme of the windows: what is chosen, what it looks like now, and word when that changes."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from bouwstenen_app.ui.icons import Icons
from bouwstenen_app.ui.look import CHOICES, CONTRAST, DARK, FAMILIES, LIGHT, SYSTEM, Look, Tone, chosen_look

APP_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
TEXT_SIZE: Final = 14
"""The size of running text, in pixels at 100 %."""

_SCHEMES = {
    SYSTEM: Qt.ColorScheme.Unknown,
    LIGHT: Qt.ColorScheme.Light,
    DARK: Qt.ColorScheme.Dark,
    CONTRAST: Qt.ColorScheme.Dark,
}


class Theme(QObject):
    """Gives every painter its colours, sizes, fonts and icons as they are now.

    It dresses the whole application (started with ``-style fusion``): font, palette and one stylesheet. Ask it
    while painting and nothing goes stale; who keeps something made with it (an icon, a size) makes it anew at
    ``changed``.
    """

    changed = Signal()
    """The colours or the text size are others now."""

    def __init__(
        self,
        app: QApplication,
        resources: Path,
        *,
        choice: str = SYSTEM,
        percent: int = 100,
        icons: Icons | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._app = app
        self._resources = resources
        self._sheet = (resources / "themes" / "window.qss").read_text(encoding="utf-8")
        self._icons = icons or Icons(resources / "icons")
        self._choice = choice if choice in CHOICES else SYSTEM
        self._percent = _allowed(percent)
        self._scheme(self._choice)
        self._fonts: dict[tuple[int, QFont.Weight], QFont] = {}
        self._look = self._read()
        self._dress()
        self._hints = app.styleHints()  # kept: what it gives goes with it
        self._hints.colorSchemeChanged.connect(self._on_scheme_changed)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._on_scheme_changed)

    @property
    def app(self) -> QApplication:
        """The application it dresses."""
        return self._app

    @property
    def choice(self) -> str:
        """What the user chose: ``systeem``, ``licht``, ``donker`` or ``contrast``."""
        return self._choice

    @property
    def percent(self) -> int:
        """The text size, 100 to 200."""
        return self._percent

    @property
    def look(self) -> Look:
        """The colours and sizes of this moment, as a value."""
        return self._look

    @property
    def icons(self) -> Icons:
        """The drawings themselves."""
        return self._icons

    @property
    def dark(self) -> bool:
        """Whether the windows are dark now."""
        return self._look.dark

    def choose(self, choice: str) -> None:
        """Wear this theme from now on."""
        if choice != self._choice and choice in CHOICES:
            self._choice = choice
            self._scheme(choice)
            self._wear()

    def scale_to(self, percent: int) -> None:
        """Make the text this large, from 100 to 200 per cent."""
        if _allowed(percent) != self._percent:
            self._percent = _allowed(percent)
            self._wear()

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, to paint with."""
        return QColor(self._look.colour(role))

    def paper(self) -> Look:
        """Return the look of what leaves the window: dark on white, at 100 %, whatever the windows wear."""
        return chosen_look(self._resources, LIGHT, 100, system_dark=False)

    def px(self, size: float) -> int:
        """Return a size at the text size of now, in pixels."""
        return self._look.px(size)

    def font(self, size: float = TEXT_SIZE, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font of the windows at a size (as at 100 %) and weight."""
        pixels = self.px(size)
        if (pixels, weight) not in self._fonts:  # a card, a facet and a cell ask for theirs at every paint
            font = QFont(list(FAMILIES))
            font.setPixelSize(pixels)
            font.setWeight(weight)
            self._fonts[pixels, weight] = font
        return QFont(self._fonts[pixels, weight])

    def tone(self, colour: str, colour_dark: str, tint: str) -> Tone:
        """Return the colours in which a code is shown, from the three it has in the codebook."""
        return self._look.tone(colour, colour_dark, tint)

    def icon(self, name: str, role: str = "text", size: float = 18) -> QIcon:
        """Return an icon in the colour of a role, for a button."""
        look = self._look
        icon = QIcon()
        for ratio in sorted({1.0, *(screen.devicePixelRatio() for screen in self._app.screens())}):
            for mode, part in ((QIcon.Mode.Normal, role), (QIcon.Mode.Disabled, "line-strong")):
                icon.addPixmap(self._icons.pixmap(name, look.colour(part), self.px(size), ratio), mode)
        return icon

    def pixmap(self, name: str, role: str, size: float, on: QWidget) -> QPixmap:
        """Return an icon in the colour of a role, sharp on the screen of a widget."""
        return self._icons.pixmap(name, self._look.colour(role), self.px(size), on.devicePixelRatioF())

    def app_icon(self) -> QIcon:
        """Return the icon of the program, in the sizes that title bars and task bars use."""
        icon = QIcon()
        for size in APP_SIZES:
            icon.addPixmap(self._icons.pixmap("app", "#ffffff", size, 1.0))
        return icon

    def _scheme(self, choice: str) -> None:
        # The frame and title bar that the system draws follow what is chosen here.
        hints = self._app.styleHints()
        if choice == SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(_SCHEMES[choice])

    def _read(self) -> Look:
        hints = self._app.styleHints()
        return chosen_look(
            self._resources,
            self._choice,
            self._percent,
            system_dark=hints.colorScheme() == Qt.ColorScheme.Dark,
            system_contrast=hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast,
        )

    def _wear(self) -> None:
        self._look = self._read()
        self._dress()
        self.changed.emit()

    def _dress(self) -> None:
        self._app.setFont(self.font())
        self._app.setPalette(_palette(self._look))
        self._app.setStyleSheet(self._look.fill_in(self._sheet, self._icons.folder.as_posix()))

    def _on_scheme_changed(self) -> None:
        if self._choice == SYSTEM and self._read() != self._look:
            self._wear()


def _allowed(percent: int) -> int:
    return min(200, max(100, percent))


def _palette(look: Look) -> QPalette:
    roles = QPalette.ColorRole
    colours = {
        roles.Window: "window",
        roles.WindowText: "text",
        roles.Base: "surface",
        roles.AlternateBase: "sunk",
        roles.Text: "text",
        roles.Button: "surface",
        roles.ButtonText: "text",
        roles.BrightText: "bad",
        roles.ToolTipBase: "notice",
        roles.ToolTipText: "notice-text",
        roles.PlaceholderText: "text-muted",
        roles.Highlight: "primary",
        roles.HighlightedText: "primary-text",
        roles.Accent: "primary",
        roles.Link: "accent",
        roles.LinkVisited: "accent",
        roles.Light: "surface",
        roles.Midlight: "hover",
        roles.Mid: "line-strong",
        roles.Dark: "line-strong",
        roles.Shadow: "shadow",
    }
    palette = QPalette()
    for role, name in colours.items():
        palette.setColor(role, QColor(look.colour(name)))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(look.colour("text-muted")))
    return palette
