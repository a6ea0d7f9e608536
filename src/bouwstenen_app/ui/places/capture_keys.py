"""The keys of *Vastleggen*, for the overview of keys."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.ui.places.place import Key


def capture_keys() -> Sequence[Key]:
    """Return the keys of the line, of the session and of the list, in the order of use."""
    return (*_line_keys(), *session_keys(), *_list_keys())


def _line_keys() -> Sequence[Key]:
    return (
        Key("Enter", _tr("Vastleggen")),
        Key("Shift Enter", _tr("Nieuwe regel, voor de toelichting")),
        Key("Ctrl Enter", _tr("Vastleggen en openen")),
        Key("@  #  !", _tr("Domein, thema en soort; Tab neemt de eerste suggestie")),
        Key("Alt →", _tr("De eerste genoemde tag overnemen")),
        Key("↑", _tr("In de lege regel: de laatste bouwsteen terughalen")),
        Key("Ctrl Z", _tr("Na Enter: de bouwsteen ongedaan, zijn tekst weer in de regel")),
        Key("Ctrl D, 1 … 9", _tr("Een domein; twee keer snel: het blijft actief")),
        Key("Ctrl B, 1 … 9", _tr("De tafel; twee keer snel: hij blijft actief. Of typ: tafel 4: …")),
        Key("Alt 1 … 9", _tr("Een thema van deze sessie blijft actief; Alt 0 laat alles los")),
        Key("Ctrl H", _tr("Wat naar een persoon wijst vervangen door een rol; Ctrl Shift H kiest een andere")),
        Key("Ctrl M", _tr("Bij “lijkt op”: de tekst toevoegen aan die bouwsteen")),
    )


def session_keys() -> Sequence[Key]:
    """Return the keys that work in every way of working."""
    return (
        Key("Ctrl PgUp / PgDn", _tr("Vorige en volgende ronde")),
        Key("Ctrl T, 20, Enter", _tr("Klok op 20 minuten; zonder getal: de minuten van de ronde; 0: weg")),
        Key("Ctrl T, spatie", _tr("Klok op pauze, en weer verder")),
        Key("Ctrl Shift T", _tr("Een minuut erbij op de klok")),
        Key("F5", _tr("Beamer aan of uit")),
        Key("F6", _tr("Beamer meteen afdekken, en weer tonen")),
        Key("Shift F5", _tr("Op de beamer: alle bouwstenen, de laatste vijf of alleen het aantal")),
        Key("Ctrl F5", _tr("Openingskaart op de beamer: wat we opschrijven en wat niet; en weer weg")),
        Key("Ctrl F6", _tr("Even niet vastleggen: de regel gaat dicht en de zaal leest het; en weer verder")),
        Key("Alt PgUp / PgDn", _tr("Vorige en volgende bladzijde op de beamer")),
        Key("F3", _tr("Nieuwe tags: wat ermee gebeurt")),
        Key("F4", _tr("Foto’s van flappen overtypen; ook door ze hierheen te slepen of te plakken")),
        Key("F7", _tr("Groeperen: bouwstenen in clusters zetten en die een naam geven")),
        Key("F8", _tr("Stemmen tellen; Shift F8 onthult ze")),
        Key("F9", _tr("Teruglezen met de zaal: bevestigd, aangepast of niet herkend")),
        Key("Ctrl E", _tr("Terugkoppelverslag naar Word; een concept zolang de sessie loopt")),
        Key("Ctrl Shift E", _tr("De sessie afronden")),
    )


def _list_keys() -> Sequence[Key]:
    return (
        Key("Esc", _tr("Van de regel naar de lijst, en terug; van de velden rechts naar de lijst")),
        Key("↑ ↓ of J K", _tr("Door de lijst")),
        Key("Spatie", _tr("Een bouwsteen kiezen; met Shift een hele rij")),
        Key("1 … 9", _tr("In de lijst: een domein erop of eraf")),
        Key("T / S", _tr("In de lijst: thema of soort kiezen")),
        Key("R / Q", _tr("In de lijst: de laatste tags, of dezelfde tags als net")),
        Key("+ / −", _tr("In de lijst: een stem erbij of eraf")),
        Key("E / H", _tr("In de lijst: voorbeeldig, of achterhouden van beamer en rapport")),
        Key("G / P", _tr("In de lijst: in een cluster, of op de parkeerplaats")),
        Key("B / V", _tr("In de lijst: bundelen, of status en vrijgave kiezen")),
        Key("Del", _tr("In de lijst: naar de prullenbak")),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("CapturePlace", text)
