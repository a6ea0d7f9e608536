"""Which column is what: guessed from what stands above it, in Dutch and English, and from what is in it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from bouwstenen_app.domain import given_blocks
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.domain.given_blocks import NOTHING, OF, ONCE, GivenTable
from bouwstenen_app.domain.given_rows import is_identity, read_day, several
from bouwstenen_app.domain.given_tags import codes_named
from bouwstenen_app.domain.matching import key
from bouwstenen_app.domain.person_columns import cells_of, is_of_person

_WORDS: Final[Mapping[str, str]] = {
    given_blocks.TITLE: (
        "titel|bouwsteen|bouwstenen|title|building block|block|kern|punt|inbreng|stelling|briefje|kaartje|post-it|"
        "postit|sticky|idee|inzicht|opbrengst|uitspraak|antwoord|wat"
    ),
    given_blocks.EXPLANATION: (
        "toelichting|omschrijving|uitleg|beschrijving|explanation|description|details|tekst|text|inhoud|body"
    ),
    given_blocks.EXAMPLE: "praktijkvoorbeeld|voorbeeld|voorbeelden|example|casus|vb",
    given_blocks.CONDITIONS: (
        "nodig|wat is nodig|wat is er nodig|voorwaarde|voorwaarden|randvoorwaarden|conditions|needs|needed"
    ),
    given_blocks.NEXT_STEP: "eerste stap|vervolgstap|vervolg|volgende stap|actie|next step|action|acties",
    given_blocks.MINORITY: "minderheidsstandpunt|minderheid|minority",
    given_blocks.NOTE: "notitie|notities|aantekening|aantekeningen|opmerking|opmerkingen|note|notes|memo|remark",
    given_blocks.VOTES: "stemmen|stem|aantal stemmen|votes|vote|stickers|stippen|punten|score|likes",
    given_blocks.TABLE: "tafel|tafelnummer|tafel nr|table|groepje|subgroep",
    given_blocks.ROUND: "ronde|rondenummer|round|agendapunt",
    given_blocks.CLUSTER: "cluster|clusters|groep|group|categorie|category|rubriek|kop",
    given_blocks.SESSION: "sessie|titel sessie|sessietitel|bijeenkomst|workshop|werksessie|session|meeting|event",
    given_blocks.DATE: "datum|date|datum sessie|dag|day",
    given_blocks.REGION: "regio|region|werkgebied",
    given_blocks.RELEASE: "vrijgave|release",
    given_blocks.STATUS: "status",
    given_blocks.READ_BACK: "teruggelezen",
    "voorbeeldig": "voorbeeldig",
    "achtergehouden": "achtergehouden",
    "geparkeerd": "geparkeerd|parkeerplaats",
    given_blocks.ID: "id",
    given_blocks.LINE: "regel|vastlegregel",
    given_blocks.TAGS: "tags|tag|nieuwe tags|labels|label|trefwoorden|trefwoord|keywords|keyword|codes|code",
    OF + DOMAIN: (
        "domein|domeinen|domain|domains|partner|partners|domein en partner|organisatie|organisaties|organisation|"
        "organization|sector|ketenpartner|ketenpartners"
    ),
    OF + THEME: "thema|themas|thema's|theme|themes|onderwerp|onderwerpen|topic|topics",
    OF + KIND: "soort|soort bouwsteen|type|type bouwsteen|kind|soorten",
    f"{OF}perspectief": "perspectief|perspectieven|perspective|bron",
    f"{OF}levensfase": "levensfase|levensfasen|life stage|leeftijd",
    f"{OF}geweldsvorm": "geweldsvorm|geweldsvormen|form of violence",
    f"{OF}juridisch-kader": "juridisch kader|legal framework|kader",
    f"{OF}rijpheid": "rijpheid|stap|maturity",
    f"{OF}niveau": "niveau|level",
}
_FIELD_OF: Final = {key(word): field for field, words in _WORDS.items() for word in words.split("|")}
"""What may stand above a column, as it is looked up → what it holds."""
_MOST_LOOKED_AT: Final = 200
"""Rows, to see what a column holds."""
_HEAD_WITHIN: Final = 15
"""Rows in which the head of a table is looked for: a title or a date may stand above it."""
_LONGEST_HEAD: Final = 60
_FEW: Final = 3
_MOST: Final = 0.6
"""The part of the cells that has to be of a kind before the column is."""


def divided(name: str, rows: Sequence[tuple[int, tuple[str, ...]]]) -> GivenTable:
    """Return a table with its head: the row with most words that are known above a column, if there is one."""
    best, at = 0, -1
    for place, (_, cells) in enumerate(rows[:_HEAD_WITHIN]):
        known = len({field for cell in cells if (field := _named(cell))})
        if known > best:
            best, at = known, place
    filled = sum(1 for cell in rows[at][1] if cell) if at >= 0 else 0
    if at >= 0 and (best > 1 or filled == 1 or 2 * best >= filled or at == 0):
        return GivenTable(name, rows[at][1], tuple(rows[at + 1 :]))
    if _looks_like_a_head(rows):
        return GivenTable(name, rows[0][1], tuple(rows[1:]))
    width = max((len(cells) for _, cells in rows), default=0)
    return GivenTable(name, ("",) * width, tuple(rows))


def _looks_like_a_head(rows: Sequence[tuple[int, tuple[str, ...]]]) -> bool:
    """Say whether the first row has words over every column, much shorter than what is below the longest."""
    if len(rows) < _FEW:
        return False
    first, below = rows[0][1], [cells for _, cells in rows[1:_MOST_LOOKED_AT]]
    plain = all(cell.strip() and len(cell) <= _LONGEST_HEAD and not any(map(str.isdigit, cell)) for cell in first)
    if not plain or len({*map(key, first)}) < len(first) or len(first) < max(map(len, below)):
        return False
    lengths = [sum(len(cells[place]) for cells in below if place < len(cells)) for place in range(len(first))]
    longest = max(range(len(first)), key=lengths.__getitem__)
    return lengths[longest] / len(below) > 2 * len(first[longest])


def guessed(table: GivenTable, book: Codebook) -> tuple[str, ...]:
    """Return what each column of a table holds, ``NOTHING`` where that is not clear or where it is about people."""
    width = max([len(table.head), *(len(cells) for _, cells in table.rows[:_MOST_LOOKED_AT])])
    columns = [cells_of(table, place, _MOST_LOOKED_AT) for place in range(width)]
    heads = [*table.head, *("" for _ in range(width - len(table.head)))]
    own = {
        key(name): OF + one.slug for one in book.dimensions for name in (one.name, one.name_en, one.slug) if name
    }
    known = {one.slug for one in book.dimensions}
    found: list[str] = []
    people = [is_of_person(head, cells) for head, cells in zip(heads, columns, strict=True)]
    for head, cells, of_people in zip(heads, columns, people, strict=True):
        if of_people and key(head) not in own:
            found.append(NOTHING)
            continue
        field = own.get(key(head)) or _named(head)
        if field.startswith(OF) and field.removeprefix(OF) not in known:
            field = NOTHING
        field = field if _fits(field, cells) else _seen(cells, book) if not head.strip() or field else NOTHING
        found.append(NOTHING if field in ONCE and field in found else field)
    others = [[] if of_people else cells for cells, of_people in zip(columns, people, strict=True)]
    return _with_a_title(found, others)


def _named(head: str) -> str:
    """Return what a column with these words above it holds."""
    if not 0 < len(head) <= _LONGEST_HEAD:
        return NOTHING
    plain = head.partition("(")[0].strip(" :*.\t\n") or head
    return _FIELD_OF.get(key(plain), NOTHING)


def _fits(field: str, cells: Sequence[str]) -> bool:
    """Say whether what is in a column can be what stands above it."""
    if not cells or not field:
        return bool(field)
    if field == given_blocks.VOTES:
        return _share(cells, lambda cell: any(map(str.isdigit, cell)) and len(cell) < len("1234 stemmen")) >= _MOST
    if field == given_blocks.ID:
        return _share(cells, is_identity) >= _MOST
    if field == given_blocks.DATE:
        return _share(cells, lambda cell: read_day(cell) is not None) >= _MOST
    return True


def _seen(cells: Sequence[str], book: Codebook) -> str:
    """Return what a column without a known head holds: dates, or names of codes of one dimension."""
    if not cells:
        return NOTHING
    if _fits(given_blocks.DATE, cells):
        return given_blocks.DATE
    if all(cell.isdecimal() for cell in cells):
        return NOTHING
    for dimension in book.dimensions:
        known = [cell for cell in cells if any(codes_named(book, dimension.slug, one) for one in several(cell))]
        if len(known) >= _MOST * len(cells):
            return OF + dimension.slug
    return NOTHING


def _with_a_title(found: list[str], columns: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return the guesses with a title among them: without one there are no blocks."""
    if not {given_blocks.TITLE, given_blocks.LINE} & {*found}:
        free = [place for place, field in enumerate(found) if field == NOTHING and _is_text(columns[place])]
        if free:
            found[max(free, key=lambda place: (_length(columns[place]), -place))] = given_blocks.TITLE
        else:
            instead = next((one for one in (given_blocks.EXPLANATION, given_blocks.NOTE) if one in found), None)
            if instead:
                found[found.index(instead)] = given_blocks.TITLE
    return tuple(found)


def _is_text(cells: Sequence[str]) -> bool:
    return _share(cells, lambda cell: sum(map(str.isalpha, cell)) > 2) >= _MOST


def _length(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / max(1, len(cells))


def _share(cells: Sequence[str], is_one: Callable[[str], bool]) -> float:
    return sum(map(is_one, cells)) / len(cells) if cells else 0.0
