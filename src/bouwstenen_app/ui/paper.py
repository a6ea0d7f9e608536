"""What a figure is drawn with when it leaves the window: the colours, sizes and fonts of one look."""

from PySide6.QtGui import QColor, QFont

from bouwstenen_app.ui.look import FAMILIES, Look, Tone


class Paper:
    """Gives what :class:`bouwstenen_app.ui.theme.Theme` gives to painters, for a look that stays as it is."""

    def __init__(self, look: Look) -> None:
        self.look = look
        self.percent = look.percent

    def colour(self, role: str) -> QColor:
        """Return the colour of a role, to paint with."""
        return QColor(self.look.colour(role))

    def px(self, size: float) -> int:
        """Return a size in pixels."""
        return self.look.px(size)

    def font(self, size: float, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        """Return the font of the windows at a size and weight."""
        font = QFont(list(FAMILIES))
        font.setPixelSize(self.px(size))
        font.setWeight(weight)
        return font

    def tone(self, colour: str, colour_dark: str, tint: str) -> Tone:
        """Return the colours in which a code is shown."""
        return self.look.tone(colour, colour_dark, tint)
