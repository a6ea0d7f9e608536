"""The way to the codebook: its key, and the button that another place has for it."""

from typing import Final

from bouwstenen_app.ui.places.place import Place
from bouwstenen_app.ui.theme import Theme
from bouwstenen_app.ui.tips import tip
from bouwstenen_app.ui.widgets.buttons import KeyButton

CODEBOOK: Final = "codebook"
CODEBOOK_KEY: Final = "Ctrl+Shift+B"


def codebook_button(theme: Theme, place: Place) -> KeyButton:
    """Return a button that goes from a place to the codebook; to its key the window listens."""
    button = KeyButton(theme, place.tr("Codeboek"), icon="tag")
    button.setToolTip(
        tip(place.tr("Codes toevoegen, samenvoegen, splitsen en ordenen ({key})").format(key=CODEBOOK_KEY))
    )
    button.clicked.connect(lambda: place.place_asked.emit(CODEBOOK))
    return button
