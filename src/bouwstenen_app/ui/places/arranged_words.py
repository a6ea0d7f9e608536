"""What the columns, orders and cells of *Ordenen* are called."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from bouwstenen_app.domain import dutch
from bouwstenen_app.domain.blocks import Block
from bouwstenen_app.domain.codebook import DOMAIN, KIND, THEME, Codebook
from bouwstenen_app.domain.workshops import Workshop
from bouwstenen_app.services import arranging
from bouwstenen_app.services.arranging import Column, Order
from bouwstenen_app.ui.models.block_table import TableColumn
from bouwstenen_app.ui.places.place import Key
from bouwstenen_app.ui.widgets.board_column import Head

FIRST_STATE: Final = [
    ("nummer", 84, True),
    ("titel", 340, True),
    (DOMAIN, 140, True),
    (THEME, 170, True),
    ("stemmen", 88, True),
    ("sessie", 170, True),
    ("status", 100, True),
]
"""The columns that a table has until a person chooses."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Arranged", text)


def kinds(book: Codebook) -> list[tuple[object, str]]:
    """Return by what a board can have columns: key and name."""
    fields = {
        arranging.STATUS: _tr("Status"),
        arranging.RELEASE: _tr("Vrijgave"),
        arranging.BUNDLE: _tr("Bundel"),
        arranging.CLUSTER: _tr("Cluster"),
        arranging.SESSION: _tr("Sessie"),
        arranging.REGION: _tr("Regio"),
    }
    return [*((one.slug, one.name) for one in book.dimensions), *fields.items()]


def orders(order: Order) -> list[tuple[object, str]]:
    """Return the orders that are offered; the one in use is among them, wherever it was chosen."""
    offered: list[tuple[object, str]] = [
        (Order(arranging.NEWEST), _tr("Nieuwste eerst")),
        (Order(arranging.NEWEST, down=False), _tr("Oudste eerst")),
        (Order(arranging.VOTES), _tr("Meeste stemmen")),
        (Order(arranging.NUMBER, down=False), _tr("Op nummer")),
        (Order(arranging.TITLE, down=False), _tr("Op titel, A–Z")),
        (Order(arranging.TIME), _tr("Laatst vastgelegd")),
    ]
    if order not in (value for value, _ in offered):
        down = _tr("van achter naar voor") if order.down else _tr("van voor naar achter")
        offered.append((order, f"{dutch.capitalised(order.by)}, {down}"))
    return offered


def without(by: str, book: Codebook) -> str:
    """Return the name of the column of what has no value."""
    fields = {
        DOMAIN: _tr("Zonder domein"),
        arranging.BUNDLE: _tr("In geen bundel"),
        arranging.CLUSTER: _tr("In geen cluster"),
        arranging.REGION: _tr("Zonder regio"),
        arranging.SESSION: _tr("Zonder sessie"),
        arranging.STATUS: _tr("Zonder status"),
        arranging.RELEASE: _tr("Zonder vrijgave"),
    }
    return fields.get(by) or _tr("Zonder {name}").format(name=book.dimension(by).name.lower())


def heads(columns: Sequence[Column], by: str, book: Codebook, stripe: Callable[[str], str]) -> list[Head]:
    """Return what stands above the columns of a board."""
    found = []
    for column in columns:
        name = dutch.capitalised(column.name) if by in (arranging.STATUS, arranging.RELEASE) else column.name
        tone = stripe(column.key) if by == DOMAIN and column.key else ""
        found.append(
            Head(column.key, name if column.key else without(by, book), len(column.rows), column.detail, tone)
        )
    return found


def table_columns(
    book: Callable[[], Codebook], workshops: Callable[[], Mapping[str, Workshop]]
) -> tuple[TableColumn, ...]:
    """Return every column that a table can have; the codebook and the sessions are asked when a cell is made."""

    def coded(dimension: str) -> Callable[[Block], str]:
        return lambda block: ", ".join(code.name for code in book().select(block.codes, dimension))

    def home(block: Block) -> Workshop | None:
        return workshops().get(block.workshop)

    return (
        TableColumn("nummer", _tr("Nummer"), lambda b: b.spoken_id, arranging.NUMBER),
        TableColumn("titel", _tr("Titel"), lambda b: b.title, arranging.TITLE),
        TableColumn(DOMAIN, _tr("Domein"), coded(DOMAIN)),
        TableColumn(THEME, _tr("Thema"), coded(THEME)),
        TableColumn(KIND, _tr("Soort"), coded(KIND)),
        TableColumn("stemmen", _tr("Stemmen"), lambda b: str(b.votes), arranging.VOTES, number=True),
        TableColumn("sessie", _tr("Sessie"), lambda b: w.title if (w := home(b)) else "", arranging.SESSION),
        TableColumn("regio", _tr("Regio"), lambda b: w.region if (w := home(b)) else "", arranging.REGION),
        TableColumn("status", _tr("Status"), lambda b: b.status, arranging.STATUS),
        TableColumn("vrijgave", _tr("Vrijgave"), lambda b: b.release, arranging.RELEASE),
        TableColumn("tijd", _tr("Vastgelegd"), lambda b: b.captured_at[:16].replace("T", " "), arranging.TIME),
        TableColumn("ronde", _tr("Ronde"), lambda b: str(b.round or ""), number=True),
        TableColumn("tafel", _tr("Tafel"), lambda b: str(b.table or ""), number=True),
        TableColumn("cluster", _tr("Cluster"), lambda b: b.cluster),
        TableColumn("toelichting", _tr("Toelichting"), lambda b: b.explanation),
        TableColumn("nodig", _tr("Wat nodig is"), lambda b: "; ".join(b.conditions)),
        TableColumn("stap", _tr("Eerstvolgende stap"), lambda b: b.next_step),
    )


def described(block: Block, book: Codebook) -> str:
    """Return what a screen reader says for a block."""
    codes = ", ".join(book.code(code).name for code in block.codes if code in book.by_id)
    votes = dutch.counted(block.votes, _tr("stem"), _tr("stemmen"))
    return ". ".join(filter(None, (block.spoken_id, block.title, codes, votes)))


def keys(*, board: bool, table: bool) -> list[Key]:
    """Return the keys of the blocks, in the order of use; the board and the table have some of their own."""
    found = [
        Key("Ctrl F", _tr("Filteren op tekst")),
        Key("Spatie", _tr("In de filters: kiezen; bij de bouwstenen: er een aanvinken")),
        Key("↑ ↓ of J K", _tr("Een andere bouwsteen")),
    ]
    if board:
        found += [
            Key("← →", _tr("Naar een andere kolom")),
            Key("V", _tr("Verplaats naar een kolom; met Ctrl Enter blijft hij ook waar hij was")),
        ]
    if table:
        found.append(Key("← → en O", _tr("Naar een andere kolom, en daarop sorteren; nog eens draait het om")))
        found.append(Key("Ctrl C", _tr("De aangevinkte rijen kopiëren, om te plakken in Excel of Word")))
    found += [
        Key("1 … 9", _tr("Domein erop of eraf")),
        Key("T, S", _tr("Thema kiezen, soort kiezen")),
        Key("R, Q", _tr("De laatste tags kiezen, of dezelfde tags als net")),
        Key("G, P", _tr("In een cluster, of op de parkeerplaats")),
        Key("E, H", _tr("Voorbeeldig, of achterhouden van beamer en rapport")),
        Key("B", _tr("Gekozen bouwstenen bundelen, of toevoegen aan een bundel")),
    ]
    if not board:
        found.append(Key("V", _tr("Status en vrijgave")))
    return [
        *found,
        Key("+ −", _tr("Stem erbij, stem eraf")),
        Key("Enter", _tr("De bouwsteen bewerken")),
        Key("Ctrl H", _tr("In een tekst: wat naar een persoon wijst vervangen door een rol")),
        Key("Del", _tr("Naar de prullenbak")),
        Key("Ctrl Shift D", _tr("Ontdubbelen: wat lijkt op elkaar?")),
    ]
