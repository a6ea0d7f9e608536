"""Columns and fields of a file that hold who somebody is: they never come in (R-01 of the privacy rules)."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from bouwstenen_app.domain.given_blocks import NOTHING, GivenTable
from bouwstenen_app.domain.matching import key

REASON: Final = "hier staat wie iemand is; dat komt niet mee"
"""Why such a column is left out."""


def _heads(text: str) -> frozenset[str]:
    return frozenset(key(one) for one in text.replace("\n", "").split("|"))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ALONE: Final = _heads("""
auteur|author|schrijver|inbrenger|ingebracht door|inbreng van|indiener|ingediend door|ingevuld door|ingezonden door|
aangedragen door|toegevoegd door|deelnemer|deelnemers|deelneemster|participant|participants|attendee|attendees|
aanwezigen|respondent|melder|spreker|door|by|created by|added by|modified by|gemaakt door|aangemaakt door|
gewijzigd door|gebruiker|user|username|user id|afzender|sender|contact|contactpersoon|notulist|verslaglegger|
collega|cliënt|client|patiënt|burger|initialen|handtekening
""")
"""What stands above a column of people."""
_OF_PEOPLE: Final = _words("""
voornaam voornamen achternaam achternamen familienaam roepnaam deelnemersnaam auteursnaam gebruikersnaam firstname
lastname surname fullname username email emailadres mail mailadres emailaddress telefoon telefoonnummer telnr tel
mobiel mobielnummer phone telephone bsn burgerservicenummer geboortedatum geboortejaar birthdate woonadres huisadres
thuisadres postcode iban
""")
"""A head with one of these words is of a person, whatever else it says."""
_NAMES: Final = _words("naam namen name names")
_OF_THINGS: Final = _words("""
organisatie organisaties organisation organization bedrijf instelling bouwsteen bouwstenen block titel title thema
themas theme domein domain code codes sessie session workshop bijeenkomst groep group cluster gemeente regio region
bestand file team label tag categorie category project tafel table methode werkvorm partner partners ketenpartner
ronde round kaart kaartje idee idea onderwerp topic actie stap kolom blad plaats locatie school afdeling
""")
"""With one of these a name is of a thing."""
_PIECES: Final = re.compile(r"[^\W_]+")
_MOST_WORDS: Final = 4
"""Words in the name of a person; what is longer on the whole is what a block says."""
_LONGEST: Final = 60


def is_of_person(head: str, cells: Sequence[str] = ()) -> bool:
    """Say whether a column with these words above it holds who somebody is; ``cells`` decide where it can be both.

    *Naam* alone can be that of a building block: then the cells are longer than names are.
    """
    if not 0 < len(head.strip()) <= _LONGEST:
        return False
    plain = (head.partition("(")[0] or head).strip(" :*.?\t\n")
    pieces = {piece.casefold() for piece in _PIECES.findall(plain.replace("-", ""))}
    if pieces & _OF_PEOPLE:
        return True
    filled = [cell for cell in cells if cell.strip()]
    if key(plain) in _ALONE:
        return not filled or not all(map(str.isdecimal, filled))
    if not pieces & _NAMES or pieces & _OF_THINGS:
        return False
    return not filled or sum(len(cell.split()) for cell in filled) / len(filled) <= _MOST_WORDS


def left_out(table: GivenTable, columns: Sequence[str]) -> Iterator[str]:
    """Yield what stands above the columns of people that are not taken over, as ``columns`` say."""
    for place, head in enumerate(table.head):
        if place < len(columns) and columns[place] == NOTHING and is_of_person(head, cells_of(table, place)):
            yield " ".join(head.split())


def cells_of(table: GivenTable, place: int, most: int = 200) -> list[str]:
    """Return what is in the first rows of a column, without its empty cells."""
    rows = table.rows[:most]
    return [cells[place].strip() for _, cells in rows if place < len(cells) and cells[place].strip()]


def fields_left_out(item: Mapping[str, object]) -> Iterator[str]:
    """Yield the names of the fields of an item that hold who somebody is."""
    yield from (name for name, value in item.items() if value and is_of_person(name.replace("_", " ")))
