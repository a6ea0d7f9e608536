"""The keys of *Sessies*, for the overview of keys."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.ui.places.place import Key


def session_keys() -> Sequence[Key]:
    """Return the keys in the order of use."""
    return (
        Key("Ctrl N", _tr("Nieuwe sessie")),
        Key("↑ ↓", _tr("Een andere sessie kiezen")),
        Key("Enter", _tr("De gekozen sessie vastleggen; in het draaiboek: een vak wijzigen")),
        Key("Ctrl Enter", _tr("De sessie starten, of verder met vastleggen")),
        Key("Ctrl Shift E", _tr("De sessie afronden")),
        Key("Ctrl E", _tr("Terugkoppelverslag naar Word; een concept zolang de sessie loopt")),
        Key("Alt ↑ / ↓", _tr("Een onderdeel van het draaiboek verplaatsen; slepen kan ook")),
        Key("Del", _tr("Een onderdeel uit het draaiboek halen")),
    )


def _tr(words: str) -> str:
    return QCoreApplication.translate("SessionsPlace", words)
