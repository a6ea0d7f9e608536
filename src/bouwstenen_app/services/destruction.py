"""*Verklaring van vernietiging*: the record of what was destroyed, as a document for whoever has to keep it."""

from datetime import date, datetime

from bouwstenen_app import __version__
from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.keeping import Destroyed
from bouwstenen_app.domain.report import Cell, Listing, Paragraph, Report, Run, Section, Table, TitlePage

TITLE, SLUG = "Verklaring van vernietiging", "vernietiging"


def report(record: Destroyed, workspace: str) -> Report:
    """Return the document about one record; ``workspace`` is how the file is called."""
    at = datetime.fromisoformat(record.at)
    cover = TitlePage(
        title=TITLE,
        subtitle=workspace,
        notice="In dit document staan alleen aantallen en data. Bewaar het bij het dossier van het project.",
    )
    return Report(cover=cover, sections=(_what(record, at), _how(), _signed()), subject=TITLE, compact=True)


def _what(record: Destroyed, at: datetime) -> Section:
    until = dutch.day(date.fromisoformat(record.until)) if record.until else "niet vastgelegd"
    lines = (
        ("Gewist op", f"{dutch.day(at.date())}, {at:%H:%M}"),
        ("Bewaartermijn tot", until),
        ("Sessies", dutch.number(record.workshops)),
        ("Bouwstenen", dutch.number(record.blocks)),
        ("Bundels", dutch.number(record.bundles)),
        ("Foto’s", dutch.number(record.photos)),
    )
    table = Table(
        caption="Wat is vernietigd",
        header=("Gegeven", "Waarde"),
        rows=tuple((Cell(name), Cell(value)) for name, value in lines),
        description="Wanneer is gewist, tot wanneer mocht worden bewaard, en hoeveel er was.",
    )
    return Section("Wat is vernietigd", items=(table,), numbered=False)


def _how() -> Section:
    told = (
        f"Bouwstenen {__version__} heeft de ruwe gegevens uit de werkmap gewist: de teksten, de foto’s, de "
        "opmerkingen en alle eerdere versies, en de reservekopieën op deze laptop."
    )
    left = (
        "Documenten die eerder zijn gemaakt of verstuurd, zoals het rapport.",
        "Kopieën van de werkmap op andere laptops, tot die met deze werkmap samenvoegen.",
        "Kopieën die een SSD, een cloudmap of een reservekopie van de organisatie bewaart.",
    )
    items = (
        _text(told),
        _text("Hier kan het programma niet bij:"),
        Listing(tuple((Run(line),) for line in left)),
    )
    return Section("Hoe is gewist", items=items, numbered=False)


def _signed() -> Section:
    lines = ("Naam van de organisatie: {{organisatie}}", "Functie: {{functie}}", "Datum en handtekening: {{datum}}")
    return Section("Ondertekening", items=tuple(map(_text, lines)), numbered=False)


def _text(words: str) -> Paragraph:
    return Paragraph((Run(words),))
