"""What is said of the fields of a block: how they are called, and what is too long for one."""

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import dutch


def _tr(text: str) -> str:
    return QCoreApplication.translate("BlockFields", text)


def too_long(count: int) -> str:
    """Return what is said of a pasted text that has so many characters more than a field takes."""
    told = _tr("Deze tekst is met {n} tekens te lang voor één veld. Plak hem in stukken.")
    return told.format(n=dutch.number(count))


def field_words() -> dict[str, str]:
    """Return the name of each field of ``Block`` that a person can change, in the order in which they are told."""
    return {
        "title": _tr("Titel"),
        "explanation": _tr("Toelichting"),
        "example": _tr("Praktijkvoorbeeld"),
        "conditions": _tr("Wat nodig is"),
        "next_step": _tr("Eerstvolgende stap"),
        "note": _tr("Notitie"),
        "votes": _tr("Stemmen"),
        "table": _tr("Tafel"),
        "round": _tr("Ronde"),
        "cluster": _tr("Cluster"),
        "status": _tr("Status"),
        "release": _tr("Vrijgave"),
        "input_kind": _tr("Invoer"),
        "exemplary": _tr("Voorbeeldig"),
        "held_back": _tr("Achtergehouden"),
        "parked": _tr("Geparkeerd"),
        "read_back": _tr("Teruglezen"),
        "minority": _tr("Minderheidsstandpunt"),
    }
