"""The cards of the long pages by name: the palette leads to them before their place is built."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication


def card_names() -> Mapping[str, Sequence[str]]:
    """Return the names of the cards by the key of their place; a test holds them to what stands there."""
    return {
        "settings": (
            _tr("Weergave"),
            _tr("Wachtwoord"),
            _tr("Waar alles staat"),
            _tr("Reservekopieën"),
            _tr("Logboek"),
            _tr("Bewaren"),
            _tr("Voorgoed wissen"),
            _tr("Papieren"),
            _tr("Toetsen overal"),
        ),
        "exchange": (
            _tr("Binnenhalen van andere laptops"),
            _tr("Uit een ander bestand"),
            _tr("Een deel meegeven"),
            _tr("Exporteren"),
            _tr("Alles in één bestand"),
            _tr("Andere werkmap"),
            _tr("Bibliotheek van het team"),
        ),
    }


def also_called() -> Mapping[str, str]:
    """Return, by the name of a card, what a person types who looks for it with another word."""
    return {
        _tr("Reservekopieën"): _tr("herstellen, terugzetten"),
        _tr("Voorgoed wissen"): _tr("intrekken, verwijderen"),
        _tr("Bewaren"): _tr("bewaartermijn"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("CardNames", text)
