"""How much room words take in the font that is there: the tests run with any."""

from typing import Final

from PySide6.QtGui import QFontMetricsF

from bouwstenen_app.ui.theme import TEXT_SIZE, Theme

SAMPLE: Final = "Klik op een tekst om hem te herschrijven"
IN_INTER: Final = 265.0
"""Pixels that the sample takes in Inter, at 100 %."""


def room_for(pixels: int, theme: Theme) -> int:
    """Return the width that holds in this font what so many pixels hold in Inter."""
    wide = QFontMetricsF(theme.font(TEXT_SIZE)).horizontalAdvance(SAMPLE)
    return round(pixels * max(1.0, wide / theme.px(round(IN_INTER))))
