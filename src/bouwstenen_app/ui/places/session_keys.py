"""The words of *Sessies* that stand apart: the overview of its keys, and what sessions stand under."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.ui.models.workshops import BY_MONTH, BY_REGION, BY_STATE
from bouwstenen_app.ui.places.place import Key


def headings() -> list[tuple[str, str]]:
    """Return what sessions can stand under, the first one as it begins."""
    return [(BY_MONTH, _tr("Per maand")), (BY_REGION, _tr("Per regio")), (BY_STATE, _tr("Per stand"))]


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
